#include "widgets/image/overlay_pyramid.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace mrm {
namespace {

TEST(OverlayPyramid, InvisiblePixelsTakeTheColourBesideThem) {
  const OverlayPyramid pyramid(3, 1, {200, 100, 50, 255, 0, 0, 0, 0, 9, 9, 9, 0});
  const std::vector<std::uint8_t>& pixels = pyramid.level(0).rgba;
  EXPECT_EQ(std::vector<std::uint8_t>(pixels.begin() + 4, pixels.begin() + 8),
            (std::vector<std::uint8_t>{200, 100, 50, 0}));
  EXPECT_EQ(pixels[11], 0);
}

TEST(OverlayPyramid, HalvesByOpacity) {
  const OverlayPyramid pyramid(2, 1, {200, 0, 0, 255, 0, 0, 0, 0});
  const OverlayPyramid::Level& half = pyramid.level(1);
  ASSERT_EQ(half.width, 1);
  EXPECT_EQ(half.rgba,
            (std::vector<std::uint8_t>{200, 0, 0, 128}));  // colour whole, opacity halved
  EXPECT_EQ(pyramid.level(7).width, 1);
}

TEST(OverlayPyramid, RefusesPixelsThatDoNotFit) {
  EXPECT_THROW(OverlayPyramid(2, 2, std::vector<std::uint8_t>(15)), Error);
  EXPECT_THROW(OverlayPyramid(0, 2, {}), Error);
}

}  // namespace
}  // namespace mrm
