// The importer of a folder of images.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/importers/import_reasons.h"
#include "tests/importers/plan_checks.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using testing::finding;
using testing::putFile;
using testing::recordOf;
using ::testing::SizeIs;

class ImageFolderTest : public ::testing::Test {
 protected:
  ImportPlan plan(ImportSettings more = {}) {
    more["folder"] = folder_.path().string();
    return testing::planWith("image-folder", more);
  }
  testing::TemporaryFolder folder_;
};

TEST_F(ImageFolderTest, PatientsFromFoldersReportsAndMasksFromBesideThem) {
  putFile(folder_.path() / "Müller/1.png");
  putFile(folder_.path() / "Müller/1.txt", "Clear.\n");
  putFile(folder_.path() / "p2/a/2.JPG");
  putFile(folder_.path() / "p2/a/2.txt", "  \n");
  putFile(folder_.path() / "p2/a/readme.txt", "no report");
  putFile(folder_.path() / "p2/a/3.tiff");
  putFile(folder_.path() / "p2/scan.dcm");
  putFile(folder_.path() / ".hidden/4.png");
  putFile(folder_.path() / "masks/1_mask.png");
  putFile(folder_.path() / "masks/9.png");
  const ImportPlan result = plan({{"mask-name", "lungs"}});
  ASSERT_THAT(result.batch.records, SizeIs(3));
  const CatalogRecord& first = recordOf(result, "Müller/1.png");
  EXPECT_EQ(first.patient, "Müller");
  EXPECT_EQ(first.report->text, "Clear.");
  EXPECT_EQ(first.report->key, "Müller/1.txt");
  ASSERT_THAT(first.masks, SizeIs(1));
  EXPECT_EQ(first.masks[0].file, "masks/1_mask.png");
  EXPECT_EQ(first.masks[0].name, "lungs");
  EXPECT_EQ(recordOf(result, "p2/a/2.JPG").patient, "p2");
  EXPECT_FALSE(recordOf(result, "p2/a/2.JPG").report);
  EXPECT_EQ(testing::usable(result), 3);
  EXPECT_EQ(finding(result, "image-without-report", "Reports are empty").count, 1);
  EXPECT_EQ(finding(result, "image-without-report", "Images have no").count, 1);
  EXPECT_THAT(finding(result, "mask-without-image").examples, ElementsAre("masks/9.png"));
  EXPECT_THAT(finding(result, "report-without-image").examples, ElementsAre("p2/a/readme.txt"));
  EXPECT_EQ(finding(result, "skipped").count, 1);
  EXPECT_TRUE(result.batch.isWhole);

  const ImportPlan strict = plan({{"empty-report", "quarantine"}});
  EXPECT_EQ(testing::usable(strict), 1);
  EXPECT_EQ(recordOf(strict, "p2/a/2.JPG").reason, reasons::kReportEmpty);
  EXPECT_EQ(recordOf(strict, "p2/a/3.tiff").reason, reasons::kReportMissing);
}

TEST_F(ImageFolderTest, PatternsNamePatientStudyViewAndSplit) {
  putFile(folder_.path() / "train/P1-S1_PA.png");
  putFile(folder_.path() / "test/P2-S7_lateral.png");
  putFile(folder_.path() / "test/odd.png");
  const ImportPlan result = plan({{"pattern", "{split}/{patient}-{study}_{view}"}});
  EXPECT_EQ(recordOf(result, "train/P1-S1_PA.png").split, Split::Training);
  EXPECT_EQ(recordOf(result, "test/P2-S7_lateral.png").patient, "P2");
  EXPECT_EQ(recordOf(result, "test/P2-S7_lateral.png").study, "S7");
  EXPECT_EQ(recordOf(result, "test/P2-S7_lateral.png").view, "LATERAL");
  EXPECT_EQ(recordOf(result, "test/odd.png").reason, reasons::kNoPatient);
  EXPECT_EQ(recordOf(plan(), "test/odd.png").split, Split::Test) << "guessed from the folders";
  EXPECT_THROW(plan({{"pattern", "{nobody}"}}), Error);
}

TEST_F(ImageFolderTest, ReportsFromATableMatchByPathOrName) {
  putFile(folder_.path() / "images/1.png");
  putFile(folder_.path() / "images/2.png");
  putFile(folder_.path() / "images/3.png");
  putFile(folder_.path() / "reports.csv",
          "filename,report\n1.png,One.\nimages/2,Two.\n1.png,Other.\n9.png,Nine.\nbroken\n");
  const ImportPlan result = plan({{"reports", (folder_.path() / "reports.csv").string()}});
  EXPECT_EQ(recordOf(result, "images/1.png").report->text, "One.");
  EXPECT_EQ(recordOf(result, "images/2.png").report->text, "Two.");
  EXPECT_FALSE(recordOf(result, "images/3.png").report);
  EXPECT_THAT(finding(result, "report-without-image").examples,
              ElementsAre("reports.csv:5: 9.png"));
  EXPECT_EQ(finding(result, "conflict").count, 1);
  EXPECT_THAT(finding(result, "bad-row").examples,
              ElementsAre("reports.csv:6: has 1 fields where the header has 2"));
}

TEST_F(ImageFolderTest, LinksThatLoopAreWalkedOnce) {
  putFile(folder_.path() / "a/1.png");
  std::filesystem::create_directory_symlink(folder_.path(), folder_.path() / "a/loop");
  std::filesystem::create_directory_symlink(folder_.path() / "a", folder_.path() / "b");
  std::filesystem::create_symlink(folder_.path() / "gone.png", folder_.path() / "a/dangling.png");
  testing::TemporaryFolder elsewhere;
  putFile(elsewhere.path() / "2.png");
  std::filesystem::create_directory_symlink(elsewhere.path(), folder_.path() / "linked");
  const ImportPlan result = plan();
  EXPECT_THAT(result.batch.records, SizeIs(2));
}

TEST_F(ImageFolderTest, IsOfferedForFoldersOfImages) {
  putFile(folder_.path() / "1.png");
  EXPECT_EQ(importerFor(folder_.path())->id(), "image-folder");
  putFile(folder_.path() / "t.csv", "image,report\n1.png,x\n");
  EXPECT_EQ(importerFor(folder_.path() / "t.csv")->id(), "csv");
  EXPECT_EQ(importerFor(folder_.path() / "nothing"), nullptr);
  EXPECT_THROW(testing::planWith("image-folder", {{"folder", (folder_.path() / "none").string()}}),
               Error);
}

}  // namespace
}  // namespace mrm
