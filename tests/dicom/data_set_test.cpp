// Values, sequences and their lengths in all the ways in which they are written.
#include "core/dicom/data_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/dicom/dicom_bytes.h"

namespace mrm::testing {
namespace {

using ::testing::ElementsAre;

TEST(DataSet, NumbersComeFromBinaryAndText) {
  DicomBytes bytes;
  bytes.text(dicom::kModality, "DX");
  bytes.number(dicom::kRows, 65535);
  bytes.add(dicom::kPixelPadding.number, "SS", bytes.words({static_cast<std::uint16_t>(-2000)}));
  bytes.text(dicom::kWindowCenter, " 40\\+1.5e2 ").text(dicom::kFrames, "12 ");
  bytes.text(dicom::kWindowWidth, "x");
  const auto file = parseDicom(bytes.bytes());
  const auto& d = file.dataSet();
  EXPECT_EQ(d.integer(dicom::kRows), 65535);
  EXPECT_EQ(d.integer(dicom::kPixelPadding), -2000);
  EXPECT_EQ(d.integer(dicom::kFrames), 12);
  EXPECT_THAT(d.numbers(dicom::kWindowCenter), ElementsAre(40, 150));
  EXPECT_EQ(d.number(dicom::kWindowCenter, 1), 150);
  EXPECT_FALSE(d.number(dicom::kWindowCenter, 2));
  EXPECT_FALSE(d.integer(dicom::kWindowWidth));
  EXPECT_FALSE(d.integer(dicom::kColumns));
}

TEST(DataSet, OfImplicitElementsTheCallersRepresentationHolds) {
  DicomBytes bytes(true);
  bytes.text(dicom::kModality, "DX");
  bytes.add(dicom::kPixelPadding.number, "US", bytes.words({65535}));
  const auto file = parseDicom(bytes.bytes());
  EXPECT_EQ(file.dataSet().integer(dicom::kPixelPadding), 65535);
  EXPECT_EQ(file.dataSet().integer(dicom::kPixelPadding.as("SS")), -1);
}

TEST(DataSet, TextIsCutAtBackslashesAndLosesItsPadding) {
  DicomBytes bytes;
  bytes.text(dicom::kImageType, "ORIGINAL \\PRIMARY\\\\AXIAL ");
  bytes.text(dicom::kSopInstance, "1.2.3");
  const auto file = parseDicom(bytes.bytes());
  const auto& d = file.dataSet();
  EXPECT_THAT(d.texts(dicom::kImageType), ElementsAre("ORIGINAL", "PRIMARY", "", "AXIAL"));
  EXPECT_EQ(d.text(dicom::kImageType, 1), "PRIMARY");
  EXPECT_EQ(d.text(dicom::kImageType, 9), "");
  EXPECT_EQ(d.text(dicom::kSopInstance), "1.2.3");
  EXPECT_TRUE(d.texts(dicom::kModality).empty());
}

std::string meaning(const DicomBytes& bytes) {
  const auto file = parseDicom(bytes.bytes());
  EXPECT_EQ(file.damage(), "");
  EXPECT_EQ(file.dataSet().integer(dicom::kRows), 7) << "what comes after the sequence";
  const auto items = file.dataSet().items(dicom::kViewCode);
  return items.size() == 1 ? items[0].text(dicom::kCodeMeaning)
                           : std::to_string(items.size()) + " items";
}

// Tags in falling order, so that `kRows` comes after the sequence.
DicomBytes start(bool isImplicit) {
  DicomBytes bytes(isImplicit);
  return bytes.text(dicom::kModality, "DX");
}

TEST(DataSet, SequencesOfGivenAndOfUndefinedLength) {
  for (const bool isImplicit : {false, true}) {
    const std::string code = DicomBytes(isImplicit).text(dicom::kCodeMeaning, "lateral").bytes();
    for (const bool isItemOpen : {false, true}) {
      DicomBytes items(isImplicit);
      items.add(dicom::kItem, "", code,
                isItemOpen ? kUndefinedLength : static_cast<std::uint32_t>(code.size()));
      if (isItemOpen) items.add(dicom::kItemEnd, "", {});
      DicomBytes given = start(isImplicit);
      given.add(dicom::kViewCode.number, "SQ", items.bytes()).number(dicom::kRows, 7);
      EXPECT_EQ(meaning(given), "lateral") << isImplicit << isItemOpen;
      DicomBytes open = start(isImplicit);
      open.add(dicom::kViewCode.number, "SQ", items.bytes(), kUndefinedLength);
      open.add(dicom::kSequenceEnd, "", {}).number(dicom::kRows, 7);
      EXPECT_EQ(meaning(open), "lateral") << isImplicit << isItemOpen;
    }
  }
}

TEST(DataSet, AnUnknownElementOfUndefinedLengthIsAnImplicitSequence) {
  const std::string code = DicomBytes(true).text(dicom::kCodeMeaning, "lateral").bytes();
  DicomBytes bytes = start(false);
  bytes.add(dicom::kViewCode.number, "UN", {}, kUndefinedLength);
  bytes.add(dicom::kItem, "", code).add(dicom::kSequenceEnd, "", {}).number(dicom::kRows, 7);
  EXPECT_EQ(meaning(bytes), "lateral");
}

TEST(DataSet, AnUnknownElementThatHoldsItemsIsASequenceInEitherEncoding) {
  for (const bool isImplicit : {false, true}) {
    DicomBytes items;
    items.add(dicom::kItem, "",
              DicomBytes(isImplicit).text(dicom::kCodeMeaning, "lateral").bytes());
    DicomBytes bytes = start(false);
    bytes.add(dicom::kViewCode.number, "UN", items.bytes()).number(dicom::kRows, 7);
    EXPECT_EQ(meaning(bytes), "lateral") << isImplicit;
  }
}

TEST(DataSet, MissingAndStrayDelimitersAreForgiven) {
  const std::string code = DicomBytes().text(dicom::kCodeMeaning, "lateral").bytes();
  DicomBytes missing = start(false);
  missing.add(dicom::kViewCode.number, "SQ", {}, kUndefinedLength);
  missing.add(dicom::kItem, "", code, kUndefinedLength);
  missing.add(dicom::kSequenceEnd, "", {}).number(dicom::kRows, 7);
  EXPECT_EQ(meaning(missing), "lateral");
  DicomBytes stray = start(false);
  stray.add(dicom::kViewCode.number, "SQ", DicomBytes().add(dicom::kItem, "", code).bytes());
  stray.add(dicom::kSequenceEnd, "", {}).add(dicom::kItemEnd, "", {}).number(dicom::kRows, 7);
  EXPECT_EQ(meaning(stray), "lateral");
}

TEST(DataSet, AnEmptySequenceHasNoItems) {
  DicomBytes bytes = start(false);
  bytes.add(dicom::kViewCode.number, "SQ", {}).number(dicom::kRows, 7);
  EXPECT_EQ(meaning(bytes), "0 items");
}

TEST(DataSet, AnImplicitElementAmongExplicitOnesIsRead) {
  DicomBytes bytes = start(false);
  bytes.raw(DicomBytes(true).text(dicom::kPatientId, "p1").bytes()).number(dicom::kRows, 7);
  const auto file = parseDicom(bytes.bytes());
  EXPECT_EQ(file.dataSet().text(dicom::kPatientId), "p1");
  EXPECT_EQ(file.dataSet().integer(dicom::kRows), 7);
}

TEST(DataSet, AnItemsCharacterSetIsItsOwnOrThatAroundIt) {
  DicomBytes inner;
  inner.text(dicom::kSpecificCharacterSet, "ISO_IR 192").text(dicom::kCodeMeaning, "\xC3\xA9");
  DicomBytes other;
  other.text(dicom::kCodeMeaning, "\xE9");
  DicomBytes bytes;
  bytes.text(dicom::kSpecificCharacterSet, "ISO_IR 100").text(dicom::kModality, "DX");
  bytes.add(dicom::kViewCode.number, "SQ",
            DicomBytes()
                .add(dicom::kItem, "", inner.bytes())
                .add(dicom::kItem, "", other.bytes())
                .bytes());
  const auto file = parseDicom(bytes.bytes());
  const auto items = file.dataSet().items(dicom::kViewCode);
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].text(dicom::kCodeMeaning), "é");
  EXPECT_EQ(items[1].text(dicom::kCodeMeaning), "é");
}

TEST(DataSet, WordsAreInNativeOrder) {
  DicomBytes bytes(false, true);
  bytes.text(dicom::kModality, "DX");
  bytes.add(dicom::kTableData.number, "OW", bytes.words({1, 256, 4095}));
  EXPECT_THAT(parseDicom(bytes.bytes()).dataSet().words(dicom::kTableData),
              ElementsAre(1, 256, 4095));
}

}  // namespace
}  // namespace mrm::testing
