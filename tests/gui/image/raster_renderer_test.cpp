#include "widgets/image/raster_renderer.h"

#include <gtest/gtest.h>

#include <cmath>

namespace mrm {
namespace {

struct Picture {
  std::int64_t width, height;
  std::vector<std::uint32_t> pixels;
  std::uint32_t at(std::int64_t x, std::int64_t y) const {
    return pixels[static_cast<std::size_t>(y * width + x)];
  }
  int gray(std::int64_t x, std::int64_t y) const { return static_cast<int>(at(x, y) & 0xff); }
};

Picture drawn(RasterRenderer& renderer, const ViewState& view) {
  Picture picture{view.deviceWidth(), view.deviceHeight(), {}};
  picture.pixels.resize(static_cast<std::size_t>(picture.width * picture.height));
  renderer.render(view, picture.pixels.data(), picture.width);
  return picture;
}

std::shared_ptr<const PixelPyramid> narrow(std::int64_t width, std::int64_t height,
                                           std::vector<std::uint8_t> pixels) {
  return std::make_shared<PixelPyramid>(
      std::make_shared<GrayImage>(GrayImage{width, height, std::move(pixels)}));
}

ViewState viewOf(const PixelPyramid& image, double paneWidth, double paneHeight, double ratio = 1) {
  ViewState view;
  view.setImage(image.width(), image.height(), 1, 1);
  view.setPane(paneWidth, paneHeight, ratio);
  return view;
}

TEST(RasterRenderer, EnlargedPixelsAreSharpRectangles) {
  const auto image = narrow(2, 2, {10, 20, 30, 40});
  RasterRenderer renderer;
  renderer.setImage(image);
  const Picture picture = drawn(renderer, viewOf(*image, 8, 12));
  for (int y = 0; y < 12; ++y)
    for (int x = 0; x < 8; ++x) {
      const bool inside = y >= 2 && y < 10;
      const int expected = 10 + 10 * (x / 4) + 20 * ((y - 2) / 4);
      EXPECT_EQ(picture.at(x, y), inside ? 0xff000000u | expected * 0x010101u : kPaneBackground)
          << x << ' ' << y;
    }
}

TEST(RasterRenderer, UpToThreefoldIsInterpolatedBetweenMiddles) {
  const auto image = narrow(2, 1, {0, 200});
  RasterRenderer renderer;
  renderer.setImage(image);
  ViewState view = viewOf(*image, 6, 3);  // zoom 3: middles at device 1.5 and 4.5
  const Picture picture = drawn(renderer, view);
  EXPECT_EQ(picture.gray(0, 1), 0);
  EXPECT_EQ(picture.gray(1, 1), 0);
  EXPECT_EQ(picture.gray(2, 1), 67);  // a third of the way
  EXPECT_EQ(picture.gray(3, 1), 133);
  EXPECT_EQ(picture.gray(4, 1), 200);
  EXPECT_EQ(picture.gray(5, 1), 200);
}

TEST(RasterRenderer, SharpnessGoesByLogicalPixels) {
  const auto image = narrow(2, 1, {0, 200});
  RasterRenderer renderer;
  renderer.setImage(image);
  // At ratio 2 a zoom of 3 is 6 device pixels, and smooth as at ratio 1.
  EXPECT_NE(drawn(renderer, viewOf(*image, 6, 3, 2)).gray(5, 3), 0);
  EXPECT_EQ(drawn(renderer, viewOf(*image, 7, 3.5, 2)).gray(6, 3), 0);
  EXPECT_EQ(drawn(renderer, viewOf(*image, 7, 3.5, 2)).gray(7, 3), 200);
}

TEST(RasterRenderer, AShrunkenPictureAveragesInsteadOfLeavingOut) {
  // Lines one pixel apart: leaving out would give black, white or moiré.
  std::vector<std::uint8_t> pixels(512 * 512);
  for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = i % 2 ? 255 : 0;
  const auto image = narrow(512, 512, pixels);
  RasterRenderer renderer;
  renderer.setImage(image);
  for (const int side : {256, 100, 64, 37}) {
    const Picture picture = drawn(renderer, viewOf(*image, side, side));
    for (int i = 0; i < side; ++i) EXPECT_EQ(picture.gray(i, side / 2), 128) << side;
  }
}

TEST(RasterRenderer, ANarrowWindowShowsNoStepsBetweenGrayLevels) {
  // Gray 100 and 101 over 60 device pixels, window one value wide: a smooth ramp, not two halves.
  const auto image = narrow(2, 1, {100, 101});
  RasterRenderer renderer;
  renderer.setImage(image);
  ViewState view = viewOf(*image, 6, 3, 20);
  view.setWindow({100.5, 1});
  const Picture picture = drawn(renderer, view);
  int last = -1, levels = 0;
  for (int x = 0; x < 120; ++x) {
    EXPECT_GE(picture.gray(x, 30), last);
    levels += picture.gray(x, 30) != last;
    last = picture.gray(x, 30);
  }
  EXPECT_GT(levels, 50);
}

TEST(RasterRenderer, ShowsEachDevicePixelsOwnPlaceAtAnyZoom) {
  // Against the definition, pixel by pixel.
  std::vector<std::uint8_t> pixels(37 * 23);
  for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<std::uint8_t>(i * 97);
  const auto image = narrow(37, 23, pixels);
  RasterRenderer renderer;
  renderer.setImage(image);
  for (const double ratio : {1.0, 1.5, 2.0}) {
    ViewState view = viewOf(*image, 151, 133, ratio);
    view.zoomAround({40, 60}, 1.37);
    for (int step = 0; step < 4; ++step) {
      view.zoomAround({90, 20}, 1.29);
      view.panBy(13.7, -6.2);
      ASSERT_GT(view.zoom(), 3);
      const Picture picture = drawn(renderer, view);
      const DevicePlacement place = view.placement();
      for (std::int64_t y = 0; y < picture.height; ++y)
        for (std::int64_t x = 0; x < picture.width; ++x) {
          const ViewPoint at = place.toImage(x, y);
          const std::uint32_t expected =
              view.containsImagePoint(at)
                  ? 0xff000000u | pixels[static_cast<std::size_t>(at.y) * 37 +
                                         static_cast<std::size_t>(at.x)] *
                                      0x010101u
                  : kPaneBackground;
          ASSERT_EQ(picture.at(x, y), expected) << x << ' ' << y << " zoom " << view.zoom();
        }
    }
  }
}

TEST(RasterRenderer, AnOverlayIsStretchedOverTheImageAndBlended) {
  const auto image = narrow(4, 4, std::vector<std::uint8_t>(16, 100));
  RasterRenderer renderer;
  renderer.setImage(image);
  // 2 x 2 over 4 x 4: left column opaque red, right half-opaque blue and invisible.
  const auto overlay = std::make_shared<OverlayPyramid>(
      2, 2,
      std::vector<std::uint8_t>{255, 0, 0, 255, 0, 0, 255, 128, 255, 0, 0, 255, 0, 0, 255, 0});
  renderer.setOverlay(overlay, 1);
  const ViewState view = viewOf(*image, 16, 16);
  Picture picture = drawn(renderer, view);
  EXPECT_EQ(picture.at(7, 3), 0xffff0000u);
  EXPECT_EQ(picture.at(8, 7), 0xff3232b2u);  // 100 + (255 - 100) * 128 / 255
  EXPECT_EQ(picture.at(8, 8), 0xff646464u);
  renderer.setOverlay(overlay, 0.5);
  picture = drawn(renderer, view);
  EXPECT_EQ(picture.at(0, 0), 0xffb23232u);
  renderer.setOverlay(nullptr, 1);
  EXPECT_EQ(drawn(renderer, view).at(0, 0), 0xff646464u);
}

TEST(RasterRenderer, WhatIsKeptBetweenFramesIsNeverStale) {
  const auto first = narrow(4, 4, std::vector<std::uint8_t>(16, 100));
  const auto second = narrow(4, 4, std::vector<std::uint8_t>(16, 200));
  RasterRenderer renderer;
  renderer.setImage(first);
  ViewState view = viewOf(*first, 16, 16);
  EXPECT_EQ(drawn(renderer, view).gray(8, 8), 100);
  renderer.setImage(second);
  EXPECT_EQ(drawn(renderer, view).gray(8, 8), 200);
  view.setInverted(true);
  EXPECT_EQ(drawn(renderer, view).gray(8, 8), 55);
  view.panBy(-8, 0);
  EXPECT_EQ(drawn(renderer, view).at(15, 8), kPaneBackground);
  renderer.setImage(nullptr);
  EXPECT_EQ(drawn(renderer, view).at(8, 8), kPaneBackground);
}

}  // namespace
}  // namespace mrm
