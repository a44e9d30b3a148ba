// How many steps a recipe comes to with a number of records.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/run/pretrain_options.h"

namespace mrm {

// Whole batches in one pass over the records; what is left over is not used in that pass, as
// published. With fewer records than a batch it is one, which repeats them.
std::int64_t batchesPerEpoch(std::size_t records, std::int64_t batch);

struct StepPlan {
  double stepsPerEpoch =
      1;  // optimizer steps; not whole where accumulation does not divide the batches
  std::int64_t totalSteps = 1;
  double totalEpochs = 0;

  // Optimizer steps between two events that are `epochs` apart; at least one.
  std::int64_t stepsIn(double epochs) const;
};
StepPlan planSteps(const PretrainOptions::Recipe& recipe, std::size_t trainingRecords);

}  // namespace mrm
