// A folder of JPEG, PNG and TIFF files, with reports and masks beside them.
#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/trim.h"
#include "core/importers/csv_rows.h"
#include "core/importers/data_folder.h"
#include "core/importers/data_set_importer.h"
#include "core/importers/field_values.h"
#include "core/importers/import_reasons.h"
#include "core/importers/importer_list.h"
#include "core/importers/path_pattern.h"
#include "core/importers/plan_builder.h"
#include "core/importers/report_files.h"
#include "core/importers/report_table.h"
#include "core/importers/settings.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kPlaceholders = {"patient", "study", "view", "split"};
const std::vector<std::string> kEndings = {".png", ".jpg", ".jpeg", ".tif", ".tiff"};

bool isPicture(const std::string& file) {
  const std::string ending = "." + fileEnding(file);
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

std::string withoutEnding(const std::string& file) {
  const std::string ending = fileEnding(file);
  return ending.empty() ? file : file.substr(0, file.size() - ending.size() - 1);
}

std::string nameOf(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

// What the folder's first level looks like.
struct FirstLevel {
  std::vector<std::string> folders;
  bool hasPictures = false;
};

FirstLevel lookAt(const fs::path& folder) {
  FirstLevel level;
  std::error_code code;
  std::size_t seen = 0;
  for (auto entry = fs::directory_iterator(folder, code);
       !code && entry != fs::directory_iterator() && seen < 10000; entry.increment(code), ++seen) {
    std::error_code ignored;
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.')) continue;
    if (entry->is_directory(ignored))
      level.folders.push_back(name);
    else
      level.hasPictures = level.hasPictures || isPicture(name);
  }
  std::sort(level.folders.begin(), level.folders.end());
  return level;
}

bool isMaskFolder(const std::string& name) {
  const std::string word = plainWord(name);
  return word.ends_with("mask") || word.ends_with("masks");
}

// Where patients are named, judged by the first level alone.
std::string guessPattern(const FirstLevel& level) {
  std::vector<std::string> folders;
  for (const std::string& name : level.folders)
    if (!isMaskFolder(name)) folders.push_back(name);
  if (level.hasPictures || folders.empty()) return {};
  if (std::all_of(folders.begin(), folders.end(),
                  [](const std::string& name) { return splitOf(name).has_value(); }))
    return "{split}/{any}";
  for (const std::string& name : folders) {
    const std::string word = plainWord(name);
    if (word.starts_with("image") || word.starts_with("picture") || word == "png" || word == "jpg")
      return {};
  }
  return "{patient}/{any}";
}

std::string guessMasks(const fs::path& folder, const FirstLevel& level) {
  std::vector<std::string> found;
  for (const std::string& name : level.folders)
    if (isMaskFolder(name)) found.push_back((folder / name).string());
  return found.size() == 1 ? found.front() : "";
}

class FolderReader {
 public:
  FolderReader(const Importer& importer, const ImportSettings& settings,
               const ProgressSink& progress, std::stop_token stop)
      : settings_(settings),
        progress_(progress),
        stop_(std::move(stop)),
        folder_(settingOf(settings, "folder"), progress, stop_),
        pattern_(settingOf(settings, "pattern"), kPlaceholders),
        plan_(importer, folder_.root(), settings) {}

  ImportPlan read() {
    readMasks();
    readReports();
    const auto& files = folder_.index().files();
    const bool readsBeside = isOn(settings_, "reports-beside", true);
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (i % 256 == 0) {
        if (stop_.stop_requested()) throw Stopped();
        if (progress_)
          progress_({static_cast<std::int64_t>(i), static_cast<std::int64_t>(files.size()),
                     "Reading reports"});
      }
      if (!isPicture(files[i])) {
        if (isRadiographEnding(fileEnding(files[i])))
          plan_.note("skipped", "DICOM files are left out: the importer dicom-folder reads them",
                     files[i]);
        continue;
      }
      if (maskFiles_.count(files[i]) == 0) addImage(files[i], readsBeside);
    }
    countUnmatched();
    return plan_.finish(true);
  }

 private:
  void addImage(const std::string& file, bool readsBeside) {
    CatalogRecord record;
    record.key = file;
    record.image = file;
    record.provenance = file;
    if (!pattern_.isEmpty()) takeNames(record, file);
    takeReport(record, file, readsBeside);
    takeMask(record, file);
    plan_.add(std::move(record));
  }

  void takeNames(CatalogRecord& record, const std::string& file) {
    auto names = pattern_.match(withoutEnding(file));
    if (names.empty()) {
      plan_.problem("bad-value", "Files do not fit the pattern, so that no patient is known", file);
      PlanBuilder::setAside(record, reasons::kNoPatient);
      return;
    }
    record.patient = names["patient"];
    record.study = names["study"];
    record.view = viewOf(names["view"]);
    if (const auto split = splitOf(names["split"]))
      record.split = *split;
    else
      plan_.note("bad-value", "Splits cannot be read and are left out", file);
  }

  void takeReport(CatalogRecord& record, const std::string& file, bool readsBeside) {
    const auto inTable = reports_.find(file);
    std::string key = file;
    ReportFile report{{}, reasons::kReportMissing};
    if (inTable != reports_.end()) {
      report = {inTable->second, inTable->second.empty() ? reasons::kReportEmpty : ""};
    } else if (readsBeside) {
      const std::string beside = withoutEnding(file) + ".txt";
      if (folder_.index().find(beside) != FileIndex::kNone) {
        key = beside;
        report = readReportFile(folder_.root() / beside, plan_);
        besideUsed_.insert(beside);
      }
    }
    mrm::takeReport(record, key, report, settingOf(settings_, "empty-report") == "quarantine",
                    plan_);
  }

  void takeMask(CatalogRecord& record, const std::string& file) {
    const auto found = masks_.find(nameOf(withoutEnding(file)));
    if (found == masks_.end()) {
      if (!masks_.empty()) plan_.note("image-without-mask", "Images have no mask", file);
      return;
    }
    std::vector<MaskFile*> fitting;
    for (MaskFile& mask : found->second) fitting.push_back(&mask);
    if (fitting.size() > 1) {  // the same name in several folders: the one in the same folder
      const std::string folder = withoutEnding(file);
      std::erase_if(fitting, [&](const MaskFile* mask) {
        return !folder.ends_with("/" + mask->stem) && folder != mask->stem;
      });
    }
    if (fitting.size() != 1) {
      plan_.problem("bad-mask", "Several masks may belong to an image; none is taken", file);
      return;
    }
    fitting.front()->isUsed = true;
    record.masks.push_back(
        {settingOf(settings_, "mask-name", "mask"), fitting.front()->path, {}, {}});
  }

  void readMasks() {
    const std::string folder = settingOf(settings_, "masks");
    if (folder.empty()) return;
    const FileIndex index(folder, progress_, stop_);
    for (const std::string& file : index.files()) {
      if (!isPicture(file)) continue;
      fs::path path = (index.root() / file).lexically_normal();
      const fs::path inside = path.lexically_relative(folder_.root());
      if (!inside.empty() && *inside.begin() != "..") path = inside;
      maskFiles_.insert(path.generic_string());
      std::string stem = withoutEnding(file);
      for (const std::string ending : {"_mask", "-mask", "_lungmask"})
        if (stem.size() > ending.size() && stem.ends_with(ending))
          stem.resize(stem.size() - ending.size());
      masks_[nameOf(stem)].push_back({path, stem, false});
    }
  }

  void readReports() {
    readReportTable(
        settings_, "report-image-column", RowLoop{plan_, progress_, stop_},
        [&](const std::string& image, const std::string& text, const std::string& where) {
          const auto found = folder_.find(image, kEndings);
          if (!found.problem.empty()) {
            plan_.problem("report-without-image", "Reports belong to no image that is there",
                          where + ": " + image);
            return;
          }
          const auto [place, isNew] = reports_.try_emplace(found.path.generic_string(), text);
          if (!isNew && place->second != text)
            plan_.problem("conflict", "Images have two different reports; the first is taken",
                          where + ": " + image);
        });
  }

  void countUnmatched() {
    for (const auto& [name, masks] : masks_)
      for (const MaskFile& mask : masks)
        if (!mask.isUsed)
          plan_.problem("mask-without-image", "Masks belong to no image",
                        mask.path.generic_string());
    if (!isOn(settings_, "reports-beside", true)) return;
    if (besideUsed_.empty()) return;
    for (const std::string& file : folder_.index().files())
      if (fileEnding(file) == "txt" && besideUsed_.count(file) == 0)
        plan_.note("report-without-image", "Text files belong to no image", file);
  }

  struct MaskFile {
    fs::path path;     // as a record holds it
    std::string stem;  // below the masks' folder
    bool isUsed = false;
  };

  const ImportSettings& settings_;
  const ProgressSink& progress_;
  std::stop_token stop_;
  DataFolder folder_;
  PathPattern pattern_;
  PlanBuilder plan_;
  std::unordered_map<std::string, std::vector<MaskFile>> masks_;  // by name without ending
  std::unordered_map<std::string, std::string> reports_;          // by image
  std::set<std::string> maskFiles_, besideUsed_;
};

class ImageFolderImporter : public Importer {
 public:
  std::string id() const override { return "image-folder"; }
  std::string title() const override { return "Folder of images"; }
  std::string help() const override {
    return "JPEG, PNG and TIFF files in a folder and those below it; reports as text files of the "
           "same name or in a table, masks in a folder of their own.";
  }

  double suits(const fs::path& path) const override {
    std::error_code code;
    if (!fs::is_directory(path, code)) return 0;
    const FirstLevel level = lookAt(path);
    if (level.hasPictures) return 0.35;
    for (const std::string& name : level.folders)
      if (lookAt(path / name).hasPictures) return 0.25;
    return 0.05;
  }

  ImportSettings settingsFor(const fs::path& path) const override {
    return {{"folder", path.string()}};
  }

  std::vector<ImportField> fields(const ImportSettings& settings) const override {
    const fs::path folder = settingOf(settings, "folder");
    const FirstLevel level = folder.empty() ? FirstLevel{} : lookAt(folder);
    std::vector<ImportField> fields;
    fields.push_back(folderField("folder", "Folder", "The folder with the images.", {}, true));
    fields.push_back(textField("pattern", "Names of folders and files",
                               "What they say, without the ending: {patient}, {study}, {view}, "
                               "{split}, {any}. Empty: nothing.",
                               guessPattern(level)));
    fields.push_back(switchField("reports-beside", "Reports beside the images",
                                 "A text file of the image's name holds its report.", true));
    for (ImportField& field : reportTableFields(settings, "report-image-column",
                                                "Image column of the reports", "image-column"))
      fields.push_back(std::move(field));
    fields.push_back(folderField("masks", "Folder of masks",
                                 "Images of the same names, not 0 inside of what they outline.",
                                 folder.empty() ? "" : guessMasks(folder, level)));
    fields.push_back(
        textField("mask-name", "What the masks outline", "lungs, heart, pneumothorax…", "mask"));
    fields.push_back(emptyReportField(false));
    return fields;
  }

  ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                  std::stop_token stop) const override {
    const ImportSettings complete = completeSettings(*this, settings);
    return FolderReader(*this, complete, progress, std::move(stop)).read();
  }
};

}  // namespace

std::unique_ptr<Importer> makeImageFolderImporter() {
  return std::make_unique<ImageFolderImporter>();
}

}  // namespace mrm
