// checkpoints/<step>/: all that a run needs to go on exactly. Internal: includes ATen.
#pragma once

#include <cstdint>
#include <optional>

#include "core/model/parameters.h"
#include "core/run/run_folder.h"
#include "core/train/adamw.h"

namespace mrm {

// The random numbers of a step follow from the seed and the step, so that the position is the whole
// state.
struct TrainingPosition {
  std::int64_t step = 0;  // optimizer steps that are done
  double seconds = 0;     // of training so far
};

// Writes model.safetensors, optimizer.safetensors and state.json into a temporary folder, syncs and
// renames it, then removes the oldest checkpoints beyond `keep`. Throws Error (disk full); the
// earlier checkpoints stay.
void writeCheckpoint(const RunPaths& run, const TrainingPosition& position,
                     const Parameters& parameters, const AdamW& optimizer, std::int64_t keep);

// The newest whole checkpoint that can be read, or nothing when there is none. A damaged one is
// passed over for the one before; `passedOver` says why. Throws Error when there are some and none
// can be read.
std::optional<TrainingPosition> restoreNewestCheckpoint(const RunPaths& run, Parameters& parameters,
                                                        AdamW& optimizer, std::string* passedOver);

}  // namespace mrm
