// Published split lists: a line "path label label…" for each image, a file for each split.
#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/trim.h"
#include "core/importers/class_names.h"
#include "core/importers/data_folder.h"
#include "core/importers/data_set_importer.h"
#include "core/importers/field_values.h"
#include "core/importers/import_reasons.h"
#include "core/importers/importer_list.h"
#include "core/importers/label_cells.h"
#include "core/importers/path_pattern.h"
#include "core/importers/plan_builder.h"
#include "core/importers/settings.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kListLimit = std::size_t{256} << 20;  // bytes
constexpr std::size_t kMostLabels = 1000;                   // of a line
const std::vector<std::string> kEndings = {".dcm", ".png", ".jpg", ".jpeg"};
const std::vector<std::string> kPlaceholders = {"patient", "study", "view"};

struct ListField {
  const char* name;
  const char* label;
  Split split;
};
constexpr ListField kLists[] = {{"training", "Training list", Split::Training},
                                {"validation", "Validation list", Split::Validation},
                                {"test", "Test list", Split::Test}};

bool isNumberLike(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.-+") == std::string_view::npos;
}

struct Line {
  std::int64_t number = 0;
  std::string_view text;  // without white space around it
};

std::vector<Line> linesOf(std::string_view text) {
  std::vector<Line> lines;
  for (std::int64_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (const std::string_view line = trimmed(text.substr(0, end)); !line.empty())
      lines.push_back({number, line});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Takes the last word off a line; empty when only one is left (which is the path).
std::string_view takeLastWord(std::string_view& line) {
  const std::size_t space = line.find_last_of(" \t");
  if (space == std::string_view::npos) return {};
  const std::string_view word = line.substr(space + 1);
  line = trimmed(line.substr(0, space));
  return word;
}

// How many labels most lines have.
std::size_t labelsPerLine(const std::vector<Line>& lines) {
  std::map<std::size_t, std::size_t> votes;
  for (const Line& line : lines) {
    std::string_view rest = line.text;
    std::size_t count = 0;
    for (std::string_view word = takeLastWord(rest); isNumberLike(word) && count < kMostLabels;
         word = takeLastWord(rest))
      ++count;
    ++votes[count];
  }
  std::size_t best = 0, most = 0;
  for (const auto& [count, lineCount] : votes)
    if (lineCount > most) {
      best = count;
      most = lineCount;
    }
  return best;
}

// What the lists are known for, by name and number of labels.
std::vector<std::string> guessClasses(const std::string& fileName, std::size_t count) {
  const std::string word = plainWord(fileName);
  const auto names = [&](const char* part) { return word.find(part) != std::string::npos; };
  if (count == 14) return nihClasses();
  if (count == 5) return chexpertTestTasks();
  if (count == 1)
    return {names("iscovid") || names("covid")       ? "COVID-19"
            : names("viral")                         ? "Viral pneumonia"
            : names("siim") || names("pneumothorax") ? "Pneumothorax"
            : names("rsna") || names("pneumonia")    ? "Pneumonia"
                                                     : "Positive"};
  std::vector<std::string> classes;
  for (std::size_t i = 0; i < count; ++i) classes.push_back("Class " + std::to_string(i + 1));
  return classes;
}

// NIH: 00000001_000.png; CheXpert: …/patient00001/study1/view1_frontal.jpg; else the file's name
// tells the patient where there is but one image of each.
std::string guessPattern(const std::vector<Line>& lines) {
  if (lines.empty()) return {};
  std::string_view path = lines.front().text;
  path = path.substr(0, path.find_first_of(" \t"));
  if (path.find("/patient") != std::string_view::npos)
    return "{any}/{patient}/study{study}/{view}_{any}";
  const std::string name(path.substr(path.rfind('/') + 1));
  if (name.size() == 16 && name[8] == '_' && isNumberLike(name.substr(0, 8)))
    return "{patient}_{any}";
  return {};
}

// The first list that the settings name, or nothing.
fs::path firstList(const ImportSettings& settings) {
  for (const ListField& list : kLists)
    if (const std::string file = settingOf(settings, list.name); !file.empty()) return file;
  return {};
}

class ListReader {
 public:
  ListReader(const Importer& importer, const ImportSettings& settings, const ProgressSink& progress,
             std::stop_token stop)
      : settings_(settings),
        progress_(progress),
        stop_(std::move(stop)),
        folder_(settingOf(settings, "root"), progress, stop_),
        pattern_(settingOf(settings, "pattern"), kPlaceholders),
        classes_(splitList(settingOf(settings, "classes"))),
        task_(settingOf(settings, "label-task", "list")),
        plan_(importer, folder_.root(), settings) {}

  ImportPlan read() {
    bool hasList = false;
    for (const ListField& list : kLists)
      if (const std::string file = settingOf(settings_, list.name); !file.empty()) {
        readList(file, list.split);
        hasList = true;
      }
    if (!hasList)
      throw Error("no list is named", "training", "Name a list for at least one split.");
    plan_.noteAll("image-without-row", "Images are in the folder that no list names",
                  folder_.unusedImages());
    return plan_.finish(false);
  }

 private:
  void readList(const fs::path& file, Split split) {
    const std::string text = readTextFile(file, kListLimit);
    const std::vector<Line> lines = linesOf(text);
    if (lines.empty()) throw Error("is empty", file.string());
    std::int64_t done = 0;
    for (const Line& line : lines) {
      if (done++ % 1024 == 0) {
        if (stop_.stop_requested()) throw Stopped();
        if (progress_)
          progress_({done, static_cast<std::int64_t>(lines.size()),
                     "Reading " + file.filename().string()});
      }
      readLine(line, split, file.filename().string() + ":" + std::to_string(line.number));
    }
  }

  void readLine(const Line& line, Split split, const std::string& where) {
    std::string_view path = line.text;
    std::vector<std::string_view> words;
    while (words.size() < classes_.size()) {
      const std::string_view word = takeLastWord(path);
      if (word.empty()) break;
      words.push_back(word);
    }
    std::reverse(words.begin(), words.end());
    CatalogRecord record;
    record.provenance = where;
    record.split = split;
    DataFolder::Found found = folder_.find(path, kEndings);
    if (found.problem == reasons::kImageMissing) {
      DataFolder::Found byName = folder_.findByName(path, kEndings);
      if (byName.problem.empty()) found = std::move(byName);
    }
    record.image = std::move(found.path);
    record.key = record.image.empty() ? where : record.image.generic_string();
    record.reason = found.problem;
    if (!found.problem.empty())
      plan_.problem("row-without-image", "Images are listed but not there",
                    where + ": " + std::string(path));
    takeNames(record);
    if (words.size() != classes_.size()) {
      plan_.problem("bad-row", "Lines have another number of labels than there are classes",
                    where + ": " + std::to_string(words.size()) + " instead of " +
                        std::to_string(classes_.size()));
      PlanBuilder::setAside(record, std::string(reasons::kBadRow) + ": it has " +
                                        std::to_string(words.size()) + " labels for " +
                                        std::to_string(classes_.size()) + " classes.");
    } else {
      for (std::size_t i = 0; i < words.size(); ++i)
        takeLabel(plan_, record, {task_, classes_[i]}, words[i], where);
    }
    plan_.add(std::move(record));
  }

  void takeNames(CatalogRecord& record) {
    if (pattern_.isEmpty()) return;
    std::string path = record.image.generic_string();
    const std::string ending = fileEnding(path);
    if (!ending.empty()) path.resize(path.size() - ending.size() - 1);
    auto names = pattern_.match(path);
    if (names.empty()) {  // the lists name images without their folders, the disk has some
      path = path.substr(path.rfind('/') + 1);
      names = pattern_.match(path);
    }
    if (names.empty()) {
      plan_.note("bad-value", "Paths do not fit the pattern: no patient is known",
                 record.provenance);
      return;
    }
    record.patient = names["patient"];
    if (!names["study"].empty()) record.study = record.patient + "/study" + names["study"];
  }

  const ImportSettings& settings_;
  const ProgressSink& progress_;
  std::stop_token stop_;
  DataFolder folder_;
  PathPattern pattern_;
  std::vector<std::string> classes_;
  std::string task_;
  PlanBuilder plan_;
};

class SeedListImporter : public Importer {
 public:
  std::string id() const override { return "seed-lists"; }
  std::string title() const override { return "Published split lists"; }
  std::string help() const override {
    return "Text files with a line \"path label label…\" for each image, one file for each split, "
           "as published with models; their images are looked for in a folder.";
  }

  double suits(const fs::path& path) const override {
    std::error_code code;
    if (!fs::is_regular_file(path, code) || fileEnding(path.string()) != "txt") return 0;
    try {
      const std::string text = start(path);
      const std::vector<Line> lines = linesOf(text);
      std::size_t good = 0;
      for (const Line& line : lines) {
        std::string_view rest = line.text;
        if (isNumberLike(takeLastWord(rest)) && rest.find('.') != std::string_view::npos) ++good;
      }
      return !lines.empty() && good == lines.size() ? 0.7 : 0;
    } catch (const std::exception&) {
      return 0;
    }
  }

  ImportSettings settingsFor(const fs::path& path) const override {
    const std::string word = plainWord(path.filename().string());
    const char* list = word.find("test") != std::string::npos  ? "test"
                       : word.find("val") != std::string::npos ? "validation"
                                                               : "training";
    return {{list, path.string()}};
  }

  std::vector<ImportField> fields(const ImportSettings& settings) const override {
    const fs::path list = firstList(settings);
    std::string text;
    std::vector<Line> lines;
    try {
      if (!list.empty()) text = start(list);
      lines = linesOf(text);
    } catch (const std::exception&) {
      // plan() says what is wrong with the list.
    }
    std::vector<ImportField> fields;
    for (const ListField& field : kLists)
      fields.push_back(fileField(field.name, field.label, "Its images are of this split."));
    fields.push_back(folderField("root", "Folder of the images",
                                 "The folder below which the images are.",
                                 list.empty() ? "" : fullPath(list).parent_path().string()));
    fields.push_back(textField(
        "classes", "Classes",
        "What the labels stand for, in their order: a|b|c. Compare with what the lists come from.",
        joinList(lines.empty() ? std::vector<std::string>()
                               : guessClasses(list.filename().string(), labelsPerLine(lines)))));
    fields.push_back(textField("label-task", "Name of the labels",
                               "How the set of these classes is called.", "list"));
    fields.push_back(textField("pattern", "Names of folders and files",
                               "What paths say, without the ending: {patient}, {study}, {view}, "
                               "{any}. Empty: nothing.",
                               guessPattern(lines)));
    return fields;
  }

  ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                  std::stop_token stop) const override {
    const ImportSettings complete = completeSettings(*this, settings);
    return ListReader(*this, complete, progress, std::move(stop)).read();
  }

 private:
  // The first lines, as far as they are whole.
  static std::string start(const fs::path& file) {
    return readTextStart(file, std::size_t{1} << 16);
  }
};

}  // namespace

std::unique_ptr<Importer> makeSeedListImporter() {
  return std::make_unique<SeedListImporter>();
}

}  // namespace mrm
