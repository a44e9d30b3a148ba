#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/catalog/catalog.h"
#include "tests/cli/program.h"
#include "tests/temporary_folder.h"

namespace mrm::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

std::vector<Json> linesOf(const std::string& output) {
  std::vector<Json> lines;
  std::istringstream stream(output);
  for (std::string line; std::getline(stream, line);) lines.push_back(Json::parse(line));
  return lines;
}

class ReportsCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(folder.path() / "below");
    write("a.txt", "INDICATION: Cough, see Dr. Weaver.\nFINDINGS:\n1. Big heart. ___\n");
    write("below/b.TXT", "INDICATION: Cough");
    write("below/c.xml",
          "<eCitation><uId id=\"CXR7\"/><MedlineCitation><Article><Abstract><AbstractText "
          "Label=\"IMPRESSION\">Clear.</AbstractText></Abstract></Article></MedlineCitation>"
          "</eCitation>");
    write("table.csv", "image,notes\n1.png,\"Lungs are clear.\"\n2.png,\n");
    write("other.bin", "FINDINGS: none of mine");
  }
  void write(const std::string& name, const std::string& text) {
    writeFile(folder.path() / name, text);
  }
  std::string path(const std::string& name = "") const { return (folder.path() / name).string(); }

  TemporaryFolder folder;
};

TEST_F(ReportsCommand, PrintsALineOfJsonForEachReport) {
  const Outcome outcome =
      runMrm({"reports", "--json", path(), path("table.csv"), "--column", "notes"});
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  const std::vector<Json> lines = linesOf(outcome.output);
  ASSERT_EQ(lines.size(), 7u) << outcome.output;  // the table is in the folder as well
  EXPECT_EQ(lines[0]["file"], path("a.txt"));
  EXPECT_EQ(lines[0]["sections"][1]["kind"], "findings");
  EXPECT_EQ(lines[0]["sections"][1]["heading"], "FINDINGS");
  EXPECT_EQ(lines[0]["sections"][1]["text"], "1. Big heart. ___");
  EXPECT_EQ(lines[0]["model_text"], "Big heart.");
  EXPECT_EQ(lines[0]["read"], Json({1}));
  EXPECT_TRUE(lines[0]["excluded"].is_null());
  EXPECT_EQ(lines[0]["personal_data"][0]["text"], "Weaver");
  EXPECT_EQ(lines[1]["excluded"], "no findings or impression");
  EXPECT_EQ(lines[2]["id"], "CXR7");
  EXPECT_EQ(lines[2]["report"], "IMPRESSION: Clear.");
  EXPECT_EQ(lines[2]["model_text"], "Clear.");
  EXPECT_EQ(lines[3]["line"], 2);
  EXPECT_EQ(lines[3]["fallback"], "unnamed");
  EXPECT_EQ(lines[4]["excluded"], "the report is empty");
}

TEST_F(ReportsCommand, CountsWithoutJson) {
  const Outcome outcome = runMrm({"reports", path()});
  EXPECT_EQ(outcome.exitCode, 0);
  EXPECT_THAT(outcome.output, HasSubstr("reports: 3\n"));
  EXPECT_THAT(outcome.output, ::testing::ContainsRegex("findings +1 +33.3%"));
  EXPECT_THAT(outcome.output,
              ::testing::ContainsRegex("left out: no findings or impression +1 +33.3%"));
  EXPECT_THAT(outcome.output, ::testing::ContainsRegex("name, places +1"));
}

TEST_F(ReportsCommand, ThePolicyIsGivenByFlags) {
  const auto textWith = [&](std::vector<std::string> flags) {
    flags.insert(flags.begin(), {"reports", "--json", path("a.txt")});
    const Outcome outcome = runMrm(flags);
    EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
    return linesOf(outcome.output).at(0)["model_text"].get<std::string>();
  };
  EXPECT_EQ(textWith({"--sections", "indication, findings"}), "Cough, see Dr. Weaver. Big heart.");
  EXPECT_EQ(textWith({"--blanks", "replace", "--blank-word", "blank"}), "Big heart. blank");
  EXPECT_EQ(textWith({"--blanks", "keep", "--no-drop-list-numbers"}), "1. Big heart. ___");
  EXPECT_EQ(textWith({"--minimum-words", "3"}), "");
  const Outcome wrong = runMrm({"reports", path("a.txt"), "--sections", "lungs"});
  EXPECT_EQ(wrong.exitCode, 1);
  EXPECT_THAT(wrong.output, HasSubstr("there is no section 'lungs'"));
}

