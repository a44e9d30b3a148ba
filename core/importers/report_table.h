// A table with the reports of images that come from elsewhere: the fields for it, and its rows.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/importers/importer.h"

namespace mrm {

// "reports", `keyField` and "report-column": the table, and which of its columns hold what a report
// belongs to and the report. The columns are guessed once the table is named; `keyGuess` is the
// name of the csv importer's field for the key ("study-column").
std::vector<ImportField> reportTableFields(const ImportSettings& settings,
                                           const std::string& keyField, const std::string& keyLabel,
                                           const std::string& keyGuess);

struct RowLoop;
// Calls `use(key, text, where)` for each row of the table that the settings name, texts without
// white space around them; does nothing when they name none. Throws Error.
void readReportTable(const ImportSettings& settings, const std::string& keyField,
                     const RowLoop& rows,
                     const std::function<void(const std::string& key, const std::string& text,
                                              const std::string& where)>& use);

}  // namespace mrm
