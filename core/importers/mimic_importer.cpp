// MIMIC-CXR-JPG (JPEG) and MIMIC-CXR (DICOM), as PhysioNet distributes them.
#include <array>
#include <charconv>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/trim.h"
#include "core/importers/data_folder.h"
#include "core/importers/data_set_importer.h"
#include "core/importers/field_values.h"
#include "core/importers/import_reasons.h"
#include "core/importers/importer_list.h"
#include "core/importers/label_cells.h"
#include "core/importers/plan_builder.h"
#include "core/importers/report_files.h"
#include "core/importers/settings.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

enum class Edition { Jpeg, Dicom };

// files/p10/p10000032/s50414267
std::string studyPath(const std::string& subject, const std::string& study) {
  return "files/p" + subject.substr(0, 2) + "/p" + subject + "/s" + study;
}

// What an identifier is made of; anything else is no part of a path.
bool isIdentifier(std::string_view text) {
  return !text.empty() && text.size() <= 64 &&
         text.find_first_not_of("0123456789abcdefABCDEF-") == std::string_view::npos;
}

std::int64_t sizeOf(std::string_view text) {
  const auto number = numberOf(text);
  return number && *number >= 1 && *number < 1e6 ? static_cast<std::int64_t>(*number) : 0;
}

class MimicReader {
 public:
  MimicReader(const Importer& importer, Edition edition, const ImportSettings& settings,
              const ProgressSink& progress, std::stop_token stop)
      : edition_(edition),
        settings_(settings),
        stop_(std::move(stop)),
        folder_(settingOf(settings, "folder"), progress, stop_),
        plan_(importer, folder_.root(), settings, importer.title()),
        rows_{plan_, progress, stop_} {
    const fs::path reports = fullPath(settingOf(settings, "reports"));
    if (settingOf(settings, "reports").empty()) return;
    const fs::path inside = reports.lexically_relative(folder_.root());
    if (!inside.empty() && *inside.begin() != "..") {
      reportFolder_ = &folder_;
      if (inside != ".") reportPrefix_ = inside.generic_string() + "/";
    } else {
      reportFolder_ = &ownReports_.emplace(reports, progress, stop_);
    }
  }

  ImportPlan read() {
    readSplits();
    readLabels("chexpert");
    readLabels("negbio");
    readRecords();
    countUnmatched();
    return plan_.finish(true);
  }

 private:
  void readSplits() {
    const std::string file = settingOf(settings_, "split");
    if (file.empty()) return;
    TableFile table(file);
    const std::size_t image = table.require({"dicom_id"}), split = table.require({"split"});
    const auto subject = table.find({"subject_id"});
    rows_.over(table, [&](const std::vector<std::string>& fields, const std::string& where) {
      const auto value = splitOf(fields[split]);
      if (!value) {
        plan_.problem("bad-value", "Splits cannot be read and are left out", where);
        return;
      }
      splits_[std::string(trimmed(fields[image]))] = {
          *value, subject ? std::string(trimmed(fields[*subject])) : "", false};
    });
  }

  void readLabels(const std::string& task) {
    const std::string file = settingOf(settings_, task);
    if (file.empty()) return;
    TableFile table(file);
    const std::size_t study = table.require({"study_id"});
    const LabelColumns columns = LabelColumns::allBut(table, task, {"subject_id", "study_id"});
    rows_.over(table, [&](const std::vector<std::string>& fields, const std::string& where) {
      CatalogRecord record;
      for (std::size_t i = 0; i < columns.names.size(); ++i)
        takeLabel(plan_, record, {task, columns.names[i]}, fields[columns.columns[i]], where);
      StudyLabels& labels = labels_[std::string(trimmed(fields[study]))];
      if (!labels.tasks.empty() && labels.tasks.back() == tasks_.size()) {
        plan_.problem("conflict", "Studies have labels twice; the first are taken", where);
        return;
      }
      for (const Label& label : record.labels) labels.values.push_back(label.value);
      // Of a row with a label that cannot be read, the names no longer fit the values.
      if (!record.reason.empty()) {
        labels.reason = record.reason;
        labels.values.resize(labels.values.size() - record.labels.size());
      } else {
        labels.tasks.push_back(tasks_.size());
      }
      labels.where = where;
    });
    tasks_.push_back(columns);
  }

  void readRecords() {
    const std::string metadata = settingOf(settings_, "metadata");
    const std::string list = settingOf(settings_, "records");
    if (metadata.empty() && list.empty())
      throw Error("there is neither a table of metadata nor a list of records",
                  folder_.root().string(),
                  "Choose the folder that holds mimic-cxr-…-metadata.csv or cxr-record-list.csv.");
    if (!metadata.empty()) readTable(metadata);
    if (!list.empty() && metadata.empty()) readTable(list);
  }

