#include "core/options/cli.h"

#include <CLI/CLI.hpp>
#include <functional>

#include "core/options/describe.h"

namespace mrm {
namespace {

using Assign = std::function<void(Option&, const std::string&)>;

void declareFlags(OptionSet& options, CLI::App& app, const Assign& assign) {
  for (const OptionSet::Section& section : options.sections()) {
    for (Option& option : options.options()) {
      if (option.section() != section.name) continue;
      CLI::Option* flag = nullptr;
      if (std::holds_alternative<bool*>(option.target())) {
        flag = app.add_flag_function(
            option.flag() + ",!--no-" + option.flag().substr(2),
            [&option, assign](std::int64_t count) { assign(option, count > 0 ? "true" : "false"); },
            describe(option));
        flag->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
      } else {
        flag = app.add_option(
            option.flag(),
            [&option, assign](const CLI::results_t& values) {
              assign(option, values.at(0));
              return true;
            },
            describe(option));
        flag->type_name(typeText(option));
      }
      flag->check([&option](const std::string& text) { return option.problemWith(text); });
      flag->group(section.title);
    }
  }
}

}  // namespace

void collectFromCommandLine(OptionSet& options, CLI::App& app, GivenOptions& given) {
  declareFlags(options, app, [&given](const Option& option, const std::string& text) {
    given.emplace_back(option.name(), text);
  });
}

void applyGiven(const GivenOptions& given, OptionSet& options) {
  for (const auto& [name, text] : given) options.at(name).set(text);
}

void bindToCommandLine(OptionSet& options, CLI::App& app) {
  declareFlags(options, app, [](Option& option, const std::string& text) { option.set(text); });
}

}  // namespace mrm
