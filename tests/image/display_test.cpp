// Display values against the formulas of the standard, computed by hand or by a second way.
#include "core/image/display.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/image/decode.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Function = ValueWindow::Function;
using Window = DisplayPolicy::Window;

StoredImage row(std::vector<std::int32_t> values) {
  StoredImage image;
  image.width = static_cast<std::int64_t>(values.size());
  image.height = 1;
  image.values = std::move(values);
  return image;
}

StoredImage rowWithWindow(std::vector<std::int32_t> values, double center, double width,
                          Function function = Function::Linear) {
  StoredImage image = row(std::move(values));
  image.windows = {{center, width, function, ""}};
  return image;
}

std::vector<std::uint8_t> shown(const StoredImage& image, const DisplayPolicy& policy = {}) {
  return toDisplay(image, policy).image.pixels;
}

std::string audit(const StoredImage& image, const DisplayPolicy& policy = {}) {
  return toDisplay(image, policy).audit;
}

// The formula as PS3.3 C.11.2.1.2.1 writes it.
TEST(Display, LinearWindowFollowsTheStandardsFormula) {
  const auto formula = [](double x, double c, double w) {
    if (x <= c - 0.5 - (w - 1) / 2) return 0.0;
    if (x > c - 0.5 + (w - 1) / 2) return 255.0;
    return ((x - (c - 0.5)) / (w - 1) + 0.5) * 255;
  };
  for (const auto& [center, width] : {std::pair{2048.0, 4096.0},
                                      {50.0, 350.0},
                                      {0.0, 100.0},
                                      {40.5, 2.0},
                                      {-600.25, 1500.5},
                                      {127.5, 255.0}}) {
    std::vector<std::int32_t> values(6001);
    std::iota(values.begin(), values.end(), -1500);
    const auto pixels = shown(rowWithWindow(values, center, width));
    for (std::size_t i = 0; i < values.size(); ++i)
      ASSERT_NEAR(pixels[i], formula(values[i], center, width), 0.5 + 1e-9)
          << values[i] << " in " << center << "/" << width;
  }
}

TEST(Display, WindowOfWidthOneIsAStep) {
  EXPECT_THAT(shown(rowWithWindow({98, 99, 100, 101}, 100, 1)), ElementsAre(0, 0, 255, 255));
}

TEST(Display, WindowNarrowerThanOneIsTakenAsExact) {
  StoredImage image = rowWithWindow({0, 25, 50, 75, 100}, 0.5, 0.5);
  image.hasRescale = true;
  image.slope = 0.01;
  EXPECT_THAT(shown(image), ElementsAre(0, 0, 128, 255, 255));
  EXPECT_THAT(audit(image), HasSubstr("taken as exact"));
}

TEST(Display, ExactLinearWindowSpansItsWholeWidth) {
  EXPECT_THAT(shown(rowWithWindow({-1, 0, 1, 2, 3, 4, 5}, 2, 4, Function::LinearExact)),
              ElementsAre(0, 0, 64, 128, 191, 255, 255));
}

TEST(Display, SigmoidFollowsTheStandardsFormula) {
  std::vector<std::int32_t> values(4096);
  std::iota(values.begin(), values.end(), 0);
  const auto pixels = shown(rowWithWindow(values, 1800, 900, Function::Sigmoid));
  for (std::size_t i = 0; i < values.size(); ++i)
    ASSERT_NEAR(pixels[i], 255 / (1 + std::exp(-4 * (values[i] - 1800.0) / 900)), 0.5 + 1e-9);
}

