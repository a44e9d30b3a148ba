// mrm catalog as a program: generated, split, checked, counted, exported, taken back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/base/files.h"
#include "tests/cli/program.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using testing::Outcome;
using testing::runMrm;

class CatalogCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    const Outcome made =
        runMrm({"catalog", "generate", folder_.path().string(), "--records", "600", "--seed", "3"});
    ASSERT_EQ(made.exitCode, 0) << made.output;
  }
  Outcome run(const std::string& command, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"catalog", command, folder_.path().string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runMrm(arguments);
  }
  json runJson(const std::string& command, std::vector<std::string> more = {}) const {
    more.push_back("--json");
    const Outcome outcome = run(command, more);
    // What is said of the progress comes before.
    const auto begin = outcome.output.find_first_of("{[");
    return json::parse(outcome.output.substr(std::min(begin, outcome.output.size())), nullptr,
                       false);
  }

  testing::TemporaryFolder folder_;
};

TEST_F(CatalogCommand, SplitsAreMadeCountedCheckedAndTakenBack) {
  EXPECT_EQ(runJson("stats")["records"], 600);
  const json before = runJson("stats")["split"];
  const json split = runJson("split", {"--stratify", "chexpert", "--seed", "4"});
  EXPECT_EQ(split["what"], "by patient 80/10/10, seed 4, stratified by chexpert");
  EXPECT_GT(split["splits"]["test"]["positives"]["Pleural Effusion"], 3);
  EXPECT_GT(runJson("stats")["split"]["training"], 400);
  const json check = runJson("check");
  EXPECT_EQ(check["images_compared"], check["usable_records"]);
  for (const json& problem : check["problems"]) EXPECT_NE(problem["kind"], "patient-in-two-splits");
  const json history = runJson("history");
  EXPECT_EQ(history[0]["what"], "split");
  EXPECT_EQ(history.size(), 3U);
  EXPECT_EQ(run("undo").exitCode, 0);
  EXPECT_EQ(runJson("stats")["split"], before);
  EXPECT_EQ(runJson("redo")["what"], "split");
  EXPECT_EQ(run("redo").exitCode, 1) << "there is nothing to do again";
}

TEST_F(CatalogCommand, FractionsAreTaggedAndTablesExported) {
  ASSERT_EQ(run("split").exitCode, 0);
  const json fraction =
      runJson("fraction", {"--task", "chexpert", "--share", "0.1", "--tag", "tenth"});
  EXPECT_EQ(runJson("stats")["tag"]["tenth"], fraction["records"].size());
  const auto csv = (folder_.path() / "out.csv").string();
  const json written = runJson("export", {"--output", csv, "--split", "test"});
  EXPECT_EQ(written["records"], runJson("stats")["split"]["test"]);
  EXPECT_THAT(readFile(csv, 1 << 24), HasSubstr("record,source,key,image"));
  EXPECT_TRUE(std::filesystem::exists(folder_.path() / "out.dictionary.json"));
}

TEST_F(CatalogCommand, WhatCannotBeDoneIsSaidWithAnExitCode) {
  EXPECT_EQ(runMrm({"catalog", "stats", "/nowhere/catalog.db"}).exitCode, 1);
  EXPECT_THAT(run("split", {"--training", "0.5"}).output, HasSubstr("add up to"));
  EXPECT_EQ(run("split", {"--training", "0.5"}).exitCode, 1);
  EXPECT_EQ(run("fraction", {"--task", "nothing"}).exitCode, 1);
  EXPECT_EQ(run("generate").exitCode, 1) << "there is one already";
  EXPECT_EQ(run("export", {"--status", "nonsense"}).exitCode, 2);
  EXPECT_EQ(run("check", {"--distance", "99"}).exitCode, 2);
}

TEST_F(CatalogCommand, TheBenchmarkLeavesTheCatalogueAsItIs) {
  const json before = runJson("history");
  const json timings = runJson("bench");
  ASSERT_GT(timings.size(), 30U);
  for (const json& timing : timings) EXPECT_GE(timing["first_ms"], 0);
  EXPECT_EQ(runJson("history"), before);
  for (const char* rest : {"catalog.db.bench", "catalog.db.bench-import"})
    EXPECT_FALSE(std::filesystem::exists(folder_.path() / rest));
}

}  // namespace
}  // namespace mrm
