// mrm pretrain: a run from its options, or on from its newest checkpoint.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/stop_signals.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/options/cli.h"
#include "core/options/yaml.h"
#include "core/project/project.h"
#include "core/run/run_lock.h"
#include "core/train/pretrain.h"

namespace mrm::cli {
namespace {

constexpr std::size_t kConfigLimit = 1 << 20;

struct Arguments {
  std::vector<std::string> commandLine;
  std::filesystem::path run, project, config;
  std::string preset, name = "pretrain";
  PretrainOptions options;
  OptionSet set;
  GivenOptions given;
};

const PretrainPreset& presetOf(const std::string& id) {
  std::string known;
  for (const PretrainPreset& preset : pretrainPresets()) {
    if (preset.id == id) return preset;
    known += (known.empty() ? "" : ", ") + preset.id;
  }
  throw Error("there is no preset '" + id + "'", "--preset", "Known are " + known + ".");
}

void takeProject(const Project& project, PretrainOptions& options) {
  std::error_code code;
  if (std::filesystem::exists(project.catalogFile(), code))
    options.data.catalog = project.catalogFile();
  else
    options.data.records = project.records;
  options.data.imageColumn = project.columns.image;
  options.data.reportColumn = project.columns.report;
  options.data.patientColumn = project.columns.patient;
  options.data.tokenizer = project.tokenizer;
}

// Paths made absolute and sizes filled in: what run.yaml says whole.
void settle(PretrainOptions& options) {
  for (std::filesystem::path* path : {&options.data.records, &options.data.catalog,
                                      &options.data.tokenizer, &options.model.startFrom})
    if (!path->empty()) *path = std::filesystem::absolute(*path);
  options.resolveModel();
}

// A run that has begun keeps its options, but for where and how it is carried out.
void refuseChanges(PretrainOptions before, OptionSet& now) {
  OptionSet set;
  before.declare(set);
  for (Option& option : now.options()) {
    const std::string old = set.at(option.name()).text();
    if (option.section() != "run" && option.text() != old)
      throw Error("the run has begun with " + old + " and goes on only with that", option.name(),
                  "Leave the option away to go on, or name another folder with --run.");
  }
}

void readOptions(Arguments& a, const RunPaths& run, const std::optional<Project>& project) {
  const bool continues = std::filesystem::exists(run.config());
  if (continues) {
    readYaml(readFile(run.config(), kConfigLimit), run.config().string(), a.set);
    settle(a.options);
  } else {
    if (!a.preset.empty()) readYaml(presetOf(a.preset).yaml, "preset " + a.preset, a.set);
    if (project) takeProject(*project, a.options);
    if (!a.config.empty()) readYaml(readFile(a.config, kConfigLimit), a.config.string(), a.set);
  }
  const PretrainOptions before = a.options;
  applyGiven(a.given, a.set);
  // A table that is named on the command line comes before the project's catalogue, and the other
  // way round.
  const auto isGiven = [&](const char* name) {
    return std::any_of(a.given.begin(), a.given.end(),
                       [&](const auto& option) { return option.first == name; });
  };
  if (project && isGiven("data.records") && !isGiven("data.catalog"))
    a.options.data.catalog.clear();
  if (project && isGiven("data.catalog") && !isGiven("data.records"))
    a.options.data.records.clear();
  settle(a.options);
  if (continues && !checkpointSteps(run).empty()) refuseChanges(before, a.set);
}

void printSummary(const PretrainResult& result, const RunPaths& run) {
  if (result.validated) {
    std::printf("\nOn the records held back      image loss  report loss\n");
    std::printf("  at the start               %11.4f  %11.4f\n", result.imageLossAtStart,
                result.reportLossAtStart);
    std::printf("  patch means, frequencies   %11.4f  %11.4f\n", result.baselines.imageLoss,
                result.baselines.reportLoss);
    std::printf("  now (step %-8lld)        %11.4f  %11.4f\n", static_cast<long long>(result.step),
                result.imageLoss, result.reportLoss);
  }
  std::printf("\n%s. Results: %s\n",
              result.state == RunState::Finished ? "Finished"
                                                 : "Stopped; the same command goes on from here",
              run.root.c_str());
}

int carryOut(Arguments& a) {
  std::optional<Project> project;
  if (!a.project.empty()) project = openProject(a.project);
  if (a.run.empty()) {
    if (!project)
      throw Error("no run folder is given", "--run",
                  "Name a folder for the run, or a project with --project.");
    a.run = newRunFolder(*project, a.name);
  }
  const RunPaths run(std::filesystem::absolute(a.run));
  readOptions(a, run, project);
  std::error_code code;
  std::filesystem::create_directories(run.root, code);
  if (code) throw Error("cannot be made: " + code.message(), run.root.string());
  if (RunLock::isHeld(run))
    throw Error("another worker is training here", run.root.string(),
                "Wait for it, stop it, or name another folder with --run.");
  writeFileAtomically(run.config(), writeYaml(a.set));

  const StopSignals signals;
  PretrainRequest request{run, a.options, a.commandLine,
                          [](const std::string& text) { std::cout << text << std::endl; },
                          signals.token()};
  std::cout << "Run folder: " << run.root.string() << std::endl;
  printSummary(pretrain(request), run);
  return 0;
}

}  // namespace

void addPretrain(CLI::App& program, Run& run, const std::vector<std::string>& commandLine) {
  auto a = std::make_shared<Arguments>();
  a->commandLine = commandLine;
  CLI::App* command = program.add_subcommand(
      "pretrain", "Pre-train on radiographs and reports; a run folder with a checkpoint goes on.");
  command->add_option("--run", a->run, "Run folder; made when it is not there");
  command->add_option("--project", a->project,
                      "Project whose records are used and which holds the run folder");
  command->add_option("--name", a->name, "Name of a new run in the project")->capture_default_str();
  command->add_option("--config", a->config, "YAML file with options, as run.yaml");
  std::string presets;
  for (const PretrainPreset& preset : pretrainPresets())
    presets += (presets.empty() ? "" : ", ") + preset.id;
  command->add_option("--preset", a->preset, "Options to begin with: " + presets);
  a->options.declare(a->set);
  collectFromCommandLine(a->set, *command, a->given);
  command->callback([a, &run] { run = [a] { return carryOut(*a); }; });
}

}  // namespace mrm::cli
