// The Open-I collection of Indiana University: a report an XML file, with the names of its images.
#include <algorithm>
#include <optional>

#include "core/base/error.h"
#include "core/base/trim.h"
#include "core/importers/data_folder.h"
#include "core/importers/data_set_importer.h"
#include "core/importers/import_reasons.h"
#include "core/importers/importer_list.h"
#include "core/importers/plan_builder.h"
#include "core/importers/settings.h"
#include "core/text/openi_xml.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kEndings = {".png", ".jpg", ".jpeg", ".dcm"};

class OpenIReader {
 public:
  OpenIReader(const Importer& importer, const ImportSettings& settings,
              const ProgressSink& progress, std::stop_token stop)
      : settings_(settings),
        progress_(progress),
        stop_(std::move(stop)),
        folder_(settingOf(settings, "images"), progress, stop_),
        reports_(settingOf(settings, "reports"), progress, stop_),
        plan_(importer, folder_.root(), settings, importer.title()) {}

  ImportPlan read() {
    std::vector<std::string> files;
    for (const std::string& file : reports_.files())
      if (fileEnding(file) == "xml") files.push_back(file);
    if (files.empty())
      throw Error("holds no XML files", reports_.root().string(),
                  "Choose the folder with the reports (ecgen-radiology).");
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (stop_.stop_requested()) throw Stopped();
      if (progress_ && i % 64 == 0)
        progress_({static_cast<std::int64_t>(i), static_cast<std::int64_t>(files.size()),
                   "Reading reports"});
      readReport(files[i]);
    }
    plan_.noteAll("image-without-row", "Images are in the folder that no report names",
                  folder_.unusedImages());
    return plan_.finish(true);
  }

 private:
  void readReport(const std::string& file) {
    OpenIReport report;
    try {
      report = readOpenI(reports_.root() / file);
    } catch (const Error& error) {
      plan_.problem("bad-row", "Reports cannot be read", file + ": " + error.problem());
      return;
    }
    const bool isEmpty = trimmed(report.text).empty();
    if (isEmpty) plan_.note("image-without-report", "Reports are empty", file);
    if (report.images.empty()) plan_.note("report-without-image", "Reports name no image", file);
    for (const OpenIImage& image : report.images) {
      CatalogRecord record;
      record.key = image.id;
      record.provenance = file;
      record.instance = image.id;
      record.patient = record.study = report.id;  // each patient has one study in the collection
      DataFolder::Found found = folder_.findByName(image.id, kEndings);
      record.image = std::move(found.path);
      record.reason = found.problem;
      if (!found.problem.empty())
        plan_.problem("row-without-image", "Reports name images that are not there",
                      file + ": " + image.id);
      if (!isEmpty)
        record.report = Report{report.id, report.text};
      else if (settingOf(settings_, "empty-report") == "quarantine")
        PlanBuilder::setAside(record, reasons::kReportEmpty);
      takeTerms(record, report);
      plan_.add(std::move(record));
    }
  }

  // "Cardiomegaly/mild" speaks of Cardiomegaly. A term that is not named says nothing.
  static void takeTerms(CatalogRecord& record, const OpenIReport& report) {
    for (const std::string& term : report.majorTerms) {
      const std::string name(trimmed(std::string_view(term).substr(0, term.find('/'))));
      const bool isKnown = std::any_of(record.labels.begin(), record.labels.end(),
                                       [&](const Label& label) { return label.name == name; });
      if (!name.empty() && !isKnown) record.labels.push_back({"mesh", name, LabelValue::Positive});
    }
  }

  const ImportSettings& settings_;
  const ProgressSink& progress_;
  std::stop_token stop_;
  DataFolder folder_;
  FileIndex reports_;
  PlanBuilder plan_;
};

// Whether a folder holds reports of the collection, judged by the first XML file.
bool holdsReports(const fs::path& folder) {
  const std::vector<fs::path> files = filesEnding(folder, ".xml");
  if (files.empty()) return false;
  try {
    return !readOpenI(files.front()).id.empty();
  } catch (const std::exception&) {
    return false;
  }
}

class OpenIImporter : public Importer {
 public:
  std::string id() const override { return "open-i"; }
  std::string title() const override { return "Open-I (Indiana University)"; }
  std::string help() const override {
    return "The folder of XML reports and the folder of PNG or DICOM images that they name.";
  }

  double suits(const fs::path& path) const override {
    std::error_code code;
    const fs::path folder = folderOf(path);
    if (!fs::is_directory(path, code) && fileEnding(path.string()) != "xml") return 0;
    for (const fs::path& candidate : {folder, folder / "ecgen-radiology"})
      if (holdsReports(candidate)) return 0.9;
    return 0;
  }

  ImportSettings settingsFor(const fs::path& path) const override {
    return {{"reports", folderOf(path).string()}};
  }

  std::vector<ImportField> fields(const ImportSettings& settings) const override {
    const std::string reports = settingOf(settings, "reports");
    std::vector<ImportField> fields;
    fields.push_back(
        folderField("reports", "Folder of the reports", "XML files, also in folders.", {}, true));
    fields.push_back(folderField("images", "Folder of the images",
                                 "PNG, JPEG or DICOM files named as in the reports.",
                                 imagesNear(reports).string()));
    fields.push_back(emptyReportField(true));
    return fields;
  }

  ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                  std::stop_token stop) const override {
    const ImportSettings complete = completeSettings(*this, settings);
    return OpenIReader(*this, complete, progress, std::move(stop)).read();
  }

 private:
  // A folder of the usual name inside of the reports' or beside it; else the reports' own.
  static fs::path imagesNear(const fs::path& reports) {
    if (reports.empty()) return {};
    std::error_code code;
    for (const fs::path& folder : {reports, fullPath(reports).parent_path()})
      for (const char* name : {"NLMCXR_png", "images", "images_normalized", "NLMCXR_dcm"})
        if (fs::is_directory(folder / name, code)) return folder / name;
    return reports;
  }
};

}  // namespace

std::unique_ptr<Importer> makeOpenIImporter() {
  return std::make_unique<OpenIImporter>();
}

}  // namespace mrm
