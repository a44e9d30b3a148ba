// The header index: its fields, its fallbacks, and pydicom's opinion of the same files.
#include "core/dicom/dicom_header.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "tests/dicom/dicom_bytes.h"
#include "tests/python.h"
#include "tests/shared_data.h"
#include "tests/temporary_folder.h"

namespace mrm::testing {
namespace {

using dicom::DicomHeader;
using dicom::Extent;
using dicom::View;

DicomHeader header(const DicomBytes& bytes) {
  return dicom::headerOf(parseDicom(withMeta(bytes.bytes(), kExplicitLittle), Extent::Header));
}

TEST(DicomHeader, ReadsUpToThePixelsOnly) {
  DicomBytes bytes;
  bytes.text(dicom::kModality, "CR").text(dicom::kViewPosition, "PA").image(3, 4, 16, 12);
  bytes.add(dicom::kPixels.number, "OW", "not all of them", 1000000);
  const DicomHeader h = header(bytes);
  EXPECT_EQ(h.modality, "CR");
  EXPECT_EQ(h.rows, 3);
  EXPECT_EQ(h.columns, 4);
  EXPECT_EQ(h.bitsStored, 12);
  EXPECT_TRUE(h.hasPixels);
  EXPECT_EQ(h.transferSyntax, kExplicitLittle);
}

TEST(DicomHeader, AFileThatEndsBeforeItsPixelsSaysWhy) {
  DicomBytes bytes;
  bytes.text(dicom::kModality, "CR").add(0x00091001, "UN", "short", 1000);
  const DicomHeader h = header(bytes);
  EXPECT_EQ(h.modality, "CR");
  EXPECT_FALSE(h.hasPixels);
  EXPECT_NE(h.damage, "");
}

TEST(DicomHeader, SpacingInThePatientComesBeforeThatAtTheDetector) {
  DicomBytes bytes;
  bytes.text(dicom::kModality, "DX").text(dicom::kImagerPixelSpacing, "0.15\\0.16");
  DicomHeader h = header(bytes);
  EXPECT_EQ(h.rowSpacing, 0.15);
  EXPECT_EQ(h.columnSpacing, 0.16);
  EXPECT_EQ(h.spacingSource, "ImagerPixelSpacing");
  bytes.text(dicom::kPixelSpacing, "0.1\\0.1");
  EXPECT_EQ(header(bytes).spacingSource, "PixelSpacing");
  DicomBytes enhanced;
  enhanced.text(dicom::kModality, "DX");
  DicomBytes measures;
  measures.add(dicom::kItem, "", DicomBytes().text(dicom::kPixelSpacing, "0.2\\0.3").bytes());
  DicomBytes group;
  group.add(dicom::kItem, "",
            DicomBytes().add(dicom::kPixelMeasures.number, "SQ", measures.bytes()).bytes());
  enhanced.add(dicom::kSharedFunctionalGroups.number, "SQ", group.bytes());
  EXPECT_EQ(header(enhanced).columnSpacing, 0.3);
}

TEST(DicomHeader, LateralityAndBodyPartHaveTwoPlaces) {
  DicomBytes region;
  region.add(dicom::kItem, "", DicomBytes().text(dicom::kCodeMeaning, "Chest").bytes());
  DicomBytes bytes;
  bytes.text(dicom::kModality, "DX").add(dicom::kAnatomicRegion.number, "SQ", region.bytes());
  bytes.text(dicom::kLaterality, "L");
  EXPECT_EQ(header(bytes).bodyPart, "Chest");
  EXPECT_EQ(header(bytes).laterality, "L");
}

View view(const std::string& position, const std::string& code, const std::string& series,
          const std::string& protocol) {
  DicomHeader h;
  h.viewPosition = position;
  h.viewCodeMeaning = code;
  h.seriesDescription = series;
  h.protocolName = protocol;
  return dicom::viewOf(h);
}

TEST(DicomHeader, TheViewIsTakenFromWhereItIsTold) {
  const auto expect = [](const View& found, const std::string& name, const std::string& source) {
    EXPECT_EQ(found.name, name);
    EXPECT_EQ(found.source, source);
  };
  expect(view("LL", "postero-anterior", "AP", ""), "LL", "ViewPosition");
  expect(view("", "postero-anterior", "AP", ""), "PA", "ViewCodeSequence");
  expect(view("", "antero-posterior", "", ""), "AP", "ViewCodeSequence");
  expect(view("", "left lateral", "", ""), "LL", "ViewCodeSequence");
  expect(view("", "", "CHEST LAT", ""), "LATERAL", "SeriesDescription");
  expect(view("", "", "Chest PA", "x"), "PA", "SeriesDescription");
  expect(view("", "", "", "Thorax_ap_liegend"), "AP", "ProtocolName");
  expect(view("", "", "CHEST PA/LAT", "Chest 2 views"), "", "");
  expect(view("", "", "CT PAT LATERALIS", ""), "", "");
}

// The same attributes of the same files, read by another library.
TEST(DicomHeader, AgreesWithPydicom) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom");
  MRM_PYTHON_OR_SKIP(python, "pydicom");
  const TemporaryFolder temporary;
  const std::string program = R"(
import json, os, sys, warnings, logging
import pydicom
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
folder = sys.argv[1] if len(sys.argv) > 1 else FOLDER
keys = ["SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "PatientID", "PatientSex",
        "PatientAge", "PatientBirthDate", "StudyDate", "Modality", "ViewPosition", "SeriesDescription",
        "Manufacturer", "BurnedInAnnotation", "Rows", "Columns"]
for name in sorted(os.listdir(folder)):
    try:
        ds = pydicom.dcmread(os.path.join(folder, name), stop_before_pixels=True)
    except Exception:
        continue
    found = {}
    for key in keys:
        try:
            value = ds.get(key)
        except Exception:
            continue
        found[key] = "" if value is None else str(value).strip(" \0")
    print(json.dumps({"file": name, "found": found}))
)";
  const std::string output =
      runPython(python, temporary.path(), "FOLDER = r'" + folder.string() + "'\n" + program);
  std::istringstream lines(output);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto entry = nlohmann::json::parse(line);
    const std::string name = entry["file"];
    SCOPED_TRACE(name);
    const DicomHeader h = dicom::readDicomHeader(folder / name);
    const auto expect = [&](const char* key, const std::string& value) {
      const auto& found = entry["found"];
      // Where the data set has no UID of the instance, ours is that of the meta header.
      const bool isAbsent = std::string(key).ends_with("UID") && found.value(key, "") == "";
      if (found.contains(key) && !isAbsent) {
        EXPECT_EQ(value, found[key].get<std::string>()) << key;
      }
    };
    expect("SOPClassUID", h.sopClass);
    expect("SOPInstanceUID", h.sopInstance);
    expect("StudyInstanceUID", h.studyInstance);
    expect("SeriesInstanceUID", h.seriesInstance);
    expect("PatientID", h.patientId);
    expect("PatientSex", h.sex);
    expect("PatientAge", h.age);
    expect("PatientBirthDate", h.birthDate);
    expect("StudyDate", h.studyDate);
    expect("Modality", h.modality);
    expect("ViewPosition", h.viewPosition);
    expect("SeriesDescription", h.seriesDescription);
    expect("Manufacturer", h.manufacturer);
    expect("BurnedInAnnotation", h.burnedInAnnotation);
    expect("Rows", h.rows ? std::to_string(h.rows) : "");
    expect("Columns", h.columns ? std::to_string(h.columns) : "");
    ++count;
  }
  EXPECT_GE(count, 150u);
}

}  // namespace
}  // namespace mrm::testing
