// One optimizer step of pre-training. Internal to core/train: includes ATen.
#pragma once

#include <cstdint>
#include <functional>

#include "core/model/mrm_model.h"
#include "core/run/pretrain_options.h"
#include "core/train/adamw.h"

namespace mrm {

struct StepOptions {
  MrmObjective objective;
  Compute compute{.bf16 = false, .training = true};
  std::int64_t accumulation = 1;
  double clipNorm = 0;
  std::uint64_t seed = 1;  // dropout of a step follows from this and the step's number
};

// As the run's options say; without their device and precision, which the worker resolves.
StepOptions stepOptionsOf(const PretrainOptions& options);

struct StepResult {
  double imageLoss = 0, reportLoss = 0;  // means over the accumulated batches
  double gradientNorm = 0;               // before clipping; 0 when it was not measured
  bool finite = true;                    // false: the weights were left as they were
};

// `nextBatch` is called `accumulation` times. `measureNorm`: also without clipping.
StepResult trainStep(MrmModel& model, AdamW& optimizer, const StepOptions& options,
                     std::int64_t step, double learningRate, bool measureNorm,
                     const std::function<MrmBatch()>& nextBatch);

}  // namespace mrm
