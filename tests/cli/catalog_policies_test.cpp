// mrm catalog reports and labels as a program: counted, set, and what is trained on then.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/catalog/catalog_records.h"
#include "core/catalog/label_policy_setting.h"
#include "tests/cli/program.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using testing::runMrm;

Report report(const std::string& key, const std::string& text) {
  return {key, text};
}

class CatalogPolicies : public ::testing::Test {
 protected:
  void SetUp() override {
    ImportBatch batch;
    batch.source.name = batch.source.importer = "test";
    batch.source.root = folder_.path();
    const auto add = [&](const char* text, LabelValue edema, LabelValue effusion) {
      CatalogRecord record;
      record.key = record.image = record.patient = std::to_string(batch.records.size()) + ".png";
      record.report = report(record.key, text);
      record.labels = {{"chest", "Edema", edema}, {"chest", "Effusion", effusion}};
      batch.records.push_back(std::move(record));
    };
    using enum LabelValue;
    add("INDICATION: Cough.\nFINDINGS: Edema.\nIMPRESSION: Worse.", Positive, Uncertain);
    add("INDICATION: Pain.\nFINDINGS: Clear.", Positive, Positive);
    add("INDICATION: Fever.", Negative, Blank);
    Catalog::create(file_).import(batch);
  }
  json run(const std::string& command, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"catalog", command, folder_.path().string()});
    more.push_back("--json");
    const testing::Outcome outcome = runMrm(more);
    EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
    return json::parse(outcome.output, nullptr, false);
  }

  testing::TemporaryFolder folder_;
  std::filesystem::path file_ = folder_.path() / "catalog.db";
};

TEST_F(CatalogPolicies, ReportsAreCountedAndReadAsSet) {
  const json before = run("reports");
  EXPECT_EQ(before["reports"], 3);
  EXPECT_EQ(before["sections"]["findings"], 2);
  EXPECT_EQ(before["read"], 2);
  EXPECT_EQ(before["excluded"], json({{"no findings or impression", 1}}));
  EXPECT_EQ(run("reports", {"--sections", "indication"})["read"], 3);
  // It stays so, for the next count and for what is trained on.
  EXPECT_EQ(run("reports", {"--minimum-words", "1"})["read"], 3);
  const CatalogRecords records = readCatalogRecords(Catalog(file_));
  ASSERT_EQ(records.table.records.size() + records.table.rejected.size(), 3U);
  EXPECT_EQ(reportPolicyOf(Catalog(file_)).sections, SectionChoice{SectionKind::Indication});
}

TEST_F(CatalogPolicies, LabelsAreCountedAndTheTaskIsTrainedAsSet) {
  const json before = run("labels");
  EXPECT_EQ(before["task"], "chest");
  EXPECT_EQ(before["classes"][1]["left_out"], 1) << "the uncertain effusion";
  EXPECT_EQ(before["together"]["counts"], json({{2, 1}, {1, 1}}));
  const json after = run("labels", {"--task", "chest", "--uncertain", "one"});
  EXPECT_EQ(after["classes"][1]["target_one"], 2);
  EXPECT_EQ(run("labels")["uncertain"], "one");
  EXPECT_EQ(labelPolicy(Catalog(file_), "chest").uncertain, UncertainAs::One);
}

TEST_F(CatalogPolicies, WhatIsNotThereIsNamed) {
  const auto outcome = runMrm({"catalog", "labels", folder_.path().string(), "--task", "ches"});
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_THAT(outcome.output, HasSubstr("Name one with --task: chest"));
  EXPECT_EQ(
      runMrm({"catalog", "reports", folder_.path().string(), "--sections", "nonsense"}).exitCode ==
          0,
      false);
  EXPECT_TRUE(Catalog(file_).setting(kReportPolicySetting).empty()) << "nothing was changed";
}

}  // namespace
}  // namespace mrm
