// The label policies of a data set, as its catalogue keeps them.
#pragma once

#include <map>
#include <string>

#include "core/catalog/label_policy.h"

namespace mrm {

inline constexpr char kLabelPolicySetting[] = "label-policy";  // of Catalog::setting()

// By task; a task that is not named has the default.
using LabelPolicies = std::map<std::string, LabelPolicy>;

std::string writeLabelPolicies(const LabelPolicies& policies);
// Empty text: none. Throws Error, naming `where`, for anything that was not written by the above.
LabelPolicies readLabelPolicies(const std::string& json, const std::string& where);
LabelPolicy labelPolicy(const Catalog& catalog, const std::string& task);  // of the setting

// "zero", "one", "ignore", "keep": for files and the command line.
const char* uncertainName(UncertainAs as);
const char* blankName(BlankAs as);

}  // namespace mrm
