#include "widgets/image/view_state.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace mrm {
namespace {

ViewState viewOf(std::int64_t width, std::int64_t height, double paneWidth, double paneHeight,
                 double ratio = 1, double spacingX = 1, double spacingY = 1) {
  ViewState view;
  view.setImage(width, height, spacingX, spacingY);
  view.setPane(paneWidth, paneHeight, ratio);
  return view;
}

TEST(ViewState, FitsTheWholeImageAndCentresIt) {
  const ViewState view = viewOf(400, 200, 200, 300);
  EXPECT_TRUE(view.fitted());
  EXPECT_DOUBLE_EQ(view.zoom(), 0.5);
  const ViewPoint upper = view.imageToWidget({0, 0}), lower = view.imageToWidget({400, 200});
  EXPECT_DOUBLE_EQ(upper.x, 0);
  EXPECT_DOUBLE_EQ(upper.y, 100);
  EXPECT_DOUBLE_EQ(lower.x, 200);
  EXPECT_DOUBLE_EQ(lower.y, 200);
}

TEST(ViewState, AFittedImageFollowsThePane) {
  ViewState view = viewOf(100, 100, 200, 200);
  EXPECT_DOUBLE_EQ(view.zoom(), 2);
  view.setPane(400, 300, 1);
  EXPECT_DOUBLE_EQ(view.zoom(), 3);
}

TEST(ViewState, AZoomedImageKeepsZoomAndMiddleWhenThePaneIsResized) {
  ViewState view = viewOf(100, 100, 200, 200);
  view.zoomAround({50, 70}, 4);
  const ViewPoint middle = view.widgetToImage({100, 100});
  view.setPane(600, 300, 1);
  EXPECT_DOUBLE_EQ(view.zoom(), 8);
  const ViewPoint now = view.widgetToImage({300, 150});
  EXPECT_NEAR(now.x, middle.x, 1 / view.zoom());
  EXPECT_NEAR(now.y, middle.y, 1 / view.zoom());
}

TEST(ViewState, PixelsAreDrawnInTheProportionOfTheirSpacing) {
  // Rows twice as far apart as columns: 100 x 50 pixels are a square.
  const ViewState view = viewOf(100, 50, 300, 300, 1, 0.2, 0.4);
  EXPECT_DOUBLE_EQ(view.zoom(), 3);
  EXPECT_DOUBLE_EQ(view.imageToWidget({0, 1}).y - view.imageToWidget({0, 0}).y, 6);
  EXPECT_DOUBLE_EQ(view.imageToWidget({1, 0}).x - view.imageToWidget({0, 0}).x, 3);
  EXPECT_DOUBLE_EQ(view.imageToWidget({100, 50}).y, 300);
}

TEST(ViewState, SpacingThatMeansNothingIsSquare) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const auto& [x, y] :
       {std::pair{0.0, 1.0}, {1.0, -1.0}, {nan, 1.0}, {1.0, HUGE_VAL}, {1e-300, 1e300}}) {
    const ViewState view = viewOf(10, 10, 100, 100, 1, x, y);
    EXPECT_DOUBLE_EQ(view.placement().scaleX, view.placement().scaleY) << x << ' ' << y;
  }
}

class AtEveryRatio : public ::testing::TestWithParam<double> {};
INSTANTIATE_TEST_SUITE_P(ViewState, AtEveryRatio, ::testing::Values(1, 1.25, 1.5, 2, 3));

TEST_P(AtEveryRatio, TheImagesCornerLiesOnAWholeDevicePixel) {
  ViewState view = viewOf(313, 211, 457, 389, GetParam());
  for (int i = 0; i < 40; ++i) {
    view.zoomAround({100.0 + 3 * i, 200.0 - i}, i % 3 ? 1.21 : 0.8);
    view.panBy(1.3, -0.7);
    const ViewPoint corner = view.imageToWidget({0, 0});
    EXPECT_NEAR(corner.x * GetParam(), std::round(corner.x * GetParam()), 1e-6);
    EXPECT_NEAR(corner.y * GetParam(), std::round(corner.y * GetParam()), 1e-6);
  }
}

