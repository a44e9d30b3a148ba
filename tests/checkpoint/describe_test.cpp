#include "core/checkpoint/describe.h"

#include <gtest/gtest.h>

#include "core/checkpoint/pytorch_file.h"
#include "core/checkpoint/safetensors.h"
#include "tests/checkpoint/tensors.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using mrm::testing::makeTensor;

TensorFile fileOfThree() {
  TensorFile file;
  file.tensors["same"] = makeTensor<float>(DataType::F32, {2}, {1, 2});
  file.tensors["pos_embed"] = makeTensor<float>(DataType::F32, {1, 2}, {1, 2});
  file.tensors["head.bias"] = makeTensor<float>(DataType::F32, {}, {1});
  return file;
}

TEST(Describe, EveryDifferenceIsListedByItsKey) {
  const auto difference = compareWithModel(
      fileOfThree(),
      {{"same", {2}}, {"norm.weight", {4}}, {"pos_embed", {1, 3}}, {"blocks.0.bias", {2, 2}}});
  EXPECT_EQ(difference.equal, 1u);
  ASSERT_EQ(difference.missing.size(), 2u);
  EXPECT_EQ(difference.missing[0].name, "blocks.0.bias");
  EXPECT_EQ(difference.missing[1].name, "norm.weight");
  ASSERT_EQ(difference.unexpected.size(), 1u);
  EXPECT_EQ(difference.unexpected[0].name, "head.bias");
  ASSERT_EQ(difference.otherShape.size(), 1u);
  EXPECT_EQ(difference.otherShape[0].expected, (std::vector<std::int64_t>{1, 3}));
  EXPECT_EQ(difference.otherShape[0].found, (std::vector<std::int64_t>{1, 2}));
  EXPECT_FALSE(difference.none());
  EXPECT_EQ(difference.toText(),
            "1 tensor fits the model.\n"
            "Missing, the model has them but the file does not (2):\n"
            "  blocks.0.bias [2, 2]\n"
            "  norm.weight [4]\n"
            "Unexpected, the file has them but the model does not (1):\n"
            "  head.bias []\n"
            "Of another shape (1):\n"
            "  pos_embed is [1, 2] in the file, [1, 3] in the model\n");
}

TEST(Describe, AFileThatFitsHasNoDifference) {
  const auto difference =
      compareWithModel(fileOfThree(), {{"same", {2}}, {"pos_embed", {1, 2}}, {"head.bias", {}}});
  EXPECT_TRUE(difference.none());
  EXPECT_EQ(difference.toText(), "3 tensors fit the model; there is no difference.\n");
}

TEST(Describe, NamesFromTheFileCannotSteerATerminal) {
  TensorFile file;
  file.tensors["\x1b[2Jgone\n"] = makeTensor<float>(DataType::F32, {}, {1});
  EXPECT_EQ(compareWithModel(file, {}).toText().find('\x1b'), std::string::npos);
}

TEST(Describe, ThePublishedTinyModelFitsItsLaterWeights) {
  MRM_SHARED_OR_SKIP(path, "parity/mrm_tiny/weights.pth");
  MRM_SHARED_OR_SKIP(later, "parity/mrm_tiny/weights_after_3_adamw_steps.safetensors");
  std::vector<ExpectedTensor> model;
  for (const auto& [name, tensor] : readSafetensors(later).tensors)
    model.push_back({name, tensor.shape});
  const auto difference = compareWithModel(readCheckpointFile(path), model);
  EXPECT_TRUE(difference.missing.empty()) << difference.toText();
  EXPECT_TRUE(difference.otherShape.empty()) << difference.toText();
  EXPECT_EQ(difference.equal, model.size());
}

}  // namespace
}  // namespace mrm
