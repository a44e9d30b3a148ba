// Any table of records: its columns are mapped to what a record holds.
#include "core/importers/column_guess.h"
#include "core/importers/csv_rows.h"
#include "core/importers/file_index.h"
#include "core/importers/importer_list.h"
#include "core/importers/settings.h"
#include "core/importers/text_encoding.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

// The only table in a folder, or nothing.
fs::path onlyTable(const fs::path& folder) {
  fs::path only;
  std::error_code code;
  for (auto entry = fs::directory_iterator(folder, code);
       !code && entry != fs::directory_iterator(); entry.increment(code)) {
    std::error_code ignored;
    if (!entry->is_regular_file(ignored) || !hasTableName(entry->path())) continue;
    if (entry->path().extension() == ".txt") continue;
    if (!only.empty()) return {};
    only = entry->path();
  }
  return only;
}

class CsvImporter : public Importer {
 public:
  std::string id() const override { return "csv"; }
  std::string title() const override { return "Table of records (CSV)"; }
  std::string help() const override {
    return "A table with a line per image: which columns hold the image file, the report, the "
           "patient, labels and masks is told or guessed from the header.";
  }

  double suits(const fs::path& path) const override {
    std::error_code code;
    if (fs::is_directory(path, code)) return onlyTable(path).empty() ? 0 : 0.3;
    if (!fs::is_regular_file(path, code) || !hasTableName(path)) return 0;
    try {
      return guessColumns(readTableStart(path)).count("image-column") != 0 ? 0.5 : 0.15;
    } catch (const std::exception&) {
      return 0.1;
    }
  }

  ImportSettings settingsFor(const fs::path& path) const override {
    std::error_code code;
    const fs::path table = fs::is_directory(path, code) ? onlyTable(path) : path;
    return {{"table", table.string()}};
  }

  std::vector<ImportField> fields(const ImportSettings& settings) const override;

  std::vector<std::vector<std::string>> preview(const ImportSettings& settings,
                                                std::size_t rows) const override {
    return previewTable(settingOf(settings, "table"), settings, rows);
  }

  ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                  std::stop_token stop) const override {
    return planCsv(*this, completeSettings(*this, settings), progress, std::move(stop));
  }
};

std::vector<ImportField> CsvImporter::fields(const ImportSettings& settings) const {
  const fs::path table = settingOf(settings, "table");
  TableStart start;
  ImportSettings guess;
  std::error_code code;
  if (!table.empty() && fs::is_regular_file(table, code)) {
    try {
      start = readTableStart(table, tableFormatOf(settings));
      guess = guessColumns(start);
    } catch (const std::exception&) {
      // plan() says what is wrong with the table.
    }
  }
  std::vector<ImportField> fields;
  fields.push_back(
      fileField("table", "Table", "The file: CSV, TSV or text, also compressed (.gz).", {}, true));
  fields.push_back(folderField("root", "Folder of the images",
                               "What the images' paths in the table are relative to.",
                               table.empty() ? "" : fullPath(table).parent_path().string()));
  fields.push_back(choiceField("delimiter", "Delimiter", "What stands between the columns.", "auto",
                               tableDelimiters()));
  fields.push_back(choiceField("encoding", "Encoding", "How the file's letters are coded.", "auto",
                               textEncodings()));
  const auto column = [&](const char* name, const char* label, const char* help,
                          ImportField::Kind kind = ImportField::Kind::Column) {
    ImportField field;
    field.name = name;
    field.label = label;
    field.help = help;
    field.kind = kind;
    const auto found = guess.find(name);
    if (found != guess.end()) field.value = found->second;
    field.choices = start.header;
    fields.push_back(std::move(field));
  };
  column("image-column", "Image column", "The column with the image's file.");
  fields.back().isRequired = true;
  column("report-column", "Report column", "The column with the report's text.");
  column("patient-column", "Patient column",
         "The column that tells patients apart; splits never part a patient's records.");
  column("study-column", "Study column", "The column that names the study or accession.");
  column("view-column", "View column", "The column with the projection: PA, AP, lateral.");
  column("sex-column", "Sex column", "The column with the patient's sex.");
  column("age-column", "Age column", "The column with the patient's age in years.");
  column("date-column", "Date column", "The column with the study's date.");
  column("split-column", "Split column",
         "The column that says training, validation or test, where the data set gives splits.");
  column("frame-column", "Frame column", "The column with the frame of multi-frame files, from 0.");
  column("label-columns", "Label columns",
         "Columns with a class each: 1, 0, -1 (uncertain), empty.", ImportField::Kind::Columns);
  column("label-list-column", "Label list column",
         "The column that lists the classes that are present: A|B.");
  fields.push_back(choiceField("label-list-others", "Classes not in the list",
                               "What a list says of the classes that it does not name.", "negative",
                               {"negative", "absent"}));
  fields.push_back(textField("label-task", "Name of the labels",
                             "How the set of these classes is called.", "finding"));
  column("mask-columns", "Mask columns",
         "Columns with a mask's file or run lengths, each as name=column: lungs=lung_mask.",
         ImportField::Kind::Columns);
  column("mask-author-column", "Mask author column", "The column that says who drew the masks.");
  fields.push_back(
      emptyReportField(!settingOf(settings, "report-column",
                                  guess.count("report-column") != 0 ? guess["report-column"] : "")
                            .empty() &&
                       guess.count("label-columns") == 0 && guess.count("label-list-column") == 0 &&
                       guess.count("mask-columns") == 0));
  fields.push_back(switchField("absolute-paths", "Allow absolute paths",
                               "Images may lie outside of the folder where the table names them by "
                               "absolute paths.",
                               false));
  fields.push_back(switchField("whole", "The table is the whole data set",
                               "Records imported before from this folder that the table no longer "
                               "names are set aside.",
                               false));
  return fields;
}

}  // namespace

std::unique_ptr<Importer> makeCsvImporter() {
  return std::make_unique<CsvImporter>();
}

}  // namespace mrm
