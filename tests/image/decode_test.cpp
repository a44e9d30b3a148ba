#include "core/image/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/base/error.h"
#include "core/base/files.h"
#include "tests/image/image_files.h"

namespace mrm {
namespace {

using ::testing::HasSubstr;
using testing::JpegColor;
using testing::makeJpeg;
using testing::makePng;
using testing::PngSpec;

int expectedLuma(int red, int green, int blue) {
  return static_cast<int>(std::lround(0.299 * red + 0.587 * green + 0.114 * blue));
}

// Odd sizes, so that rows end within bytes and interlacing passes are ragged.
PngSpec png(int bitDepth, int colorType, bool interlaced) {
  return {.width = 13,
          .height = 11,
          .bitDepth = bitDepth,
          .colorType = colorType,
          .interlaced = interlaced};
}

class PngLayouts : public ::testing::TestWithParam<bool> {};
INSTANTIATE_TEST_SUITE_P(Interlaced, PngLayouts, ::testing::Bool());

TEST_P(PngLayouts, GrayOfOneToEightBitsIsScaledToFullRange) {
  for (const int depth : {1, 2, 4, 8}) {
    PngSpec spec = png(depth, 0, GetParam());
    const unsigned maximum = (1U << depth) - 1;
    spec.sample = [&](std::uint32_t x, std::uint32_t y, int) { return (x * 7 + y * 31) & maximum; };
    const GrayImage image = decodeGray(makePng(spec), "test");
    ASSERT_EQ(image.width, 13);
    ASSERT_EQ(image.height, 11);
    for (std::uint32_t y = 0; y < 11; ++y)
      for (std::uint32_t x = 0; x < 13; ++x)
        ASSERT_EQ(image.at(x, y), spec.sample(x, y, 0) * 255 / maximum)
            << depth << " bits at " << x << ", " << y;
  }
}

TEST_P(PngLayouts, ColourBecomesLumaAndAlphaIsIgnored) {
  for (const int depth : {8, 16})
    for (const int colorType : {2, 6}) {
      PngSpec spec = png(depth, colorType, GetParam());
      spec.sample = [&](std::uint32_t x, std::uint32_t y, int channel) {
        const unsigned high = (x * 19 + y * 5 + static_cast<unsigned>(channel) * 83) & 255;
        return depth == 8 ? high : high << 8 | 0xF3;  // the low byte is dropped, not rounded
      };
      const GrayImage image = decodeGray(makePng(spec), "test");
      for (std::uint32_t y = 0; y < 11; ++y)
        for (std::uint32_t x = 0; x < 13; ++x) {
          const auto high = [&](int channel) {
            return static_cast<int>(spec.sample(x, y, channel) >> (depth - 8));
          };
          ASSERT_EQ(image.at(x, y), expectedLuma(high(0), high(1), high(2)))
              << depth << " bits, type " << colorType;
        }
    }
}

TEST_P(PngLayouts, GrayWithAlphaKeepsItsGray) {
  PngSpec spec = png(8, 4, GetParam());
  spec.sample = [](std::uint32_t x, std::uint32_t y, int channel) {
    return channel ? 3 : x * 11 + y;
  };
  const GrayImage image = decodeGray(makePng(spec), "test");
  EXPECT_EQ(image.at(12, 10), 142);
  EXPECT_EQ(image.at(5, 3), 58);
}

TEST_P(PngLayouts, PalettesAreLookedUpWithAndWithoutTransparency) {
  for (const int depth : {1, 2, 4, 8})
    for (const bool transparent : {false, true}) {
      PngSpec spec = png(depth, 3, GetParam());
      const unsigned maximum = (1U << depth) - 1;
      for (unsigned i = 0; i <= maximum; ++i)
        for (const unsigned step : {37U, 91U, 5U}) spec.palette += static_cast<char>(i * step + 17);
      if (transparent) spec.transparency = std::string("\0\x80", 2);
      spec.sample = [&](std::uint32_t x, std::uint32_t y, int) { return (x * 3 + y) & maximum; };
      const GrayImage image = decodeGray(makePng(spec), "test");
      for (std::uint32_t y = 0; y < 11; ++y)
        for (std::uint32_t x = 0; x < 13; ++x) {
          const unsigned i = spec.sample(x, y, 0);
          ASSERT_EQ(image.at(x, y),
                    expectedLuma((i * 37 + 17) & 255, (i * 91 + 17) & 255, (i * 5 + 17) & 255));
        }
    }
}

TEST_P(PngLayouts, IndicesBeyondThePaletteAreBlack) {
  PngSpec spec = png(8, 3, GetParam());
  spec.palette = "\x64\x64\x64";
  spec.sample = [](std::uint32_t x, std::uint32_t, int) { return x == 4 ? 200U : 0U; };
  const GrayImage image = decodeGray(makePng(spec), "test");
  EXPECT_EQ(image.at(3, 2), 100);
  EXPECT_EQ(image.at(4, 2), 0);
}

TEST_P(PngLayouts, WideGrayIsSpreadFromItsMinimumToItsMaximum) {
  for (const int colorType : {0, 4}) {
    PngSpec spec = png(16, colorType, GetParam());
    spec.sample = [](std::uint32_t x, std::uint32_t y, int channel) {
      return channel ? 65535U : 1000 + (y * 13 + x) * 20;
    };
    const GrayImage image = decodeGray(makePng(spec), "test");
    EXPECT_EQ(image.at(0, 0), 0);
    EXPECT_EQ(image.at(12, 10), 255);
    EXPECT_EQ(image.at(6, 5), std::lround(71 * 255 / 142.0));
  }
}

TEST(WideToDisplay, RoundsAndGivesZeroForAConstantImage) {
  EXPECT_THAT(wideToDisplay({4, 1, {100, 101, 355, 610}}).pixels,
              ::testing::ElementsAre(0, 1, 128, 255));
  EXPECT_THAT(wideToDisplay({2, 1, {0, 65535}}).pixels, ::testing::ElementsAre(0, 255));
  EXPECT_THAT(wideToDisplay({2, 1, {777, 777}}).pixels, ::testing::ElementsAre(0, 0));
}

TEST(DecodeJpeg, GrayIsTheLumaChannelAsStored) {
  for (const bool progressive : {false, true}) {
    const std::string file = makeJpeg(
        {.width = 37, .height = 21, .progressive = progressive, .sample = [](int x, int y, int) {
           return x * 5 + y * 3;
         }});
    const GrayImage image = decodeGray(file, "test");
    ASSERT_EQ(image.width, 37);
    ASSERT_EQ(image.height, 21);
    for (int y = 0; y < 21; ++y)
      for (int x = 0; x < 37; ++x) ASSERT_NEAR(image.at(x, y), x * 5 + y * 3, 2);
  }
}

TEST(DecodeJpeg, ColourGoesThroughRgb) {
  const int colors[][3] = {{200, 40, 90}, {10, 220, 60}, {30, 30, 240}, {128, 128, 128}};
  for (const auto& color : colors) {
    const std::string file = makeJpeg(
        {.width = 24, .height = 16, .color = JpegColor::Rgb, .sample = [&](int, int, int channel) {
           return color[channel];
         }});
    EXPECT_NEAR(decodeGray(file, "test").at(11, 7), expectedLuma(color[0], color[1], color[2]), 2);
  }
}

TEST(DecodeJpeg, InvertedCmykBecomesLumaOfItsRgb) {
  // As stored, 255 is no ink: red = white * (255 - ink) / 255 and so on, here with cyan 51 of 255.
  const int stored[4] = {204, 255, 255, 200};
  const std::string file = makeJpeg(
      {.width = 16, .height = 16, .color = JpegColor::Cmyk, .sample = [&](int, int, int channel) {
         return stored[channel];
       }});
  EXPECT_NEAR(decodeGray(file, "test").at(5, 9), expectedLuma(160, 200, 200), 2);
}

TEST(DecodeErrors, NameTheFileAndWhatIsWrong) {
  const auto problemOf = [](const std::string& bytes) {
    try {
      decodeGray(bytes, "chest.png");
    } catch (const Error& error) {
      EXPECT_EQ(error.where(), "chest.png");
      return error.problem();
    }
    return std::string("no error");
  };
  EXPECT_THAT(problemOf(""), HasSubstr("empty"));
  EXPECT_THAT(problemOf("GIF89a"), HasSubstr("neither a JPEG nor a PNG nor a TIFF"));
  const PngSpec small{.sample = [](auto...) { return 1U; }};
  PngSpec huge = small;
  huge.width = huge.height = 1;
  std::string bytes = makePng(huge);
  bytes.replace(16, 8, std::string("\0\0\x40\x01\0\0\x40\0", 8));  // 16385 x 16384
  EXPECT_THAT(problemOf(testing::withRightChecksums(bytes)),
              HasSubstr("16385 x 16384 pixels, more than"));
  bytes.replace(16, 8,
                std::string("\0\0\x40\0\0\0\x40\0", 8));  // 2^28: allowed, but not in so few bytes
  EXPECT_THAT(problemOf(testing::withRightChecksums(bytes)),
              HasSubstr("cannot hold 16384 x 16384"));

  std::string jpeg = makeJpeg({.sample = [](auto...) { return 9; }});
  std::string wide = jpeg, tall = jpeg;
  const std::size_t frame = jpeg.find("\xFF\xC0");
  ASSERT_NE(frame, std::string::npos);
  wide.replace(frame + 5, 4, "\xFF\xDC\xFF\xDC");  // 65500 x 65500
  EXPECT_THAT(problemOf(wide), HasSubstr("65500 x 65500 pixels, more than"));
  tall.replace(frame + 5, 4, std::string("\x40\0\x40\0", 4));
  EXPECT_THAT(problemOf(tall), HasSubstr("cannot hold 16384 x 16384"));
  std::string deep = jpeg;
  deep[frame + 4] = 12;
  EXPECT_THAT(problemOf(deep), HasSubstr("precision 12"));
  deep[frame + 4] = 16;
  EXPECT_THAT(problemOf(deep), HasSubstr("precision 16"));
  std::string lossless = jpeg;
  lossless[frame + 1] = '\xC3';
  EXPECT_THAT(problemOf(lossless), HasSubstr("SOF type 0xc3"));
}

TEST(DecodeErrors, EveryCutOffFileIsRefused) {
  const auto gradient = [](int x, int y, int) { return (x * 37 + y * 11) & 255; };
  for (const bool progressive : {false, true}) {
    const std::string file =
        makeJpeg({.width = 40, .height = 40, .progressive = progressive, .sample = gradient});
    ASSERT_NO_THROW(decodeGray(file, "whole"));
    for (std::size_t length = 0; length < file.size(); ++length)
      EXPECT_THROW(decodeGray(std::string_view(file).substr(0, length), "cut"), Error)
          << length << " of " << file.size();
  }
  for (const bool interlaced : {false, true}) {
    PngSpec spec = png(8, 0, interlaced);
    spec.sample = [](std::uint32_t x, std::uint32_t y, int) { return (x * 37 + y * 11) & 255; };
    const std::string file = makePng(spec);
    // The end chunk's own check sum guards nothing and is not read.
    for (std::size_t length = 0; length <= file.size() - 5; ++length)
      EXPECT_THROW(decodeGray(std::string_view(file).substr(0, length), "cut"), Error)
          << length << " of " << file.size();
  }
}

TEST(DecodeErrors, DamagedCommentsDoNotCostThePixels) {
  std::string file = makePng({.width = 3, .sample = [](auto...) { return 77U; }});
  std::string comment = testing::pngChunk("tEXt", std::string("Title\0chest", 11));
  comment.back() ^= 1;
  file.insert(file.size() - 12, comment);
  EXPECT_EQ(decodeGray(file, "test").at(2, 0), 77);
}

TEST(ReadImageSize, NeedsTheHeaderOnly) {
  const std::filesystem::path folder = ::testing::TempDir();
  const std::string jpeg =
      makeJpeg({.width = 123, .height = 45, .sample = [](auto...) { return 5; }});
  writeFileAtomically(folder / "size.jpg", jpeg.substr(0, jpeg.size() - 40));
  PngSpec spec{.width = 45, .height = 123, .sample = [](auto...) { return 5U; }};
  writeFileAtomically(folder / "size.png", makePng(spec).substr(0, 40));
  EXPECT_EQ(readImageSize(folder / "size.jpg").width, 123);
  EXPECT_EQ(readImageSize(folder / "size.jpg").height, 45);
  EXPECT_EQ(readImageSize(folder / "size.png").width, 45);
  EXPECT_EQ(readImageSize(folder / "size.png").height, 123);
  EXPECT_THROW(readImageSize(folder / "no such file.png"), Error);
  EXPECT_THROW(readImageSize(folder), Error);
  writeFileAtomically(folder / "size.txt", "hello");
  EXPECT_THROW(readImageSize(folder / "size.txt"), Error);
}

}  // namespace
}  // namespace mrm
