// TIFF files of every kind, written by libtiff, give back the samples that went in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/image/decode.h"
#include "core/image/display.h"
#include "core/image/luma.h"
#include "tests/image/tiff_files.h"
#include "tests/python.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::makeTiff;
using testing::TiffSpec;

std::string problemOf(const std::string& bytes) {
  try {
    decodeStored(bytes, "test.tif");
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

TiffSpec graySpec(int bits, int format = 1) {
  TiffSpec spec{.width = 37, .height = 29, .bits = bits, .sampleFormat = format};
  const double top = std::ldexp(1.0, std::min(bits, 31)) - 1;
  spec.sample = [=](std::uint32_t x, std::uint32_t y, int sample) {
    const double value = std::fmod(x * x * 71.0 + y * 1031 + sample * 5, top + 1);
    return format == 2 ? value - (top + 1) / 2 : value;
  };
  return spec;
}

void expectSamples(const TiffSpec& spec) {
  const StoredImage image = decodeStored(makeTiff(spec), "test.tif");
  ASSERT_EQ(image.width, spec.width);
  ASSERT_EQ(image.height, spec.height);
  const bool isScaled = spec.bits < 8 && spec.sampleFormat == 1;
  std::size_t i = 0;
  for (std::uint32_t y = 0; y < spec.height; ++y)
    for (std::uint32_t x = 0; x < spec.width; ++x) {
      auto expected = static_cast<std::int32_t>(spec.sample(x, y, 0));
      if (isScaled) expected = expected * 255 / ((1 << spec.bits) - 1);
      ASSERT_EQ(image.values[i++], expected) << x << "," << y;
    }
  EXPECT_EQ(image.isSigned, spec.sampleFormat == 2);
  EXPECT_EQ(image.isDisplayReady, spec.bits <= 8 && spec.sampleFormat == 1);
  EXPECT_THAT(image.notices, IsEmpty());
}

TEST(Tiff, GrayOfEveryDepth) {
  for (const int bits : {1, 2, 4, 8, 10, 12, 14, 16}) {
    SCOPED_TRACE(bits);
    expectSamples(graySpec(bits));
  }
  for (const int bits : {8, 12, 16, 32}) {
    SCOPED_TRACE(bits);
    expectSamples(graySpec(bits, 2));
  }
}

TEST(Tiff, EveryLayoutAndCompression) {
  for (const int compression : {1, 5, 8, 32773, 50000})
    for (const std::uint32_t tile : {0U, 16U, 64U})
      for (const bool bigEndian : {false, true})
        for (const bool bigTiff : {false, true}) {
          TiffSpec spec = graySpec(16);
          spec.compression = compression;
          spec.tile = tile;
          spec.bigEndian = bigEndian;
          spec.bigTiff = bigTiff;
          SCOPED_TRACE(std::to_string(compression) + " " + std::to_string(tile));
          expectSamples(spec);
        }
  TiffSpec fax = graySpec(1);
  fax.compression = 4;
  expectSamples(fax);
}

TEST(Tiff, JpegInsideIsNearlyTheSame) {
  TiffSpec spec = graySpec(8);
  spec.compression = 7;
  spec.sample = [](std::uint32_t x, std::uint32_t y, int) { return x * 3.0 + y * 2; };
  const GrayImage image = decodeGray(makeTiff(spec), "test.tif");
  for (std::uint32_t y = 0; y < spec.height; ++y)
    for (std::uint32_t x = 0; x < spec.width; ++x) ASSERT_NEAR(image.at(x, y), x * 3 + y * 2, 2);
}

TEST(Tiff, MinIsWhiteIsInvertedOnceForDisplay) {
  TiffSpec spec = graySpec(8);
  spec.photometric = 0;
  const StoredImage image = decodeStored(makeTiff(spec), "test.tif");
  EXPECT_TRUE(image.isMonochrome1);
  EXPECT_EQ(image.values[1], 71);
  EXPECT_EQ(toDisplay(image, {}).image.pixels[1], 255 - 71);
  EXPECT_EQ(decodeGray(makeTiff(spec), "test.tif").pixels[1], 255 - 71);
}

TEST(Tiff, FurtherSamplesAreLeftOut) {
  for (const bool separate : {false, true}) {
    TiffSpec spec = graySpec(16);
    spec.samples = 2;
    spec.separatePlanes = separate;
    expectSamples(spec);
  }
}

TEST(Tiff, ColourBecomesLuminance) {
  for (const bool separate : {false, true})
    for (const int samples : {3, 4})
      for (const int bits : {8, 16}) {
        if (separate && bits == 16) continue;  // libtiff's own way rounds it
        TiffSpec spec{.width = 20, .height = 10, .bits = bits, .samples = samples};
        spec.photometric = 2;
        spec.separatePlanes = separate;
        spec.sample = [=](std::uint32_t x, std::uint32_t y, int s) {
          const double value = s == 3 ? 255 : x * 7 + y * 3 + s * 30;
          return bits == 16 ? value * 257 : value;
        };
        const StoredImage image = decodeStored(makeTiff(spec), "test.tif");
        for (std::uint32_t y = 0; y < 10; ++y)
          for (std::uint32_t x = 0; x < 20; ++x) {
            const std::uint32_t base = x * 7 + y * 3;
            ASSERT_EQ(image.values[y * 20 + x], luma(base, base + 30, base + 60)) << separate;
          }
        EXPECT_THAT(image.notices, ElementsAre("colour turned to luminance"));
        EXPECT_TRUE(image.isDisplayReady);
      }
}

TEST(Tiff, YcbcrInJpegAndInksBecomeLuminance) {
  TiffSpec spec{.width = 48, .height = 32, .samples = 3, .photometric = 6, .compression = 7};
  spec.sample = [](std::uint32_t x, std::uint32_t, int s) { return s * 60.0 + x; };
  EXPECT_NEAR(decodeGray(makeTiff(spec), "test.tif").at(20, 10), luma(20, 80, 140), 2);
  TiffSpec inks{.width = 8, .height = 8, .samples = 4, .photometric = 5};
  inks.sample = [](std::uint32_t, std::uint32_t, int s) { return s == 3 ? 0.0 : 55.0; };
  EXPECT_NEAR(decodeGray(makeTiff(inks), "test.tif").at(2, 2), 200, 1);
}

TEST(Tiff, PalettesAreLookedUp) {
  for (const int bits : {1, 4, 8}) {
    TiffSpec spec = graySpec(bits);
    spec.photometric = 3;
    const StoredImage image = decodeStored(makeTiff(spec), "test.tif");
    std::size_t i = 0;
    for (std::uint32_t y = 0; y < spec.height; ++y)
      for (std::uint32_t x = 0; x < spec.width; ++x) {
        const auto index = static_cast<std::uint32_t>(spec.sample(x, y, 0));
        ASSERT_EQ(image.values[i++], luma(index, index * 128 / 256, (65535 - index * 200) / 256));
      }
  }
}

TEST(Tiff, RealNumbersKeepTheirMeaningThroughARescale) {
  for (const int bits : {32, 64}) {
    TiffSpec spec{.width = 50, .height = 20, .bits = bits, .sampleFormat = 3};
    spec.sample = [](std::uint32_t x, std::uint32_t y, int) {
      return x == 3 && y == 3 ? std::nan("") : (x * 20.0 + y) / 1000 - 0.25;
    };
    const StoredImage image = decodeStored(makeTiff(spec), "test.tif");
    for (std::uint32_t y = 0; y < 20; ++y)
      for (std::uint32_t x = 0; x < 50; ++x) {
        if (x == 3 && y == 3) continue;
        ASSERT_NEAR(modalityValue(image, image.values[y * 50 + x]), spec.sample(x, y, 0), 1e-5);
      }
    EXPECT_EQ(image.values[3 * 50 + 3], *image.paddingFrom);
  }
  TiffSpec wide = graySpec(32);
  wide.sample = [](std::uint32_t x, std::uint32_t, int) { return x * 100'000'000.0; };
  const StoredImage image = decodeStored(makeTiff(wide), "test.tif");
  EXPECT_NEAR(modalityValue(image, image.values[30]), 3e9, 3e4);
}

// The corner that was stored first, where each orientation puts it (TIFF 6.0).
TEST(Tiff, OrientationsAreTurnedUpright) {
  const std::pair<int, int> corner[9] = {{},     {0, 0},  {36, 0},  {36, 28}, {0, 28},
                                         {0, 0}, {28, 0}, {28, 36}, {0, 36}};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    TiffSpec spec = graySpec(8);
    spec.orientation = orientation;
    spec.sample = [](std::uint32_t x, std::uint32_t y, int) {
      return x == 0 && y == 0 ? 200 : x == 1 && y == 0 ? 100 : 0;
    };
    const StoredImage image = decodeStored(makeTiff(spec), "test.tif");
    const bool isTurned = orientation >= 5;
    EXPECT_EQ(image.width, isTurned ? 29 : 37);
    const auto [x, y] = corner[orientation];
    EXPECT_EQ(image.values[static_cast<std::size_t>(y * image.width + x)], 200) << orientation;
    const auto second = std::find(image.values.begin(), image.values.end(), 100);
    const auto at = second - image.values.begin();
    // The second pixel of the first row lies along the other axis when the image is turned.
    EXPECT_EQ(isTurned ? at % image.width : at / image.width, isTurned ? x : y) << orientation;
    EXPECT_EQ(image.notices.empty(), orientation == 1);
  }
}

TEST(Tiff, OfSeveralPagesTheFirst) {
  TiffSpec spec = graySpec(8);
  spec.pages = 3;
  const StoredImage image = decodeStored(makeTiff(spec), "test.tif");
  EXPECT_EQ(image.values[1], 71);
  EXPECT_THAT(image.notices, ElementsAre("the first of several pages"));
}

TEST(Tiff, WideGrayTakesItsFullRangeLikePng) {
  const std::string bytes = makeTiff(graySpec(12));
  const StoredImage image = decodeStored(bytes, "test.tif");
  GrayImage16 wide{image.width, image.height, {}};
  wide.pixels.assign(image.values.begin(), image.values.end());
  EXPECT_EQ(decodeGray(bytes, "test.tif").pixels, wideToDisplay(wide).pixels);
}

TEST(Tiff, SizeIsReadFromTheHeader) {
  TiffSpec spec = graySpec(16);
  spec.orientation = 6;
  const std::filesystem::path path = std::filesystem::path(::testing::TempDir()) / "size.tif";
  writeFileAtomically(path, makeTiff(spec));
  EXPECT_EQ(readImageSize(path).width, 29);
  EXPECT_EQ(readImageSize(path).height, 37);
  EXPECT_EQ(decodeGray(path).width, 29);
}

TEST(Tiff, WhatCannotBeReadIsNamed) {
  const std::string whole = makeTiff(graySpec(16));
  EXPECT_THAT(problemOf(whole.substr(0, whole.size() / 2)), HasSubstr("test.tif: cannot be read"));
  EXPECT_THAT(problemOf(std::string("II*\0", 4)), HasSubstr("cannot be read as TIFF"));
  TiffSpec lzma = graySpec(8);
  lzma.compression = 34925;
  EXPECT_THAT(problemOf(makeTiff(lzma)), HasSubstr("compression 34925"));
}

TEST(Tiff, PillowReadsTheSame) {
  MRM_PYTHON_OR_SKIP(python, "PIL.Image");
  const std::filesystem::path folder = ::testing::TempDir();
  for (const int photometric : {0, 1, 2, 3}) {
    TiffSpec spec{.width = 31,
                  .height = 17,
                  .samples = photometric == 2 ? 3 : 1,
                  .photometric = photometric,
                  .compression = 5};
    spec.sample = [](std::uint32_t x, std::uint32_t y, int s) { return x * 5 + y * 3 + s * 20; };
    writeFileAtomically(folder / "pillow.tif", makeTiff(spec));
    const std::string output =
        testing::runPython(python, folder,
                           "from PIL import Image\n"
                           "print(*Image.open('pillow.tif').convert('L').tobytes())\n");
    std::string own;
    for (const std::uint8_t value : decodeGray(folder / "pillow.tif").pixels)
      own += (own.empty() ? "" : " ") + std::to_string(value);
    EXPECT_EQ(output, own + "\n") << photometric;
  }
}

}  // namespace
}  // namespace mrm
