// The COVID-19 image data collection: metadata.csv of the collection, or a table made from it.
#include <algorithm>

#include "core/importers/csv_rows.h"
#include "core/importers/data_set_importer.h"
#include "core/importers/field_values.h"
#include "core/importers/file_index.h"
#include "core/importers/importer_list.h"
#include "core/importers/settings.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

// The table in the folder, or the file itself.
fs::path tableOf(const fs::path& path) {
  std::error_code code;
  if (fs::is_regular_file(path, code)) return path;
  return fileEndingWith(path, {"metadata.csv", "records.csv"});
}

// The column that has one of the names, as it is spelled.
std::string columnOf(const TableStart& start, const std::vector<std::string>& names) {
  for (const std::string& name : names)
    for (const std::string& column : start.header)
      if (plainWord(column) == name) return column;
  return {};
}

class CovidImporter : public Importer {
 public:
  std::string id() const override { return "covid-cxr"; }
  std::string title() const override { return "COVID-19 image data collection"; }
  std::string help() const override {
    return "metadata.csv of the collection with its folder of images: findings, clinical notes as "
           "reports, several images a patient; CT is left out. Also a table made from it, with "
           "masks of the lungs.";
  }

  double suits(const fs::path& path) const override {
    const fs::path table = tableOf(path);
    if (table.empty() || !hasTableName(table)) return 0;
    try {
      const TableStart start = readTableStart(table, {}, 1);
      const bool isCollection = !columnOf(start, {"rtpcrpositive"}).empty() &&
                                !columnOf(start, {"clinicalnotes"}).empty();
      const bool isExcerpt = !columnOf(start, {"offsetdays"}).empty() &&
                             !columnOf(start, {"finding"}).empty() &&
                             !columnOf(start, {"notes"}).empty();
      return isCollection ? 0.95 : isExcerpt ? 0.8 : 0;
    } catch (const std::exception&) {
      return 0;
    }
  }

  ImportSettings settingsFor(const fs::path& path) const override {
    return {{"table", tableOf(path).string()}};
  }

  std::vector<ImportField> fields(const ImportSettings& settings) const override {
    const fs::path table = settingOf(settings, "table");
    std::vector<ImportField> fields;
    fields.push_back(fileField("table", "Table", "metadata.csv of the collection.", {}, true));
    fields.push_back(folderField("root", "Folder of the images",
                                 "The folder below which the images are.",
                                 table.empty() ? "" : fullPath(table).parent_path().string()));
    fields.push_back(emptyReportField(false));
    return fields;
  }

  std::vector<std::vector<std::string>> preview(const ImportSettings& settings,
                                                std::size_t rows) const override {
    return previewTable(settingOf(settings, "table"), settings, rows);
  }

  ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                  std::stop_token stop) const override {
    ImportSettings complete = completeSettings(*this, settings);
    const TableStart start = readTableStart(complete["table"], {}, 1);
    ImportSettings columns = complete;
    columns["image-column"] = columnOf(start, {"image", "filename"});
    columns["report-column"] = columnOf(start, {"clinicalnotes", "notes"});
    columns["patient-column"] = columnOf(start, {"patientid"});
    columns["view-column"] = columnOf(start, {"view"});
    columns["sex-column"] = columnOf(start, {"sex"});
    columns["age-column"] = columnOf(start, {"age"});
    columns["split-column"] = "";
    columns["label-list-column"] = columnOf(start, {"finding"});
    columns["label-task"] = "covid";
    const std::string mask = columnOf(start, {"lungmask"});
    if (!mask.empty()) columns["mask-columns"] = "lungs=" + mask;
    columns["mask-author-column"] = columnOf(start, {"maskby"});
    // "Pneumonia/Viral/COVID-19" names the finding and what it is a kind of.
    return planCsv(*this, columns, progress, std::move(stop),
                   {"/,", {"todo", "unknown", "nan"}, "modality", "X-ray"});
  }
};

}  // namespace

std::unique_ptr<Importer> makeCovidImporter() {
  return std::make_unique<CovidImporter>();
}

}  // namespace mrm
