// Options from the command line: one flag per option, with the same checks as everywhere.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/options/option.h"

namespace CLI {
class App;
}

namespace mrm {

// (option name, text), checked but not assigned yet.
using GivenOptions = std::vector<std::pair<std::string, std::string>>;

// Declares one flag per option (Option::flag(), grouped by section; booleans also as --no-…).
// Parsing collects what was given into `given` and assigns nothing, so that a configuration file
// can be read in between:
//   collectFromCommandLine(options, app, given);  app.parse(…);  readYaml(…, options); apply(given,
//   options);
// A value that Option::set would refuse ends the parsing with its message. `options` and `given`
// must outlive the parsing. An unknown flag is CLI11's ExtrasError; OptionSet::nearest() takes such
// a flag as it is.
void collectFromCommandLine(OptionSet& options, CLI::App& app, GivenOptions& given);

// Sets the options in order. Throws Error as Option::set does.
void applyGiven(const GivenOptions& given, OptionSet& options);

// Likewise, but parsing assigns at once: for a command that reads no configuration file.
void bindToCommandLine(OptionSet& options, CLI::App& app);

}  // namespace mrm
