// NIH ChestX-ray14: Data_Entry with a list of findings an image, official splits, boxes for some.
#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/trim.h"
#include "core/importers/class_names.h"
#include "core/importers/data_folder.h"
#include "core/importers/data_set_importer.h"
#include "core/importers/field_values.h"
#include "core/importers/import_reasons.h"
#include "core/importers/importer_list.h"
#include "core/importers/label_cells.h"
#include "core/importers/plan_builder.h"
#include "core/importers/settings.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTask = "nih-chestxray14";
constexpr std::int64_t kImageSize = 1024;  // of the images as published, which boxes refer to
constexpr std::size_t kListLimit = std::size_t{64} << 20;  // bytes of a split list

class NihReader {
 public:
  NihReader(const Importer& importer, const ImportSettings& settings, const ProgressSink& progress,
            std::stop_token stop)
      : settings_(settings),
        stop_(std::move(stop)),
        folder_(settingOf(settings, "folder"), progress, stop_),
        plan_(importer, folder_.root(), settings, importer.title()),
        rows_{plan_, progress, stop_} {}

  ImportPlan read() {
    readTable();
    readSplit("train-list", Split::Training);
    readSplit("test-list", Split::Test);
    readBoxes();
    plan_.noteAll("image-without-row", "Images are in the folder that the table does not name",
                  folder_.unusedImages());
    return plan_.finish(true);
  }

 private:
  void readTable() {
    TableFile table(settingOf(settings_, "table"));
    const std::size_t image = table.require({"Image Index"}),
                      findings = table.require({"Finding Labels"}),
                      patient = table.require({"Patient ID"});
    const auto age = table.find({"Patient Age"}),
               sex = table.find({"Patient Gender", "Patient Sex"}),
               view = table.find({"View Position"}), followUp = table.find({"Follow-up #"});
    rows_.over(table, [&](const std::vector<std::string>& fields, const std::string& where) {
      const auto cell = [&](const std::optional<std::size_t>& column) {
        return column ? trimmed(fields[*column]) : std::string_view();
      };
      CatalogRecord record;
      record.provenance = where;
      record.key = std::string(trimmed(fields[image]));
      DataFolder::Found found = folder_.findByName(record.key);
      record.image = std::move(found.path);
      record.reason = found.problem;
      if (record.key.empty()) record.key = where;
      if (!found.problem.empty())
        plan_.problem("row-without-image", "Images are listed but not there",
                      where + ": " + fields[image]);
      record.patient = std::string(trimmed(fields[patient]));
      if (record.patient.empty()) PlanBuilder::setAside(record, reasons::kNoPatient);
      if (!cell(followUp).empty())
        record.study = record.patient + "-" + std::string(cell(followUp));
      record.age = ageOf(cell(age));
      if (!record.age && !cell(age).empty())
        plan_.note("bad-value", "Ages cannot be read and are left out",
                   where + ": '" + std::string(cell(age)) + "'");
      record.sex = sexOf(cell(sex));
      record.view = viewOf(cell(view));
      takeFindings(record, fields[findings], where);
      plan_.add(std::move(record));
    });
  }

  void takeFindings(CatalogRecord& record, const std::string& cell, const std::string& where) {
    if (trimmed(cell).empty()) return;
    std::vector<std::string> positive;
    for (const std::string& name : labelList(cell, '|')) {
      if (meansNoFinding(name)) continue;
      const auto& classes = nihClasses();
      if (std::find(classes.begin(), classes.end(), name) == classes.end()) {
        plan_.problem("bad-label", "Findings are none of the 14 classes",
                      where + ": '" + name + "'");
        PlanBuilder::setAside(record, std::string(reasons::kBadLabel) + ": '" + name +
                                          "' is none of the 14 classes.");
      }
      positive.push_back(name);
    }
    takeChosen(record, kTask, nihClasses(), positive);
  }

