#include "app/cli/label_counts_text.h"

#include <nlohmann/json.hpp>

#include "core/base/printable.h"
#include "core/catalog/label_policy_setting.h"

namespace mrm::cli {

std::vector<std::string> labelColumns(const std::string& first) {
  return {first,    "positive", "negative", "uncertain", "blank",
          "absent", "as 1",     "as 0",     "other",     "left out"};
}

std::vector<std::string> labelRow(const LabelCounts& c, const std::string& indent) {
  std::vector<std::string> row = {indent + printable(c.name, 40)};
  for (const std::int64_t n : {c.positive, c.negative, c.uncertain, c.blank, c.absent, c.targetOne,
                               c.targetZero, c.targetOther, c.leftOut})
    row.push_back(std::to_string(n));
  return row;
}

nlohmann::ordered_json labelJson(const LabelCounts& c) {
  return {{"name", c.name},
          {"positive", c.positive},
          {"negative", c.negative},
          {"uncertain", c.uncertain},
          {"blank", c.blank},
          {"absent", c.absent},
          {"target_one", c.targetOne},
          {"target_zero", c.targetZero},
          {"target_other", c.targetOther},
          {"left_out", c.leftOut}};
}

LabelPolicy withWords(LabelPolicy policy, const std::string& uncertain, const std::string& blank) {
  for (const UncertainAs as :
       {UncertainAs::Zero, UncertainAs::One, UncertainAs::Ignore, UncertainAs::Keep})
    if (uncertain == uncertainName(as)) policy.uncertain = as;
  for (const BlankAs as : {BlankAs::Zero, BlankAs::Ignore})
    if (blank == blankName(as)) policy.blank = as;
  return policy;
}

}  // namespace mrm::cli
