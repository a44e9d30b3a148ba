// The published full-size model: all its keys and shapes, and what formula-given weights compute.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/model/mrm_model.h"
#include "core/model/position_embedding.h"
#include "tests/model/reference.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using testing::Reference;
using testing::relativeError;

nlohmann::json contract(const std::filesystem::path& folder) {
  std::ifstream in(folder / "contract.json");
  return nlohmann::json::parse(in);
}

TEST(MrmFull, KeysAndShapesAreThePublishedOnes) {
  MRM_SHARED_OR_SKIP(folder, "parity/mrm_full");
  const MrmModel model(MrmConfig{}, 1);
  const TensorFile own = model.parameters().toTensorFile();
  const nlohmann::json keys = contract(folder).at("keys");
  ASSERT_EQ(keys.size(), 319u);
  EXPECT_EQ(own.tensors.size(), keys.size());
  std::int64_t elements = 0;
  for (const auto& key : keys) {
    const auto found = own.tensors.find(key[0].get<std::string>());
    ASSERT_NE(found, own.tensors.end()) << key[0];
    EXPECT_EQ(found->second.shape, key[1].get<std::vector<std::int64_t>>()) << key[0];
    EXPECT_EQ(found->second.type, key[2] == "int64" ? DataType::I64 : DataType::F32) << key[0];
    elements += found->second.elements();
  }
  EXPECT_GT(elements, 151'000'000);
}

TEST(MrmFull, FormulaWeightsGiveThePublishedLossesAndOutputs) {
  MRM_SHARED_OR_SKIP(folder, "parity/mrm_full");
  const nlohmann::json wanted = contract(folder);
  const Reference tables(folder / "tables.safetensors");
  MrmModel model(MrmConfig{}, 1);
  EXPECT_LT(relativeError(sinCosPositions(14, 768), tables["pos_embed"]), 1e-6);
  EXPECT_LT(relativeError(model.parameters()["decoder_pos_embed"], tables["decoder_pos_embed"]),
            1e-6);

  // "for the k-th key in sorted order, element j: 0.02 sin(0.7 j + 1.3 k) in fp64 cast to fp32; 1-D
  // tensors named *weight get +1". The shared bias of the report head is the one of
  // cls.predictions.decoder.bias.
  std::int64_t k = -1;
  for (const auto& key : wanted.at("keys")) {
    ++k;
    const auto name = key[0].get<std::string>();
    if (!model.parameters().has(name) || name == "pos_embed" || name == "decoder_pos_embed" ||
        key[2] == "int64")
      continue;
    const at::NoGradGuard noGrad;
    at::Tensor value = model.parameters()[name];
    at::Tensor formula = at::arange(value.numel(), at::TensorOptions(at::kDouble))
                             .mul_(0.7)
                             .add_(1.3 * static_cast<double>(k))
                             .sin_()
                             .mul_(0.02)
                             .to(at::kFloat);
    if (value.dim() == 1 && name.ends_with("weight")) formula += 1.0;
    value.copy_(formula.reshape(value.sizes()));
  }

  MrmBatch batch;
  batch.imageHigh = at::arange(2 * 3 * 448 * 448, at::TensorOptions(at::kDouble))
                        .mul_(0.001)
                        .sin_()
                        .to(at::kFloat)
                        .reshape({2, 3, 448, 448});
  batch.imageLow = at::_upsample_bicubic2d_aa(batch.imageHigh, {224, 224}, false);
  EXPECT_LT(relativeError(batch.imageLow[0][0], tables["image_low_row0"]), 1e-5);
  const at::Tensor golden =
      at::arange(2 * 196, at::TensorOptions(at::kDouble)) * 0.6180339887498949;
  batch.maskNoise = (golden - golden.floor()).to(at::kFloat).reshape({2, 196});
  batch.reportLabels = at::zeros({2, 100}, at::TensorOptions(at::kLong));
  batch.reportAttention = at::ones({2, 100}, at::TensorOptions(at::kLong));
  for (std::int64_t n = 0; n < 2; ++n)
    for (std::int64_t i = 0; i < 100; ++i) {
      const bool padding = n == 1 && i >= 60;
      batch.reportLabels[n][i] = padding ? 0 : (7 * i * i + 13 * n + 5) % 30000;
      if (padding) batch.reportAttention[n][i] = 0;
    }
  batch.reportMasked = at::zeros({2, 100}, at::TensorOptions(at::kBool));
  batch.reportIds = batch.reportLabels.clone();
  for (std::int64_t n = 0; n < 2; ++n)
    for (std::int64_t i = 1; i < 100; i += 2)
      if (n == 0 || i < 60) {
        batch.reportIds[n][i] = 3;
        batch.reportMasked[n][i] = true;
      }

  const at::NoGradGuard noGrad;
  const MrmOutputs out = model.forward(batch, 0.75, Compute{});
  const MrmLosses losses = model.losses(batch, {0.75, true, true}, Compute{});
  EXPECT_NEAR(losses.image.item<double>() / wanted["loss_image_norm_pix"].get<double>(), 1, 1e-4);
  EXPECT_NEAR(losses.report.item<double>() / wanted["loss_report_all_tokens"].get<double>(), 1,
              1e-4);
  const auto compare = [&](const char* name, const at::Tensor& slice) {
    const auto values = wanted[name].get<std::vector<float>>();
    const at::Tensor reference = at::from_blob(const_cast<float*>(values.data()), {8}).clone();
    EXPECT_LT(relativeError(slice, reference), 1e-3) << name;
  };
  compare("latent_0_0_first8", out.latent[0][0].slice(0, 0, 8));
  compare("latent_1_49_last8", out.latent[1][49].slice(0, -8));
  compare("pred_0_0_first8", out.prediction[0][0].slice(0, 0, 8));
  compare("pred_1_195_last8", out.prediction[1][195].slice(0, -8));
  compare("report_logits_0_1_first8", out.reportLogits[0][1].slice(0, 0, 8));
  const auto mask = wanted["mask_row0"].get<std::vector<float>>();
  EXPECT_TRUE(at::equal(out.mask[0], at::from_blob(const_cast<float*>(mask.data()), {196})));
}

}  // namespace
}  // namespace mrm
