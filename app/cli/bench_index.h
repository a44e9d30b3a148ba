// mrm bench index: how fast the headers of DICOM files are read.
#pragma once

#include "app/cli/commands.h"

namespace mrm::cli {

// Declares it below `mrm bench`.
void addBenchIndex(CLI::App& bench, Run& run);

}  // namespace mrm::cli
