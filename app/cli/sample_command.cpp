// mrm sample: the synthetic sample project.
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/stop_signals.h"
#include "core/sample/sample_project.h"

namespace mrm::cli {

void addSample(CLI::App& program, Run& run) {
  struct Arguments {
    std::filesystem::path folder;
    SampleOptions options;
  };
  auto a = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "sample", "Make the sample project: synthetic chest phantoms with reports. No patient data.");
  command->add_option("folder", a->folder, "Where to make it")->required();
  command->add_option("--patients", a->options.patients, "Number of patients")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  command->add_option("--size", a->options.size, "Shorter side of the images in pixels")
      ->check(CLI::Range(64, 4096))
      ->capture_default_str();
  command->add_option("--seed", a->options.seed, "The same seed makes the same project")
      ->capture_default_str();
  command->callback([a, &run] {
    run = [a] {
      const StopSignals signals;
      std::int64_t tenth = -1;
      const Project project = makeSampleProject(
          a->folder, a->options,
          [&tenth](const Progress& progress) {
            if (progress.total == 0 || progress.done * 10 / progress.total == tenth) return;
            tenth = progress.done * 10 / progress.total;
            std::cout << progress.activity << ": " << progress.done << " of " << progress.total
                      << std::endl;
          },
          signals.token());
      std::cout << "Sample project (synthetic): " << project.root.string() << std::endl;
      return 0;
    };
  });
}

}  // namespace mrm::cli
