#include "core/image/resample.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/image/resample_passes.h"

namespace mrm {
namespace {

GrayImage scrambled(std::int64_t width, std::int64_t height) {
  GrayImage image{width, height, {}};
  for (std::int64_t y = 0; y < height; ++y)
    for (std::int64_t x = 0; x < width; ++x) {
      std::uint64_t value =
          static_cast<std::uint64_t>(x) * 2654435761U + static_cast<std::uint64_t>(y) * 40503U;
      value = (value ^ (value >> 13)) * 1274126177U;
      image.pixels.push_back(static_cast<std::uint8_t>(value >> 16));
    }
  return image;
}

unsigned long checksum(const GrayImage& image) {
  return crc32(0, image.pixels.data(), static_cast<uInt>(image.pixels.size()));
}

struct PillowCase {
  std::int64_t imageWidth, imageHeight;
  Box box;
  std::int64_t width, height;
  std::uint32_t bilinear, bicubic;  // CRC-32 of the pixels
};

// Image.fromarray(scrambled).crop(box).resize((width, height), filter) by Pillow 13.0.0.
constexpr PillowCase kPillowCases[] = {
    {1, 1, {0, 0, 1, 1}, 5, 7, 0x09f85737u, 0x09f85737u},
    {37, 29, {0, 0, 37, 29}, 448, 448, 0x4f9559eeu, 0x326a5cc6u},
    {512, 620, {31, 77, 400, 333}, 448, 448, 0xdd301c42u, 0xb8bb83e8u},
    {100, 80, {10, 20, 50, 30}, 50, 60, 0x675402bfu, 0x2fa79721u},
    {100, 80, {10, 20, 50, 30}, 90, 30, 0xfded9cbbu, 0xf5c2e500u},
    {100, 80, {10, 20, 50, 30}, 50, 30, 0xc622ae07u, 0xc622ae07u},
    {90, 400, {0, 0, 90, 400}, 80, 40, 0x8fcee6deu, 0x210b8e9fu},
    {300, 16, {3, 1, 290, 15}, 16, 16, 0xf75c8975u, 0xcc56e4d1u},
    {640, 480, {0, 0, 640, 480}, 224, 224, 0x5f9fbda1u, 0xc051770eu},
    {17, 19, {1, 2, 15, 16}, 1, 1, 0xdf6f85b3u, 0xdf6f85b3u},
    {33, 47, {0, 0, 33, 47}, 31, 48, 0x188d9b23u, 0x636e3d2eu},
    {16, 16, {0, 0, 16, 16}, 17, 15, 0x99ebd0d9u, 0xf52827dcu},
    {189, 125, {34, 10, 130, 113}, 208, 57, 0x1f824985u, 0x2c650f46u},
    {12, 60, {8, 0, 4, 53}, 125, 205, 0x59c01898u, 0xfcebc567u},
    {27, 159, {19, 25, 4, 75}, 86, 70, 0x7673d71bu, 0xa2b8ece4u},
    {144, 51, {0, 14, 143, 23}, 146, 138, 0x130e4c67u, 0xf3b18730u},
    {102, 199, {14, 26, 83, 158}, 85, 247, 0x62007283u, 0x3e45fbadu},
    {93, 43, {12, 22, 79, 7}, 29, 11, 0x8522425eu, 0x0599198du},
    {89, 8, {74, 1, 13, 5}, 202, 229, 0x5aaa1832u, 0xaa02c850u},
    {164, 126, {24, 30, 73, 65}, 95, 62, 0xc589dd46u, 0x3383a7eau},
    {198, 3, {173, 2, 20, 1}, 220, 50, 0xb882aed6u, 0xa871ac89u},
    {144, 74, {45, 61, 71, 1}, 166, 39, 0x887ecba0u, 0x2d736fadu},
    {107, 54, {0, 3, 104, 48}, 234, 211, 0xc6ca1860u, 0x4639c4aeu},
    {141, 128, {64, 3, 6, 95}, 61, 135, 0xea3935a8u, 0xcd270fd1u},
};

TEST(CropAndResize, GivesPillowsBytes) {
  for (const PillowCase& c : kPillowCases) {
    const GrayImage image = scrambled(c.imageWidth, c.imageHeight);
    EXPECT_EQ(checksum(cropAndResize(image, c.box, c.width, c.height, Filter::Bilinear)),
              c.bilinear)
        << c.box.width << " x " << c.box.height << " to " << c.width << " x " << c.height;
    EXPECT_EQ(checksum(cropAndResize(image, c.box, c.width, c.height, Filter::Bicubic)), c.bicubic)
        << c.box.width << " x " << c.box.height << " to " << c.width << " x " << c.height;
  }
}

TEST(CropAndResize, APartEqualsTheSameCutOutOfTheWhole) {
  Random random(3);
  const auto within = [&](std::int64_t length, std::int64_t& first, std::int64_t& count) {
    count = 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(length)));
    first = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(length - count + 1)));
  };
  for (int round = 0; round < 300; ++round) {
    const auto side = [&] { return 1 + static_cast<std::int64_t>(random.below(90)); };
    const GrayImage image = scrambled(side(), side());
    Box box, part;
    within(image.width, box.left, box.width);
    within(image.height, box.top, box.height);
    const std::int64_t width = round % 5 ? side() : box.width,
                       height = round % 7 ? side() : box.height;
    within(width, part.left, part.width);
    within(height, part.top, part.height);
    const Filter filter = round % 2 ? Filter::Bicubic : Filter::Bilinear;
    const GrayImage whole = cropAndResize(image, box, width, height, filter);
    const GrayImage cut = cropAndResize(image, box, width, height, filter, part);
    ASSERT_EQ(cut.width, part.width);
    ASSERT_EQ(cut.height, part.height);
    for (std::int64_t y = 0; y < part.height; ++y)
      for (std::int64_t x = 0; x < part.width; ++x)
        ASSERT_EQ(cut.at(x, y), whole.at(part.left + x, part.top + y)) << "round " << round;
  }
}