TEST_P(AtEveryRatio, ZoomKeepsTheImagePointUnderTheCursor) {
  for (const ViewPoint cursor : {ViewPoint{200, 150}, {290, 220}, {180, 205}}) {
    ViewState view = viewOf(500, 500, 400, 400, GetParam());
    const ViewPoint before = view.widgetToImage(cursor);
    for (int i = 0; i < 9; ++i) view.zoomAround(cursor, 1.4);
    EXPECT_NEAR(view.zoom(), 0.8 * std::pow(1.4, 9), 1e-9);
    const ViewPoint there = view.imageToWidget(before);
    EXPECT_NEAR(there.x, cursor.x, 1 / GetParam());  // a device pixel
    EXPECT_NEAR(there.y, cursor.y, 1 / GetParam());
  }
}

TEST_P(AtEveryRatio, WidgetAndImageCoordinatesAreInverse) {
  ViewState view = viewOf(123, 456, 320, 240, GetParam(), 0.14, 0.2);
  view.zoomAround({11, 17}, 2.7);
  const ViewPoint image = view.widgetToImage(view.imageToWidget({33.3, 271.9}));
  EXPECT_NEAR(image.x, 33.3, 1e-9);
  EXPECT_NEAR(image.y, 271.9, 1e-9);
}

TEST_P(AtEveryRatio, TheSamePartIsShownAtEveryRatio) {
  ViewState one = viewOf(300, 300, 400, 400), other = viewOf(300, 300, 400, 400, GetParam());
  for (ViewState* view : {&one, &other}) {
    view->zoomAround({90, 300}, 3.3);
    view->panBy(20, -35);
  }
  EXPECT_DOUBLE_EQ(one.zoom(), other.zoom());
  const ViewPoint a = one.imageToWidget({150, 150}), b = other.imageToWidget({150, 150});
  EXPECT_NEAR(a.x, b.x, 1);
  EXPECT_NEAR(a.y, b.y, 1);
}

TEST(ViewState, PanMovesThePictureWithTheHand) {
  ViewState view = viewOf(400, 400, 200, 200);
  view.zoomAround({100, 100}, 4);
  const ViewPoint before = view.imageToWidget({200, 200});
  view.panBy(30, -12);
  const ViewPoint after = view.imageToWidget({200, 200});
  EXPECT_DOUBLE_EQ(after.x - before.x, 30);
  EXPECT_DOUBLE_EQ(after.y - before.y, -12);
}

TEST(ViewState, PanningInSmallStepsLosesNothing) {
  ViewState view = viewOf(400, 400, 200, 200);
  view.zoomAround({100, 100}, 4);
  const ViewPoint before = view.imageToWidget({200, 200});
  for (int i = 0; i < 100; ++i) view.panBy(0.3, 0);
  EXPECT_NEAR(view.imageToWidget({200, 200}).x - before.x, 30, 1e-6);
}

TEST(ViewState, TheImageCannotBeLost) {
  ViewState view = viewOf(400, 400, 200, 200);
  view.panBy(1e6, -1e6);
  EXPECT_TRUE(view.containsImagePoint(view.widgetToImage({101, 99})));
  view.zoomAround({0, 0}, 1e9);
  EXPECT_DOUBLE_EQ(view.zoom(), ViewState::kMaximumZoom);
  view.zoomAround({0, 0}, 1e-9);
  EXPECT_DOUBLE_EQ(view.zoom(), 0.125);  // a quarter of the fitted 0.5
  for (const double bad : {0.0, -1.0, std::nan(""), HUGE_VAL}) view.zoomAround({0, 0}, bad);
  EXPECT_DOUBLE_EQ(view.zoom(), 0.125);
}

