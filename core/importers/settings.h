// Reading the settings of an import, and declaring the fields that they answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/importers/importer.h"

namespace mrm {

// The value that was set, white space around it removed; `absent` when there is none.
std::string settingOf(const ImportSettings& settings, const std::string& name,
                      const std::string& absent = {});
bool isOn(const ImportSettings& settings, const std::string& name, bool absent = false);

// What was set, and the fields' values for everything that was not. Throws Error for a name that is
// no field (naming the nearest), a value that is none of a Choice's, a Switch other than yes or no,
// a required field without a value, and a column that the table does not have.
ImportSettings completeSettings(const Importer& importer, const ImportSettings& settings);

// "a|b|c"; commas separate where there is no | and the whole is not one of `known`.
std::vector<std::string> splitList(std::string_view text,
                                   const std::vector<std::string>& known = {});
std::string joinList(const std::vector<std::string>& items, const std::string& separator = "|");

// Fields that several importers have.
ImportField fileField(std::string name, std::string label, std::string help, std::string value = {},
                      bool isRequired = false);
ImportField folderField(std::string name, std::string label, std::string help,
                        std::string value = {}, bool isRequired = false);
ImportField switchField(std::string name, std::string label, std::string help, bool value);
ImportField choiceField(std::string name, std::string label, std::string help, std::string value,
                        std::vector<std::string> choices);
ImportField columnField(std::string name, std::string label, std::string help, std::string value,
                        std::vector<std::string> columns);
ImportField textField(std::string name, std::string label, std::string help,
                      std::string value = {});
// "empty-report": what becomes of a record whose report is missing or empty.
ImportField emptyReportField(bool quarantines);

}  // namespace mrm
