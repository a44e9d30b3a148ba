// Files in every encoding, and files in every state: read as far as they go, or refused with a
// reason.
#include "core/dicom/dicom_file.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "core/base/error.h"
#include "tests/dicom/dicom_bytes.h"
#include "tests/temporary_folder.h"

namespace mrm::testing {
namespace {

using dicom::DicomFile;
using dicom::Extent;

std::string deflated(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string packed(bytes.size() + 1024, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string problemOf(const std::string& bytes) {
  try {
    parseDicom(bytes);
  } catch (const Error& error) {
    return error.problem();
  }
  return "";
}

DicomBytes smallDataSet(bool isImplicit, bool isBigEndian) {
  DicomBytes bytes(isImplicit, isBigEndian);
  bytes.text(dicom::kModality, "DX").text(dicom::kPatientId, "p1");
  return bytes.image(3, 5, 16, 12);
}

void expectSmallDataSet(const DicomFile& file) {
  EXPECT_EQ(file.damage(), "");
  EXPECT_EQ(file.dataSet().text(dicom::kModality), "DX");
  EXPECT_EQ(file.dataSet().text(dicom::kPatientId), "p1");
  EXPECT_EQ(file.dataSet().integer(dicom::kRows), 3);
  EXPECT_EQ(file.dataSet().integer(dicom::kColumns), 5);
}

TEST(DicomFile, EveryEncodingGivesTheSameValues) {
  expectSmallDataSet(parseDicom(withMeta(smallDataSet(true, false).bytes(), kImplicitLittle)));
  expectSmallDataSet(parseDicom(withMeta(smallDataSet(false, false).bytes(), kExplicitLittle)));
  expectSmallDataSet(parseDicom(withMeta(smallDataSet(false, true).bytes(), kExplicitBig)));
  expectSmallDataSet(parseDicom(withMeta(deflated(smallDataSet(false, false).bytes()), kDeflated)));
}

TEST(DicomFile, WithoutMetaHeaderTheEncodingIsFoundOut) {
  expectSmallDataSet(parseDicom(smallDataSet(true, false).bytes()));
  expectSmallDataSet(parseDicom(smallDataSet(false, false).bytes()));
  expectSmallDataSet(parseDicom(smallDataSet(false, true).bytes()));
  expectSmallDataSet(
      parseDicom(std::string(128, '\0') + "DICM" + smallDataSet(true, false).bytes()));
  EXPECT_EQ(parseDicom(smallDataSet(true, false).bytes()).transferSyntax().uid, "");
}

TEST(DicomFile, AMetaHeaderThatNamesTheWrongEncodingIsNotBelieved) {
  expectSmallDataSet(parseDicom(withMeta(smallDataSet(true, false).bytes(), kExplicitLittle)));
  expectSmallDataSet(parseDicom(withMeta(smallDataSet(false, false).bytes(), kImplicitLittle)));
  expectSmallDataSet(parseDicom(withMeta(smallDataSet(false, true).bytes(), kExplicitLittle)));
}

TEST(DicomFile, WhatIsNoDicomFileIsRefused) {
  EXPECT_EQ(problemOf(""), "is empty");
  EXPECT_EQ(problemOf("PNG and other text that is long enough to be something"),
            "is no DICOM file");
  EXPECT_EQ(problemOf(std::string(200, '\0')), "is no DICOM file");
  EXPECT_EQ(problemOf(std::string(128, '\0') + "DICM"), "is no DICOM file");
}

TEST(DicomFile, APathWithAnyCharactersCanBeOpened) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "Röntgen 胸部 'x'.dcm";
  writeFile(path, withMeta(smallDataSet(false, false).bytes(), kExplicitLittle));
  expectSmallDataSet(DicomFile::open(path));
  EXPECT_THROW(DicomFile::open(folder.path() / "absent.dcm"), Error);
  EXPECT_THROW(DicomFile::open(folder.path()), Error);
}

TEST(DicomFile, AFileThatIsCutOffIsReadUpToThere) {
  DicomBytes bytes = smallDataSet(false, false);
  bytes.add(dicom::kPixels.number, "OW", std::string(20, 'x'), 30);
  const DicomFile file = parseDicom(withMeta(bytes.bytes(), kExplicitLittle));
  EXPECT_EQ(file.damage(), "is cut off: (7FE0,0010) claims 30 bytes, of which the file has 20");
  EXPECT_EQ(file.dataSet().integer(dicom::kRows), 3);
  EXPECT_EQ(file.dataSet().bytes(dicom::kPixels).size(), 20u);
}

TEST(DicomFile, CutAnywhereItNeverReadsBeyond) {
  DicomBytes item;
  item.text(dicom::kCodeMeaning, "postero-anterior");
  DicomBytes sequence;
  sequence.add(dicom::kItem, "", item.bytes());
  DicomBytes bytes = smallDataSet(false, false);
  bytes.add(dicom::kViewCode.number, "SQ", sequence.bytes());
  bytes.raw(encapsulated({"abcd", "efgh"}));
  const std::string whole = withMeta(bytes.bytes(), kJpegBaseline);
  EXPECT_EQ(parseDicom(whole).damage(), "");
  for (std::size_t size = 140; size < whole.size(); ++size) {
    try {
      const DicomFile file = parseDicom(whole.substr(0, size));
      for (const dicom::Element& element : file.dataSet().all()) {
        EXPECT_LE(element.value.size(), size);
        EXPECT_LE(element.next, file.dataSet().all().size());
      }
    } catch (const Error&) {
    }
  }
}

TEST(DicomFile, CompressedPixelsOfAnIconAreNotThoseOfTheImage) {
  DicomBytes icon;
  icon.add(dicom::kItem, "", {}, kUndefinedLength).image(1, 1, 8, 8).raw(encapsulated({"icon"}));
  icon.add(dicom::kItemEnd, "", {}).add(dicom::kSequenceEnd, "", {});
  DicomBytes bytes;
  bytes.text(dicom::kModality, "DX");
  bytes.add(0x00880200, "SQ", icon.bytes(), kUndefinedLength).image(3, 5, 8, 8);
  bytes.add(dicom::kPixels.number, "OB", std::string(15, 'x') + '\0');
  for (const Extent extent : {Extent::Whole, Extent::Header}) {
    const DicomFile file = parseDicom(withMeta(bytes.bytes(), kExplicitLittle), extent);
    EXPECT_EQ(file.damage(), "");
    EXPECT_EQ(file.dataSet().integer(dicom::kRows), 3);
    EXPECT_EQ(file.dataSet().bytes(dicom::kPixels).size(), 16u);
  }
}

TEST(DicomFile, AnAbsurdLengthTakesNoMemory) {
  DicomBytes bytes = smallDataSet(false, false);
  bytes.add(0x00091001, "UN", "short", 0xFFFFFFF0);
  const DicomFile file = parseDicom(withMeta(bytes.bytes(), kExplicitLittle));
  EXPECT_NE(file.damage(), "");
  EXPECT_EQ(file.dataSet().find(0x00091001)->value.size(), 5u);
}

// Each level takes 20 bytes; DCMTK's reader would need as many stack frames.
TEST(DicomFile, SequencesInSequencesEndAtALimit) {
  const auto nested = [](int levels) {
    DicomBytes bytes = smallDataSet(false, false);
    for (int i = 0; i < levels; ++i)
      bytes.add(0x00081140, "SQ", {}, kUndefinedLength).add(dicom::kItem, "", {}, kUndefinedLength);
    return withMeta(bytes.bytes(), kExplicitLittle);
  };
  EXPECT_EQ(parseDicom(nested(dicom::kMaxDepth - 1)).damage(), "is cut off inside of a sequence");
  EXPECT_EQ(parseDicom(nested(200000)).damage(), "has sequences in sequences, more than 64 deep");
  EXPECT_EQ(parseDicom(nested(200000)).dataSet().integer(dicom::kRows), 3);
}

TEST(DicomFile, ElementsEndAtALimit) {
  DicomBytes bytes(true);
  bytes.text(dicom::kModality, "DX");
  std::string many = bytes.bytes();
  const std::string one = DicomBytes(true).add(0x00091001, "UN", {}).bytes();
  for (std::size_t i = 0; i < dicom::kMaxElements + 10; ++i) many += one;
  const DicomFile file = parseDicom(many);
  EXPECT_EQ(file.damage(), "has more than 2097152 elements");
  EXPECT_LE(file.dataSet().all().size(), dicom::kMaxElements + 1);
}

TEST(DicomFile, ADeflatedBombEndsAtALimit) {
  // 64 MiB of zeros: what is behind the header's limit is not unpacked to read a header.
  DicomBytes bytes = smallDataSet(false, false);
  bytes.add(0x00091001, "OB", std::string(64 << 20, '\0'));
  const DicomFile file = parseDicom(withMeta(deflated(bytes.bytes()), kDeflated), Extent::Header);
  EXPECT_EQ(file.dataSet().integer(dicom::kRows), 3);
  EXPECT_LE(file.dataSet().find(0x00091001)->value.size(), std::size_t{1} << 24);
}

TEST(DicomFile, ADeflatedFileThatIsCutOffSaysSo) {
  std::string packed = deflated(smallDataSet(false, false).bytes());
  packed.resize(packed.size() / 2);
  EXPECT_EQ(parseDicom(withMeta(packed, kDeflated)).damage(),
            "is cut off or damaged: its deflated data set does not end");
}

}  // namespace
}  // namespace mrm::testing
