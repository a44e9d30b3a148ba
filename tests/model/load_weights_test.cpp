// Differences between a checkpoint and a model are listed key by key.
#include "core/model/load_weights.h"

#include <gtest/gtest.h>

#include <limits>

#include "core/base/error.h"
#include "core/model/mrm_model.h"
#include "core/model/position_embedding.h"
#include "tests/model/reference.h"

namespace mrm {
namespace {

using testing::relativeError;

TEST(LoadWeights, NamesWhatIsMissingUnexpectedAndOfOtherShape) {
  const MrmConfig config = testing::tinyReferenceConfig();
  TensorFile file = MrmModel(config, 1).parameters().toTensorFile();
  file.tensors.erase("blocks.1.mlp.fc1.bias");
  file.tensors["head.weight"] = toNamedTensor(at::zeros({2, 48}));
  file.tensors["mask_token"] = toNamedTensor(at::zeros({1, 1, 47}));
  MrmModel model(config, 2);
  const at::Tensor before = model.parameters()["mask_token"].clone();
  const WeightReport report = loadWeights(model.parameters(), file, "f");
  const CheckpointDifference& found = report.difference;
  ASSERT_EQ(found.missing.size(), 1u);
  EXPECT_EQ(found.missing[0].name, "blocks.1.mlp.fc1.bias");
  ASSERT_EQ(found.unexpected.size(), 1u);
  EXPECT_EQ(found.unexpected[0].name, "head.weight");
  ASSERT_EQ(found.otherShape.size(), 1u);
  EXPECT_EQ(found.otherShape[0].name, "mask_token");
  EXPECT_EQ(shapeText(found.otherShape[0].found), "[1, 1, 47]");
  EXPECT_EQ(shapeText(found.otherShape[0].expected), "[1, 1, 48]");
  EXPECT_TRUE(at::equal(model.parameters()["mask_token"], before));
  const std::string text = report.toText();
  for (const char* key : {"blocks.1.mlp.fc1.bias", "head.weight", "mask_token"})
    EXPECT_NE(text.find(key), std::string::npos) << key;
}

TEST(LoadWeights, ResizesPositionTablesAndSaysSo) {
  MrmConfig config = testing::tinyReferenceConfig();
  const TensorFile file = MrmModel(config, 1).parameters().toTensorFile();
  config.imageSize = 128;
  config.highResolution = 256;
  MrmModel model(config, 2);
  const WeightReport report = loadWeights(model.parameters(), file, "f");
  ASSERT_EQ(report.resized.size(), 2u);
  EXPECT_EQ(report.resized[1], "pos_embed: 4 x 4 to 8 x 8 patches");
  EXPECT_TRUE(report.difference.none()) << report.toText();
}

TEST(LoadWeights, ResizingKeepsAConstantTableAndTheClassToken) {
  at::Tensor table = at::full({1, 17, 8}, 0.25);
  table[0][0].fill_(3);
  const at::Tensor resized = resizePositions(table, 7);
  EXPECT_EQ(resized.sizes(), at::IntArrayRef({1, 50, 8}));
  EXPECT_LT((resized.slice(1, 1) - 0.25).abs().max().item<double>(), 1e-6);
  EXPECT_TRUE(at::equal(resized[0][0], table[0][0]));
}

TEST(LoadWeights, AWeightFileOfMaeAloneLeavesTheReportDecoder) {
  const MrmConfig config = testing::tinyReferenceConfig();
  TensorFile file = MrmModel(config, 1).parameters().toTensorFile();
  std::erase_if(file.tensors, [](const auto& entry) { return entry.first.rfind("bert_", 0) == 0; });
  MrmModel model(config, 2);
  const WeightReport report = loadWeights(model.parameters(), file, "f");
  EXPECT_TRUE(report.difference.unexpected.empty());
  for (const ExpectedTensor& tensor : report.difference.missing)
    EXPECT_EQ(tensor.name.rfind("bert_", 0), 0u) << tensor.name;
  EXPECT_FALSE(report.difference.missing.empty());
}

TEST(LoadWeights, ASharedTensorMayStandUnderEitherName) {
  const MrmConfig config = testing::tinyReferenceConfig();
  const std::string head = "bert_encoder.model.cls.predictions.";
  for (const char* absent : {"bias", "decoder.bias"}) {
    TensorFile file = MrmModel(config, 1).parameters().toTensorFile();
    const at::Tensor values = at::linspace(-1, 1, config.vocabularySize);
    file.tensors[head + "bias"] = file.tensors[head + "decoder.bias"] = toNamedTensor(values);
    file.tensors.erase(head + absent);
    MrmModel model(config, 2);
    const WeightReport report = loadWeights(model.parameters(), file, "f");
    EXPECT_TRUE(report.difference.none()) << report.toText();
    EXPECT_TRUE(at::equal(model.parameters()[head + "decoder.bias"], values)) << absent;
  }
}

TEST(LoadWeights, RefusesValuesThatAreNotFiniteAndFilesOfOtherModels) {
  const MrmConfig config = testing::tinyReferenceConfig();
  MrmModel model(config, 2);
  TensorFile file = model.parameters().toTensorFile();
  file.tensors["norm.bias"] = toNamedTensor(
      at::full({48}, std::numeric_limits<double>::quiet_NaN(), at::TensorOptions(at::kFloat)));
  EXPECT_THROW(loadWeights(model.parameters(), file, "f"), Error);
  TensorFile other;
  other.tensors["conv1.weight"] = toNamedTensor(at::zeros({3, 3}));
  EXPECT_THROW(loadWeights(model.parameters(), other, "f"), Error);
}

TEST(LoadWeights, HalfPrecisionIsWidened) {
  const MrmConfig config = testing::tinyReferenceConfig();
  MrmModel model(config, 2);
  TensorFile file = model.parameters().toTensorFile();
  const at::Tensor half = at::linspace(-1, 1, 48).to(at::kHalf);
  file.tensors["norm.bias"] = toNamedTensor(half);
  loadWeights(model.parameters(), file, "f");
  EXPECT_EQ(relativeError(model.parameters()["norm.bias"], half), 0);
}

}  // namespace
}  // namespace mrm
