#include "core/catalog/label_policy_setting.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/printable.h"

namespace mrm {
namespace {

constexpr UncertainAs kUncertain[] = {UncertainAs::Zero, UncertainAs::One, UncertainAs::Ignore,
                                      UncertainAs::Keep};
constexpr BlankAs kBlank[] = {BlankAs::Zero, BlankAs::Ignore};

[[noreturn]] void fail(const std::string& where, const std::string& task) {
  throw Error("the label policy of " + printable(task) + " cannot be read", where,
              "Set it again in the window: Records, Labels.");
}

}  // namespace

const char* uncertainName(UncertainAs as) {
  switch (as) {
    case UncertainAs::Zero:
      return "zero";
    case UncertainAs::One:
      return "one";
    case UncertainAs::Keep:
      return "keep";
    case UncertainAs::Ignore:
      break;
  }
  return "ignore";
}

const char* blankName(BlankAs as) {
  return as == BlankAs::Zero ? "zero" : "ignore";
}

std::string writeLabelPolicies(const LabelPolicies& policies) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (const auto& [task, policy] : policies)
    object[task] = {{"uncertain", uncertainName(policy.uncertain)},
                    {"blank", blankName(policy.blank)}};
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

LabelPolicies readLabelPolicies(const std::string& json, const std::string& where) {
  LabelPolicies policies;
  if (json.empty()) return policies;
  const auto object = nlohmann::json::parse(json, nullptr, false);
  if (!object.is_object()) fail(where, "this data set");
  for (const auto& [task, value] : object.items()) {
    LabelPolicy policy;
    bool isUncertainKnown = false, isBlankKnown = false;
    if (value.is_object()) {
      for (const UncertainAs as : kUncertain)
        if (value.value("uncertain", nlohmann::json()) == uncertainName(as)) {
          policy.uncertain = as;
          isUncertainKnown = true;
        }
      for (const BlankAs as : kBlank)
        if (value.value("blank", nlohmann::json()) == blankName(as)) {
          policy.blank = as;
          isBlankKnown = true;
        }
    }
    if (!isUncertainKnown || !isBlankKnown) fail(where, task);
    policies[task] = policy;
  }
  return policies;
}

LabelPolicy labelPolicy(const Catalog& catalog, const std::string& task) {
  const LabelPolicies all =
      readLabelPolicies(catalog.setting(kLabelPolicySetting), catalog.file().string());
  const auto found = all.find(task);
  return found == all.end() ? LabelPolicy{} : found->second;
}

}  // namespace mrm
