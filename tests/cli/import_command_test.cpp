// mrm import as a program: detection, dry run, import, again, files that come later, refusals.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/image/decode.h"
#include "core/project/project.h"
#include "tests/cli/program.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using ::testing::HasSubstr;
using testing::Outcome;
using testing::runMrm;

class ImportCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"1.png", "2.png"})
      testing::writeFile(folder_.path() / name, encodePng(image_));
    testing::writeFile(path("t.csv"),
                       "image,report,patient,viral\n1.png,Clear.,p1,1\n2.png,Effusion.,p2,0\n"
                       "3.png,Nothing.,p3,0\n");
  }
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  static nlohmann::json json(const Outcome& outcome) {
    return nlohmann::json::parse(outcome.output, nullptr, false);
  }
  GrayImage image_{8, 8, [] {
                     std::vector<std::uint8_t> pixels(64);
                     for (std::size_t i = 0; i < 64; ++i)
                       pixels[i] = static_cast<std::uint8_t>(4 * i);
                     return pixels;
                   }()};
  testing::TemporaryFolder folder_;
};

TEST_F(ImportCommand, ADryRunSaysWhatWouldComeInAndTouchesNothing) {
  const Outcome outcome = runMrm({"import", path("t.csv"), "--dry-run", "--into", path("data")});
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  EXPECT_THAT(outcome.output, HasSubstr("2  Records can be used"));
  EXPECT_THAT(outcome.output, HasSubstr("t.csv:4: 3.png"));
  EXPECT_FALSE(std::filesystem::exists(path("data")));
}

TEST_F(ImportCommand, AFolderBecomesAProjectAndAFileDoesNot) {
  ASSERT_EQ(runMrm({"import", path("t.csv"), "--into", path("data")}).exitCode, 0);
  const Project project = openProject(path("data"));
  EXPECT_EQ(project.name, "data");
  EXPECT_TRUE(project.records.empty());
  EXPECT_TRUE(std::filesystem::exists(project.catalogFile()));
  ASSERT_EQ(runMrm({"import", path("t.csv"), "--into", path("alone/c.db")}).exitCode, 0);
  EXPECT_FALSE(std::filesystem::exists(path("alone/project.json")));
  // What cannot be read makes no project.
  testing::writeFile(path("bad.csv"), "");
  EXPECT_NE(runMrm({"import", "csv", path("bad.csv"), "--into", path("none")}).exitCode, 0);
  EXPECT_FALSE(std::filesystem::exists(path("none")));
}

TEST_F(ImportCommand, ImportsOnceAndUpdatesTheSecondTime) {
  const std::vector<std::string> command = {"import", "csv",        path("t.csv"),
                                            "--into", path("data"), "--json"};
  Outcome outcome = runMrm(command);
  ASSERT_EQ(outcome.exitCode, 0) << outcome.output;
  auto first = json(outcome)["imports"][0];
  EXPECT_EQ(first["result"]["added"], 3);
  EXPECT_EQ(first["result"]["quarantined"], 1);
  EXPECT_EQ(first["pixels"]["read"], 2);
  outcome = runMrm(command);
  auto second = json(outcome)["imports"][0];
  EXPECT_EQ(second["result"]["added"], 0);
  EXPECT_EQ(second["result"]["unchanged"], 3);

  testing::writeFile(path("3.png"), encodePng(image_));
  outcome = runMrm({"import", "--recheck", "--into", path("data"), "--json"});
  EXPECT_EQ(json(outcome)["restored"], 1) << outcome.output;
}

TEST_F(ImportCommand, ListsOfSeveralSplitsAreOneImport) {
  testing::writeFile(path("viral_train.txt"), "1.png 1\n");
  testing::writeFile(path("viral_test.txt"), "2.png 11\n");
  const Outcome outcome = runMrm({"import", path("viral_train.txt"), path("viral_test.txt"),
                                  "--label-task", "viral", "--dry-run", "--json"});
  ASSERT_EQ(outcome.exitCode, 0) << outcome.output;
  const auto imports = json(outcome)["imports"];
  ASSERT_EQ(imports.size(), 1U);
  EXPECT_EQ(imports[0]["importer"], "seed-lists");
  EXPECT_EQ(imports[0]["usable"], 1);
  EXPECT_THAT(imports[0].dump(), HasSubstr("viral_test.txt:1: 'Viral pneumonia' is '11'"));
}

TEST_F(ImportCommand, ListsImportersAndTheirSettings) {
  const Outcome all = runMrm({"import", "--list"});
  EXPECT_EQ(all.exitCode, 0);
  for (const char* id :
       {"dicom-folder", "image-folder", "csv", "mimic-cxr-jpg", "mimic-cxr", "open-i", "chexpert",
        "nih-chestxray14", "rsna-pneumonia", "siim-acr", "covid-cxr", "seed-lists"})
    EXPECT_THAT(all.output, HasSubstr(std::string(id) + "  "));
  EXPECT_THAT(runMrm({"import", "--list", "csv"}).output, HasSubstr("--report-column"));
}

TEST_F(ImportCommand, SaysWhatIsWrong) {
  const auto refused = [&](const std::vector<std::string>& arguments, const std::string& named) {
    std::vector<std::string> command = {"import"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const Outcome outcome = runMrm(command);
    EXPECT_EQ(outcome.exitCode, 1) << outcome.output;
    EXPECT_THAT(outcome.output, HasSubstr(named));
  };
  refused({}, "nothing to import is named");
  refused({path("none.csv"), "--into", path("data")}, "none.csv: is not there");
  refused({path("t.csv")}, "--into");
  refused({"csv", path("t.csv"), "--into", path("data"), "--image-column", "img"},
          "The columns are: image, report, patient, viral.");
  refused({"csv", path("t.csv"), "--into", path("data"), "--pattern", "x"},
          "no setting of this name");
  refused({"--list", "nothing"}, "there is no such importer");
  testing::writeFile(path("odd.db"), "not a catalogue");
  refused({path("t.csv"), "--into", path("odd.db")}, "odd.db");
}

}  // namespace
}  // namespace mrm
