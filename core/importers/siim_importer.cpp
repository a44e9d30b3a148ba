// SIIM-ACR pneumothorax: run lengths in a table with DICOM images, or PNG images with mask files.
#include <algorithm>

#include "core/base/error.h"
#include "core/base/trim.h"
#include "core/catalog/run_lengths.h"
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

constexpr std::int64_t kImageSize = 1024;  // of the challenge's images, which run lengths refer to
const std::vector<std::string> kEndings = {".dcm", ".png", ".jpg", ".jpeg"};
constexpr const char* kClass = "Pneumothorax";
constexpr const char* kMask = "pneumothorax";

class SiimReader {
 public:
  SiimReader(const Importer& importer, const ImportSettings& settings, const ProgressSink& progress,
             std::stop_token stop)
      : settings_(settings),
        stop_(std::move(stop)),
        folder_(settingOf(settings, "folder"), progress, stop_),
        plan_(importer, folder_.root(), settings, importer.title()),
        rows_{plan_, progress, stop_} {
    if (const fs::path masks = settingOf(settings, "masks"); !masks.empty()) {
      maskFolder_ = fullPath(masks).lexically_relative(folder_.root());
      if (maskFolder_.empty() || *maskFolder_.begin() == "..")
        throw Error("lies outside of the data set's folder", masks.string());
      folder_.leaveOut(maskFolder_);
    }
  }

  ImportPlan read() {
    for (const char* field : {"table", "test-table"}) {
      const std::string file = settingOf(settings_, field);
      if (!file.empty()) readTable(file, std::string_view(field) == "test-table");
    }
    plan_.noteAll("image-without-row", "Images are in the folder that the table does not name",
                  folder_.unusedImages());
    return plan_.finish(true);
  }

 private:
  void readTable(const std::string& file, bool isTest) {
    TableFile table(file);
    const std::size_t id = table.require({"ImageId"});
    const auto runs = table.find({"EncodedPixels"}), fileName = table.find({"new_filename"}),
               hasMask = table.find({"has_pneumo"});
    if (!runs && !(fileName && hasMask))
      throw Error("has neither a column EncodedPixels nor new_filename and has_pneumo",
                  table.name());
    rows_.over(table, [&](const std::vector<std::string>& fields, const std::string& where) {
      const std::string name(trimmed(fields[id]));
      CatalogRecord* record = plan_.find(name);
      const bool isNew = record == nullptr;
      if (isNew) {
        plan_.add(newRecord(name, fileName ? fields[*fileName] : name, where));
        record = plan_.find(name.empty() ? where : name);
        if (fileName) record->split = isTest ? Split::Test : Split::Training;
      }
      if (runs)
        takeRuns(*record, fields[*runs], isNew, where);
      else
        takeMaskFile(*record, fields[*fileName], fields[*hasMask], isNew, where);
    });
  }

  CatalogRecord newRecord(const std::string& name, const std::string& file,
                          const std::string& where) {
    CatalogRecord record;
    record.provenance = where;
    record.key = name.empty() ? where : name;
    record.instance = name;
    // The data set gives each patient one image; a DICOM header may say more once it is read.
    record.patient = record.study = name;
    DataFolder::Found found = findImage(file);
    record.image = std::move(found.path);
    record.reason = found.problem;
    if (!found.problem.empty())
      plan_.problem("row-without-image", "Images are listed but not there", where + ": " + file);
    return record;
  }

  // Masks have the images' names: of two files, the one that is no mask.
  DataFolder::Found findImage(const std::string& file) {
    DataFolder::Found found = folder_.findByName(file, kEndings);
    if (found.problem != reasons::kImageAmbiguous || maskFolder_.empty()) return found;
    for (const std::string& path : folder_.index().files()) {
      if (!path.ends_with("/" + file) || path.starts_with(maskFolder_.generic_string() + "/"))
        continue;
      return folder_.find(path);
    }
    return found;
  }

