#include "core/checkpoint/safetensors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

#include "core/base/error.h"
#include "core/base/files.h"
#include "tests/checkpoint/tensors.h"
#include "tests/python.h"

namespace mrm {
namespace {

using mrm::testing::expectSameTensors;
using mrm::testing::fixture;
using mrm::testing::inMemory;
using mrm::testing::makeTensor;
using mrm::testing::TemporaryFolder;
using ::testing::HasSubstr;

// One tensor of each type, a scalar, empty ones, odd sizes that would misalign what follows.
TensorFile everyKindOfTensor() {
  TensorFile file;
  file.tensors["bool"] = makeTensor<std::uint8_t>(DataType::Bool, {3}, {1, 0, 1});
  file.tensors["u8"] = makeTensor<std::uint8_t>(DataType::U8, {1, 5}, {0, 1, 2, 254, 255});
  file.tensors["i8"] = makeTensor<std::int8_t>(DataType::I8, {1}, {-128});
  file.tensors["i16"] = makeTensor<std::int16_t>(DataType::I16, {3}, {-32768, 0, 32767});
  file.tensors["i32"] = makeTensor<std::int32_t>(DataType::I32, {1}, {-7});
  file.tensors["i64"] =
      makeTensor<std::int64_t>(DataType::I64, {1}, {std::numeric_limits<std::int64_t>::min()});
  file.tensors["f16"] = makeTensor<std::uint16_t>(DataType::F16, {3}, {0x3C00, 0x7E00, 0x8001});
  file.tensors["bf16"] = makeTensor<std::uint16_t>(DataType::BF16, {3}, {0x3F80, 0x7FC0, 0x8001});
  file.tensors["f32"] = makeTensor<float>(DataType::F32, {2, 1, 3}, {1, 2, 3, 4, 5, -0.0f});
  file.tensors["f64"] = makeTensor<double>(DataType::F64, {1}, {1e300});
  file.tensors["scalar"] = makeTensor<float>(DataType::F32, {}, {42});
  file.tensors["empty"] = makeTensor<float>(DataType::F32, {0}, {});
  file.tensors["empty too"] = makeTensor<double>(DataType::F64, {3, 0, 2}, {});
  file.tensors["quote \" and ä"] = makeTensor<float>(DataType::F32, {1}, {1});
  file.metadata = {{"step", "12"}, {"naïve \"key\"", "line\nbreak"}};
  return file;
}

std::string withHeader(const std::string& json, const std::string& data = {}) {
  std::string file(8, '\0');
  for (int i = 0; i < 8; ++i)
    file[static_cast<std::size_t>(i)] = static_cast<char>(json.size() >> (8 * i));
  return file + json + data;
}

void expectRefused(const std::string& file, const std::string& because) {
  try {
    readSafetensors(inMemory(file));
    FAIL() << "no error, but expected: " << because;
  } catch (const Error& e) {
    EXPECT_THAT(e.problem(), HasSubstr(because));
    EXPECT_EQ(e.where(), "file in memory");
  }
}

TEST(Safetensors, WhatIsWrittenIsReadBackToTheBit) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.safetensors";
  const TensorFile file = everyKindOfTensor();
  writeSafetensors(path, file);
  const TensorFile back = readSafetensors(path);
  expectSameTensors(back, file);
  EXPECT_EQ(back.metadata, file.metadata);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(path.parent_path()), {}), 1)
      << "a temporary file stayed";
}

TEST(Safetensors, TheWriterAlignsEveryTensorSoThatReadingCopiesNone) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.safetensors";
  writeSafetensors(path, everyKindOfTensor());
  const FileBytes mapped = mapFile(path);
  for (const auto& [name, tensor] : readSafetensors(mapped).tensors) {
    EXPECT_EQ(tensor.storage, mapped.owner) << name;
    EXPECT_GE(tensor.data, mapped.bytes.data());
    EXPECT_LE(tensor.data + tensor.bytes(), mapped.bytes.data() + mapped.bytes.size());
  }
}

