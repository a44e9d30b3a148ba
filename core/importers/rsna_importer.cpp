// RSNA pneumonia detection challenge: a line per box, several a patient; DICOM images.
#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/base/trim.h"
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

constexpr std::int64_t kImageSize = 1024;  // of the challenge's images, which boxes refer to
const std::vector<std::string> kEndings = {".dcm", ".png", ".jpg", ".jpeg"};
const std::vector<std::string> kDetailed = {"Normal", "No Lung Opacity / Not Normal",
                                            "Lung Opacity"};

class RsnaReader {
 public:
  RsnaReader(const Importer& importer, const ImportSettings& settings, const ProgressSink& progress,
             std::stop_token stop)
      : settings_(settings),
        stop_(std::move(stop)),
        folder_(settingOf(settings, "folder"), progress, stop_),
        plan_(importer, folder_.root(), settings, importer.title()),
        rows_{plan_, progress, stop_} {}

  ImportPlan read() {
    readLabels();
    readClasses();
    plan_.noteAll("image-without-row",
                  "Images are in the folder that the table does not name (the test images have no "
                  "labels)",
                  folder_.unusedImages());
    return plan_.finish(true);
  }

 private:
  void readLabels() {
    TableFile table(settingOf(settings_, "table"));
    const std::size_t patient = table.require({"patientId"}), target = table.require({"Target"}),
                      x = table.require({"x"}), y = table.require({"y"}),
                      w = table.require({"width"}), h = table.require({"height"});
    rows_.over(table, [&](const std::vector<std::string>& fields, const std::string& where) {
      const std::string name(trimmed(fields[patient]));
      CatalogRecord* record = plan_.find(name);
      if (!record) {
        plan_.add(newRecord(name, fields[target], where));
        record = plan_.find(name.empty() ? where : name);
      } else {
        compareTarget(*record, fields[target], where);
      }
      takeBox(*record, fields[x], fields[y], fields[w], fields[h], where);
    });
  }

  CatalogRecord newRecord(const std::string& name, const std::string& target,
                          const std::string& where) {
    CatalogRecord record;
    record.provenance = where;
    record.key = name.empty() ? where : name;
    record.patient = record.study = name;  // one image a patient
    DataFolder::Found found = folder_.findByName(name, kEndings);
    record.image = std::move(found.path);
    record.reason = found.problem;
    if (!found.problem.empty())
      plan_.problem("row-without-image", "Images are listed but not there", where + ": " + name);
    takeLabel(plan_, record, {"rsna", "Pneumonia"}, target, where);
    return record;
  }

  void compareTarget(CatalogRecord& record, const std::string& target, const std::string& where) {
    const auto value = labelOf(target);
    if (record.labels.empty() || !value || record.labels.front().value == *value) return;
    plan_.problem("conflict", "A patient's lines give different targets",
                  record.provenance + " and " + where);
    PlanBuilder::setAside(record, std::string(reasons::kConflict) + ": 'Pneumonia'.");
  }

  void takeBox(CatalogRecord& record, const std::string& x, const std::string& y,
               const std::string& width, const std::string& height, const std::string& where) {
    if (trimmed(x).empty() && trimmed(width).empty()) return;
    const auto left = numberOf(x), top = numberOf(y), w = numberOf(width), h = numberOf(height);
    std::string runs;
    if (left && top && w && h)
      runs = boxRunLengths(
          *left, *top, *w, *h, kImageSize,
          record.reason.empty() ? extentOf(folder_.root() / record.image) : std::nullopt);
    if (runs.empty()) {
      plan_.problem("bad-mask", "Boxes cannot be read or lie outside of the image", where);
      PlanBuilder::setAside(record, std::string(reasons::kBadMask) + ".");
      return;
    }
    const std::string box = "box: pneumonia";
    for (const Mask& mask : record.masks)
      if (mask.runLengths == runs) {
        plan_.note("duplicate", "Boxes are listed twice", where);
        return;
      }
    record.masks.push_back({box, {}, std::move(runs), {}});
  }

  void readClasses() {
    const std::string file = settingOf(settings_, "classes");
    if (file.empty()) return;
    TableFile table(file);
    const std::size_t patient = table.require({"patientId"}), name = table.require({"class"});
    std::map<std::string, std::string> seen;
    rows_.over(table, [&](const std::vector<std::string>& fields, const std::string& where) {
      const std::string key(trimmed(fields[patient])), value(trimmed(fields[name]));
      CatalogRecord* record = plan_.find(key);
      if (!record) {
        plan_.note("row-without-image", "Detailed classes belong to no line of labels", where);
        return;
      }
      const auto [place, isNew] = seen.try_emplace(key, value);
      if (!isNew && place->second != value) {
        plan_.problem("conflict", "A patient's lines give different classes", where);
        PlanBuilder::setAside(*record, std::string(reasons::kConflict) + ": class.");
      }
      if (!isNew) return;
      if (std::find(kDetailed.begin(), kDetailed.end(), value) == kDetailed.end()) {
        plan_.problem("bad-label", "Classes are none of the three", where + ": '" + value + "'");
        PlanBuilder::setAside(*record, std::string(reasons::kBadLabel) + ": '" + value + "'.");
        return;
      }
      takeChosen(*record, "rsna-class", kDetailed, {value});
    });
  }

  const ImportSettings& settings_;
  std::stop_token stop_;
  DataFolder folder_;
  PlanBuilder plan_;
  RowLoop rows_;
};

class RsnaImporter : public Importer {
 public:
  std::string id() const override { return "rsna-pneumonia"; }
  std::string title() const override { return "RSNA pneumonia"; }
  std::string help() const override {
    return "The folder of the RSNA pneumonia detection challenge with stage_2_train_labels.csv and "
           "the DICOM images: target, boxes as masks, detailed classes; no reports.";
  }

  double suits(const fs::path& path) const override {
    const fs::path table =
        fileEndingWith(folderOf(path), {"stage_2_train_labels.csv", "train_labels.csv"});
    if (table.empty()) return 0;
    try {
      const std::vector<std::string> header = readTableStart(table, {}, 1).header;
      return !header.empty() && header.front() == "patientId" && header.back() == "Target" ? 0.95
                                                                                           : 0;
    } catch (const std::exception&) {
      return 0;
    }
  }

  ImportSettings settingsFor(const fs::path& path) const override {
    return {{"folder", folderOf(path).string()}};
  }

  std::vector<ImportField> fields(const ImportSettings& settings) const override {
    const fs::path folder = settingOf(settings, "folder");
    std::vector<ImportField> fields;
    fields.push_back(folderField("folder", "Folder of the data set",
                                 "The folder with the tables and the images.", {}, true));
    fields.push_back(foundFileField("table", "Table of labels",
                                    "stage_2_train_labels.csv: patient, box, target.", folder,
                                    {"stage_2_train_labels.csv", "train_labels.csv"}, true));
    fields.push_back(foundFileField("classes", "Detailed classes",
                                    "stage_2_detailed_class_info.csv", folder,
                                    {"detailed_class_info.csv"}));
    return fields;
  }

  ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                  std::stop_token stop) const override {
    const ImportSettings complete = completeSettings(*this, settings);
    return RsnaReader(*this, complete, progress, std::move(stop)).read();
  }
};

}  // namespace

std::unique_ptr<Importer> makeRsnaImporter() {
  return std::make_unique<RsnaImporter>();
}

}  // namespace mrm
