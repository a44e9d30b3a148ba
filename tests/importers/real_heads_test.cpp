// The first rows of the real label files, with images put where they belong; figures counted by
// other means (awk, Python) are written here.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/files.h"
#include "core/importers/import_reasons.h"
#include "tests/importers/plan_checks.h"
#include "tests/python.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using testing::finding;
using testing::labelsOf;
using testing::recordOf;
using ::testing::SizeIs;

namespace fs = std::filesystem;

std::int64_t count(const ImportPlan& plan, const std::string& name, LabelValue value) {
  std::int64_t n = 0;
  for (const CatalogRecord& record : plan.batch.records)
    for (const Label& label : record.labels) n += label.name == name && label.value == value;
  return n;
}

// A folder with one of the files under its published name.
class RealHeads : public ::testing::Test {
 protected:
  fs::path take(const fs::path& file, const std::string& name) {
    fs::copy_file(file, folder_.path() / name);
    return folder_.path() / name;
  }
  testing::TemporaryFolder folder_;
};

TEST_F(RealHeads, Chexpert) {
  MRM_SHARED_OR_SKIP(file, "data/label-files/chexpert_train.head.csv");
  take(file, "train.csv");
  EXPECT_EQ(importerFor(folder_.path())->id(), "chexpert");
  const ImportPlan plan = testing::planWith("chexpert", {{"folder", folder_.path().string()}});
  EXPECT_THAT(plan.batch.records, SizeIs(400));
  EXPECT_EQ(finding(plan, "quarantined").count, 400) << "no images are here";
  EXPECT_EQ(count(plan, "Pleural Effusion", LabelValue::Positive), 148);
  EXPECT_EQ(count(plan, "Pleural Effusion", LabelValue::Negative), 93);
  EXPECT_EQ(count(plan, "Pleural Effusion", LabelValue::Uncertain), 19);
  EXPECT_EQ(count(plan, "Pleural Effusion", LabelValue::Blank), 140);
  EXPECT_EQ(finding(plan, "counts", "Patients").count, 114);
}

TEST_F(RealHeads, Nih) {
  MRM_SHARED_OR_SKIP(file, "data/label-files/nih_Data_Entry_2017_v2020.head.csv");
  take(file, "Data_Entry_2017_v2020.csv");
  EXPECT_EQ(importerFor(folder_.path())->id(), "nih-chestxray14");
  testing::putFile(folder_.path() / "images_001/images/00000001_001.png");
  const ImportPlan plan =
      testing::planWith("nih-chestxray14", {{"folder", folder_.path().string()}});
  EXPECT_THAT(plan.batch.records, SizeIs(400));
  EXPECT_EQ(testing::usable(plan), 1);
  EXPECT_EQ(count(plan, "Cardiomegaly", LabelValue::Positive), 47);
  EXPECT_EQ(count(plan, "Infiltration", LabelValue::Positive), 90);
  EXPECT_EQ(count(plan, "Infiltration", LabelValue::Negative), 400 - 90);
  EXPECT_EQ(finding(plan, "bad-label").count, 0);
  EXPECT_EQ(finding(plan, "counts", "Patients").count, 99);
  EXPECT_EQ(recordOf(plan, "00000001_001.png").view, "PA");
}

TEST_F(RealHeads, Rsna) {
  MRM_SHARED_OR_SKIP(file, "data/label-files/rsna_stage_2_train_labels.head.csv");
  take(file, "stage_2_train_labels.csv");
  EXPECT_EQ(importerFor(folder_.path())->id(), "rsna-pneumonia");
  const ImportPlan plan =
      testing::planWith("rsna-pneumonia", {{"folder", folder_.path().string()}});
  EXPECT_THAT(plan.batch.records, SizeIs(322));
  EXPECT_EQ(count(plan, "Pneumonia", LabelValue::Positive), 116);
  std::int64_t boxes = 0;
  for (const CatalogRecord& record : plan.batch.records)
    boxes += static_cast<std::int64_t>(record.masks.size());
  EXPECT_EQ(boxes, 194);
  EXPECT_EQ(finding(plan, "conflict").count, 0);
}

TEST_F(RealHeads, Siim) {
  MRM_SHARED_OR_SKIP(file, "data/label-files/siim_train-rle.head.csv");
  take(file, "train-rle.csv");
  EXPECT_EQ(importerFor(folder_.path())->id(), "siim-acr");
  const ImportPlan plan = testing::planWith("siim-acr", {{"folder", folder_.path().string()}});
  EXPECT_THAT(plan.batch.records, SizeIs(60));
  EXPECT_EQ(count(plan, "Pneumothorax", LabelValue::Positive), 17);
  EXPECT_EQ(finding(plan, "bad-mask").count, 0);
  EXPECT_EQ(finding(plan, "conflict").count, 0);
}

