#include "core/run/step_plan.h"

#include <algorithm>
#include <cmath>

namespace mrm {

std::int64_t batchesPerEpoch(std::size_t records, std::int64_t batch) {
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(records) / batch);
}

std::int64_t StepPlan::stepsIn(double epochs) const {
  return std::max<std::int64_t>(1, std::llround(epochs * stepsPerEpoch));
}

StepPlan planSteps(const PretrainOptions::Recipe& recipe, std::size_t trainingRecords) {
  StepPlan plan;
  plan.stepsPerEpoch =
      std::max(1.0, static_cast<double>(batchesPerEpoch(trainingRecords, recipe.batch)) /
                        static_cast<double>(recipe.accumulation));
  plan.totalSteps = recipe.steps > 0 ? recipe.steps : plan.stepsIn(recipe.epochs);
  plan.totalEpochs = static_cast<double>(plan.totalSteps) / plan.stepsPerEpoch;
  return plan;
}

}  // namespace mrm
