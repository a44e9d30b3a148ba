#include "core/checkpoint/pytorch_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "tests/checkpoint/tensors.h"
#include "tests/python.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using mrm::testing::expectSameTensors;
using mrm::testing::fixture;
using mrm::testing::TemporaryFolder;

// Of the dictionary that write_with_torch.py puts around the state.
const std::map<std::string, std::string> kMetadata{{"args.betas", "[0.9, 0.95]"},
                                                   {"args.data", "a b"},
                                                   {"args.dist", "false"},
                                                   {"args.lr", "0.00015"},
                                                   {"args.nested.seed", "-7"},
                                                   {"args.resume", "null"},
                                                   {"best", "0.875"},
                                                   {"device", "cuda:1"},
                                                   {"dtype", "torch.bfloat16"},
                                                   {"epoch", "3"},
                                                   {"pytorch.not_read", "optimizer, args"},
                                                   {"scaler.growth_interval", "2000"},
                                                   {"scaler.scale", "65536"},
                                                   {"size", "[4, 5]"},
                                                   {"tags", "[x]"}};

TEST(PytorchFile, ZipAndLegacyFilesOfTorchHoldTheExpectedTensorsAndValues) {
  const TensorFile expected = readSafetensors(fixture("expected.safetensors"));
  for (const char* name : {"zip.pth", "legacy.pth"}) {
    SCOPED_TRACE(name);
    const TensorFile read = readPytorchFile(fixture(name));
    expectSameTensors(read, expected);
    EXPECT_EQ(read.metadata, kMetadata);
  }
}

TEST(PytorchFile, TensorsThatShareAStorageShareMemory) {
  for (const char* name : {"zip.pth", "legacy.pth"}) {
    SCOPED_TRACE(name);
    const TensorFile read = readPytorchFile(fixture(name));
    const NamedTensor& front = read.tensors.at("shared_front");
    const NamedTensor& back = read.tensors.at("shared_back");
    EXPECT_EQ(front.data + 2 * sizeof(float), back.data);
    EXPECT_EQ(front.storage, back.storage);
  }
}

TEST(PytorchFile, ContiguousTensorsOfAZipFileAreNotCopied) {
  const FileBytes mapped = mapFile(fixture("zip.pth"));
  const TensorFile read = readPytorchFile(mapped);
  EXPECT_EQ(read.tensors.at("float32").storage, mapped.owner);
  EXPECT_EQ(read.tensors.at("one_row").storage, mapped.owner);
  EXPECT_NE(read.tensors.at("transposed").storage, mapped.owner);
}

TEST(PytorchFile, EveryFormAndProtocolThatTorchWritesIsRead) {
  MRM_PYTHON_OR_SKIP(python, "torch, safetensors, numpy");
  const TemporaryFolder temporary;
  const auto& folder = temporary.path();
  const auto result = mrm::testing::runPythonWith(
      python, {MRM_SOURCE_DIR "/tests/checkpoint/write_with_torch.py", folder, "all"});
  ASSERT_EQ(result.code, 0) << result.output;
  const TensorFile expected = readSafetensors(folder / "expected.safetensors");
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    SCOPED_TRACE(entry.path().filename());
    const TensorFile read = readCheckpointFile(entry.path());
    expectSameTensors(read, expected);
    const auto name = entry.path().filename().string();
    if (name.starts_with("raw")) {
      EXPECT_TRUE(read.metadata.empty());
    } else if (name == "data_parallel.pth") {
      EXPECT_EQ(read.metadata.at("pytorch.removed_prefix"), "module.");
    } else if (name.ends_with(".pth")) {
      EXPECT_EQ(read.metadata, kMetadata);
    }
    ++files;
  }
  EXPECT_EQ(files, 15);
}

TEST(PytorchFile, ThePublishedFormOfACheckpointIsRead) {
  MRM_SHARED_OR_SKIP(path, "parity/mrm_tiny/weights.pth");
  const TensorFile read = readCheckpointFile(path);
  EXPECT_EQ(read.metadata.at("epoch"), "199");
  // The weights after three steps have the same names and shapes.
  MRM_SHARED_OR_SKIP(later, "parity/mrm_tiny/weights_after_3_adamw_steps.safetensors");
  for (const auto& [name, tensor] : readSafetensors(later).tensors) {
    ASSERT_TRUE(read.tensors.contains(name)) << name;
    EXPECT_EQ(read.tensors.at(name).shape, tensor.shape) << name;
  }
}

TEST(PytorchFile, ARawStateDictIsRead) {
  MRM_SHARED_OR_SKIP(path, "parity/vit_classifier/finetuned_state_dict.bin");
  const TensorFile read = readCheckpointFile(path);
  EXPECT_TRUE(read.metadata.empty());
  EXPECT_TRUE(read.tensors.contains("blocks.0.attn.qkv.weight"));
  EXPECT_TRUE(read.tensors.contains("fc_norm.weight"));
}

TEST(PytorchFile, RealCheckpointsEqualWhatTorchReads) {
  MRM_PYTHON_OR_SKIP(python, "torch, safetensors, numpy");
  MRM_SHARED_OR_SKIP(folder, "parity");
  const TemporaryFolder temporary;
  const auto& out = temporary.path();
  for (const char* file : {"mrm_tiny/weights.pth", "vit_classifier/finetuned_state_dict.bin"}) {
    const auto result = mrm::testing::runPythonWith(
        python, {"-c",
                 "import sys, torch, safetensors.torch as s\n"
                 "d = torch.load(sys.argv[1], weights_only=True)\n"
                 "s.save_file({k: v.contiguous().clone() for k, v in d.get('model', d).items()}, "
                 "sys.argv[2])",
                 folder / file, out / "expected.safetensors"});
    ASSERT_EQ(result.code, 0) << result.output;
    expectSameTensors(readCheckpointFile(folder / file),
                      readSafetensors(out / "expected.safetensors"));
  }
}

}  // namespace
}  // namespace mrm
