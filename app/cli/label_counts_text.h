// The labels of a class, counted: as a row of a table and as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/catalog/label_policy.h"

namespace mrm::cli {

// What the columns after the name hold; "as 1" and what follows is under the policy.
std::vector<std::string> labelColumns(const std::string& first);
std::vector<std::string> labelRow(const LabelCounts& counts, const std::string& indent = {});
nlohmann::ordered_json labelJson(const LabelCounts& counts);

// The policy with what is given by its words ("zero", "ignore"…; empty: as it is).
LabelPolicy withWords(LabelPolicy policy, const std::string& uncertain, const std::string& blank);

}  // namespace mrm::cli
