// Options from and to YAML: run.yaml and presets.
#pragma once

#include <string>
#include <string_view>

#include "core/options/option.h"

namespace mrm {

// Sets the options that the YAML names and leaves the others. Throws Error with `where` =
// "FILE:LINE" for a syntax error, an unknown key (advice: the nearest valid key), a value of the
// wrong type or outside its range, a key given twice.
void readYaml(std::string_view yaml, const std::string& fileName, OptionSet& options);

// All options with their values, sections in order, each with its help and unit as a comment.
std::string writeYaml(const OptionSet& options);

}  // namespace mrm
