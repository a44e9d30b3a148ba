#include "core/train/training_step.h"

#include <ATen/ATen.h>

#include <cmath>

#include "core/base/random.h"

namespace mrm {

StepOptions stepOptionsOf(const PretrainOptions& options) {
  StepOptions step;
  step.objective = {options.masking.imageRatio, options.masking.normalizePatches,
                    options.masking.reportLoss == "all"};
  step.accumulation = options.recipe.accumulation;
  step.clipNorm = options.recipe.clipNorm;
  step.seed = static_cast<std::uint64_t>(options.recipe.seed);
  return step;
}

StepResult trainStep(MrmModel& model, AdamW& optimizer, const StepOptions& options,
                     std::int64_t step, double learningRate, bool measureNorm,
                     const std::function<MrmBatch()>& nextBatch) {
  constexpr std::uint64_t kDropoutStream = 5;
  at::manual_seed(Random(options.seed, {kDropoutStream, static_cast<std::uint64_t>(step)}).next());
  StepResult result;
  const double share = 1.0 / static_cast<double>(options.accumulation);
  for (std::int64_t i = 0; i < options.accumulation; ++i) {
    const MrmBatch batch = nextBatch();
    const MrmLosses losses = model.losses(batch, options.objective, options.compute);
    ((losses.image + losses.report) * share).backward();
    result.imageLoss += losses.image.item<double>() * share;
    result.reportLoss += losses.report.item<double>() * share;
  }
  result.finite = std::isfinite(result.imageLoss) && std::isfinite(result.reportLoss);
  if (result.finite) {
    result.gradientNorm = optimizer.step(learningRate, options.clipNorm, measureNorm);
    result.finite = std::isfinite(result.gradientNorm);
  }
  model.parameters().clearGradients();
  return result;
}

}  // namespace mrm