  void readTable(const std::string& file) {
    TableFile table(file);
    const std::size_t image = table.require({"dicom_id"}), subject = table.require({"subject_id"}),
                      study = table.require({"study_id"});
    const auto path = table.find({"path"}), view = table.find({"ViewPosition"}),
               date = table.find({"StudyDate"}), rowsColumn = table.find({"Rows"}),
               columns = table.find({"Columns"});
    rows_.over(table, [&](const std::vector<std::string>& fields, const std::string& where) {
      const auto cell = [&](const std::optional<std::size_t>& column) {
        return column ? std::string(trimmed(fields[*column])) : std::string();
      };
      CatalogRecord record;
      record.provenance = where;
      record.instance = cell(image);
      record.patient = cell(subject);
      record.study = cell(study);
      record.view = viewOf(cell(view));
      record.date = dateOf(cell(date));
      record.height = sizeOf(cell(rowsColumn));
      record.width = sizeOf(cell(columns));
      if (!isIdentifier(record.instance) || !isIdentifier(record.patient) ||
          !isIdentifier(record.study)) {
        plan_.problem("bad-row", "Lines hold no identifiers", where);
        record.key = where;
        record.reason = std::string(reasons::kBadRow) + ": an identifier is missing or damaged.";
        plan_.add(std::move(record));
        return;
      }
      takeImage(record, cell(path));
      takeSplit(record);
      takeLabels(record);
      takeReport(record);
      plan_.add(std::move(record));
    });
  }

  void takeImage(CatalogRecord& record, const std::string& path) {
    const std::string ending = edition_ == Edition::Jpeg ? ".jpg" : ".dcm";
    std::string name = studyPath(record.patient, record.study) + "/" + record.instance + ending;
    if (edition_ == Edition::Dicom && !path.empty()) name = path;
    DataFolder::Found found = folder_.find(name);
    record.image = found.path;
    record.key = record.instance;
    if (found.problem.empty()) return;
    plan_.problem("row-without-image", "Images are listed but not there",
                  record.provenance + ": " + name);
    record.reason = found.problem;
  }

  void takeSplit(CatalogRecord& record) {
    if (splits_.empty()) return;
    const auto found = splits_.find(record.instance);
    if (found == splits_.end()) {
      plan_.note("image-without-split", "Images are in no split", record.provenance);
      return;
    }
    found->second.isUsed = true;
    record.split = found->second.split;
    if (!found->second.subject.empty() && found->second.subject != record.patient) {
      plan_.problem("conflict", "The split list gives an image to another patient",
                    record.provenance);
      PlanBuilder::setAside(record, std::string(reasons::kConflict) + ": patient.");
    }
  }

  void takeLabels(CatalogRecord& record) {
    if (tasks_.empty()) return;
    const auto found = labels_.find(record.study);
    if (found == labels_.end()) {
      plan_.note("image-without-labels", "Images belong to a study without labels",
                 record.provenance);
      return;
    }
    StudyLabels& labels = found->second;
    labels.isUsed = true;
    std::size_t value = 0;
    for (const std::size_t task : labels.tasks)
      for (const std::string& name : tasks_[task].names)
        record.labels.push_back({tasks_[task].task, name, labels.values[value++]});
    if (!labels.reason.empty()) PlanBuilder::setAside(record, labels.reason);
  }

  void takeReport(CatalogRecord& record) {
    if (!reportFolder_) return;
    if (record.study != lastStudy_) {  // the images of a study stand together
      lastStudy_ = record.study;
      const auto found =
          reportFolder_->find(reportPrefix_ + studyPath(record.patient, record.study) + ".txt");
      lastReport_ = found.problem.empty()
                        ? readReportFile(reportFolder_->root() / found.path, plan_)
                        : ReportFile{{}, reasons::kReportMissing};
    }
    mrm::takeReport(record, record.study, lastReport_,
                    settingOf(settings_, "empty-report") == "quarantine", plan_);
  }

  void countUnmatched() {
    plan_.noteAll("image-without-row", "Images are in the folder that the table does not name",
                  folder_.unusedImages());
    if (reportFolder_)
      for (const std::string& file : reportFolder_->unusedFiles({"txt"}))
        if (file.find("/s") != std::string::npos || file.starts_with("s"))
          plan_.note("report-without-image", "Reports belong to no image in the table", file);
    for (const auto& [image, split] : splits_)
      if (!split.isUsed)
        plan_.note("row-without-image", "Images are in the split list alone", image);
    for (const auto& [study, labels] : labels_)
      if (!labels.isUsed)
        plan_.note("row-without-image", "Labels belong to a study without an image", labels.where);
    plan_.noteAll("skipped", "Folders could not be read", folder_.index().unreadable());
  }

