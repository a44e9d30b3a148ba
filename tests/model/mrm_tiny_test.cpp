// The small reference model: every output, loss and gradient of the published implementation.
#include <gtest/gtest.h>

#include "core/checkpoint/pytorch_file.h"
#include "core/model/load_weights.h"
#include "core/model/mrm_model.h"
#include "tests/model/reference.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using testing::Reference;
using testing::relativeError;

class MrmTiny : public ::testing::Test {
 protected:
  void SetUp() override {
    MRM_SHARED_OR_SKIP(folder, "parity/mrm_tiny");
    inputs_ = std::make_unique<Reference>(folder / "inputs.safetensors");
    outputs_ = std::make_unique<Reference>(folder / "outputs.safetensors");
    gradients_ = std::make_unique<Reference>(folder / "grads.safetensors");
    model_ = std::make_unique<MrmModel>(testing::tinyReferenceConfig(), 1);
    weights_ =
        loadWeights(model_->parameters(), readPytorchFile(folder / "weights.pth"), "weights.pth");
    batch_ = testing::tinyReferenceBatch(*inputs_);
  }

  double wanted(const char* loss) const { return (*outputs_)[loss].item<double>(); }

  std::unique_ptr<Reference> inputs_, outputs_, gradients_;
  std::unique_ptr<MrmModel> model_;
  WeightReport weights_;
  MrmBatch batch_;
};

TEST_F(MrmTiny, PublishedKeysLoadWithNothingLeftOver) {
  EXPECT_TRUE(weights_.difference.none()) << weights_.toText();
  EXPECT_TRUE(weights_.resized.empty());
}

TEST_F(MrmTiny, OutputsOfTheFullForwardPass) {
  const MrmOutputs out = model_->forward(batch_, 0.75, Compute{});
  EXPECT_LT(relativeError(out.latent, (*outputs_)["latent"]), 1e-5);
  EXPECT_LT(relativeError(out.prediction, (*outputs_)["pred"]), 1e-5);
  EXPECT_LT(relativeError(out.reportLogits, (*outputs_)["report_logits"]), 1e-5);
  EXPECT_TRUE(at::equal(out.mask, (*outputs_)["mask"]));
  EXPECT_TRUE(at::equal(out.idsRestore, (*outputs_)["ids_restore"]));
  EXPECT_TRUE(at::equal(model_->patchify(batch_.imageHigh), (*outputs_)["target_patches"]));
}

TEST_F(MrmTiny, LossesInBothModesByBothPaths) {
  for (const bool full : {false, true})
    for (const bool normalize : {false, true})
      for (const bool all : {false, true}) {
        const MrmObjective objective{0.75, normalize, all};
        const MrmLosses losses =
            full ? model_->lossesOf(model_->forward(batch_, 0.75, Compute{}), batch_, objective)
                 : model_->losses(batch_, objective, Compute{});
        const double image = wanted(normalize ? "loss_image_norm_pix" : "loss_image_raw");
        const double report = wanted(all ? "loss_report_all_tokens" : "loss_report_masked_tokens");
        EXPECT_NEAR(losses.image.item<double>() / image, 1, 1e-5) << full << normalize << all;
        EXPECT_NEAR(losses.report.item<double>() / report, 1, 1e-5) << full << normalize << all;
      }
}

TEST_F(MrmTiny, Gradients) {
  const MrmLosses losses = model_->losses(batch_, {0.75, true, true}, Compute{});
  (losses.image + losses.report).backward();
  std::size_t compared = 0;
  for (const auto& [name, unused] : gradients_->file().tensors) {
    std::string parameter = name.substr(5);  // "grad."
    if (parameter == "bert_encoder.model.cls.predictions.bias")
      parameter.insert(parameter.rfind("bias"), "decoder.");
    const at::Tensor gradient = model_->parameters()[parameter].grad();
    ASSERT_TRUE(gradient.defined()) << parameter;
    if (parameter.ends_with("self.key.bias")) {
      // Attention does not depend on it: both gradients are rounding noise around zero.
      EXPECT_LT(gradient.norm().item<double>(), 1e-6) << parameter;
      EXPECT_LT((*gradients_)[name].norm().item<double>(), 1e-6) << parameter;
    } else {
      EXPECT_LT(relativeError(gradient, (*gradients_)[name]), 1e-4) << parameter;
    }
    ++compared;
  }
  EXPECT_GT(compared, 100u);
  EXPECT_FALSE(model_->parameters()["pos_embed"].grad().defined());
}

TEST_F(MrmTiny, TheEconomicalPathHasTheGradientsOfTheFullOne) {
  for (const bool all : {false, true}) {
    const MrmObjective objective{0.75, true, all};
    model_->parameters().clearGradients();
    const MrmLosses economical = model_->losses(batch_, objective, Compute{});
    (economical.image + economical.report).backward();
    std::vector<at::Tensor> gradients;
    for (const auto& entry : model_->parameters().entries())
      if (entry.trainable) gradients.push_back(entry.value.grad().clone());
    model_->parameters().clearGradients();
    const MrmLosses full =
        model_->lossesOf(model_->forward(batch_, 0.75, Compute{}), batch_, objective);
    (full.image + full.report).backward();
    std::size_t i = 0;
    for (const auto& entry : model_->parameters().entries())
      if (entry.trainable) {
        if (!entry.name.ends_with("self.key.bias")) {  // zero but for rounding
          EXPECT_LT(relativeError(gradients[i], entry.value.grad()), 1e-4) << entry.name << all;
        }
        ++i;
      }
  }
}

TEST_F(MrmTiny, OneChannelStandsForThreeEqualOnes) {
  const at::Tensor high = batch_.imageHigh.narrow(1, 0, 1), low = batch_.imageLow.narrow(1, 0, 1);
  MrmBatch one = batch_, three = batch_;
  one.imageHigh = high;
  one.imageLow = low;
  three.imageHigh = high.expand({-1, 3, -1, -1});
  three.imageLow = low.expand({-1, 3, -1, -1});
  for (const bool normalize : {false, true}) {
    const MrmObjective objective{0.75, normalize, false};
    const MrmLosses a = model_->losses(one, objective, Compute{});
    const MrmLosses b = model_->losses(three, objective, Compute{});
    EXPECT_NEAR(a.image.item<double>() / b.image.item<double>(), 1, 1e-5);
    EXPECT_NEAR(a.report.item<double>() / b.report.item<double>(), 1, 1e-5);
  }
}

TEST_F(MrmTiny, ABatchWithoutAMaskedWordHasReportLossZeroAndFiniteGradients) {
  batch_.reportMasked = at::zeros_like(batch_.reportMasked);
  const MrmLosses losses = model_->losses(batch_, {0.75, true, false}, Compute{});
  EXPECT_EQ(losses.report.item<double>(), 0);
  (losses.image + losses.report).backward();
  for (const auto& entry : model_->parameters().entries())
    if (entry.trainable && entry.value.grad().defined()) {
      EXPECT_TRUE(at::isfinite(entry.value.grad()).all().item<bool>()) << entry.name;
    }
}

}  // namespace
}  // namespace mrm
