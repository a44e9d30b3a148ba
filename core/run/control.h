// Commands from a watcher to the worker, through the run folder's `control` file.
#pragma once

#include <optional>
#include <string>

#include "core/run/run_folder.h"

namespace mrm {

enum class RunCommand { Pause, Resume, Stop, CheckpointNow };

void sendCommand(const RunPaths& run, RunCommand command);
// Takes the pending command, removing it; unknown contents are removed and ignored.
std::optional<RunCommand> takeCommand(const RunPaths& run);

}  // namespace mrm
