#include "core/sample/phantom.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace mrm::phantom {
namespace {

constexpr std::int64_t kSize = 256;

struct Patient {
  Anatomy anatomy;
  Projection projection;
};

Patient patient(std::uint64_t number) {
  Random random(77, {number});
  Patient p{drawAnatomy(random), drawProjection(random)};
  p.projection.rotation = 0;
  p.projection.centreX = 0;
  return p;
}

Phantom render(const Patient& p, const Findings& findings) {
  return renderPhantom(p.anatomy, p.projection, findings, kSize, Random(5));
}

double meanWithin(const Phantom& phantom, const GrayImage& mask, bool leftHalf,
                  double fromHeight = 0, double toHeight = 1) {
  double sum = 0;
  int count = 0;
  for (std::int64_t y = static_cast<std::int64_t>(fromHeight * mask.height);
       y < toHeight * mask.height; ++y)
    for (std::int64_t x = leftHalf ? 0 : mask.width / 2;
         x < (leftHalf ? mask.width / 2 : mask.width); ++x)
      if (mask.at(x, y)) {
        sum += phantom.image.pixels[static_cast<std::size_t>(y * mask.width + x)];
        ++count;
      }
  EXPECT_GT(count, 20);
  return count ? sum / count : 0;
}

std::int64_t pixelsIn(const GrayImage& mask) {
  return std::count(mask.pixels.begin(), mask.pixels.end(), 255);
}

// How much brighter, in 12-bit levels, a finding makes the lung field of each half of the image.
struct Change {
  double imageLeft, imageRight;
};
Change changeBy(const Patient& p, const Findings& findings) {
  const Phantom without = render(p, {}), with = render(p, findings);
  return {meanWithin(with, without.lungMask, true) - meanWithin(without, without.lungMask, true),
          meanWithin(with, without.lungMask, false) - meanWithin(without, without.lungMask, false)};
}

class EverySide : public ::testing::TestWithParam<Side> {};
INSTANTIATE_TEST_SUITE_P(Sides, EverySide, ::testing::Values(Side::Right, Side::Left));

TEST_P(EverySide, DenseFindingsBrightenThePatientsSideWhichIsTheOtherOnTheImage) {
  for (std::uint64_t number = 0; number < 4; ++number) {
    const Patient p = patient(number);
    std::vector<Findings> dense(4);
    dense[0].effusion[static_cast<std::size_t>(GetParam())] = Extent::Small;
    dense[1].effusion[static_cast<std::size_t>(GetParam())] = Extent::Moderate;
    dense[2].consolidation = Consolidation{GetParam(), Zone::Mid, Extent::Moderate};
    dense[3].nodule = Nodule{GetParam(), Zone::Mid, 28};
    for (std::size_t kind = 0; kind < dense.size(); ++kind) {
      const Change change = changeBy(p, dense[kind]);
      const double here = GetParam() == Side::Right ? change.imageLeft : change.imageRight;
      const double there = GetParam() == Side::Right ? change.imageRight : change.imageLeft;
      EXPECT_GT(here - there, kind == 3 ? 8 : 20) << "kind " << kind << ", patient " << number;
    }
  }
}

TEST_P(EverySide, PneumothoraxIsDarkAndItsMaskLiesOnItsSide) {
  for (std::uint64_t number = 0; number < 4; ++number) {
    const Patient p = patient(number);
    std::int64_t before = 0;
    for (const Extent extent : {Extent::Small, Extent::Moderate, Extent::Large}) {
      Findings findings;
      findings.pneumothorax = Pneumothorax{GetParam(), extent};
      const Phantom phantom = render(p, findings);
      const std::int64_t size = pixelsIn(phantom.pneumothoraxMask);
      EXPECT_GT(size, before + 50);
      before = size;
      const bool leftHalf = GetParam() == Side::Right;
      double elsewhere = 0;
      for (std::int64_t y = 0; y < phantom.lungMask.height; ++y)
        for (std::int64_t x = 0; x < phantom.lungMask.width; ++x) {
          if (!phantom.pneumothoraxMask.at(x, y)) continue;
          ASSERT_TRUE(phantom.lungMask.at(x, y));
          elsewhere += (x < phantom.lungMask.width / 2) != leftHalf;
        }
      EXPECT_EQ(elsewhere, 0);
      // Darker than the same places with the lung in them, as seen against the other side.
      const Phantom without = render(p, {});
      const double air = meanWithin(phantom, phantom.pneumothoraxMask, leftHalf) -
                         meanWithin(without, phantom.pneumothoraxMask, leftHalf);
      const double other = meanWithin(phantom, phantom.lungMask, !leftHalf) -
                           meanWithin(without, without.lungMask, !leftHalf);
      EXPECT_LT(air - other, -60);
    }
  }
}

TEST(Phantom, LargerEffusionsFillMore) {
  const Patient p = patient(1);
  double before = 0;
  for (const Extent extent : {Extent::Small, Extent::Moderate, Extent::Large}) {
    Findings findings;
    findings.effusion[0] = extent;
    const Change change = changeBy(p, findings);
    EXPECT_GT(change.imageLeft - change.imageRight, before + 20);
    before = change.imageLeft - change.imageRight;
  }
}

TEST(Phantom, CardiomegalyWidensTheHeartMoreToTheLeft) {
  for (std::uint64_t number = 0; number < 4; ++number) {
    const Patient p = patient(number);
    Findings large;
    large.cardiomegaly = true;
    const Phantom normal = render(p, {}), enlarged = render(p, large);
    std::int64_t lost[2] = {0, 0};
    for (std::int64_t y = 0; y < normal.lungMask.height; ++y)
      for (std::int64_t x = 0; x < normal.lungMask.width; ++x)
        lost[x >= normal.lungMask.width / 2] +=
            normal.lungMask.at(x, y) && !enlarged.lungMask.at(x, y);
    EXPECT_GT(lost[0], 150);
    EXPECT_GT(lost[1], lost[0]);
  }
}

TEST(Phantom, MasksAreOfTheImagesSizeAndBothLungsAreInThem) {
  for (std::uint64_t number = 0; number < 6; ++number) {
    const Phantom phantom = render(patient(number), {});
    ASSERT_EQ(std::min(phantom.image.width, phantom.image.height), kSize);
    for (const GrayImage* mask : {&phantom.lungMask, &phantom.pneumothoraxMask}) {
      EXPECT_EQ(mask->width, phantom.image.width);
      EXPECT_EQ(mask->height, phantom.image.height);
      for (const std::uint8_t pixel : mask->pixels) ASSERT_TRUE(pixel == 0 || pixel == 255);
    }
    EXPECT_EQ(pixelsIn(phantom.pneumothoraxMask), 0);
    const double share = double(pixelsIn(phantom.lungMask)) / double(phantom.image.pixels.size());
    EXPECT_GT(share, 0.15);
    EXPECT_LT(share, 0.45);
    // Lungs are darker than what lies between them.
    GrayImage middle = phantom.lungMask;
    for (std::int64_t y = 0; y < middle.height; ++y)
      for (std::int64_t x = 0; x < middle.width; ++x)
        middle.pixels[static_cast<std::size_t>(y * middle.width + x)] =
            std::abs(x - middle.width / 2) < 8 && y > middle.height / 3 && y < middle.height * 2 / 3
                ? 255
                : 0;
    for (const bool left : {true, false})
      EXPECT_LT(meanWithin(phantom, phantom.lungMask, left) + 500,
                meanWithin(phantom, middle, left));
  }
}

TEST(Phantom, PixelsHaveTwelveBitsAndUseMostOfThem) {
  for (std::uint64_t number = 0; number < 6; ++number) {
    const Phantom phantom = render(patient(number), {});
    EXPECT_EQ(phantom.significantBits, 12);
    const auto [low, high] =
        std::minmax_element(phantom.image.pixels.begin(), phantom.image.pixels.end());
    EXPECT_LT(*low, 400);
    EXPECT_GT(*high, 3000);
    EXPECT_LE(*high, 4095);
  }
}

TEST(Phantom, TheRightDiaphragmStandsHigher) {
  for (std::uint64_t number = 0; number < 6; ++number) {
    const Phantom phantom = render(patient(number), {});
    const auto lowest = [&](std::int64_t x) {
      for (std::int64_t y = phantom.lungMask.height - 1; y >= 0; --y)
        if (phantom.lungMask.at(x, y)) return y;
      return std::int64_t{-1};
    };
    EXPECT_LT(lowest(phantom.lungMask.width * 24 / 100), lowest(phantom.lungMask.width * 76 / 100));
  }
}

TEST(Phantom, NoiseDependsOnItsRandomNumbersOnly) {
  const Patient p = patient(3);
  const Phantom one = render(p, {}), same = render(p, {});
  EXPECT_EQ(one.image.pixels, same.image.pixels);
  const Phantom other = renderPhantom(p.anatomy, p.projection, {}, kSize, Random(6));
  EXPECT_NE(one.image.pixels, other.image.pixels);
  EXPECT_EQ(one.lungMask.pixels, other.lungMask.pixels);
}

}  // namespace
}  // namespace mrm::phantom