  void takeRuns(CatalogRecord& record, const std::string& cell, bool isNew,
                const std::string& where) {
    const std::string_view runs = trimmed(cell);
    const std::string problem = runLengthsProblem(runs, kImageSize, kImageSize);
    if (!problem.empty()) {
      plan_.problem("bad-mask", "Run lengths cannot be read", where + ": " + problem);
      PlanBuilder::setAside(record, std::string(reasons::kBadMask) + ".");
      return;
    }
    const bool isEmpty = runs == "-1" || runs.empty();
    takeValue(record, isEmpty ? LabelValue::Negative : LabelValue::Positive, isNew, where);
    for (const Mask& mask : record.masks)
      if (mask.runLengths == (isEmpty ? "" : runs)) {
        plan_.note("duplicate", "Masks are listed twice", where);
        return;
      }
    record.masks.push_back({kMask, {}, isEmpty ? "" : std::string(runs), {}});
  }

  void takeMaskFile(CatalogRecord& record, const std::string& file, const std::string& has,
                    bool isNew, const std::string& where) {
    const auto value = labelOf(has);
    if (!value) {
      takeLabel(plan_, record, {"siim", kClass}, has, where);
      return;
    }
    takeValue(record, *value, isNew, where);
    if (!isNew) {
      plan_.note("duplicate", "Images are listed twice", where);
      return;
    }
    if (maskFolder_.empty()) return;
    const fs::path mask = maskFolder_ / std::string(trimmed(file));
    const DataFolder::Found found = folder_.find(mask.generic_string());
    if (!found.problem.empty()) {
      plan_.problem("bad-mask", "Mask files are not there", where + ": " + mask.generic_string());
      PlanBuilder::setAside(record, reasons::kMaskMissing);
      return;
    }
    record.masks.push_back({kMask, found.path, {}, {}});
  }

  // One line without a mask and another with one contradict each other.
  void takeValue(CatalogRecord& record, LabelValue value, bool isNew, const std::string& where) {
    if (isNew || record.labels.empty()) {
      record.labels.push_back({"siim", kClass, value});
    } else if (record.labels.front().value != value) {
      plan_.problem("conflict", "An image has a mask in one line and none in another",
                    record.provenance + " and " + where);
      PlanBuilder::setAside(record, std::string(reasons::kConflict) + ": mask.");
    }
  }

  const ImportSettings& settings_;
  std::stop_token stop_;
  DataFolder folder_;
  PlanBuilder plan_;
  RowLoop rows_;
  fs::path maskFolder_;
};

class SiimImporter : public Importer {
 public:
  std::string id() const override { return "siim-acr"; }
  std::string title() const override { return "SIIM-ACR pneumothorax"; }
  std::string help() const override {
    return "The folder of the SIIM-ACR pneumothorax challenge: train-rle.csv with the DICOM "
           "images, "
           "or PNG images with a folder of masks.";
  }

  double suits(const fs::path& path) const override {
    const fs::path table = tableIn(folderOf(path));
    if (table.empty()) return 0;
    try {
      const std::vector<std::string> header = readTableStart(table, {}, 1).header;
      const auto has = [&](const char* name) {
        return std::find(header.begin(), header.end(), name) != header.end();
      };
      return has("ImageId") && (has("EncodedPixels") || has("has_pneumo")) ? 0.95 : 0;
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
                                 "The folder with the table and the images.", {}, true));
    ImportField table = fileField("table", "Table",
                                  "train-rle.csv or stage_2_train.csv (run lengths), or "
                                  "stage_1_train_images.csv (PNG images with mask files).",
                                  tableIn(folder).string(), true);
    fields.push_back(table);
    fields.push_back(foundFileField("test-table", "Table of the test images",
                                    "stage_1_test_images.csv, of the layout with mask files.",
                                    folder, {"test_images.csv"}));
    std::error_code code;
    fields.push_back(folderField("masks", "Folder of masks",
                                 "png_masks, of the layout with mask files.",
                                 !folder.empty() && fs::is_directory(folder / "png_masks", code)
                                     ? (folder / "png_masks").string()
                                     : ""));
    return fields;
  }

  ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                  std::stop_token stop) const override {
    const ImportSettings complete = completeSettings(*this, settings);
    return SiimReader(*this, complete, progress, std::move(stop)).read();
  }

 private:
  static fs::path tableIn(const fs::path& folder) {
    return fileEndingWith(
        folder, {"train-rle.csv", "stage_2_train.csv", "train_images.csv", "train-rle-sample.csv"});
  }
};

}  // namespace

std::unique_ptr<Importer> makeSiimImporter() {
  return std::make_unique<SiimImporter>();
}

}  // namespace mrm