TEST(Display, TheWindowAskedForIsTakenTheLastWhenThereAreFewer) {
  StoredImage image = row({0, 10, 20, 30, 40});
  image.windows = {{10.5, 21, Function::Linear, ""}, {30.5, 21, Function::Linear, ""}};
  EXPECT_THAT(shown(image), ElementsAre(0, 128, 255, 255, 255));
  DisplayPolicy policy;
  policy.fileWindow = 1;
  EXPECT_THAT(shown(image, policy), ElementsAre(0, 0, 0, 128, 255));
  EXPECT_EQ(audit(image, policy), "window 30.5/21 (file 2 of 2)");
  policy.fileWindow = 7;
  EXPECT_THAT(shown(image, policy), ElementsAre(0, 0, 0, 128, 255));
}

TEST(Display, AWindowWithoutSenseGivesWayToTheNext) {
  StoredImage image = row({0, 10, 20});
  image.windows = {{10, 0, Function::Linear, ""},
                   {10, NAN, Function::Linear, ""},
                   {10.5, 21, Function::Linear, ""}};
  EXPECT_EQ(audit(image), "window 10.5/21 (file 3 of 3)");
  image.windows.pop_back();
  EXPECT_THAT(audit(image), HasSubstr("percentiles"));
}

TEST(Display, AWindowBesideTheValuesGivesWayToPercentiles) {
  EXPECT_EQ(audit(rowWithWindow({1000, 2000, 3000}, 40, 400)),
            "window 40/400 (file 1 of 1) shows nothing, percentiles 0.5 to 99.5: 1000 to 3000");
  EXPECT_EQ(audit(rowWithWindow({1000, 1000}, 40, 400)), "window 40/400 (file 1 of 1)");
}

TEST(Display, RescaleComesBeforeTheWindow) {
  StoredImage image = rowWithWindow({0, 1024, 1074, 2000}, 50, 101);
  image.hasRescale = true;
  image.intercept = -1024;
  EXPECT_THAT(shown(image), ElementsAre(0, 1, 129, 255));
  EXPECT_EQ(audit(image), "rescale x1 -1024; window 50/101 (file 1 of 1)");
  image.slope = -1;  // turns brightness around, and that is meant
  image.intercept = 1024;
  EXPECT_THAT(shown(image), ElementsAre(255, 1, 0, 0));
  image.slope = 0;
  EXPECT_THAT(audit(image), HasSubstr("makes no sense"));
}

TEST(Display, ModalityTableTakesThePlaceOfTheRescaleAndClampsItsEnds) {
  StoredImage image = rowWithWindow({-20, -10, -9, -8, 50}, 500.5, 1001);
  image.hasRescale = true;
  image.slope = 1000;
  image.modalityTable = ValueTable{-10, 16, {0, 500, 1000}, ""};
  EXPECT_THAT(shown(image), ElementsAre(0, 0, 128, 255, 255));
  EXPECT_EQ(modalityValue(image, -9), 500);
  EXPECT_EQ(audit(image), "modality table of 3 entries; window 500.5/1001 (file 1 of 1)");
}

TEST(Display, VoiTableComesBeforeWindowsUnlessThePolicyPrefersThem) {
  StoredImage image = rowWithWindow({-5, 0, 1, 2, 9}, 1, 2);
  image.voiTables = {{0, 12, {4095, 2048, 0}, ""}};
  EXPECT_THAT(shown(image), ElementsAre(255, 255, 128, 0, 0));
  EXPECT_EQ(audit(image), "VOI table 1 of 1 (3 entries of 12 bits)");
  DisplayPolicy policy;
  policy.preferTable = false;
  EXPECT_EQ(audit(image, policy), "window 1/2 (file 1 of 1)");
  image.windows.clear();
  EXPECT_EQ(audit(image, policy), "VOI table 1 of 1 (3 entries of 12 bits)");
}

TEST(Display, VoiTableThatClaimsMoreBitsThanItUsesIsNotShownBlack) {
  StoredImage image = row({0, 1, 2});
  image.voiTables = {{0, 16, {0, 2048, 4095}, ""}};
  EXPECT_THAT(shown(image), ElementsAre(0, 128, 255));
  EXPECT_EQ(audit(image), "VOI table 1 of 1 (3 entries of 16 bits, 12 used)");
  image.voiTables[0].bits = 8;  // fewer than its entries need
  EXPECT_THAT(shown(image), ElementsAre(0, 128, 255));
}

