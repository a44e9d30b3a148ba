#include "core/catalog/words.h"

namespace mrm {

const char* statusWord(RecordStatus status) {
  switch (status) {
    case RecordStatus::Usable:
      return "usable";
    case RecordStatus::Quarantined:
      return "quarantined";
    case RecordStatus::Excluded:
      return "excluded";
  }
  return "";
}

const char* splitWord(Split split) {
  switch (split) {
    case Split::None:
      return "";
    case Split::Training:
      return "training";
    case Split::Validation:
      return "validation";
    case Split::Test:
      return "test";
  }
  return "";
}

const char* labelValueWord(LabelValue value) {
  switch (value) {
    case LabelValue::Negative:
      return "negative";
    case LabelValue::Positive:
      return "positive";
    case LabelValue::Uncertain:
      return "uncertain";
    case LabelValue::Blank:
      return "blank";
  }
  return "";
}

std::optional<Split> splitByWord(std::string_view word) {
  if (word == "none") return Split::None;
  for (const Split split : {Split::None, Split::Training, Split::Validation, Split::Test})
    if (word == splitWord(split)) return split;
  return std::nullopt;
}

std::string findingName(std::string_view task, std::string_view name) {
  return std::string(task) + "/" + std::string(name);
}

}  // namespace mrm
