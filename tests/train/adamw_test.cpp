// Three optimizer steps of the small reference model.
#include "core/train/adamw.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/checkpoint/pytorch_file.h"
#include "core/model/load_weights.h"
#include "tests/model/reference.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using testing::Reference;
using testing::relativeError;

TEST(AdamW, WeightsAfterThreeStepsOfTheReference) {
  MRM_SHARED_OR_SKIP(folder, "parity/mrm_tiny");
  const Reference inputs(folder / "inputs.safetensors");
  const Reference wanted(folder / "weights_after_3_adamw_steps.safetensors");
  MrmModel model(testing::tinyReferenceConfig(), 1);
  loadWeights(model.parameters(), readPytorchFile(folder / "weights.pth"), "weights.pth");
  AdamW optimizer(model.parameters(), {});
  const MrmBatch batch = testing::tinyReferenceBatch(inputs);
  // meta.json: losses before each step, and the rate of each step
  const double image[] = {1.158746361732483, 1.1286712884902954, 1.0916820764541626};
  const double report[] = {5.6858296394348145, 5.28892183303833, 4.988475322723389};
  const double rates[] = {0.001, 0.002, 0.0005};
  for (int i = 0; i < 3; ++i) {
    const MrmLosses losses = model.losses(batch, {0.75, true, true}, Compute{});
    EXPECT_NEAR(losses.image.item<double>() / image[i], 1, 1e-5);
    EXPECT_NEAR(losses.report.item<double>() / report[i], 1, 1e-5);
    (losses.image + losses.report).backward();
    optimizer.step(rates[i]);
    model.parameters().clearGradients();
  }
  // Attention does not depend on the bias of its keys: that gradient is rounding noise, which Adam
  // scales to whole steps. What the noise moved is not compared alone, but counts in the whole
  // model's error.
  std::vector<at::Tensor> own, reference;
  for (const auto& entry : model.parameters().entries()) {
    if (!entry.value.is_floating_point()) continue;
    at::Tensor a = entry.value.detach(), b = wanted[entry.name];
    own.push_back(a.flatten());
    reference.push_back(b.flatten());
    if (entry.name.ends_with("self.key.bias")) continue;
    if (entry.name.ends_with("attn.qkv.bias")) {
      const std::int64_t width = a.size(0) / 3;
      const auto withoutKeys = [width](const at::Tensor& t) {
        return at::cat({t.slice(0, 0, width), t.slice(0, 2 * width)});
      };
      a = withoutKeys(a);
      b = withoutKeys(b);
    }
    EXPECT_LT(relativeError(a, b), 1e-4) << entry.name;
  }
  EXPECT_LT(relativeError(at::cat(own), at::cat(reference)), 1e-4);
}

Parameters twoParameters() {
  Parameters p;
  p.add("a", at::linspace(-1, 1, 6).reshape({2, 3}));
  p.add("b", at::linspace(1, 2, 3));
  return p;
}

void setGradients(Parameters& p, double scale) {
  for (const auto& entry : p.entries()) {
    at::Tensor value = entry.value;
    value.mutable_grad() = at::full_like(value, scale).detach();
  }
}

TEST(AdamW, ClippingScalesToTheGlobalNorm) {
  Parameters clipped = twoParameters(), scaled = twoParameters();
  AdamW a(clipped, {}), b(scaled, {});
  setGradients(clipped, 2);  // norm 2 * sqrt(9) = 6
  EXPECT_NEAR(a.step(0.1, 3.0), 6, 1e-6);
  setGradients(scaled, 1);
  b.step(0.1);
  for (const char* name : {"a", "b"})
    EXPECT_LT(relativeError(clipped[name], scaled[name]), 1e-6) << name;
}

TEST(AdamW, ARestoredStateGoesOnToTheLastBit) {
  Parameters straight = twoParameters(), resumed = twoParameters();
  AdamW a(straight, {}), b(resumed, {});
  for (int i = 0; i < 4; ++i) {
    setGradients(straight, 0.3 * i - 0.5);
    a.step(0.01);
  }
  for (int i = 0; i < 2; ++i) {
    setGradients(resumed, 0.3 * i - 0.5);
    b.step(0.01);
  }
  AdamW c(resumed, {});
  c.restore(b.state(), "state");
  for (int i = 2; i < 4; ++i) {
    setGradients(resumed, 0.3 * i - 0.5);
    c.step(0.01);
  }
  EXPECT_EQ(c.steps(), 4);
  for (const char* name : {"a", "b"}) EXPECT_TRUE(at::equal(straight[name], resumed[name])) << name;
}

TEST(AdamW, RefusesTheStateOfAnotherModel) {
  Parameters p = twoParameters(), other;
  other.add("a", at::zeros({3, 3}));
  AdamW a(p, {}), b(other, {});
  EXPECT_THROW(b.restore(a.state(), "state"), Error);
}

}  // namespace
}  // namespace mrm