TEST(Display, InversionHappensExactlyOnce) {
  for (const bool monochrome1 : {false, true})
    for (const bool inverse : {false, true}) {
      StoredImage image = rowWithWindow({0, 5, 10}, 5.5, 11);
      image.isMonochrome1 = monochrome1;
      image.isPresentationInverse = inverse;
      if (monochrome1 || inverse)
        EXPECT_THAT(shown(image), ElementsAre(255, 127, 0)) << monochrome1 << inverse;
      else
        EXPECT_THAT(shown(image), ElementsAre(0, 128, 255));
    }
}

TEST(Display, PaddingIsBlackAndDoesNotCount) {
  StoredImage image = row({-2000, 100, 150, 200, -2000});
  image.paddingFrom = -2000;
  DisplayPolicy policy;
  policy.window = Window::FullRange;
  EXPECT_THAT(shown(image, policy), ElementsAre(0, 0, 128, 255, 0));
  image.isMonochrome1 = true;
  EXPECT_THAT(shown(image, policy), ElementsAre(0, 255, 127, 0, 0));
  image.paddingTo = 100;
  EXPECT_THAT(shown(image, policy), ElementsAre(0, 0, 255, 0, 0));
  std::swap(image.paddingFrom, image.paddingTo);
  EXPECT_THAT(shown(image, policy), ElementsAre(0, 0, 255, 0, 0));
  EXPECT_THAT(audit(image, policy), HasSubstr("padding -2000 to 100 left out"));
  image.paddingFrom = -5000;
  image.paddingTo = 5000;
  EXPECT_THAT(shown(image, policy), ElementsAre(0, 0, 0, 0, 0));
  EXPECT_THAT(audit(image, policy), HasSubstr("nothing but padding"));
}

TEST(Display, PercentilesLeaveOutExtremes) {
  std::vector<std::int32_t> values(1000);
  std::iota(values.begin(), values.end(), 0);
  values.front() = -30000;
  values.back() = 30000;
  // 0.5 percent of 1000 values are 5: the fifth smallest is 4, the 995th 994.
  EXPECT_EQ(audit(row(values)), "percentiles 0.5 to 99.5: 4 to 994");
  const auto pixels = shown(row(values));
  EXPECT_EQ(pixels[4], 0);
  EXPECT_EQ(pixels[499], 128);
  EXPECT_EQ(pixels[994], 255);
  values[3] = 2'000'000'000;  // too wide for a table: the same by another way
  values[4] = 4;
  EXPECT_EQ(audit(row(values)), "percentiles 0.5 to 99.5: 5 to 995");
}

TEST(Display, NegativeSlopeTurnsPercentilesAround) {
  StoredImage image = row({0, 1, 2, 3, 4});
  image.hasRescale = true;
  image.slope = -2;
  image.intercept = 10;
  EXPECT_THAT(shown(image), ElementsAre(255, 191, 128, 64, 0));
  EXPECT_THAT(audit(image), HasSubstr("2 to 10"));
}

TEST(Display, ConstantAndNearlyConstantImages) {
  EXPECT_THAT(shown(row({777, 777, 777})), ElementsAre(0, 0, 0));
  std::vector<std::int32_t> values(10000, 0);
  values[5] = 1;  // beyond both percentiles, and still what there is to see
  EXPECT_EQ(shown(row(values))[5], 255);
  EXPECT_TRUE(toDisplay({}, {}).image.pixels.empty());
}

