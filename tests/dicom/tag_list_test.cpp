#include "core/dicom/tag_list.h"

#include <gtest/gtest.h>

#include "core/base/utf8.h"
#include "tests/dicom/dicom_bytes.h"

namespace mrm::testing {
namespace {

using dicom::TagRow;

std::vector<TagRow> rows(const DicomBytes& bytes, std::size_t limit = 256) {
  return dicom::tagList(parseDicom(withMeta(bytes.bytes(), kExplicitLittle)), limit);
}

const TagRow& row(const std::vector<TagRow>& all, std::uint32_t tag) {
  for (const TagRow& one : all)
    if (one.tag == tag) return one;
  throw std::runtime_error("no such row");
}

TEST(TagList, NamesEveryElementAndGivesItsValue) {
  DicomBytes bytes;
  bytes.text(dicom::kPatientId, "p1").image(3, 4, 16, 12);
  bytes.add(dicom::kPixels.number, "OW", std::string(24, 'x'));
  const auto all = rows(bytes);
  EXPECT_EQ(all.front().number(), "(0002,0000)");
  const TagRow& patient = row(all, dicom::kPatientId.number);
  EXPECT_EQ(patient.number(), "(0010,0020)");
  EXPECT_EQ(patient.vr, "LO");
  EXPECT_EQ(patient.keyword, "PatientID");
  EXPECT_EQ(patient.name, "Patient ID");
  EXPECT_EQ(patient.value, "p1");
  EXPECT_EQ(row(all, dicom::kRows.number).value, "3");
  EXPECT_EQ(row(all, dicom::kPixels.number).value, "24 bytes");
}

TEST(TagList, SequencesAreIndented) {
  DicomBytes item;
  item.text(dicom::kCodeMeaning, "lateral");
  DicomBytes bytes;
  bytes.text(dicom::kModality, "DX");
  bytes.add(dicom::kViewCode.number, "SQ",
            DicomBytes().add(dicom::kItem, "", item.bytes()).bytes());
  bytes.number(dicom::kRows, 3);
  const auto all = rows(bytes);
  EXPECT_EQ(row(all, dicom::kViewCode.number).value, "1 item");
  EXPECT_EQ(row(all, dicom::kViewCode.number).level, 0);
  EXPECT_EQ(row(all, dicom::kItem).level, 1);
  EXPECT_EQ(row(all, dicom::kCodeMeaning.number).level, 2);
  EXPECT_EQ(row(all, dicom::kRows.number).level, 0);
}

TEST(TagList, OfImplicitElementsTheDictionaryKnowsTheKind) {
  DicomBytes bytes(true);
  bytes.text(dicom::kModality, "DX").number(dicom::kRows, 3);
  const auto all = dicom::tagList(parseDicom(bytes.bytes()));
  EXPECT_EQ(row(all, dicom::kRows.number).vr, "US");
  EXPECT_EQ(row(all, dicom::kRows.number).value, "3");
}

TEST(TagList, ValuesAreBoundedAndOnOneLine) {
  DicomBytes bytes;
  std::string text(5000, 'a');
  text[3] = '\n';
  text += "\xE9";
  bytes.text(dicom::kSpecificCharacterSet, "ISO_IR 100").add(0x00104000, "LT", text + " ");
  const std::string value = row(rows(bytes, 100), 0x00104000).value;
  EXPECT_LE(value.size(), 110u);
  EXPECT_TRUE(isUtf8(value));
  EXPECT_TRUE(value.ends_with("…"));
  EXPECT_EQ(value.find('\n'), std::string::npos);
}

TEST(TagList, FragmentsAreCounted) {
  DicomBytes bytes;
  bytes.text(dicom::kModality, "DX").raw(encapsulated({"ab", "cdef"}));
  EXPECT_EQ(row(rows(bytes), dicom::kPixels.number).value, "2 fragments");
}

TEST(TagList, MoreRowsThanAnyoneReadsAreCounted) {
  DicomBytes start(true);
  start.text(dicom::kModality, "DX");
  std::string many = start.bytes();
  const std::string one = DicomBytes(true).add(0x00091001, "UN", {}).bytes();
  for (std::size_t i = 0; i < dicom::kMaxTagRows + 9; ++i) many += one;
  const auto all = dicom::tagList(parseDicom(many));
  EXPECT_EQ(all.size(), dicom::kMaxTagRows + 1);
  EXPECT_EQ(all.back().value, "10");
}

TEST(TagList, EveryWordThatIsLookedForMustBeThere) {
  const TagRow row{0x00100020, 0, "LO", "PatientID", "Patient ID", "Müller 17"};
  for (const char* words : {"", "patient", "PATIENT 17", "0010,0020", "patientid", "müller"})
    EXPECT_TRUE(dicom::matches(row, words)) << words;
  for (const char* words : {"study", "patient 18"})
    EXPECT_FALSE(dicom::matches(row, words)) << words;
}

}  // namespace
}  // namespace mrm::testing