TEST_F(RealHeads, PublishedSplitLists) {
  MRM_SHARED_OR_SKIP(lists, "data/label-files");
  const fs::path viral =
      take(lists / "seed_split_viral1_isviral_test.txt", "viral1_isviral_test.txt");
  EXPECT_EQ(importerFor(viral)->id(), "seed-lists");
  ImportPlan plan = testing::planWith("seed-lists", findImporter("seed-lists")->settingsFor(viral));
  EXPECT_THAT(finding(plan, "bad-label").examples,
              ElementsAre("viral1_isviral_test.txt:1: 'Viral pneumonia' is '11'"));
  EXPECT_EQ(plan.batch.records.at(0).split, Split::Test);

  const fs::path nih = take(lists / "seed_split_NIH_ChestX-ray.train_1.head.txt", "train_1.txt");
  plan = testing::planWith("seed-lists", findImporter("seed-lists")->settingsFor(nih));
  EXPECT_THAT(plan.batch.records, SizeIs(60));
  EXPECT_EQ(labelsOf(recordOf(plan, "00003547_001.png")),
            "Atelectasis- Cardiomegaly- Effusion- Infiltration- Mass- Nodule+ Pneumonia- "
            "Pneumothorax- Consolidation- Edema- Emphysema- Fibrosis- Pleural_Thickening- Hernia-");
  EXPECT_EQ(recordOf(plan, "00003547_001.png").patient, "00003547");

  const fs::path chexpert = take(lists / "seed_split_CheXpert.train_1.head.txt", "chexpert_1.txt");
  plan = testing::planWith("seed-lists", findImporter("seed-lists")->settingsFor(chexpert));
  const CatalogRecord& record =
      recordOf(plan, "CheXpert-v1.0-small/train/patient09193/study2/view1_frontal.jpg");
  EXPECT_EQ(record.patient, "patient09193");
  EXPECT_EQ(record.study, "patient09193/study2");
  EXPECT_THAT(record.labels, SizeIs(5));

  const fs::path siim = take(lists / "seed_split_SIIM.train_10.head.txt", "siim_10.txt");
  plan = testing::planWith("seed-lists", {{"training", siim.string()}});
  EXPECT_THAT(plan.batch.records, SizeIs(30));
  EXPECT_TRUE(plan.batch.records.at(0).labels.empty());
  const fs::path rsna = take(lists / "seed_split_RSNA_Pneumonia.train_1.head.txt", "rsna_1.txt");
  plan = testing::planWith("seed-lists", findImporter("seed-lists")->settingsFor(rsna));
  EXPECT_EQ(count(plan, "Pneumonia", LabelValue::Positive), 24);
  const fs::path covid =
      take(lists / "seed_split_covid1_iscovid_test.txt", "covid1_iscovid_test.txt");
  plan = testing::planWith("seed-lists", findImporter("seed-lists")->settingsFor(covid));
  EXPECT_EQ(count(plan, "COVID-19", LabelValue::Positive), 55);
  EXPECT_EQ(finding(plan, "bad-label").count, 0);
}

// All 3,955 reports; no images are here, so that each image that they name is missing.
TEST(RealReports, OpenI) {
  MRM_SHARED_OR_SKIP(archive, "data/openi-reports/NLMCXR_reports.tgz");
  const testing::TemporaryFolder folder;
  ASSERT_EQ(
      testing::runCommand("tar xzf '" + archive.string() + "' -C '" + folder.path().string() + "'")
          .code,
      0);
  EXPECT_EQ(importerFor(folder.path())->id(), "open-i");
  const ImportPlan plan =
      testing::planWith("open-i", findImporter("open-i")->settingsFor(folder.path()));
  EXPECT_THAT(plan.batch.records, SizeIs(7470));
  EXPECT_EQ(finding(plan, "report-without-image").count, 104);
  EXPECT_EQ(finding(plan, "row-without-image").count, 7470);
  EXPECT_EQ(finding(plan, "bad-row").count, 0);
}

TEST(RealRecords, CovidWithItsOwnImporter) {
  MRM_SHARED_OR_SKIP(table, "data/covid-cxr/records.csv");
  EXPECT_EQ(importerFor(table)->id(), "covid-cxr");
  const ImportPlan plan = testing::planWith("covid-cxr", {{"table", table.string()}});
  EXPECT_THAT(plan.batch.records, SizeIs(382));
  EXPECT_EQ(testing::usable(plan), 382);
  EXPECT_EQ(count(plan, "COVID-19", LabelValue::Positive), 198);
  EXPECT_EQ(count(plan, "ARDS", LabelValue::Positive), 13);
  EXPECT_EQ(count(plan, "COVID-19", LabelValue::Negative), 382 - 78 - 198)
      << "78 are still to be read";
  EXPECT_EQ(finding(plan, "counts", "Patients").count, 196);
}

}  // namespace
}  // namespace mrm
