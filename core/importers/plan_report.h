// What an import would do, for people and for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/importers/importer.h"

namespace mrm {

// Lines: what can be used, what is wrong, what is worth knowing, with counts and examples.
std::string planAsText(const ImportPlan& plan);

// The same, with the source and its settings, the number of records and the preview.
nlohmann::ordered_json planAsJson(const ImportPlan& plan);

nlohmann::ordered_json resultAsJson(const ImportResult& result);
std::string resultAsText(const ImportResult& result);  // one line

}  // namespace mrm
