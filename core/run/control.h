// Commands from a watcher to the worker, through the run folder's `control` file.
#pragma once

#include <optional>
#include <string>

#include "core/run/run_folder.h"

namespace mrm {

enum class RunCommand { Pause, Resume, Stop, CheckpointNow };

// Replaces a command that the worker has not taken yet; CheckpointNow does not, for a pause and a
// stop write a checkpoint anyway, and a run that is to go on has written one when it was paused.
void sendCommand(const RunPaths& run, RunCommand command);
// Takes the pending command, removing it; unknown contents are removed and ignored.
std::optional<RunCommand> takeCommand(const RunPaths& run);

}  // namespace mrm