TEST(ViewState, FitReturnsTheStart) {
  ViewState view = viewOf(400, 300, 200, 200);
  const DevicePlacement start = view.placement();
  view.zoomAround({10, 10}, 3);
  view.panBy(5, 5);
  EXPECT_FALSE(view.fitted());
  view.fit();
  EXPECT_EQ(view.placement(), start);
}

TEST(ViewState, ACameraShowsTheSameFieldOfAnImageOfAnotherResolution) {
  ViewState large = viewOf(2000, 1000, 300, 300), small = viewOf(400, 200, 300, 300);
  large.zoomAround({100, 150}, 5);
  small.setCamera(large.camera());
  const ViewPoint a = large.widgetToImage({33, 44}), b = small.widgetToImage({33, 44});
  EXPECT_NEAR(a.x / 2000, b.x / 400, 1 / 400.0);
  EXPECT_NEAR(a.y / 1000, b.y / 200, 1 / 200.0);
}

TEST(ViewState, ABrokenCameraFits) {
  ViewState view = viewOf(100, 100, 200, 200);
  view.zoomAround({0, 0}, 2);
  view.setCamera({false, {std::nan(""), 0.5}, 100});
  EXPECT_TRUE(view.fitted());
  view.setCamera({false, {0.5, 0.5}, -3});
  EXPECT_TRUE(view.fitted());
}

TEST(ViewState, TheDefaultWindowShowsEightBitValuesAsTheyAre) {
  const ViewState view;
  for (int value = 0; value < 256; ++value) EXPECT_EQ(view.displayed(value), value);
}

TEST(ViewState, AWindowIsLinearBetweenItsEdgesAndFlatOutside) {
  ViewState view;
  view.setWindow({1000, 400});
  EXPECT_EQ(view.displayed(0), 0);
  EXPECT_EQ(view.displayed(800), 0);
  EXPECT_EQ(view.displayed(900), 64);    // 63.75
  EXPECT_EQ(view.displayed(1000), 128);  // 127.5, half up
  EXPECT_EQ(view.displayed(1200), 255);
  EXPECT_EQ(view.displayed(65535), 255);
}

TEST(ViewState, InversionIsTheComplement) {
  ViewState view;
  view.setWindow({100, 37});
  for (int value = 0; value < 256; ++value) {
    view.setInverted(false);
    const int plain = view.displayed(value);
    view.setInverted(true);
    EXPECT_EQ(view.displayed(value), 255 - plain);
  }
}

TEST(ViewState, DraggingRightWidensUpBrightensAndBackUndoes) {
  ViewState view;
  view.setDefaultWindow({2000, 4000});
  const DisplayWindow start = view.window();
  view.dragWindow(start, 128, 0);
  EXPECT_DOUBLE_EQ(view.window().width, 8000);
  EXPECT_DOUBLE_EQ(view.window().centre, 2000);
  const int before = view.displayed(2000);
  view.dragWindow(start, 0, -64);
  EXPECT_DOUBLE_EQ(view.window().centre, 1000);
  EXPECT_GT(view.displayed(2000), before);
  view.dragWindow(start, 0, 0);
  EXPECT_EQ(view.window(), start);
  EXPECT_FALSE(view.windowIsDefault());
  view.resetWindow();
  EXPECT_TRUE(view.windowIsDefault());
}

TEST(ViewState, DraggingCannotLeaveTheValues) {
  ViewState view;
  view.dragWindow(view.window(), 1e5, -1e5);
  EXPECT_LE(view.window().width, 8 * 255);
  EXPECT_GE(view.window().centre, 127.5 - 2 * 255);
  view.dragWindow(view.window(), -1e5, 1e9);
  EXPECT_GE(view.window().width, 1);
  EXPECT_LE(view.window().centre, 127.5 + 2 * 255);
}

}  // namespace
}  // namespace mrm
