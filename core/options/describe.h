// An option in words, as help texts, tooltips, comments and the reference show it.
#pragma once

#include <string>

#include "core/options/option.h"

namespace mrm {

// The shortest text that reads back to the identical number; whole numbers without exponent.
std::string numberText(double number);

// "boolean", "whole number", "number", "text" or "path".
std::string typeText(const Option& option);

// "between 0 and 1", "at least 1", "one of masked, all"; empty when everything of the type is
// allowed.
std::string allowedText(const Option& option);

// "Warm-up (between 0 and 1000 epochs; default 40; published 40)": the help and all that is known
// beside it.
std::string describe(const Option& option);

}  // namespace mrm