TEST(Display, EightBitValuesMadeForDisplayStayAsTheyAre) {
  StoredImage image = row({3, 100, 200});
  image.bitsStored = 8;
  image.isDisplayReady = true;
  EXPECT_THAT(shown(image), ElementsAre(3, 100, 200));
  EXPECT_EQ(audit(image), "8-bit values as they are");
  image.isMonochrome1 = true;
  EXPECT_THAT(shown(image), ElementsAre(252, 155, 55));
  DisplayPolicy policy;
  policy.window = Window::FullRange;
  EXPECT_THAT(shown(image, policy), ElementsAre(255, 129, 0));
}

TEST(Display, FullRangeIsWhatWideImagesAlwaysWere) {
  Random random(5);
  DisplayPolicy policy;
  policy.window = Window::FullRange;
  for (int round = 0; round < 50; ++round) {
    GrayImage16 wide{16, 16, {}};
    StoredImage image;
    image.width = image.height = 16;
    const std::uint64_t most = 1 + random.below(65536);
    for (int i = 0; i < 256; ++i) {
      wide.pixels.push_back(static_cast<std::uint16_t>(random.below(most)));
      image.values.push_back(wide.pixels.back());
    }
    ASSERT_EQ(shown(image, policy), wideToDisplay(wide).pixels);
  }
}

TEST(Display, ExtremeValuesAreNoTrouble) {
  constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();
  constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
  EXPECT_THAT(shown(row({least, 0, most})), ElementsAre(0, 128, 255));
  StoredImage image = rowWithWindow({least, 0, most}, 1e308, 1e308);
  image.hasRescale = true;
  image.slope = 1e300;
  image.intercept = -1e308;
  image.modalityTable = ValueTable{most, 16, {1, 2}, ""};
  image.voiTables = {{least, 0, {}, ""}, {least, -7, {0, 0}, ""}};
  EXPECT_EQ(shown(image).size(), 3u);
  image.modalityTable.reset();
  EXPECT_EQ(shown(image).size(), 3u);
}

TEST(Display, PolicyGoesThroughJsonAndBack) {
  DisplayPolicy policy;
  policy.window = Window::Percentile;
  policy.fileWindow = 3;
  policy.preferTable = false;
  policy.low = 1;
  policy.high = 98.25;
  const DisplayPolicy back = displayPolicyFromJson(displayPolicyJson(policy));
  EXPECT_EQ(displayPolicyJson(back), displayPolicyJson(policy));
  EXPECT_EQ(back.window, policy.window);
  EXPECT_EQ(back.high, policy.high);
  EXPECT_EQ(displayPolicyJson(displayPolicyFromJson("")), displayPolicyJson({}));
  EXPECT_EQ(displayPolicyJson(displayPolicyFromJson("{}")), displayPolicyJson({}));
  for (const char* wrong :
       {"[", "[]", R"({"window": "best"})", R"({"window": 3})", R"({"low": 60, "high": 40})",
        R"({"low": -1})", R"({"high": 101})", R"({"file_window": -1})"})
    EXPECT_THROW(displayPolicyFromJson(wrong), Error) << wrong;
}

// 12 million pixels: what a flat-panel detector gives. The bound is ten times what it takes.
TEST(Display, ALargeImageTakesMilliseconds) {
  StoredImage image;
  image.width = 4000;
  image.height = 3000;
  image.values.resize(12'000'000);
  Random random(1);
  for (std::size_t i = 0; i < image.values.size(); ++i)
    image.values[i] =
        static_cast<std::int32_t>((i / 7 + (i % 4000) * 3 + (random.next() & 63)) & 16383);
  for (const Window window : {Window::File, Window::Percentile}) {
    image.windows = {{8000, 9000, Function::Linear, ""}};
    DisplayPolicy policy;
    policy.window = window;
    const auto start = std::chrono::steady_clock::now();
    const DisplayImage display = toDisplay(image, policy);
    const double ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    std::printf("%s: %.1f ms\n", window == Window::File ? "window" : "percentiles", ms);
    EXPECT_LT(ms, 1000);
    EXPECT_EQ(display.image.pixels.size(), image.values.size());
  }
}

}  // namespace
}  // namespace mrm
