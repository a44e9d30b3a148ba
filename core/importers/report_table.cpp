#include "core/importers/report_table.h"

#include <filesystem>

#include "core/base/error.h"
#include "core/base/trim.h"
#include "core/importers/column_guess.h"
#include "core/importers/data_set_importer.h"
#include "core/importers/settings.h"
#include "core/importers/table_file.h"

namespace mrm {

std::vector<ImportField> reportTableFields(const ImportSettings& settings,
                                           const std::string& keyField, const std::string& keyLabel,
                                           const std::string& keyGuess) {
  const std::filesystem::path table = settingOf(settings, "reports");
  TableStart start;
  ImportSettings guess;
  std::error_code code;
  if (!table.empty() && std::filesystem::is_regular_file(table, code)) {
    try {
      start = readTableStart(table);
      guess = guessColumns(start);
    } catch (const std::exception&) {
      // readReportTable() says what is wrong with the table.
    }
  }
  return {fileField("reports", "Table of reports",
                    "A table with a report in each line, and what it belongs to."),
          columnField(keyField, keyLabel, "The column that says what a report belongs to.",
                      guess[keyGuess], start.header),
          columnField("report-column", "Report column", "The column with the report's text.",
                      guess["report-column"], start.header)};
}

void readReportTable(const ImportSettings& settings, const std::string& keyField,
                     const RowLoop& rows,
                     const std::function<void(const std::string& key, const std::string& text,
                                              const std::string& where)>& use) {
  const std::string file = settingOf(settings, "reports");
  if (file.empty()) return;
  TableFile table(file);
  const auto key = table.column(settingOf(settings, keyField));
  const auto report = table.column(settingOf(settings, "report-column"));
  if (!key || !report)
    throw Error("it is not known which of its columns hold the reports and what they belong to",
                table.name(), "Name them with " + keyField + " and report-column.");
  rows.over(table, [&](const std::vector<std::string>& fields, const std::string& where) {
    use(std::string(trimmed(fields[*key])), std::string(trimmed(fields[*report])), where);
  });
}

}  // namespace mrm
