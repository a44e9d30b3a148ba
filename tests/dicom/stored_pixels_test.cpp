// Uncompressed pixels in every form, and descriptions that are wrong.
#include "core/dicom/stored_pixels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/dicom/pixel_report.h"
#include "tests/dicom/dicom_bytes.h"

namespace mrm::testing {
namespace {

using dicom::readStoredPixels;
using dicom::StoredPixels;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

template <typename Sample>
std::vector<Sample> samples(const StoredPixels& pixels) {
  std::vector<Sample> values(pixels.bytes.size() / sizeof(Sample));
  std::memcpy(values.data(), pixels.bytes.data(), pixels.bytes.size());
  return values;
}

std::vector<int> bytesOf(const StoredPixels& pixels) {
  const auto values = samples<std::uint8_t>(pixels);
  return {values.begin(), values.end()};
}

StoredPixels read(const DicomBytes& bytes, const std::string& syntax = kExplicitLittle,
                  std::optional<std::int64_t> frame = {}) {
  return readStoredPixels(parseDicom(withMeta(bytes.bytes(), syntax)), frame);
}

std::string problemOf(const DicomBytes& bytes, const std::string& syntax = kExplicitLittle,
                      std::optional<std::int64_t> frame = {}) {
  try {
    read(bytes, syntax, frame);
  } catch (const Error& error) {
    return error.problem();
  }
  return "nothing";
}

DicomBytes grayImage(std::uint16_t rows, std::uint16_t columns, std::uint16_t allocated,
                     std::uint16_t stored, bool isSigned, const std::string& pixels,
                     int frames = 1) {
  DicomBytes bytes;
  bytes.image(rows, columns, allocated, stored, isSigned, frames);
  return bytes.add(dicom::kPixels.number, allocated > 8 ? "OW" : "OB", pixels);
}

DicomBytes colourImage(const std::string& photometric, std::uint16_t planar, std::uint16_t rows,
                       std::uint16_t columns, const std::string& pixels, int frames = 1) {
  DicomBytes bytes;
  bytes.number(dicom::kSamplesPerPixel, 3).text(dicom::kPhotometric, photometric);
  bytes.number(dicom::kPlanarConfiguration, planar);
  if (frames > 1) bytes.text(dicom::kFrames, std::to_string(frames));
  bytes.number(dicom::kRows, rows).number(dicom::kColumns, columns);
  bytes.number(dicom::kBitsAllocated, 8).number(dicom::kBitsStored, 8);
  return bytes.add(dicom::kPixels.number, "OB", pixels);
}

TEST(StoredPixels, BitsAboveThoseStoredAreDropped) {
  const DicomBytes words;
  const std::string values = words.words({0x0FFF, 0xF001, 0x8800, 0x1800});
  const StoredPixels plain = read(grayImage(2, 2, 16, 12, false, values));
  EXPECT_EQ(plain.dtype(), "uint16");
  EXPECT_THAT(plain.shape(), ElementsAre(2, 2));
  EXPECT_THAT(samples<std::uint16_t>(plain), ElementsAre(0x0FFF, 1, 0x0800, 0x0800));
  const StoredPixels isSigned = read(grayImage(2, 2, 16, 12, true, values));
  EXPECT_EQ(isSigned.dtype(), "int16");
  EXPECT_THAT(samples<std::int16_t>(isSigned), ElementsAre(-1, 1, -2048, -2048));
}

TEST(StoredPixels, BigEndianValuesComeInNativeOrder) {
  DicomBytes bytes(false, true);
  bytes.image(1, 2, 16, 16).add(dicom::kPixels.number, "OW", std::string("\x01\x02\x03\x04", 4));
  const StoredPixels pixels = read(bytes, kExplicitBig);
  EXPECT_EQ(pixels.dtype(), ">u2");
  EXPECT_THAT(samples<std::uint16_t>(pixels), ElementsAre(0x0102, 0x0304));
  const auto report = dicom::pixelReport(pixels);
  EXPECT_NE(report["sha256"], report["sha256_little_endian"]);
}

TEST(StoredPixels, BigEndianPixelsInALittleEndianDataSet) {
  DicomBytes bytes(true);
  bytes.text(dicom::kModality, "MR").image(1, 2, 16, 16);
  bytes.add(dicom::kPixels.number, "OW", std::string("\x01\x02\x03\x04", 4));
  EXPECT_THAT(samples<std::uint16_t>(read(bytes, "1.2.840.113619.5.2")),
              ElementsAre(0x0102, 0x0304));
}

// 3 x 1 pixels in words: bytes are swapped in pairs across frames, the last one with its padding.
TEST(StoredPixels, BigEndianBytesInWordsAreSwapped) {
  DicomBytes bytes(false, true);
  bytes.image(1, 3, 8, 8, false, 2).add(dicom::kPixels.number, "OW", "214365");
  EXPECT_THAT(bytesOf(read(bytes, kExplicitBig)), ElementsAre('1', '2', '3', '4', '5', '6'));
  EXPECT_THAT(bytesOf(read(bytes, kExplicitBig, 0)), ElementsAre('1', '2', '3'));
  EXPECT_THAT(bytesOf(read(bytes, kExplicitBig, 1)), ElementsAre('4', '5', '6'));
}

TEST(StoredPixels, OneBitPixelsFollowEachOtherAcrossFrames) {
  // Frames of 3 pixels: 101 011 in the lowest bits first.
  const DicomBytes bytes = grayImage(1, 3, 1, 1, false, std::string("\x35\x00", 2), 2);
  const StoredPixels pixels = read(bytes);
  EXPECT_EQ(pixels.dtype(), "uint8");
  EXPECT_THAT(pixels.shape(), ElementsAre(2, 1, 3));
  EXPECT_THAT(bytesOf(pixels), ElementsAre(1, 0, 1, 0, 1, 1));
  EXPECT_THAT(bytesOf(read(bytes, kExplicitLittle, 1)), ElementsAre(0, 1, 1));
}

TEST(StoredPixels, ColoursOfAPixelComeTogether) {
  EXPECT_THAT(bytesOf(read(colourImage("RGB", 0, 1, 2, "rgbRGB"))),
              ElementsAre('r', 'g', 'b', 'R', 'G', 'B'));
  EXPECT_THAT(bytesOf(read(colourImage("RGB", 1, 1, 2, "rRgGbB"))),
              ElementsAre('r', 'g', 'b', 'R', 'G', 'B'));
  EXPECT_THAT(bytesOf(read(colourImage("RGB", 1, 1, 2, "rRgGbBuUvVwW", 2), kExplicitLittle, 1)),
              ElementsAre('u', 'v', 'w', 'U', 'V', 'W'));
}

TEST(StoredPixels, HalfChromaIsExpanded) {
  const StoredPixels pixels = read(colourImage("YBR_FULL_422", 0, 1, 4, "yYbruUvw"));
  EXPECT_THAT(bytesOf(pixels),
              ElementsAre('y', 'b', 'r', 'Y', 'b', 'r', 'u', 'v', 'w', 'U', 'v', 'w'));
  EXPECT_EQ(pixels.photometric, "YBR_FULL");
}

TEST(StoredPixels, HalfChromaThatIsThereInFullIsTakenAsSuch) {
  EXPECT_THAT(bytesOf(read(colourImage("YBR_FULL_422", 0, 1, 2, "ybrYBR"))),
              ElementsAre('y', 'b', 'r', 'Y', 'B', 'R'));
}

// Claims that would read beyond the pixels if they were believed.
TEST(StoredPixels, HalfChromaThatCannotBeIsNotAssumed) {
  EXPECT_THAT(bytesOf(read(colourImage("YBR_FULL_422", 0, 1, 1, "ybr"))),
              ElementsAre('y', 'b', 'r'));
  DicomBytes bits;
  bits.image(2, 4, 1, 1, false, 1, 3, "YBR_FULL_422").add(dicom::kPixels.number, "OB", "ab");
  EXPECT_THAT(problemOf(bits), HasSubstr("is cut off"));
  DicomBytes encapsulatedBits;
  encapsulatedBits.image(2, 4, 1, 1, false, 1, 3, "YBR_FULL_422").raw(encapsulated({"ab"}));
  EXPECT_THAT(problemOf(encapsulatedBits, "1.2.840.10008.1.2.1.98"), HasSubstr("is cut off"));
}

TEST(StoredPixels, OneFrameOfAbsurdlyManyClaimedIsRead) {
  DicomBytes bytes;
  bytes.text(dicom::kFrames, "2147483647").image(16000, 16000, 64, 64, false, 1, 16, "RGB");
  bytes.add(dicom::kPixels.number, "OW", "few");
  EXPECT_THAT(problemOf(bytes, kExplicitLittle, 0), HasSubstr("is cut off"));
  DicomBytes small;
  small.text(dicom::kFrames, "2147483647")
      .image(1, 2, 8, 8)
      .add(dicom::kPixels.number, "OB", "abcd");
  EXPECT_THAT(bytesOf(read(small, kExplicitLittle, 1)), ElementsAre('c', 'd'));
}

TEST(StoredPixels, FloatingPointPixels) {
  const float values[] = {1.5f, -2};
  std::string text(sizeof values, '\0');
  std::memcpy(text.data(), values, sizeof values);
  DicomBytes bytes;
  bytes.number(dicom::kSamplesPerPixel, 1).text(dicom::kPhotometric, "MONOCHROME2");
  bytes.number(dicom::kRows, 1).number(dicom::kColumns, 2).number(dicom::kBitsAllocated, 32);
  bytes.add(dicom::kFloatPixels.number, "OF", text);
  const StoredPixels pixels = read(bytes);
  EXPECT_EQ(pixels.dtype(), "float32");
  EXPECT_THAT(samples<float>(pixels), ElementsAre(1.5f, -2));
  const auto report = dicom::pixelReport(pixels);
  EXPECT_EQ(report["min"], -2);
  EXPECT_EQ(report["mean"], -0.25);
}

TEST(StoredPixels, FiguresOfWideIntegersAreExact) {
  const std::uint64_t values[] = {std::numeric_limits<std::uint64_t>::max(), (1ull << 53) + 1};
  std::string text(sizeof values, '\0');
  std::memcpy(text.data(), values, sizeof values);
  const auto report = dicom::pixelReport(read(grayImage(1, 2, 64, 64, false, text)));
  EXPECT_EQ(report["min"], values[1]);
  EXPECT_EQ(report["max"], values[0]);
}

TEST(StoredPixels, NotANumberIsNotHidden) {
  const float values[] = {1, std::numeric_limits<float>::quiet_NaN()};
  StoredPixels pixels;
  pixels.frames = pixels.rows = 1;
  pixels.columns = 2;
  pixels.bitsAllocated = 32;
  pixels.kind = dicom::SampleKind::Float;
  pixels.bytes.resize(sizeof values);
  std::memcpy(pixels.bytes.data(), values, sizeof values);
  const auto statistics = dicom::pixelStatistics(pixels);
  EXPECT_TRUE(std::isnan(statistics.minimum));
  EXPECT_TRUE(std::isnan(statistics.maximum));
  EXPECT_TRUE(std::isnan(statistics.mean));
}

TEST(StoredPixels, PaddingIsNoFrame) {
  EXPECT_THAT(read(grayImage(1, 3, 8, 8, false, "abc")).shape(), ElementsAre(1, 3));
  EXPECT_THAT(read(grayImage(1, 3, 8, 8, false, std::string("abc\0", 4))).shape(),
              ElementsAre(1, 3));
  EXPECT_THAT(read(grayImage(1, 1, 8, 8, false, std::string("a\0", 2))).shape(), ElementsAre(1, 1));
  EXPECT_THAT(read(grayImage(2, 2, 8, 8, false, "abcd..")).shape(), ElementsAre(2, 2));
}

TEST(StoredPixels, FramesBeyondThoseClaimedAreGiven) {
  const StoredPixels pixels = read(grayImage(1, 2, 8, 8, false, "abcdef"));
  EXPECT_THAT(pixels.shape(), ElementsAre(3, 1, 2));
  EXPECT_THAT(bytesOf(read(grayImage(1, 2, 8, 8, false, "abcdef"), kExplicitLittle, 2)),
              ElementsAre('e', 'f'));
}

TEST(StoredPixels, AFrameThatIsNotThereIsRefused) {
  const DicomBytes bytes = grayImage(1, 2, 8, 8, false, "abcd", 2);
  EXPECT_EQ(problemOf(bytes, kExplicitLittle, 2), "has no frame 3; it has 2");
  EXPECT_EQ(problemOf(bytes, kExplicitLittle, -1), "has no frame 0");
}

TEST(StoredPixels, TooFewPixelsAreToldAsSuch) {
  EXPECT_EQ(problemOf(grayImage(2, 2, 16, 16, false, "123456")),
            "is cut off: it claims 1 frame of 8 bytes, its pixel data has 6 bytes");
  // What frames there are can be read one by one.
  const DicomBytes bytes = grayImage(1, 2, 8, 8, false, "abcd", 3);
  EXPECT_THAT(problemOf(bytes), HasSubstr("3 frames"));
  EXPECT_THAT(bytesOf(read(bytes, kExplicitLittle, 1)), ElementsAre('c', 'd'));
  EXPECT_THAT(problemOf(bytes, kExplicitLittle, 2), HasSubstr("is cut off"));
}

TEST(StoredPixels, WrongDescriptionsAreNamed) {
  const std::string pixels(8, 'x');
  EXPECT_EQ(problemOf(grayImage(0, 2, 8, 8, false, pixels)), "holds no pixels: its Rows is 0");
  EXPECT_EQ(problemOf(grayImage(2, 0, 8, 8, false, pixels)), "holds no pixels: its Columns is 0");
  EXPECT_EQ(problemOf(grayImage(2, 2, 24, 24, false, pixels)),
            "has 24 bits per sample, which cannot be read");
  EXPECT_EQ(problemOf(grayImage(65535, 65535, 8, 8, false, pixels)),
            "claims 65535 x 65535 pixels, more than the 2^28 that can be read");
  DicomBytes noRows;
  noRows.number(dicom::kColumns, 2).number(dicom::kBitsAllocated, 8);
  noRows.add(dicom::kPixels.number, "OB", pixels);
  EXPECT_EQ(problemOf(noRows), "is incomplete: it does not say its Rows");
  DicomBytes badFrames;
  badFrames.image(2, 2, 8, 8).text(dicom::kFrames, "1A");
  badFrames.add(dicom::kPixels.number, "OB", pixels);
  EXPECT_EQ(problemOf(badFrames), "is damaged: its Number of Frames is no number (\"1A\")");
  DicomBytes manyFrames;
  manyFrames.text(dicom::kFrames, "2147483647").image(16384, 16384, 8, 8);
  manyFrames.add(dicom::kPixels.number, "OB", pixels);
  EXPECT_THAT(problemOf(manyFrames), HasSubstr("is cut off"));
}

TEST(StoredPixels, AFileWithoutPixelsSaysSo) {
  DicomBytes report;
  report.text(dicom::kModality, "SR");
  EXPECT_EQ(problemOf(report), "holds no pixels (modality SR)");
  DicomBytes bytes;
  bytes.image(2, 2, 8, 8);
  EXPECT_EQ(problemOf(bytes), "holds no pixels");
  bytes.add(dicom::kPixels.number, "OB", {});
  EXPECT_THAT(problemOf(bytes), HasSubstr("is cut off"));
}

TEST(StoredPixels, ZeroFramesMeanOne) {
  DicomBytes bytes;
  bytes.text(dicom::kFrames, "0").image(1, 2, 8, 8).add(dicom::kPixels.number, "OB", "ab");
  EXPECT_THAT(read(bytes).shape(), ElementsAre(1, 2));
}

TEST(StoredPixels, ACodingThatCannotBeReadIsNamed) {
  DicomBytes bytes;
  bytes.image(2, 2, 8, 8).raw(encapsulated({"some video"}));
  EXPECT_EQ(problemOf(bytes, "1.2.840.10008.1.2.4.102"),
            "is compressed as MPEG-4 video, which cannot be read");
  EXPECT_EQ(problemOf(bytes, "1.2.840.10008.1.2.4.112"),
            "is compressed as JPEG XL, which cannot be read");
  EXPECT_EQ(problemOf(bytes, "1.2.3.4.5"), "is compressed as 1.2.3.4.5, which cannot be read");
}

TEST(StoredPixels, UncompressedPixelsUnderACompressedSyntaxAreReadByTheirSize) {
  EXPECT_THAT(bytesOf(read(grayImage(1, 2, 8, 8, false, "ab"), kJpegBaseline)),
              ElementsAre('a', 'b'));
  EXPECT_THAT(problemOf(grayImage(1, 2, 8, 8, false, "abcdef"), kJpegBaseline),
              HasSubstr("is not in fragments"));
}

TEST(StoredPixels, EncapsulatedUncompressedFrames) {
  DicomBytes bytes;
  bytes.image(1, 2, 8, 8, false, 2).raw(encapsulated({"ab", "cd"}));
  EXPECT_THAT(bytesOf(read(bytes, "1.2.840.10008.1.2.1.98")), ElementsAre('a', 'b', 'c', 'd'));
  EXPECT_THAT(bytesOf(read(bytes, "1.2.840.10008.1.2.1.98", 1)), ElementsAre('c', 'd'));
}

}  // namespace
}  // namespace mrm::testing