TEST_F(ReportsCommand, WhatCannotBeReadIsNamedAndTheRestRead) {
  write("bad.xml", "<eCitation>");
  const Outcome json = runMrm({"reports", "--json", path("gone.txt"), path()});
  EXPECT_EQ(json.exitCode, 1);
  const std::vector<Json> lines = linesOf(json.output);
  ASSERT_EQ(lines.size(), 5u) << json.output;
  EXPECT_EQ(lines[0]["file"], path("gone.txt"));
  EXPECT_NE(lines[0]["error"], "");
  const Outcome summary = runMrm({"reports", path()});
  EXPECT_EQ(summary.exitCode, 1);
  EXPECT_THAT(summary.output, HasSubstr("reports: 3\n"));
  EXPECT_THAT(summary.output, HasSubstr("bad.xml: is no valid XML"));
  std::filesystem::create_directory(path("empty"));
  EXPECT_THAT(runMrm({"reports", path("empty")}).output, HasSubstr("holds no .txt or .xml file"));
}

TEST_F(ReportsCommand, AVocabularyIsMadeAndInspected) {
  std::string table = "image,report,patient_id\n";
  for (int i = 0; i < 30; ++i) {
    const std::string number = std::to_string(i);
    table += number + ".png,\"INDICATION: cough. FINDINGS: The heart is normal.\"," + number + "\n";
    write(number + ".png", "");
  }
  write("records.csv", table);
  const std::string file = path("tokenizer.json");
  const Outcome made = runMrm({"vocabulary", "--records", path("records.csv"), "--output", file,
                               "--size", "100", "--sections", "findings"});
  EXPECT_EQ(made.exitCode, 0) << made.output;
  const auto inspectWith = [&](const std::string& sections) {
    return runMrm({"vocabulary", "inspect", "--records", path("records.csv"), "--tokenizer", file,
                   "--sections", sections});
  };
  const Outcome known = inspectWith("findings");
  EXPECT_EQ(known.exitCode, 0) << known.output;
  EXPECT_THAT(known.output, HasSubstr("100.00% of the words are one piece"));
  EXPECT_THAT(known.output, Not(HasSubstr("unknown words")));
  const Outcome other = inspectWith("indication");
  EXPECT_EQ(other.exitCode, 0) << other.output;
  EXPECT_THAT(other.output, HasSubstr("unknown words"));
  EXPECT_THAT(other.output, HasSubstr("cough"));
  const Outcome heldBack = runMrm({"vocabulary", "inspect", "--records", path("records.csv"),
                                   "--tokenizer", file, "--validation-share", "0.5"});
  EXPECT_THAT(heldBack.output, Not(HasSubstr("reports: 30, left out: 0, held back: 0")));
  EXPECT_EQ(runMrm({"vocabulary"}).exitCode, 2);
  EXPECT_EQ(runMrm({"vocabulary", "inspect"}).exitCode, 2);
}

TEST_F(ReportsCommand, AVocabularyIsMadeFromTheTrainingSplitOfACatalogue) {
  ImportBatch batch;
  batch.source.importer = "test";
  batch.source.root = folder.path();
  for (int i = 0; i < 20; ++i) {
    CatalogRecord record;
    const bool isTraining = i % 2 == 0;
    record.key = record.patient = std::to_string(i);
    record.image = std::to_string(i) + ".png";
    record.split = isTraining ? Split::Training : Split::Test;
    record.report = Report{
        record.key, isTraining ? "INDICATION: cough FINDINGS: normal heart" : "FINDINGS: secret"};
    batch.records.push_back(record);
  }
  Catalog::create(folder.path() / "catalog.db").import(batch);
  const std::string file = path("tokenizer.json");
  const Outcome made =
      runMrm({"vocabulary", "--catalog", path(), "--output", file, "--size", "100"});
  EXPECT_EQ(made.exitCode, 0) << made.output;
  EXPECT_THAT(made.output, HasSubstr("reports: 10, not of the training split: 10"));
  const Outcome fits = runMrm({"vocabulary", "inspect", "--catalog", path(), "--tokenizer", file});
  EXPECT_EQ(fits.exitCode, 0) << fits.output;
  EXPECT_THAT(fits.output, HasSubstr("100.00% of the words are one piece"));
  const Json vocabulary = Json::parse(std::ifstream(file))["model"]["vocab"];
  EXPECT_TRUE(vocabulary.contains("heart"));
  EXPECT_FALSE(vocabulary.contains("secret"));
  EXPECT_FALSE(vocabulary.contains("cough")) << "the catalogue's policy reads the findings";

  const Outcome both =
      runMrm({"vocabulary", "--catalog", path(), "--sections", "findings", "--output", file});
  EXPECT_EQ(both.exitCode, 1);
  EXPECT_THAT(both.output, HasSubstr("its own choice"));
}

}  // namespace
}  // namespace mrm::testing
