// The classifier against a small reference model.
#include "core/model/vit_classifier.h"

#include <gtest/gtest.h>

#include "core/checkpoint/pytorch_file.h"
#include "core/model/load_weights.h"
#include "tests/model/reference.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using testing::Reference;
using testing::relativeError;

VitConfig referenceConfig() {
  VitConfig c;
  c.imageSize = 64;
  c.width = 48;
  c.depth = 3;
  c.heads = 3;
  return c;
}

TEST(VitClassifier, LogitsLossAndGradientsOfTheReference) {
  MRM_SHARED_OR_SKIP(folder, "parity/vit_classifier");
  const Reference io(folder / "io.safetensors");
  VitClassifier model(referenceConfig(), 1);
  const WeightReport weights =
      loadWeights(model.parameters(), readPytorchFile(folder / "finetuned_state_dict.bin"),
                  "finetuned_state_dict.bin");
  EXPECT_TRUE(weights.difference.none()) << weights.toText();
  const at::Tensor logits = model.forward(io["input"], Compute{});
  EXPECT_LT(relativeError(logits, io["logits"]), 1e-5);
  const at::Tensor loss = at::binary_cross_entropy_with_logits(logits, io["labels"]);
  EXPECT_NEAR(loss.item<double>() / io["bce"].item<double>(), 1, 1e-5);
  loss.backward();
  std::size_t compared = 0;
  for (const auto& [name, unused] : io.file().tensors)
    if (name.rfind("grad.", 0) == 0) {
      EXPECT_LT(relativeError(model.parameters()[name.substr(5)].grad(), io[name]), 1e-4) << name;
      ++compared;
    }
  EXPECT_EQ(compared, 44u);
}

TEST(VitClassifier, DropPathActsOnlyInTraining) {
  VitConfig config = referenceConfig();
  config.dropPath = 0.5;
  const VitClassifier model(config, 1);
  at::manual_seed(3);
  const at::NoGradGuard noGrad;
  const at::Tensor image = at::randn({8, 1, 64, 64});
  const Compute still, training{.bf16 = false, .training = true};
  const auto hidden = [&](const Compute& c) { return model.forward(image, c); };
  EXPECT_TRUE(at::equal(hidden(still), hidden(still)));
  EXPECT_FALSE(at::equal(hidden(training), hidden(still)));
}

}  // namespace
}  // namespace mrm
