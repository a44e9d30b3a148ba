// What the commands of `mrm catalog` share.
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "core/base/progress.h"

namespace mrm::cli {

// Declare the commands below `mrm catalog`.
void addCatalogContents(CLI::App& parent, Run& run);  // stats, check
void addCatalogSplits(CLI::App& parent, Run& run);    // split, fraction
void addCatalogImages(CLI::App& parent, Run& run);
void addCatalogPolicies(CLI::App& parent, Run& run);  // reports, labels
void addCatalogHistory(CLI::App& parent, Run& run);   // history, undo, redo
void addCatalogExport(CLI::App& parent, Run& run);
void addCatalogTrials(CLI::App& parent, Run& run);  // generate, bench

// `path` and `isJson` of a command.
CLI::App* addCatalogCommand(CLI::App& parent, const std::string& name, const std::string& help,
                            std::filesystem::path& path, bool& isJson);

void printJson(const nlohmann::ordered_json& value);

// Columns of a width that fits; the first to the left, the others to the right.
void printTable(const std::vector<std::vector<std::string>>& rows);

// Says every tenth of the way on the error output, so that the output stays readable by programs.
ProgressSink sayTenths();

}  // namespace mrm::cli
