// The importer of a folder of DICOM files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/importers/import_reasons.h"
#include "tests/importers/dicom_bytes.h"
#include "tests/importers/plan_checks.h"
#include "tests/python.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using testing::DicomBytes;
using ::testing::ElementsAre;
using testing::finding;
using testing::putFile;
using testing::radiograph;
using testing::recordOf;
using ::testing::SizeIs;

class DicomFolderTest : public ::testing::Test {
 protected:
  void put(const std::string& file, const std::string& bytes) {
    putFile(folder_.path() / file, bytes);
  }
  ImportPlan plan(ImportSettings more = {}) {
    more["folder"] = folder_.path().string();
    return testing::planWith("dicom-folder", more);
  }
  testing::TemporaryFolder folder_;
};

TEST_F(DicomFolderTest, TakesPatientsStudiesAndViewsFromTheHeaders) {
  DicomBytes image = radiograph("1.2.1", "P\xFCtz", "1.9.1");
  image.set(0x00080005, "CS", "ISO_IR 100").set(0x00080020, "DA", "20200131");
  image.set(0x00100040, "CS", "F").set(0x00101010, "AS", "058Y").set(0x00185101, "CS", "PA");
  image.set(0x00181164, "DS", "0.2\\0.1").set(0x0020000E, "UI", "1.8.1");
  put("Übung/no-ending", image.file());
  put("DICOMDIR", "whatever");
  put("Übung/b.dcm", radiograph("1.2.2", "P2", "1.9.2").pixels(3).file());
  put("notes.txt", "text");
  put("broken.dcm", "not a DICOM file at all, whatever it is called");
  std::filesystem::create_directory_symlink(folder_.path(), folder_.path() / "Übung/loop");
  EXPECT_EQ(importerFor(folder_.path())->id(), "dicom-folder");
  const ImportPlan result = plan();
  ASSERT_THAT(result.batch.records, SizeIs(2));
  const CatalogRecord& first = recordOf(result, "1.2.1");
  EXPECT_EQ(first.status, RecordStatus::Usable) << first.reason;
  EXPECT_EQ(first.image, "Übung/no-ending");
  EXPECT_EQ(first.patient, "Pütz");
  EXPECT_EQ(first.study, "1.9.1");
  EXPECT_EQ(first.series, "1.8.1");
  EXPECT_EQ(first.view, "PA");
  EXPECT_EQ(first.sex, "F");
  EXPECT_EQ(first.age, 58);
  EXPECT_EQ(first.date, "2020-01-31");
  EXPECT_EQ(first.width, 4);
  EXPECT_EQ(first.height, 2);
  EXPECT_EQ(first.spacing.row, 0.2);
  EXPECT_EQ(first.spacing.column, 0.1);
  EXPECT_EQ(finding(result, "multi-frame").count, 1);
  EXPECT_EQ(finding(result, "skipped", "Directories").count, 1);
  EXPECT_EQ(finding(result, "skipped", "Files that are no DICOM: .txt").count, 1);
  EXPECT_EQ(finding(result, "skipped", "Files that are no DICOM: .dcm").count, 1);
}

