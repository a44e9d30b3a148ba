// Frames from fragments, with offset tables that are right, wrong, absent or extended.
#include "core/dicom/encapsulated_frames.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/dicom/dicom_bytes.h"

namespace mrm::testing {
namespace {

using ::testing::ElementsAre;

std::string offsets32(const std::vector<std::uint32_t>& values) {
  std::string text;
  for (const std::uint32_t value : values)
    for (int shift = 0; shift < 32; shift += 8) text += static_cast<char>(value >> shift);
  return text;
}

std::string offsets64(const std::vector<std::uint32_t>& values) {
  std::string text;
  for (const std::uint32_t value : values) text += offsets32({value, 0});
  return text;
}

std::vector<std::string> frames(const std::vector<std::string>& fragments, std::int64_t claimed,
                                const std::string& table = {}, const std::string& extended = {}) {
  DicomBytes bytes;
  bytes.text(dicom::kModality, "DX");
  if (!extended.empty()) bytes.add(dicom::kExtendedOffsets.number, "OV", extended);
  bytes.raw(encapsulated(fragments, table));
  const auto file = parseDicom(withMeta(bytes.bytes(), kJpegBaseline));
  EXPECT_EQ(file.damage(), "");
  const dicom::EncapsulatedFrames found(file, *file.dataSet().find(dicom::kPixels.number), claimed);
  std::vector<std::string> texts;
  std::vector<std::byte> joined;
  for (std::int64_t i = 0; i < found.count(); ++i) {
    const auto frame = found.frame(i, joined);
    texts.emplace_back(reinterpret_cast<const char*>(frame.data()), frame.size());
  }
  return texts;
}

const std::string kEnd = "\xFF\xD9";

TEST(EncapsulatedFrames, AllFragmentsMakeTheOnlyFrame) {
  EXPECT_THAT(frames({"ab", "cd"}, 1), ElementsAre("abcd"));
  EXPECT_THAT(frames({"ab"}, 1), ElementsAre("ab"));
}

TEST(EncapsulatedFrames, OneFragmentAFrame) {
  EXPECT_THAT(frames({"ab", "cd", "ef"}, 3), ElementsAre("ab", "cd", "ef"));
}

TEST(EncapsulatedFrames, TheBasicTableTellsWhereFramesStart) {
  EXPECT_THAT(frames({"ab", "cd", "ef"}, 2, offsets32({0, 20})), ElementsAre("abcd", "ef"));
  EXPECT_THAT(frames({"ab", "cd", "ef"}, 2, offsets32({0, 10})), ElementsAre("ab", "cdef"));
}

TEST(EncapsulatedFrames, TheExtendedTableComesFirst) {
  EXPECT_THAT(frames({"ab", "cd", "ef"}, 2, {}, offsets64({0, 20})), ElementsAre("abcd", "ef"));
  EXPECT_THAT(frames({"ab", "cd"}, 2, {}, offsets64({0, 10})), ElementsAre("ab", "cd"));
}

TEST(EncapsulatedFrames, ATableThatDoesNotFitIsPassedOver) {
  EXPECT_THAT(frames({"ab", "cd"}, 2, offsets32({0, 11})), ElementsAre("ab", "cd"));
  EXPECT_THAT(frames({"ab", "cd"}, 2, offsets32({0, 0xFFFFFFF0})), ElementsAre("ab", "cd"));
  EXPECT_THAT(frames({"ab", "cd"}, 2, offsets32({10, 0})), ElementsAre("ab", "cd"));
  EXPECT_THAT(frames({"ab", "cd"}, 2, offsets32({0})), ElementsAre("ab", "cd"));
  EXPECT_THAT(frames({"ab", "cd"}, 2, offsets32({0, 0})), ElementsAre("ab", "cd"));
}

TEST(EncapsulatedFrames, EndMarkersTellFramesApart) {
  EXPECT_THAT(frames({"ab", "c" + kEnd + "x", "de", "f" + kEnd + "x", "gg" + kEnd}, 3),
              ElementsAre("abc" + kEnd + "x", "def" + kEnd + "x", "gg" + kEnd));
}

TEST(EncapsulatedFrames, WhatCannotBeToldApartIsRefused) {
  EXPECT_THROW(frames({"ab"}, 2), Error);
  EXPECT_THROW(frames({"ab", "cd", "ef"}, 2), Error);
  EXPECT_THROW(frames({}, 1), Error);
}

TEST(EncapsulatedFrames, ItemsWithinAValueOfGivenLengthAreFragmentsToo) {
  DicomBytes items;
  items.add(dicom::kItem, "", {}).add(dicom::kItem, "", "ab").add(dicom::kItem, "", "cd");
  DicomBytes bytes;
  bytes.text(dicom::kModality, "DX").add(dicom::kPixels.number, "OB", items.bytes());
  const auto file = parseDicom(withMeta(bytes.bytes(), kJpegBaseline));
  const dicom::Element& pixels = *file.dataSet().find(dicom::kPixels.number);
  EXPECT_TRUE(dicom::hasFragments(pixels));
  EXPECT_EQ(dicom::EncapsulatedFrames(file, pixels, 2).count(), 2);
}

}  // namespace
}  // namespace mrm::testing
