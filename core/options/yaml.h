// Options from and to YAML: run.yaml and presets.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/options/option.h"

namespace mrm {

inline constexpr std::size_t kYamlLimit = std::size_t{256} << 10;  // bytes of a file that is read

// Sets the options that the YAML names and leaves the others. Throws Error with `where` =
// "FILE:LINE" for a syntax error, an unknown key (advice: the nearest valid key), a value of the
// wrong type or outside its range, a key given twice, an anchor or alias, more than kYamlLimit
// bytes. Nothing is set when it throws.
void readYaml(std::string_view yaml, const std::string& fileName, OptionSet& options);

// All options with their values, sections in order, each with its help and unit as a comment.
// readYaml() gives the identical values back.
std::string writeYaml(const OptionSet& options);

}  // namespace mrm
