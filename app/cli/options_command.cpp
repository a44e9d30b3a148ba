// mrm options: the reference of all options, made from their one declaration.
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/cli/commands.h"
#include "core/options/reference.h"
#include "core/options/yaml.h"
#include "core/run/pretrain_options.h"

namespace mrm::cli {

void addOptions(CLI::App& program, Run& run) {
  auto asYaml = std::make_shared<bool>(false);
  CLI::App* command = program.add_subcommand(
      "options", "Print the reference of the options of pretrain, in Markdown or as a YAML file.");
  command->add_flag("--yaml", *asYaml, "As a run.yaml with all defaults");
  command->callback([asYaml, &run] {
    run = [asYaml] {
      PretrainOptions options;
      OptionSet set;
      options.declare(set);
      std::cout << (*asYaml ? writeYaml(set) : markdownReference(set)) << std::flush;
      return 0;
    };
  });
}

}  // namespace mrm::cli
