#include "core/train/schedule.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/shared_data.h"

namespace mrm {
namespace {

TEST(Schedule, ThePublishedRatesAtGivenSteps) {
  MRM_SHARED_OR_SKIP(file, "parity/schedules/schedules.json");
  std::ifstream in(file);
  const nlohmann::json reference = nlohmann::json::parse(in);

  const auto& pretrain = reference.at("pretrain");
  ASSERT_GE(pretrain.at("points").size(), 10u);
  for (const auto& point : pretrain.at("points"))
    EXPECT_NEAR(warmupCosine(point[0], pretrain["warmup_epochs"], pretrain["epochs"],
                             pretrain["lr"], pretrain["min_lr"]),
                point[1].get<double>(), 1e-9 * pretrain["lr"].get<double>())
        << point[0];

  const auto& finetune = reference.at("finetune_classification");
  for (const auto& point : finetune.at("points"))
    EXPECT_NEAR(
        warmupCosine(point[0], finetune["warmup_steps"], finetune["total_steps"], finetune["lr"]),
        point[1].get<double>(), 1e-9 * finetune["lr"].get<double>())
        << point[0];

  const auto& segmentation = reference.at("finetune_segmentation");
  const std::int64_t depth = segmentation["num_layers"];
  const double decay = segmentation["layer_decay"];
  for (const auto& [layer, scale] : segmentation.at("scale_of_layer").items()) {
    const std::int64_t id = std::stoll(layer);
    const std::string name = id == 0           ? "patch_embed.proj.weight"
                             : id == depth + 1 ? "decode_head.classifier.weight"
                                               : "blocks." + std::to_string(id - 1) + ".norm1.bias";
    EXPECT_NEAR(layerDecayScale(name, depth, decay), scale.get<double>(), 1e-9) << name;
  }
  EXPECT_EQ(layerDecayScale("cls_token", depth, decay), layerDecayScale("pos_embed", depth, decay));
}

TEST(Schedule, EdgesOfTheSegmentationRamp) {
  EXPECT_NEAR(warmupPolynomial(0, 1500, 160000, 2e-5), 2e-11, 1e-20);
  EXPECT_NEAR(warmupPolynomial(1500, 1500, 160000, 2e-5), 2e-5 * (1 - 1500.0 / 160000), 1e-15);
  EXPECT_EQ(warmupPolynomial(160000, 1500, 160000, 2e-5), 0);
}

TEST(Schedule, NoWarmupStartsAtThePeak) {
  EXPECT_EQ(warmupCosine(0, 0, 10, 3), 3);
  EXPECT_EQ(warmupCosine(20, 0, 10, 3, 0.5), 0.5);
}

}  // namespace
}  // namespace mrm