TEST(Safetensors, NoTensorsAndNoMetadataIsAValidFile) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.safetensors";
  writeSafetensors(path, {});
  EXPECT_TRUE(readSafetensors(path).tensors.empty());
}

TEST(Safetensors, AFileOfThePythonLibraryIsRead) {
  const TensorFile file = readSafetensors(fixture("expected.safetensors"));
  EXPECT_EQ(file.tensors.size(), 20u);
  EXPECT_EQ(file.metadata.at("naïve"), "Ω");
  EXPECT_EQ(file.tensors.at("bfloat16").type, DataType::BF16);
  EXPECT_EQ(file.tensors.at("empty").shape, (std::vector<std::int64_t>{0, 4}));
  float scalar = 0;
  std::memcpy(&scalar, file.tensors.at("scalar").data, sizeof scalar);
  EXPECT_EQ(scalar, 3.5f);
}

TEST(Safetensors, ThePythonLibraryReadsWhatIsWritten) {
  MRM_PYTHON_OR_SKIP(python, "safetensors, numpy");
  const TemporaryFolder temporary;
  const auto& folder = temporary.path();
  const TensorFile file = everyKindOfTensor();
  writeSafetensors(folder / "ours.safetensors", file);
  const auto result = mrm::testing::runPythonWith(
      python, {MRM_SOURCE_DIR "/tests/checkpoint/read_safetensors.py", folder / "ours.safetensors",
               folder / "theirs.safetensors"});
  ASSERT_EQ(result.code, 0) << result.output;
  const TensorFile theirs = readSafetensors(folder / "theirs.safetensors");
  expectSameTensors(theirs, file);
  EXPECT_EQ(theirs.metadata, file.metadata);
}

TEST(Safetensors, TensorsAtOddAddressesAreCopiedToAlignedOnes) {
  const std::string file = withHeader(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},)"
                                      R"("b":{"dtype":"I32","shape":[1],"data_offsets":[1,5]}})",
                                      std::string("\x01\x02\x03\x04\x05", 5));
  const TensorFile read = readSafetensors(inMemory(file));
  const NamedTensor& b = read.tensors.at("b");
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(b.data) % 4, 0u);
  std::int32_t value = 0;
  std::memcpy(&value, b.data, 4);
  EXPECT_EQ(value, 0x05040302);
}

TEST(Safetensors, MalformedFilesAreRefusedByName) {
  const std::string f32 = R"("dtype":"F32","shape":[1],"data_offsets":[0,4])";
  expectRefused("", "too short");
  expectRefused("1234567", "too short");
  expectRefused(std::string(8, '\xFF'), "announces a header of");
  expectRefused(withHeader("{}").substr(0, 9), "cut off within its safetensors header");
  expectRefused(withHeader(""), "no JSON object");
  expectRefused(withHeader("[]"), "no JSON object");
  expectRefused(withHeader(" {}"), "no JSON object");
  expectRefused(withHeader("{"), "no valid JSON");
  expectRefused(withHeader("{}}"), "no valid JSON");
  expectRefused(withHeader(std::string("{}\0x", 4)), "no JSON object");
  expectRefused(withHeader("{\"\xFF\":1}"), "no valid JSON");
  expectRefused(withHeader(R"({"a":1})"), "where none belongs");
  expectRefused(withHeader(R"({"a":{}})"), "'a' lacks its type");
  expectRefused(withHeader(R"({"a":{"dtype":"F32","shape":[1]}})", "1234"), "lacks its type");
  expectRefused(withHeader("{\"a\":{" + f32 + ",\"x\":1}}", "1234"), "unknown or repeated key 'x'");
  expectRefused(withHeader("{\"a\":{" + f32 + ",\"dtype\":\"F32\"}}", "1234"),
                "repeated key 'dtype'");
  expectRefused(withHeader("{\"a\":{" + f32 + "},\"a\":{" + f32 + "}}", "1234"),
                "'a' stands twice");
  expectRefused(withHeader(R"({"a":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]}})", "1"),
                "'a' has type F8_E4M3, which is not supported");
  expectRefused(withHeader(R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", "1234"),
                "negative number");
  expectRefused(withHeader(R"({"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}})", "1234"),
                "fractional");
  expectRefused(withHeader(R"({"a":{"dtype":"F32","shape":[[1]],"data_offsets":[0,4]}})", "1234"),
                "where none belongs");
  expectRefused(withHeader("{\"a\":{" + f32 + "}}", "123"), "passes the end of the file");
  expectRefused(withHeader("{\"a\":{" + f32 + "}}", "12345"), "belong to no tensor");
  expectRefused(withHeader("{\"a\":{" + f32 + "},\"b\":{" + f32 + "}}", "1234"),
                "overlaps another");
  expectRefused(withHeader(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", "12345678"),
                "leaves a hole");
  expectRefused(withHeader(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,4]}})", "1234"),
                "more than two offsets");
  expectRefused(withHeader(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})", "1234"),
                "does not fit its shape");
  expectRefused(withHeader(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,-4]}})", "1234"),
                "negative number");
  expectRefused(withHeader(R"({"a":{"dtype":"U8","shape":[],"data_offsets":[1,0]}})", "1"),
                "leaves a hole");
  expectRefused(withHeader(R"({"__metadata__":{"a":1}})"), "where none belongs");
  expectRefused(withHeader(R"({"__metadata__":{"a":"1","a":"2"}})"),
                "stands twice in the metadata");
}

