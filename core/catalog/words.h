// The words by which statuses, splits, label values and findings are called in facets, on the
// command line and in files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/catalog/catalog_types.h"

namespace mrm {

const char* statusWord(RecordStatus status);   // "usable", "quarantined", "excluded"
const char* splitWord(Split split);            // "training", "validation", "test", ""
const char* labelValueWord(LabelValue value);  // "negative", "positive", "uncertain", "blank"
std::optional<Split> splitByWord(std::string_view word);                // "none" as well as ""
std::string findingName(std::string_view task, std::string_view name);  // "task/name"

}  // namespace mrm
