#include "core/run/step_plan.h"

#include <gtest/gtest.h>

namespace mrm {
namespace {

TEST(StepPlan, EpochsBecomeSteps) {
  PretrainOptions::Recipe recipe;
  recipe.batch = 32;
  recipe.epochs = 40;
  const StepPlan plan = planSteps(recipe, 328);  // 10 whole batches, 8 records left over
  EXPECT_EQ(plan.stepsPerEpoch, 10);
  EXPECT_EQ(plan.totalSteps, 400);
  EXPECT_EQ(plan.totalEpochs, 40);
  EXPECT_EQ(plan.stepsIn(2), 20);
  EXPECT_EQ(plan.stepsIn(0.001), 1);
}

TEST(StepPlan, GivenStepsDecideOverEpochs) {
  PretrainOptions::Recipe recipe;
  recipe.batch = 8;
  recipe.accumulation = 2;
  recipe.steps = 15;
  const StepPlan plan = planSteps(recipe, 40);  // 5 batches, 2.5 steps
  EXPECT_EQ(plan.totalSteps, 15);
  EXPECT_EQ(plan.stepsPerEpoch, 2.5);
  EXPECT_EQ(plan.totalEpochs, 6);
}

TEST(StepPlan, FewerRecordsThanABatchAreOneStep) {
  PretrainOptions::Recipe recipe;
  recipe.batch = 256;
  recipe.epochs = 3;
  EXPECT_EQ(planSteps(recipe, 10).totalSteps, 3);
}

}  // namespace
}  // namespace mrm
