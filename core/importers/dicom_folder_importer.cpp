// A folder of DICOM files as a hospital or an archive gave it, indexed by the files' headers.
#include <array>
#include <fstream>
#include <unordered_map>

#include "core/base/error.h"
#include "core/importers/csv_rows.h"
#include "core/importers/data_set_importer.h"
#include "core/importers/dicom_indexing.h"
#include "core/importers/field_values.h"
#include "core/importers/file_index.h"
#include "core/importers/import_reasons.h"
#include "core/importers/importer_list.h"
#include "core/importers/plan_builder.h"
#include "core/importers/report_files.h"
#include "core/importers/report_table.h"
#include "core/importers/settings.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

constexpr int kFilesToTry = 200;  // looked at to see whether a folder holds DICOM

class DicomFolderReader {
 public:
  DicomFolderReader(const Importer& importer, const ImportSettings& settings,
                    const ProgressSink& progress, std::stop_token stop)
      : settings_(settings),
        progress_(progress),
        stop_(std::move(stop)),
        index_(settingOf(settings, "folder"), progress, stop_),
        plan_(importer, index_.root(), settings) {}

  ImportPlan read() {
    readReports();
    readReportFolder();
    std::vector<IndexedFile> files = indexDicom(index_.root(), index_.files(), progress_, stop_);
    for (std::size_t i = 0; i < files.size(); ++i)
      if (files[i].kind == IndexedFile::Kind::Report) takeStructuredReport(files[i], i);
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (files[i].kind == IndexedFile::Kind::Image)
        takeImage(files[i]);
      else
        countOther(files[i], index_.files()[i]);
    }
    for (const auto& [key, report] : reports_)
      if (!report.isUsed)
        plan_.problem("report-without-image", "Reports belong to no image", report.where);
    plan_.noteAll("skipped", "Folders could not be read", index_.unreadable());
    return plan_.finish(true);
  }

 private:
  struct ReportText {
    ReportFile report;
    std::string where;
    bool isUsed = false;
  };

  void takeImage(IndexedFile& file) {
    CatalogRecord& record = file.record;
    if (file.frames > 1)
      plan_.note("multi-frame", "Files hold several frames, of which the first is taken",
                 record.provenance);
    if (file.hasBurnedInText)
      plan_.note("burned-in-text", "Images have text burned in, which may name the patient",
                 record.provenance);
    if (record.reason.empty()) takeReport(record, file);
    plan_.add(std::move(record));
  }

  void takeReport(CatalogRecord& record, const IndexedFile& file) {
    for (const std::string& key : {record.instance, file.accession, record.study}) {
      const auto found = key.empty() ? reports_.end() : reports_.find(key);
      if (found == reports_.end()) continue;
      found->second.isUsed = true;
      mrm::takeReport(record, key, found->second.report, isStrict(), plan_);
      return;
    }
    if (reports_.empty() && !isStrict()) return;  // none were promised
    mrm::takeReport(record, {}, {{}, reasons::kReportMissing}, isStrict(), plan_);
  }

  bool isStrict() const { return settingOf(settings_, "empty-report") == "quarantine"; }

  void countOther(const IndexedFile& file, const std::string& name) {
    switch (file.kind) {
      case IndexedFile::Kind::Index:
        plan_.note("skipped", "Directories of a medium (DICOMDIR) are not needed", name);
        break;
      case IndexedFile::Kind::Other:
        plan_.note("skipped", "DICOM objects without an image: " + file.what, name);
        break;
      case IndexedFile::Kind::NoDicom:
        if (!isReportFile(name))
          plan_.note("skipped", "Files that are no DICOM: " + file.what, name);
        break;
      default:
        break;
    }
  }

  bool isReportFile(const std::string& name) const { return reportFiles_.count(name) != 0; }

  void addReport(const std::string& key, ReportFile report, const std::string& where) {
    const auto [place, isNew] =
        reports_.try_emplace(key, ReportText{std::move(report), where, false});
    if (!isNew)
      plan_.problem("conflict", "A study has two reports; the first is taken",
                    place->second.where + " and " + where);
  }

  void takeStructuredReport(const IndexedFile& file, std::size_t i) {
    const std::string& name = index_.files()[i];
    if (file.text.empty() || file.study.empty())
      plan_.note("skipped", "Structured reports without text", name);
    else
      addReport(file.study, {file.text, {}}, name);
  }

  void readReports() {
    readReportTable(settings_, "report-key-column", RowLoop{plan_, progress_, stop_},
                    [&](const std::string& key, const std::string& text, const std::string& where) {
                      if (!key.empty())
                        addReport(key, {text, text.empty() ? reasons::kReportEmpty : ""}, where);
                    });
  }

  // STUDY.txt, ACCESSION.txt.
  void readReportFolder() {
    const std::string folder = settingOf(settings_, "report-folder");
    if (folder.empty()) return;
    const FileIndex files(folder, progress_, stop_);
    for (const std::string& file : files.files()) {
      if (fileEnding(file) != "txt") continue;
      if (stop_.stop_requested()) throw Stopped();
      const std::string name = file.substr(file.rfind('/') + 1);
      addReport(name.substr(0, name.size() - 4), readReportFile(files.root() / file, plan_), file);
      const fs::path inside = (files.root() / file).lexically_relative(index_.root());
      reportFiles_.emplace(inside.generic_string(), true);
    }
  }

  const ImportSettings& settings_;
  const ProgressSink& progress_;
  std::stop_token stop_;
  FileIndex index_;
  PlanBuilder plan_;
  std::unordered_map<std::string, ReportText> reports_;  // by instance, accession or study
  std::unordered_map<std::string, bool> reportFiles_;
};

