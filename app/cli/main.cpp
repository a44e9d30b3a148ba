// mrm: the workbench's core without a window.
#include <malloc.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <cstdlib>
#include <iostream>

#include "app/cli/commands.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/model/device.h"
#include "core/run/pretrain_options.h"
#include "core/train/version.h"

int main(int argc, char** argv) {
  // Read by the OpenMP runtime when it starts, which is before main(): hence the restart. Waiting
  // threads must sleep; spinning ones make small steps ten to a hundred times slower on few cores.
  if (!std::getenv("OMP_WAIT_POLICY")) {
    ::setenv("OMP_WAIT_POLICY", "passive", 1);
    ::execv("/proc/self/exe", argv);  // on failure it goes on as it is
  }
  // A step's large tensors are freed and taken again all the time: kept by the allocator instead of
  // going back to the system, they cost no page faults (3% of a step of the full-size model).
  ::mallopt(M_MMAP_MAX, 0);
  ::mallopt(M_TRIM_THRESHOLD, -1);
  ::mallopt(M_TOP_PAD, 256 << 20);
  mrm::loadCuda();  // before anything else of libtorch

  CLI::App program("Masked Record Modeling of chest radiographs and their reports.", "mrm");
  program.set_version_flag("--version", "mrm " + mrm::programVersion() + " (" +
                                            mrm::programCommit().substr(0, 10) + ", libtorch " +
                                            mrm::libtorchVersion() + ")");
  program.require_subcommand(1);
  mrm::cli::Run run;
  mrm::cli::addPretrain(program, run, std::vector<std::string>(argv, argv + argc));
  mrm::cli::addSample(program, run);
  mrm::cli::addBench(program, run);
  mrm::cli::addDicom(program, run);
  mrm::cli::addCheckpoint(program, run);
  mrm::cli::addVocabulary(program, run);
  mrm::cli::addImport(program, run);
  mrm::cli::addCatalog(program, run);
  mrm::cli::addReports(program, run);
  mrm::cli::addOptions(program, run);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ExtrasError& error) {
    const std::string unknown = error.what();
    mrm::PretrainOptions options;
    mrm::OptionSet set;
    options.declare(set);
    const auto dashes = unknown.find("--");
    const std::string near =
        dashes == std::string::npos
            ? ""
            : set.nearest(unknown.substr(dashes, unknown.find_first_of(" =", dashes) - dashes));
    std::cerr << unknown << "\n";
    if (!near.empty()) std::cerr << "Did you mean " << set.at(near).flag() << "?\n";
    return 2;
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  }
  try {
    return run();
  } catch (const mrm::Stopped&) {
    std::cerr << "mrm: stopped\n";
    return 130;
  } catch (const std::exception& error) {
    std::cerr << "mrm: " << error.what() << "\n";
    return 1;
  }
}