TEST_F(DicomFolderTest, WhatCannotBeUsedHasItsReason) {
  put("ct.dcm", radiograph("1.2.1", "P1", "1.9.1").set(0x00080060, "CS", "CT").file());
  DicomBytes empty;
  empty.set(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.1").set(0x00080018, "UI", "1.2.2");
  empty.set(0x00080060, "CS", "CR").number(0x00280010, 2).number(0x00280011, 4);
  put("empty.dcm", empty.file());
  const std::string whole = radiograph("1.2.3", "P1", "1.9.1").file();
  put("a.dcm", whole);
  put("copy.dcm", whole);
  DicomBytes state;
  state.set(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.11.1").set(0x00080018, "UI", "1.2.4");
  put("state.dcm", state.set(0x00080060, "CS", "PR").file());
  put("other.dcm", radiograph("1.2.5", "P1", "1.9.1").set(0x00100040, "CS", "M").file());
  put("other2.dcm", radiograph("1.2.6", "P1", "1.9.1").set(0x00100040, "CS", "F").file());
  const ImportPlan result = plan();
  EXPECT_EQ(recordOf(result, "1.2.1").reason, reasons::kNotARadiograph);
  EXPECT_EQ(recordOf(result, "1.2.2").reason, reasons::kNoPixels);
  EXPECT_EQ(recordOf(result, "1.2.3").status, RecordStatus::Usable);
  EXPECT_EQ(finding(result, "duplicate").count, 1);
  EXPECT_THAT(finding(result, "skipped").examples, ElementsAre("state.dcm"));
  EXPECT_THAT(finding(result, "conflict", "Patients have two").examples,
              ElementsAre("other.dcm and other2.dcm"));
}

TEST_F(DicomFolderTest, JoinsReportsByAccessionStudyOrStructuredReport) {
  put("a.dcm", radiograph("1.2.1", "P1", "1.9.1").set(0x00080050, "SH", "ACC1").file());
  put("b.dcm", radiograph("1.2.2", "P2", "1.9.2").file());
  put("c.dcm", radiograph("1.2.3", "P3", "1.9.3").file());
  put("d.dcm", radiograph("1.2.4", "P4", "1.9.4").file());
  put("reports.csv", "accession,report\nACC1,First.\n1.9.2,Second.\nACC9,Of nobody.\n");
  DicomBytes name, item, structured;
  name.set(0x00080104, "LO", "Findings");
  item.set(0x0040A043, "SQ", name.item()).set(0x0040A160, "UT", "Third.");
  structured.set(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.88.11");
  structured.set(0x00080018, "UI", "1.2.9").set(0x00080060, "CS", "SR");
  structured.set(0x0020000D, "UI", "1.9.3").set(0x0040A730, "SQ", item.item());
  put("sr.dcm", structured.file());
  const ImportPlan result = plan({{"reports", (folder_.path() / "reports.csv").string()}});
  EXPECT_EQ(recordOf(result, "1.2.1").report->text, "First.");
  EXPECT_EQ(recordOf(result, "1.2.2").report->text, "Second.");
  ASSERT_TRUE(recordOf(result, "1.2.3").report);
  EXPECT_EQ(recordOf(result, "1.2.3").report->text, "FINDINGS: Third.");
  EXPECT_FALSE(recordOf(result, "1.2.4").report);
  EXPECT_THAT(finding(result, "report-without-image").examples, ElementsAre("reports.csv:4"));
  EXPECT_EQ(finding(result, "image-without-report").count, 1);
  EXPECT_EQ(recordOf(plan({{"reports", (folder_.path() / "reports.csv").string()},
                           {"empty-report", "quarantine"}}),
                     "1.2.4")
                .reason,
            reasons::kReportMissing);
}

// The same files' identifiers by pydicom.
TEST(DicomFolderRealData, SaysWhatPydicomSays) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom");
  const ImportPlan plan = testing::planWith("dicom-folder", {{"folder", folder.string()}});
  // Many of these files are one image in several codings, and so of one instance.
  EXPECT_GT(static_cast<std::int64_t>(plan.batch.records.size()) +
                finding(plan, "duplicate").count + finding(plan, "conflict", "Images").count,
            100);
  MRM_PYTHON_OR_SKIP(python, "pydicom");
  const testing::TemporaryFolder scratch;
  std::string list;
  for (const CatalogRecord& record : plan.batch.records)
    if (record.status == RecordStatus::Usable) list += record.image.generic_string() + "\n";
  putFile(scratch.path() / "files.txt", list);
  const std::string theirs = testing::runPython(python, scratch.path(), R"(
import pydicom, warnings
warnings.simplefilter('ignore')
text = lambda v: '' if v is None else str(v)
for name in open('files.txt').read().splitlines():
    d = pydicom.dcmread(')" + folder.string() + R"(/' + name, stop_before_pixels=True, force=True)
    print('|'.join([name, text(d.get('SOPInstanceUID')), text(d.get('PatientID')),
                    text(d.get('StudyInstanceUID')), text(d.get('SeriesInstanceUID')),
                    text(d.get('Modality')), text(d.get('Rows')), text(d.get('Columns'))]))
)");
  std::string ours;
  for (const CatalogRecord& r : plan.batch.records)
    if (r.status == RecordStatus::Usable)
      ours += r.image.generic_string() + "|" + r.instance + "|" + r.patient + "|" + r.study + "|" +
              r.series + "|" + r.modality + "|" + (r.height ? std::to_string(r.height) : "") + "|" +
              (r.width ? std::to_string(r.width) : "") + "\n";
  EXPECT_EQ(ours, theirs);
}

}  // namespace
}  // namespace mrm
