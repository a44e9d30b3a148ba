#include "widgets/image/pixel_pyramid.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace mrm {
namespace {

std::shared_ptr<const GrayImage16> wide(std::int64_t width, std::int64_t height,
                                        std::vector<std::uint16_t> pixels) {
  return std::make_shared<GrayImage16>(GrayImage16{width, height, std::move(pixels)});
}

TEST(PixelPyramid, HalvesByAveragingBlocksAndTheRestOfOddEdges) {
  const PixelPyramid pyramid(wide(3, 3, {0, 4, 10, 8, 12, 20, 100, 200, 65535}));
  const PixelPyramid::Level& half = pyramid.level(1);
  ASSERT_EQ(half.width, 2);
  ASSERT_EQ(half.height, 2);
  EXPECT_EQ(half.samples[0], 6);    // 0, 4, 8, 12
  EXPECT_EQ(half.samples[1], 15);   // 10, 20
  EXPECT_EQ(half.samples[2], 150);  // 100, 200
  EXPECT_EQ(half.samples[3], 65535);
  EXPECT_EQ(pyramid.level(2).width, 1);
  EXPECT_EQ(pyramid.level(20).width, 1);
}

TEST(PixelPyramid, KeepsWhatTheImageStores) {
  const PixelPyramid pyramid(std::make_shared<GrayImage>(GrayImage{2, 2, {7, 255, 0, 128}}));
  EXPECT_EQ(pyramid.bits(), 8);
  EXPECT_EQ(pyramid.storedValue(1, 0), 255);
  EXPECT_EQ(pyramid.storedValue(1, 1), 128);
  EXPECT_EQ(pyramid.minimum(), 0);
  EXPECT_EQ(pyramid.maximum(), 255);
  EXPECT_EQ(pyramid.level(0).samples[3], 128 * pyramid.samplesPerValue());
  EXPECT_EQ(pyramid.level(1).samples[0], 24960);  // 97.5 gray levels: the half is kept
}

TEST(PixelPyramid, SharesAWideImage) {
  const auto image = wide(2, 1, {5, 900});
  const PixelPyramid pyramid(image);
  EXPECT_EQ(pyramid.level(0).samples, image->pixels.data());
  EXPECT_EQ(pyramid.minimum(), 5);
  EXPECT_EQ(pyramid.maximum(), 900);
}

TEST(PixelPyramid, RefusesWhatIsNoImage) {
  EXPECT_THROW(PixelPyramid(std::shared_ptr<const GrayImage>()), Error);
  EXPECT_THROW(PixelPyramid(wide(0, 0, {})), Error);
  EXPECT_THROW(PixelPyramid(wide(2, 2, {1, 2, 3})), Error);
  EXPECT_THROW(PixelPyramid(wide(-1, -1, {1})), Error);
  EXPECT_THROW(PixelPyramid(wide(std::int64_t{1} << 40, std::int64_t{1} << 40, {1})), Error);
}

TEST(PixelPyramid, TheLevelDrawnFromIsAtMostTwiceAsLargeAsTheScreen) {
  EXPECT_EQ(pyramidLevel(1, 1, 4096, 4096), 0);
  EXPECT_EQ(pyramidLevel(0.51, 0.51, 4096, 4096), 0);
  EXPECT_EQ(pyramidLevel(0.5, 0.5, 4096, 4096), 1);
  EXPECT_EQ(pyramidLevel(0.2, 0.2, 4096, 4096), 2);
  EXPECT_EQ(pyramidLevel(0.2, 0.6, 4096, 4096), 0);  // no axis is blurred
  EXPECT_EQ(pyramidLevel(1e-9, 1e-9, 4096, 4096), 12);
}

}  // namespace
}  // namespace mrm
