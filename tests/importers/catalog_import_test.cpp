// Plans put into a catalogue: again, changed, and looked at again when files have come.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "core/catalog/catalog.h"
#include "core/image/decode.h"
#include "core/importers/import_reasons.h"
#include "core/importers/plan_report.h"
#include "core/importers/recheck.h"
#include "tests/importers/plan_checks.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using ::testing::HasSubstr;
using testing::putFile;

class CatalogImportTest : public ::testing::Test {
 protected:
  void SetUp() override {
    png_ = encodePng(GrayImage{4, 4, std::vector<std::uint8_t>(16, 9)});
    putFile(folder_.path() / "1.png", png_);
    putFile(folder_.path() / "2.png", png_);
  }
  ImportResult import(const std::string& table) {
    putFile(folder_.path() / "t.csv", table);
    return catalog_.import(testing::planWith("csv", {{"table", (folder_.path() / "t.csv").string()},
                                                     {"label-columns", "A"}})
                               .batch);
  }
  CatalogRecord record(const std::string& key) {
    CatalogRecord found;
    catalog_.forEach({}, [&](const CatalogRecord& r) {
      if (r.key == key) found = r;
    });
    return found;
  }
  testing::TemporaryFolder folder_, elsewhere_;
  Catalog catalog_ = Catalog::create(elsewhere_.path() / "catalog.db");
  std::string png_;
};

TEST_F(CatalogImportTest, ImportedAgainItUpdatesAndDoesNotDuplicate) {
  const std::string table =
      "image,report,patient,A\n1.png,One.,p1,1\n2.png,Two.,p2,0\n3.png,Three.,p3,\n";
  ImportResult result = import(table);
  EXPECT_EQ(result.added, 3);
  EXPECT_EQ(result.quarantined, 1);
  result = import(table);
  EXPECT_EQ(result.added, 0);
  EXPECT_EQ(result.updated, 0);
  EXPECT_EQ(result.unchanged, 3);
  result = import("image,report,patient,A\n1.png,One.,p1,-1\n2.png,Two.,p2,0\n3.png,Three.,p3,\n");
  EXPECT_EQ(result.updated, 1);
  EXPECT_EQ(catalog_.size(), 3);
  EXPECT_EQ(record("1.png").labels.at(0).value, LabelValue::Uncertain);
}

TEST_F(CatalogImportTest, WhatWasMissingIsUsableWhenItHasCome) {
  import(
      "image,report,patient,lung_mask,A\n1.png,One.,p1,m.png,1\n3.png,Three.,p3,,1\n"
      "2.png,Two.,p2,,11\n4.png,Four.,p4,,1\n");
  RecordQuery quarantined;
  quarantined.facets[Facet::Status] = {"quarantined"};
  const auto ids = catalog_.find(quarantined);
  ASSERT_EQ(ids.size(), 4U);
  RecheckResult result = recheck(catalog_, ids);
  EXPECT_EQ(result.restored.size(), 0U);
  EXPECT_EQ(result.remaining, 3);
  EXPECT_EQ(result.toImport, 1) << "the label is what the table says";

  putFile(folder_.path() / "m.png", png_);
  putFile(folder_.path() / "3.png", png_);
  putFile(folder_.path() / "4.png", "no image");
  result = recheck(catalog_, ids);
  EXPECT_EQ(result.restored.size(), 2U);
  EXPECT_EQ(result.remaining, 1);
  EXPECT_EQ(record("1.png").status, RecordStatus::Usable);
  EXPECT_EQ(record("3.png").status, RecordStatus::Usable);
  EXPECT_EQ(record("4.png").status, RecordStatus::Quarantined);
  EXPECT_NE(record("4.png").reason, reasons::kImageMissing) << "it is there, but no image";
  EXPECT_EQ(record("2.png").status, RecordStatus::Quarantined);

  const RecordId one = record("1.png").id;
  catalog_.exclude(std::span(&one, 1), "mine");
  EXPECT_EQ(recheck(catalog_, std::span(&one, 1)).restored.size(), 0U);
  EXPECT_EQ(record("1.png").status, RecordStatus::Excluded);
}

TEST_F(CatalogImportTest, PlansAreSaidForPeopleAndPrograms) {
  putFile(folder_.path() / "t.csv", "image,A\n1.png,1\n2.png,11\n");
  const ImportPlan plan = testing::planWith(
      "csv", {{"table", (folder_.path() / "t.csv").string()}, {"label-columns", "A"}});
  const std::string text = planAsText(plan);
  EXPECT_THAT(text, HasSubstr("        1  Records can be used"));
  EXPECT_THAT(text, HasSubstr("Set aside: A label cannot be read: 'A' is '11'."));
  EXPECT_THAT(text, HasSubstr("t.csv:3: 'A' is '11'"));
  const auto json = planAsJson(plan);
  EXPECT_EQ(json["records"], 2);
  EXPECT_EQ(json["usable"], 1);
  EXPECT_EQ(json["quarantined"], 1);
  EXPECT_EQ(json["settings"]["label-columns"], "A");
  EXPECT_EQ(json["preview"][1][0], "1.png");
}

TEST_F(CatalogImportTest, CovidRecordsComeOutOfTheCatalogueAsTheyWentIn) {
  MRM_SHARED_OR_SKIP(table, "data/covid-cxr/records.csv");
  const ImportPlan plan = testing::planWith("covid-cxr", {{"table", table.string()}});
  const ImportResult result = catalog_.import(plan.batch);
  EXPECT_EQ(result.added, 382);
  EXPECT_EQ(catalog_.import(plan.batch).unchanged, 382);
  std::int64_t reports = 0, masks = 0, files = 0;
  std::set<std::string> patients;
  catalog_.forEach({}, [&](const CatalogRecord& r) {
    reports += r.report && !r.report->text.empty();
    patients.insert(r.patient);
    files += std::filesystem::exists(catalog_.imagePath(r));
    for (const Mask& mask : r.masks) masks += std::filesystem::exists(catalog_.maskPath(r, mask));
  });
  EXPECT_EQ(reports, 381);
  EXPECT_EQ(masks, 232);
  EXPECT_EQ(files, 382);
  EXPECT_EQ(patients.size(), 196U);
}

}  // namespace
}  // namespace mrm