TEST(Safetensors, SizesThatOverflowAreRefused) {
  expectRefused(withHeader(R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],)"
                           R"("data_offsets":[0,0]}})"),
                "impossible shape");
  expectRefused(withHeader(R"({"a":{"dtype":"F64","shape":[2305843009213693952],)"
                           R"("data_offsets":[0,0]}})"),
                "impossible shape");
  expectRefused(
      withHeader(R"({"a":{"dtype":"U8","shape":[0,9223372036854775807,9223372036854775807],)"
                 R"("data_offsets":[0,0]}})"),
      "impossible shape");
  expectRefused(withHeader(R"({"a":{"dtype":"U8","shape":[18446744073709551615],)"
                           R"("data_offsets":[0,18446744073709551615]}})"),
                "impossible shape");
  expectRefused(withHeader(R"({"a":{"dtype":"U8","shape":[1],)"
                           R"("data_offsets":[0,99999999999999999999999]}})"),
                "too large number");
  std::string dimensions = "1";
  for (int i = 0; i < 100; ++i) dimensions += ",1";
  expectRefused(
      withHeader("{\"a\":{\"dtype\":\"U8\",\"shape\":[" + dimensions + "],\"data_offsets\":[0,1]}}",
                 "1"),
      "too many dimensions");
}

TEST(Safetensors, ADeepHeaderIsRefusedAtOnce) {
  expectRefused(withHeader("{\"a\":" + std::string(5'000'000, '[')), "where none belongs");
}

TEST(Safetensors, AFailedWriteLeavesTheOldFileAndNoTemporary) {
  const TemporaryFolder temporary;
  const auto& folder = temporary.path();
  const auto path = folder / "a.safetensors";
  writeFileAtomically(path, "old");
  TensorFile bad;
  bad.tensors["\xFF"] = makeTensor<float>(DataType::F32, {1}, {1});
  EXPECT_THROW(writeSafetensors(path, bad), Error);
  TensorFile reserved;
  reserved.tensors["__metadata__"] = makeTensor<float>(DataType::F32, {1}, {1});
  EXPECT_THROW(writeSafetensors(path, reserved), Error);
  TensorFile unreadable;  // the kernel refuses to write from nowhere, after the header is written
  unreadable.tensors["a"] = {DataType::F32, {4}, nullptr, nullptr};
  EXPECT_THROW(writeSafetensors(path, unreadable), Error);
  EXPECT_EQ(readFile(path, 100), "old");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
  EXPECT_THROW(writeSafetensors(folder / "no/such/folder", everyKindOfTensor()), Error);
}

}  // namespace
}  // namespace mrm