  struct SplitRow {
    Split split = Split::None;
    std::string subject;
    bool isUsed = false;
  };
  struct StudyLabels {
    std::vector<std::size_t> tasks;  // indices into tasks_
    std::vector<LabelValue> values;  // of those tasks, one after the other
    std::string reason, where;
    bool isUsed = false;
  };

  Edition edition_;
  const ImportSettings& settings_;
  std::stop_token stop_;
  DataFolder folder_;
  PlanBuilder plan_;
  RowLoop rows_;
  std::optional<DataFolder> ownReports_;
  DataFolder* reportFolder_ = nullptr;
  std::string reportPrefix_;  // of the reports inside of the data set's folder
  std::unordered_map<std::string, SplitRow> splits_;
  std::vector<LabelColumns> tasks_;
  std::unordered_map<std::string, StudyLabels> labels_;
  std::string lastStudy_;
  ReportFile lastReport_;
};

class MimicImporter : public Importer {
 public:
  explicit MimicImporter(Edition edition) : edition_(edition) {}

  std::string id() const override {
    return edition_ == Edition::Jpeg ? "mimic-cxr-jpg" : "mimic-cxr";
  }
  std::string title() const override {
    return edition_ == Edition::Jpeg ? "MIMIC-CXR-JPG" : "MIMIC-CXR (DICOM)";
  }
  std::string help() const override {
    return edition_ == Edition::Jpeg
               ? "The folder of MIMIC-CXR-JPG with its tables of metadata, splits and labels; the "
                 "reports are those of MIMIC-CXR (mimic-cxr-reports.zip, unpacked)."
               : "The folder of MIMIC-CXR with cxr-record-list.csv and the tree of DICOM files and "
                 "reports; tables of MIMIC-CXR-JPG add splits, labels and views.";
  }

  double suits(const fs::path& path) const override {
    const fs::path folder = folderOf(path);
    if (edition_ == Edition::Dicom)
      return !filesEnding(folder, "cxr-record-list.csv").empty() ? 0.9 : 0;
    for (const fs::path& file : filesEnding(folder, "metadata.csv"))
      if (file.filename().string().starts_with("mimic-cxr")) return 0.95;
    return 0;
  }

  ImportSettings settingsFor(const fs::path& path) const override {
    return {{"folder", folderOf(path).string()}};
  }

  std::vector<ImportField> fields(const ImportSettings& settings) const override {
    const fs::path folder = settingOf(settings, "folder");
    std::vector<ImportField> fields;
    fields.push_back(folderField("folder", "Folder of the data set",
                                 "The folder with the tables and the folder files/.", {}, true));
    if (edition_ == Edition::Dicom)
      fields.push_back(foundFileField("records", "List of records",
                                      "cxr-record-list.csv: image, study, patient and path.",
                                      folder, {"cxr-record-list.csv"}));
    fields.push_back(foundFileField(
        "metadata", "Metadata", "mimic-cxr-2.0.0-metadata.csv(.gz): image, study, patient, view.",
        folder, {"-metadata.csv"}));
    fields.push_back(foundFileField("split", "Official splits",
                                    "mimic-cxr-2.0.0-split.csv(.gz): train, validate, test.",
                                    folder, {"-split.csv"}));
    fields.push_back(foundFileField("chexpert", "Labels by CheXpert",
                                    "mimic-cxr-2.0.0-chexpert.csv(.gz)", folder,
                                    {"-chexpert.csv"}));
    fields.push_back(foundFileField("negbio", "Labels by NegBio", "mimic-cxr-2.0.0-negbio.csv(.gz)",
                                    folder, {"-negbio.csv"}));
    fields.push_back(folderField("reports", "Folder of the reports",
                                 "Holds files/p10/p10000032/s50414267.txt.",
                                 reportsOf(folder).string()));
    fields.push_back(emptyReportField(true));
    return fields;
  }

  ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                  std::stop_token stop) const override {
    const ImportSettings complete = completeSettings(*this, settings);
    return MimicReader(*this, edition_, complete, progress, std::move(stop)).read();
  }

 private:
  // Beside or inside of the folder; the folder itself for the edition that holds its reports.
  fs::path reportsOf(const fs::path& folder) const {
    if (folder.empty()) return {};
    std::error_code code;
    for (const fs::path& candidate : {folder / "mimic-cxr-reports", folder / "reports",
                                      fullPath(folder).parent_path() / "mimic-cxr-reports"})
      if (fs::is_directory(candidate, code)) return candidate;
    return folder;
  }

  Edition edition_;
};

}  // namespace

std::unique_ptr<Importer> makeMimicJpgImporter() {
  return std::make_unique<MimicImporter>(Edition::Jpeg);
}

std::unique_ptr<Importer> makeMimicImporter() {
  return std::make_unique<MimicImporter>(Edition::Dicom);
}

}  // namespace mrm
