// What DICOM data sets say of display, read into a StoredImage; each way they have of saying it.
#include "core/dicom/display_tags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/dicom/dicom_image.h"
#include "core/image/display.h"
#include "tests/dicom/dicom_bytes.h"
#include "tests/mutation.h"

namespace mrm {
namespace {

using namespace dicom;
using testing::DicomBytes;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr Tag kPerFrame{0x52009230, "SQ"};
constexpr Tag kFrameVoi{0x00289132, "SQ"};
constexpr Tag kPixelValues{0x00289145, "SQ"};

// Sequences are written with items of known length.
std::string item(const std::string& elements) {
  return DicomBytes().add(kItem, "", elements).bytes();
}
void addSequence(DicomBytes& to, Tag tag, const std::string& items) {
  to.add(tag.number, "SQ", items);
}

// Four pixels of 16 bits, `display` between their description and them.
std::string imageBytes(const std::string& display, std::initializer_list<std::uint16_t> pixels,
                       bool isSigned = false, int stored = 16,
                       const std::string& photometric = "MONOCHROME2", int frames = 1) {
  DicomBytes data;
  data.image(1, static_cast<std::uint16_t>(pixels.size() / static_cast<std::size_t>(frames)), 16,
             static_cast<std::uint16_t>(stored), isSigned, frames, 1, photometric);
  data.raw(display);
  data.add(kPixels.number, "OW", data.words(pixels));
  return testing::withMeta(data.bytes(), testing::kExplicitLittle);
}

StoredImage read(const std::string& bytes, std::int64_t frame = 0) {
  return storedImageOf(testing::parseDicom(bytes), frame);
}

std::string tableItem(const std::string& descriptorVr,
                      std::initializer_list<std::uint16_t> descriptor, const std::string& data,
                      const char* dataVr = "OW") {
  DicomBytes bytes;
  bytes.add(kTableDescriptor.number, descriptorVr.c_str(), bytes.words(descriptor));
  bytes.add(kTableData.number, dataVr, data);
  return item(bytes.bytes());
}

TEST(DisplayTags, RescaleAndWindowsWithTheirFunction) {
  DicomBytes display;
  display.text(kWindowCenter, "40\\-600.5").text(kWindowWidth, "400\\1500");
  display.text(kRescaleIntercept, "-1024").text(kRescaleSlope, " 2.5 ");
  display.text(kWindowExplanation, "SOFT\\LUNG").text(kVoiFunction, "SIGMOID");
  const StoredImage image = read(imageBytes(display.bytes(), {1, 2, 3, 4}));
  EXPECT_TRUE(image.hasRescale);
  EXPECT_EQ(image.slope, 2.5);
  EXPECT_EQ(image.intercept, -1024);
  ASSERT_EQ(image.windows.size(), 2u);
  EXPECT_EQ(image.windows[1].center, -600.5);
  EXPECT_EQ(image.windows[1].width, 1500);
  EXPECT_EQ(image.windows[1].explanation, "LUNG");
  EXPECT_EQ(image.windows[1].function, ValueWindow::Function::Sigmoid);
  EXPECT_THAT(image.values, ElementsAre(1, 2, 3, 4));
}

TEST(DisplayTags, OneWidthForTwoCentresGivesOneWindow) {
  DicomBytes display;
  display.text(kWindowCenter, "40\\50").text(kWindowWidth, "400");
  EXPECT_EQ(read(imageBytes(display.bytes(), {1, 2})).windows.size(), 1u);
  DicomBytes empty;
  empty.text(kWindowCenter, "")
      .text(kWindowWidth, "")
      .text(kRescaleSlope, "")
      .text(kRescaleIntercept, "");
  const StoredImage image = read(imageBytes(empty.bytes(), {1, 2}));
  EXPECT_THAT(image.windows, IsEmpty());
  EXPECT_FALSE(image.hasRescale);
}

TEST(DisplayTags, SignedPixelsAndPaddingWithTheirLimit) {
  DicomBytes display;
  display.add(kPixelPadding.number, "SS", display.words({static_cast<std::uint16_t>(-2000)}));
  display.add(kPaddingLimit.number, "SS", display.words({static_cast<std::uint16_t>(-1900)}));
  const StoredImage image = read(
      imageBytes(display.bytes(),
                 {static_cast<std::uint16_t>(-2000), static_cast<std::uint16_t>(-5), 0, 7}, true));
  EXPECT_THAT(image.values, ElementsAre(-2000, -5, 0, 7));
  EXPECT_EQ(image.paddingFrom, -2000);
  EXPECT_EQ(image.paddingTo, -1900);
}

TEST(DisplayTags, PaddingWrittenWithTheOtherSign) {
  DicomBytes us, ss;
  us.add(kPixelPadding.number, "US", us.words({63536}));
  ss.add(kPixelPadding.number, "SS", ss.words({63536}));
  EXPECT_EQ(read(imageBytes(us.bytes(), {1, 2}, true)).paddingFrom, -2000);
  EXPECT_EQ(read(imageBytes(ss.bytes(), {1, 2}, false)).paddingFrom, 63536);
  EXPECT_EQ(read(imageBytes(us.bytes(), {1, 2}, false)).paddingFrom, 63536);
}

TEST(DisplayTags, ModalityTableWithSignedFirstValue) {
  DicomBytes display, words;
  addSequence(display, kModalityTables,
              tableItem("SS", {3, static_cast<std::uint16_t>(-1), 16}, words.words({10, 20, 30})));
  const StoredImage image =
      read(imageBytes(display.bytes(), {static_cast<std::uint16_t>(-1), 1}, true));
  ASSERT_TRUE(image.modalityTable);
  EXPECT_EQ(image.modalityTable->first, -1);
  EXPECT_EQ(modalityValue(image, 0), 20);
}

TEST(DisplayTags, TablesOf65536EntriesAndOfBytes) {
  std::string full;
  for (int i = 0; i < 65536; ++i) full += DicomBytes().words({static_cast<std::uint16_t>(i)});
  DicomBytes display, words;
  addSequence(display, kVoiTables,
              tableItem("US", {0, 0, 16}, full) +
                  // Two 8-bit entries share a word; an odd number of them.
                  tableItem("US", {3, 5, 8}, words.words({0x8040, 0x00FF})) +
                  tableItem("US", {3, 5, 8}, std::string("\x40\x80\xFF\0", 4), "OB"));
  const StoredImage image = read(imageBytes(display.bytes(), {1, 2}));
  ASSERT_EQ(image.voiTables.size(), 3u);
  EXPECT_EQ(image.voiTables[0].entries.size(), 65536u);
  EXPECT_EQ(image.voiTables[0].entries[65535], 65535);
  for (const int table : {1, 2}) {
    EXPECT_THAT(image.voiTables[static_cast<std::size_t>(table)].entries,
                ElementsAre(0x40, 0x80, 0xFF));
    EXPECT_EQ(image.voiTables[static_cast<std::size_t>(table)].first, 5);
  }
}

TEST(DisplayTags, DamagedTablesAreLeftOutWithANotice) {
  DicomBytes display;
  addSequence(display, kVoiTables, tableItem("US", {3, 5, 8}, ""));
  addSequence(display, kModalityTables, item(""));
  const StoredImage image = read(imageBytes(display.bytes(), {1, 2}));
  EXPECT_THAT(image.voiTables, IsEmpty());
  EXPECT_FALSE(image.modalityTable);
  EXPECT_EQ(image.notices.size(), 2u);
}

TEST(DisplayTags, InversionOfEachKind) {
  DicomBytes inverse, identity;
  inverse.text(kPresentationTableShape, "INVERSE");
  identity.text(kPresentationTableShape, "IDENTITY");
  const auto shown = [](const std::string& bytes) {
    return toDisplay(read(bytes), {}).image.pixels;
  };
  const auto white = [&](const std::string& display, const std::string& photometric) {
    return shown(imageBytes(display, {0, 1000}, false, 12, photometric))[0] == 255;
  };
  EXPECT_FALSE(white("", "MONOCHROME2"));
  EXPECT_FALSE(white(identity.bytes(), "MONOCHROME2"));
  EXPECT_TRUE(white("", "MONOCHROME1"));
  EXPECT_TRUE(white(inverse.bytes(), "MONOCHROME1"));  // the usual DX image: once
  EXPECT_TRUE(white(inverse.bytes(), "MONOCHROME2"));
  EXPECT_TRUE(white(identity.bytes(), "MONOCHROME1"));
  EXPECT_THAT(read(imageBytes(identity.bytes(), {0, 1}, false, 12, "MONOCHROME1")).notices[0],
              HasSubstr("contradicts"));
}

TEST(DisplayTags, FunctionalGroupsOfAFrameBeforeTheSharedOnesBeforeTheDataSet) {
  const auto window = [](const char* center) {
    DicomBytes voi, group;
    voi.text(kWindowCenter, center).text(kWindowWidth, "10");
    group.add(kFrameVoi.number, "SQ", item(voi.bytes()));
    return group.bytes();
  };
  DicomBytes transformation, shared, display;
  transformation.text(kRescaleIntercept, "5").text(kRescaleSlope, "3");
  shared.add(kFrameVoi.number, "SQ",
             item(DicomBytes().text(kWindowCenter, "70").text(kWindowWidth, "9").bytes()));
  shared.add(kPixelValues.number, "SQ", item(transformation.bytes()));
  display.text(kWindowCenter, "99").text(kWindowWidth, "1");
  addSequence(display, kSharedFunctionalGroups, item(shared.bytes()));
  addSequence(display, kPerFrame, item(window("11")) + item(window("22")) + item(""));
  const std::string bytes =
      imageBytes(display.bytes(), {1, 2, 3, 4, 5, 6}, false, 16, "MONOCHROME2", 3);
  EXPECT_EQ(read(bytes, 0).windows[0].center, 11);
  EXPECT_EQ(read(bytes, 1).windows[0].center, 22);
  EXPECT_EQ(read(bytes, 2).windows[0].center, 70);
  EXPECT_EQ(read(bytes, 2).slope, 3);
  EXPECT_THAT(read(bytes, 1).values, ElementsAre(3, 4));
  EXPECT_THAT(read(bytes, 1).notices, ElementsAre("frame 2 of 3"));
  EXPECT_THROW(read(bytes, 3), Error);
}

TEST(DisplayTags, SpacingByWhatThereIs) {
  DicomBytes detector, both;
  detector.text(kImagerPixelSpacing, "0.2\\0.1");
  both.text(kImagerPixelSpacing, "0.2\\0.1").text(kPixelSpacing, "0.3\\0.4");
  EXPECT_EQ(read(imageBytes(detector.bytes(), {1, 2})).rowSpacing, 0.2);
  EXPECT_EQ(read(imageBytes(detector.bytes(), {1, 2})).columnSpacing, 0.1);
  EXPECT_EQ(read(imageBytes(both.bytes(), {1, 2})).columnSpacing, 0.4);
  EXPECT_EQ(read(imageBytes("", {1, 2})).rowSpacing, 0);
}

TEST(DisplayTags, EightBitsWithoutAWindowAreShownAsTheyAre) {
  const auto bytes = [](const std::string& display, bool isSigned) {
    DicomBytes data;
    data.image(1, 4, 8, 8, isSigned);
    data.raw(display).add(kPixels.number, "OW", std::string("\x01\x50\x60\x70", 4));
    return testing::withMeta(data.bytes(), testing::kExplicitLittle);
  };
  EXPECT_THAT(toDisplay(read(bytes("", false)), {}).image.pixels, ElementsAre(1, 0x50, 0x60, 0x70));
  EXPECT_FALSE(read(bytes("", true)).isDisplayReady);
  DicomBytes rescale, window, identity;
  rescale.text(kRescaleIntercept, "-5").text(kRescaleSlope, "1");
  identity.text(kRescaleIntercept, "0").text(kRescaleSlope, "1");
  window.text(kWindowCenter, "80").text(kWindowWidth, "33");
  EXPECT_FALSE(read(bytes(rescale.bytes(), false)).isDisplayReady);
  EXPECT_FALSE(read(bytes(window.bytes(), false)).isDisplayReady);
  EXPECT_TRUE(read(bytes(identity.bytes(), false)).isDisplayReady);
}

TEST(DisplayTags, PalettesPlainAndInSegments) {
  const auto palette = [](bool isSegmented) {
    DicomBytes data;
    data.image(1, 6, 8, 8, false, 1, 1, "PALETTE COLOR");
    for (const Tag descriptor : {kRedDescriptor, kGreenDescriptor, kBlueDescriptor})
      data.add(descriptor.number, "US", data.words({5, 10, 16}));
    if (isSegmented) {
      // A discrete segment of one entry, then four that lead linearly to white.
      const std::string segments = data.words({0, 1, 0, 1, 4, 0xFF00});
      for (const Tag tag : {kRedSegments, kGreenSegments, kBlueSegments})
        data.add(tag.number, "OW", segments);
    } else {
      for (const Tag tag : {kRedPalette, kGreenPalette, kBluePalette})
        data.add(tag.number, "OW", data.words({0, 0x3FC0, 0x7F80, 0xBF40, 0xFF00}));
    }
    data.add(kPixels.number, "OW", std::string("\x00\x0A\x0B\x0C\x0E\xFF", 6));
    return testing::withMeta(data.bytes(), testing::kExplicitLittle);
  };
  for (const bool isSegmented : {false, true}) {
    const StoredImage image = read(palette(isSegmented));
    EXPECT_THAT(image.values, ElementsAre(0, 0, 0x3F, 0x7F, 0xFF, 0xFF)) << isSegmented;
    EXPECT_THAT(image.notices, ElementsAre("colour turned to luminance"));
  }
  DicomBytes none;
  none.image(1, 2, 8, 8, false, 1, 1, "PALETTE COLOR");
  none.add(kPixels.number, "OW", "ab");
  EXPECT_THROW(read(testing::withMeta(none.bytes(), testing::kExplicitLittle)), Error);
}

TEST(DisplayTags, ColourOfEachKindBecomesLuminance) {
  const auto colour = [](const std::string& photometric) {
    DicomBytes data;
    data.image(1, 2, 8, 8, false, 1, 3, photometric);
    data.add(kPixels.number, "OW", std::string("\x0A\x14\x1E\xC8\x80\x80", 6));
    return read(testing::withMeta(data.bytes(), testing::kExplicitLittle));
  };
  EXPECT_THAT(colour("RGB").values, ElementsAre(18, 150));
  EXPECT_THAT(colour("YBR_FULL").values, ElementsAre(10, 200));
  EXPECT_TRUE(colour("RGB").isDisplayReady);
}

TEST(DisplayTags, RealNumbersAndWideOnesKeepTheirMeaning) {
  DicomBytes data;
  data.image(1, 3, 32, 32);
  data.text(kRescaleIntercept, "1").text(kRescaleSlope, "0.5");
  data.add(kPixels.number, "OW", data.words({0, 0, 0, 0x8000, 0, 0xC000}));
  const StoredImage wide = read(testing::withMeta(data.bytes(), testing::kExplicitLittle));
  EXPECT_NEAR(modalityValue(wide, wide.values[1]), 0x80000000u * 0.5 + 1, 3e4);
  EXPECT_NEAR(modalityValue(wide, wide.values[2]), 0xC0000000u * 0.5 + 1, 1);
  EXPECT_EQ(wide.windows.size(), 0u);
}

// Descriptions and tables of all kinds, damaged at random.
TEST(DisplayTags, MutatedFilesAreShownOrRefusedByName) {
  DicomBytes words, display, group;
  display.text(kWindowCenter, "40\\600").text(kWindowWidth, "400\\1500");
  display.text(kRescaleIntercept, "-1024").text(kRescaleSlope, "1");
  display.number(kPixelPadding, 3).number(kPaddingLimit, 9);
  addSequence(display, kModalityTables, tableItem("US", {4, 0, 16}, words.words({5, 6, 7, 9})));
  addSequence(display, kVoiTables,
              tableItem("US", {5, 2, 8}, words.words({0x8040, 0xFF00, 3})) +
                  tableItem("SS", {4, 2, 12}, words.words({1, 2, 3, 4000})));
  group.add(kFrameVoi.number, "SQ",
            item(DicomBytes().text(kWindowCenter, "70").text(kWindowWidth, "9").bytes()));
  addSequence(display, kPerFrame, item(group.bytes()) + item(group.bytes()));
  std::vector<std::string> files = {
      imageBytes(display.bytes(), {1, 5, 9, 700}),
      imageBytes(display.bytes(), {1, 5, 9, 700}, true, 12, "MONOCHROME1", 2)};
  DicomBytes palette;
  palette.image(1, 4, 8, 8, false, 1, 1, "PALETTE COLOR");
  for (const Tag tag : {kRedDescriptor, kGreenDescriptor, kBlueDescriptor})
    palette.add(tag.number, "US", palette.words({9, 0, 16}));
  for (const Tag tag : {kRedSegments, kGreenSegments, kBlueSegments})
    palette.add(tag.number, "OW", palette.words({0, 2, 1, 9, 1, 4, 0xFF00, 2, 1, 0, 0}));
  palette.add(kPixels.number, "OW", "abcd");
  files.push_back(testing::withMeta(palette.bytes(), testing::kExplicitLittle));
  DicomBytes colour;
  colour.image(1, 2, 16, 16, false, 1, 3, "YBR_FULL");
  colour.add(kPixels.number, "OW", std::string(12, 'x'));
  files.push_back(testing::withMeta(colour.bytes(), testing::kExplicitLittle));

  const char* rounds = std::getenv("MRM_DISPLAY_MUTATIONS");
  Random random(31);
  const std::string alphabet("\0\1\2\3\x08\x10\x28\x30\x50\x7F\x80\xFF\xFF.\\-+eE09", 21);
  int shown = 0, refused = 0;
  for (int round = 0; round < (rounds ? std::atoi(rounds) : 4000); ++round) {
    std::string bytes = files[random.below(files.size())];
    if (random.chance(0.3)) {
      bytes = bytes.substr(0, 160) + testing::mutate(bytes.substr(160), random, alphabet);
    } else {
      // Nothing is moved, so that the damage is in values more often than in the structure.
      for (std::uint64_t edits = 1 + random.below(4); edits > 0; --edits)
        bytes[160 + random.below(bytes.size() - 160)] = alphabet[random.below(alphabet.size())];
    }
    try {
      const StoredImage image = read(bytes, static_cast<std::int64_t>(random.below(2)));
      const auto count = static_cast<std::size_t>(image.width * image.height);
      ASSERT_EQ(image.values.size(), count);
      for (const auto window : {DisplayPolicy::Window::File, DisplayPolicy::Window::Percentile}) {
        DisplayPolicy policy;
        policy.window = window;
        ASSERT_EQ(toDisplay(image, policy).image.pixels.size(), count);
      }
      ++shown;
    } catch (const Error& error) {
      EXPECT_FALSE(error.problem().empty());
      ++refused;
    }
  }
  std::printf("%d shown, %d refused\n", shown, refused);
  EXPECT_GT(shown, 500);
  EXPECT_GT(refused, 500);
}

}  // namespace
}  // namespace mrm