TEST(CropAndResize, BothKernelsGiveTheSameBytes) {
  for (const auto& [from, to] :
       {std::pair{37, 90}, std::pair{200, 61}, std::pair{16, 16}, std::pair{5, 3}}) {
    const GrayImage image = scrambled(from, from);
    const ResampleWeights weights = resampleWeights(from, to, 0, to, Filter::Bicubic);
    std::vector<std::uint8_t> best(static_cast<std::size_t>(to * from)), plain = best;
    resampleAlongRows(image.pixels.data(), from, from, from, weights, best.data());
    resampleAlongRows(image.pixels.data(), from, from, from, weights, plain.data(), true);
    EXPECT_EQ(best, plain);
    resampleAlongColumns(image.pixels.data(), from, from, weights, best.data());
    resampleAlongColumns(image.pixels.data(), from, from, weights, plain.data(), true);
    EXPECT_EQ(best, plain);
  }
}

TEST(CropAndResize, RefusesBoxesOutsideTheImageAndSizesOfNone) {
  const GrayImage image = scrambled(10, 8);
  for (const Box& box :
       {Box{-1, 0, 3, 3}, Box{0, -1, 3, 3}, Box{8, 0, 3, 3}, Box{0, 6, 3, 3}, Box{0, 0, 0, 3},
        Box{0, 0, 3, 0}, Box{0, 0, 11, 3}, Box{INT64_MAX, 0, 3, 3}, Box{3, 3, INT64_MAX, 1}})
    EXPECT_THROW(cropAndResize(image, box, 4, 4, Filter::Bicubic), Error);
  const Box whole{0, 0, 10, 8};
  EXPECT_THROW(cropAndResize(image, whole, 0, 4, Filter::Bicubic), Error);
  EXPECT_THROW(cropAndResize(image, whole, 4, -4, Filter::Bicubic), Error);
  EXPECT_THROW(cropAndResize(image, whole, INT64_MAX, INT64_MAX, Filter::Bicubic), Error);
  EXPECT_THROW(cropAndResize(image, whole, 4, 4, Filter::Bicubic, {2, 2, 3, 1}), Error);
  EXPECT_THROW(cropAndResize(GrayImage{}, {0, 0, 1, 1}, 4, 4, Filter::Bicubic), Error);
  EXPECT_THROW(cropAndResize(GrayImage{10, 8, {1, 2, 3}}, whole, 4, 4, Filter::Bicubic), Error);
}

TEST(FlipHorizontally, MirrorsEachRow) {
  GrayImage image{3, 2, {1, 2, 3, 4, 5, 6}};
  flipHorizontally(image);
  EXPECT_EQ(image.pixels, (std::vector<std::uint8_t>{3, 2, 1, 6, 5, 4}));
}

}  // namespace
}  // namespace mrm