// Whether the file begins as a DICOM file with a preamble does.
bool hasDicomPreamble(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::array<char, 132> start{};
  return in.read(start.data(), start.size()) && std::string_view(start.data() + 128, 4) == "DICM";
}

// The share of DICOM files among the first files below the folder.
double shareOfDicom(const fs::path& folder) {
  int dicom = 0, seen = 0;
  std::error_code code;
  for (auto entry = fs::recursive_directory_iterator(
           folder, fs::directory_options::skip_permission_denied, code);
       !code && entry != fs::recursive_directory_iterator() && seen < kFilesToTry;
       entry.increment(code)) {
    std::error_code ignored;
    if (!entry->is_regular_file(ignored)) continue;
    ++seen;
    const std::string ending = fileEnding(entry->path().string());
    if (ending == "dcm" || ending == "dicom" || (ending.empty() && hasDicomPreamble(entry->path())))
      ++dicom;
  }
  return seen == 0 ? 0 : static_cast<double>(dicom) / seen;
}

class DicomFolderImporter : public Importer {
 public:
  std::string id() const override { return "dicom-folder"; }
  std::string title() const override { return "Folder of DICOM files"; }
  std::string help() const override {
    return "DICOM files in a folder and those below it, whatever they are called: patients, "
           "studies "
           "and views from their headers; reports from structured reports, a table or text files.";
  }

  double suits(const fs::path& path) const override {
    std::error_code code;
    if (fs::is_directory(path, code)) {
      const double share = shareOfDicom(path);
      return share == 0 ? 0 : 0.3 + 0.5 * share;
    }
    return hasDicomPreamble(path) ? 0.6 : 0;
  }

  ImportSettings settingsFor(const fs::path& path) const override {
    return {{"folder", folderOf(path).string()}};
  }

  std::vector<ImportField> fields(const ImportSettings& settings) const override {
    std::vector<ImportField> fields;
    fields.push_back(folderField("folder", "Folder", "The folder with the DICOM files.", {}, true));
    for (ImportField& field : reportTableFields(settings, "report-key-column",
                                                "Accession, study or image column", "study-column"))
      fields.push_back(std::move(field));
    fields.push_back(folderField("report-folder", "Folder of reports",
                                 "Text files named after the accession number or study."));
    fields.push_back(emptyReportField(false));
    return fields;
  }

  std::vector<std::vector<std::string>> preview(const ImportSettings& settings,
                                                std::size_t rows) const override {
    return previewTable(settingOf(settings, "reports"), settings, rows);
  }

  ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                  std::stop_token stop) const override {
    const ImportSettings complete = completeSettings(*this, settings);
    return DicomFolderReader(*this, complete, progress, std::move(stop)).read();
  }
};

}  // namespace

std::unique_ptr<Importer> makeDicomFolderImporter() {
  return std::make_unique<DicomFolderImporter>();
}

}  // namespace mrm
