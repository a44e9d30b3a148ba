#include "core/image/transforms.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/error.h"

namespace mrm {
namespace {

TEST(DrawTrainingCrop, FollowsScaleAndRatioAndStaysInside) {
  Random random(11);
  int flips = 0;
  double meanShare = 0, meanLogRatio = 0, meanPlace = 0;
  constexpr int kDraws = 20000;
  for (int i = 0; i < kDraws; ++i) {
    const TrainingCrop crop = drawTrainingCrop(600, 600, 0.2, 0.5, true, random);
    const Box& box = crop.box;
    ASSERT_GE(box.left, 0);
    ASSERT_GE(box.top, 0);
    ASSERT_LE(box.left + box.width, 600);
    ASSERT_LE(box.top + box.height, 600);
    const double width = static_cast<double>(box.width), height = static_cast<double>(box.height);
    const double share = width * height / (600.0 * 600.0), ratio = width / height;
    ASSERT_GT(share, 0.2 - 0.002);
    ASSERT_LT(share, 0.5 + 0.002);
    ASSERT_GT(ratio, 0.75 - 0.005);
    ASSERT_LT(ratio, 4 / 3.0 + 0.005);
    flips += crop.flip;
    meanShare += share / kDraws;
    meanLogRatio += std::log(ratio) / kDraws;
    meanPlace += static_cast<double>(box.left) / static_cast<double>(600 - box.width) / kDraws;
  }
  EXPECT_NEAR(flips, kDraws / 2, 300);
  EXPECT_NEAR(meanShare, 0.35, 0.002);
  EXPECT_NEAR(meanLogRatio, 0, 0.004);
  EXPECT_NEAR(meanPlace, 0.5, 0.01);
}

TEST(DrawTrainingCrop, FallsBackToTheLargestCentralBoxOfAnAllowedRatio) {
  Random random(5);
  const TrainingCrop wide = drawTrainingCrop(1000, 20, 1, 1, true, random);
  EXPECT_EQ(wide.box.width, 27);  // 20 * 4/3, rounded
  EXPECT_EQ(wide.box.height, 20);
  EXPECT_EQ(wide.box.left, 486);
  const TrainingCrop tall = drawTrainingCrop(30, 1000, 1, 1, true, random);
  EXPECT_EQ(tall.box.width, 30);
  EXPECT_EQ(tall.box.height, 40);
  EXPECT_EQ(tall.box.top, 480);
  const TrainingCrop dot = drawTrainingCrop(1, 1, 0.2, 1, true, random);
  EXPECT_EQ(dot.box.width, 1);
  EXPECT_EQ(dot.box.height, 1);
}

TEST(DrawTrainingCrop, WithoutFlipsTheBoxesStayTheSame) {
  for (std::uint64_t record = 0; record < 50; ++record) {
    Random one(4, {record}), other(4, {record});
    const TrainingCrop with = drawTrainingCrop(512, 640, 0.2, 1, true, one);
    const TrainingCrop without = drawTrainingCrop(512, 640, 0.2, 1, false, other);
    EXPECT_EQ(with.box.left, without.box.left);
    EXPECT_EQ(with.box.width, without.box.width);
    EXPECT_FALSE(without.flip);
    EXPECT_EQ(one.next(), other.next());
  }
}

TEST(DrawTrainingCrop, RefusesImpossibleSettings) {
  Random random(1);
  EXPECT_THROW(drawTrainingCrop(0, 5, 0.2, 1, true, random), Error);
  EXPECT_THROW(drawTrainingCrop(5, 5, 0, 1, true, random), Error);
  EXPECT_THROW(drawTrainingCrop(5, 5, 0.6, 0.5, true, random), Error);
  EXPECT_THROW(drawTrainingCrop(5, 5, 0.2, 1.5, true, random), Error);
  EXPECT_THROW(drawTrainingCrop(5, 5, NAN, 1, true, random), Error);
}

GrayImage ramp(std::int64_t width, std::int64_t height, std::int64_t stepX, std::int64_t stepY) {
  GrayImage image{width, height, {}};
  for (std::int64_t y = 0; y < height; ++y)
    for (std::int64_t x = 0; x < width; ++x)
      image.pixels.push_back(static_cast<std::uint8_t>(x * stepX + y * stepY));
  return image;
}

TEST(EvaluationView, TakesTheCentreWithPythonsRounding) {
  // A margin of 13 leaves 6.5 before the view, which Python's round() makes 6; a margin of 15
  // leaves 7.5: 8.
  EXPECT_EQ(evaluationView(ramp(33, 20, 1, 0), 20).at(0, 0), 6);
  EXPECT_EQ(evaluationView(ramp(35, 20, 1, 0), 20).at(0, 0), 8);
  EXPECT_EQ(evaluationView(ramp(20, 35, 0, 1), 20).at(0, 0), 8);
  const GrayImage view = evaluationView(ramp(100, 180, 1, 1), 32);
  EXPECT_EQ(view.width, 32);
  EXPECT_EQ(view.height, 32);
}

TEST(EvaluationView, RefusesWhatHasNoView) {
  EXPECT_THROW(evaluationView(GrayImage{}, 224), Error);
  EXPECT_THROW(evaluationView(ramp(4, 4, 1, 1), 0), Error);
  EXPECT_THROW(evaluationView(ramp(4000, 1, 1, 1), 4000), Error);
}

TEST(TrainingView, FlipsAfterTheCrop) {
  const GrayImage image = ramp(40, 30, 6, 1);
  const TrainingCrop crop{{3, 2, 20, 25}, false}, flipped{{3, 2, 20, 25}, true};
  GrayImage view = trainingView(image, crop, 16);
  flipHorizontally(view);
  EXPECT_EQ(trainingView(image, flipped, 16).pixels, view.pixels);
}

}  // namespace
}  // namespace mrm