  void readSplit(const char* field, Split split) {
    const fs::path file = settingOf(settings_, field);
    if (file.empty()) return;
    const std::string text = readTextFile(file, kListLimit);
    std::string_view rest = text;
    for (std::int64_t line = 1; !rest.empty(); ++line) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string name(trimmed(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (name.empty()) continue;
      const std::string where = file.filename().string() + ":" + std::to_string(line);
      CatalogRecord* record = plan_.find(name);
      if (!record) {
        plan_.note("row-without-image", "Images are in a split list alone", where + ": " + name);
      } else if (record->split != Split::None && record->split != split) {
        plan_.problem("conflict", "Images are in two split lists", where + ": " + name);
        PlanBuilder::setAside(*record, std::string(reasons::kConflict) + ": split.");
      } else {
        record->split = split;
      }
    }
  }

  void readBoxes() {
    const std::string file = settingOf(settings_, "boxes");
    if (file.empty()) return;
    TableFile table(file);
    const std::size_t image = table.require({"Image Index"}),
                      name = table.require({"Finding Label"});
    // The header says "Bbox [x,y,w,h]" without quotes: four columns.
    const std::size_t x = table.require({"Bbox [x", "x"}), y = table.require({"y"}),
                      w = table.require({"w", "width"}), h = table.require({"h]", "h", "height"});
    rows_.over(table, [&](const std::vector<std::string>& fields, const std::string& where) {
      CatalogRecord* record = plan_.find(std::string(trimmed(fields[image])));
      if (!record) {
        plan_.note("mask-without-image", "Boxes belong to no image in the table", where);
        return;
      }
      const auto left = numberOf(fields[x]), top = numberOf(fields[y]), width = numberOf(fields[w]),
                 height = numberOf(fields[h]);
      std::string runs;
      if (left && top && width && height)
        runs = boxRunLengths(
            *left, *top, *width, *height, kImageSize,
            record->reason.empty() ? extentOf(folder_.root() / record->image) : std::nullopt);
      if (runs.empty()) {
        plan_.problem("bad-mask", "Boxes cannot be read or lie outside of the image", where);
        return;
      }
      std::string finding(trimmed(fields[name]));
      if (finding == "Infiltrate") finding = "Infiltration";  // as this table alone calls it
      record->masks.push_back({"box: " + finding, {}, std::move(runs), {}});
    });
  }

  const ImportSettings& settings_;
  std::stop_token stop_;
  DataFolder folder_;
  PlanBuilder plan_;
  RowLoop rows_;
};

class NihImporter : public Importer {
 public:
  std::string id() const override { return "nih-chestxray14"; }
  std::string title() const override { return "NIH ChestX-ray14"; }
  std::string help() const override {
    return "The folder with Data_Entry_2017.csv, the split lists and the folders of images: 14 "
           "findings, boxes for about 900 images; no reports.";
  }

  double suits(const fs::path& path) const override {
    for (const fs::path& file : filesEnding(folderOf(path), ".csv"))
      if (file.filename().string().starts_with("Data_Entry")) return 0.95;
    return 0;
  }

  ImportSettings settingsFor(const fs::path& path) const override {
    return {{"folder", folderOf(path).string()}};
  }

  std::vector<ImportField> fields(const ImportSettings& settings) const override {
    const fs::path folder = settingOf(settings, "folder");
    std::vector<ImportField> fields;
    fields.push_back(folderField("folder", "Folder of the data set",
                                 "The folder with the tables and the images.", {}, true));
    fields.push_back(foundFileField("table", "Table of images",
                                    "Data_Entry_2017.csv or Data_Entry_2017_v2020.csv.", folder,
                                    {"data_entry_2017_v2020.csv", "data_entry_2017.csv"}, true));
    fields.push_back(
        foundFileField("train-list", "Training and validation list",
                       "train_val_list.txt; validation patients are drawn from it later.", folder,
                       {"train_val_list.txt"}));
    fields.push_back(
        foundFileField("test-list", "Test list", "test_list.txt", folder, {"test_list.txt"}));
    fields.push_back(foundFileField("boxes", "Boxes", "BBox_List_2017.csv: they become masks.",
                                    folder, {"bbox_list_2017.csv"}));
    return fields;
  }

  ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                  std::stop_token stop) const override {
    const ImportSettings complete = completeSettings(*this, settings);
    return NihReader(*this, complete, progress, std::move(stop)).read();
  }
};

}  // namespace

std::unique_ptr<Importer> makeNihImporter() {
  return std::make_unique<NihImporter>();
}

}  // namespace mrm
