#include "core/project/project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/random.h"
#include "tests/mutation.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

namespace fs = std::filesystem;

class ProjectTest : public ::testing::Test {
 protected:
  Project sample() {
    Project project;
    project.root = folder.path() / "project ü";
    project.name = "Chest \"trial\"";
    project.synthetic = true;
    project.records = project.root / "records/records.csv";
    project.columns = {"file", "notes", "patient"};
    project.tokenizer = folder.path() / "elsewhere/tokenizer.json";
    return project;
  }
  testing::TemporaryFolder folder;
};

TEST_F(ProjectTest, OpensAsItWasSaved) {
  const Project saved = sample();
  saveProject(saved);
  const Project opened = openProject(saved.root);
  EXPECT_EQ(opened.root, saved.root);
  EXPECT_EQ(opened.name, saved.name);
  EXPECT_TRUE(opened.synthetic);
  EXPECT_EQ(opened.records, saved.records);
  EXPECT_EQ(opened.columns.image, "file");
  EXPECT_EQ(opened.columns.report, "notes");
  EXPECT_EQ(opened.columns.patient, "patient");
  EXPECT_EQ(opened.tokenizer, saved.tokenizer);
  EXPECT_EQ(opened.runsFolder(), saved.root / "runs");
  EXPECT_EQ(openProject(saved.root / "").root, saved.root);
}

TEST_F(ProjectTest, IsMovedWithItsFilesInside) {
  const Project saved = sample();
  saveProject(saved);
  EXPECT_THAT(readFile(saved.root / "project.json", 10000), Not(HasSubstr(saved.root.string())));
  fs::rename(saved.root, folder.path() / "moved");
  const Project opened = openProject(folder.path() / "moved");
  EXPECT_EQ(opened.records, folder.path() / "moved/records/records.csv");
  EXPECT_EQ(opened.tokenizer, saved.tokenizer);
}

TEST_F(ProjectTest, AnEmptyTokenizerStaysEmpty) {
  Project project = sample();
  project.tokenizer.clear();
  saveProject(project);
  EXPECT_TRUE(openProject(project.root).tokenizer.empty());
}

TEST_F(ProjectTest, ACatalogueTakesThePlaceOfTheTable) {
  Project project = sample();
  project.records.clear();
  saveProject(project);
  EXPECT_THROW(openProject(project.root), Error);
  testing::writeFile(project.catalogFile(), "");
  EXPECT_TRUE(openProject(project.root).records.empty());
}

TEST_F(ProjectTest, WhatIsNoProjectIsANamedError) {
  EXPECT_THROW(openProject(folder.path()), Error);
  EXPECT_THROW(openProject(folder.path() / "none"), Error);
  const auto file = folder.path() / "project.json";
  const std::pair<const char*, const char*> cases[] = {
      {"[]", "no JSON object"},
      {"{}", "'records'"},
      {R"({"records": 5})", "'records'"},
      {R"({"records": "../../etc/passwd"})", "must not lead out of the project's folder"},
      {R"({"records": "a/../../x.csv"})", "must not lead out"},
      {R"({"records": "a.csv", "tokenizer": ".."})", "must not lead out"},
      {R"({"records": "a.csv", "columns": []})", "'columns'"},
      {R"({"records": "a.csv", "format": 2})", "newer version"},
  };
  for (const auto& [text, problem] : cases) {
    testing::writeFile(file, text);
    try {
      openProject(folder.path());
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_THAT(error.problem(), HasSubstr(problem)) << text;
    }
  }
}

TEST_F(ProjectTest, AFolderThatCannotBeMadeIsANamedError) {
  testing::writeFile(folder.path() / "file", "x");
  Project project = sample();
  project.root = folder.path() / "file/project";
  EXPECT_THROW(saveProject(project), Error);
}

TEST_F(ProjectTest, RunsAreListedNewestFirst) {
  const Project project = sample();
  EXPECT_THAT(projectRuns(project), IsEmpty());
  const auto now = fs::file_time_type::clock::now();
  const auto make = [&](const char* name, const char* file, int age) {
    fs::create_directories(project.runsFolder() / name);
    testing::writeFile(project.runsFolder() / name / file, "");
    fs::last_write_time(project.runsFolder() / name / file, now - std::chrono::seconds(age));
  };
  make("old", "run.yaml", 300);
  make("old", "status.json", 1);  // a heartbeat does not make a run newer
  make("queued", "status.json", 100);
  make("new", "run.yaml", 10);
  make("no run", "notes.txt", 5);
  testing::writeFile(project.runsFolder() / "a file", "");
  EXPECT_THAT(projectRuns(project),
              ElementsAre(project.runsFolder() / "new", project.runsFolder() / "queued",
                          project.runsFolder() / "old"));
}

TEST_F(ProjectTest, NewRunFoldersHaveSafeNamesAndNumbersWhenTaken) {
  const Project project = sample();
  const auto name = [&](const std::string& text) {
    const fs::path path = newRunFolder(project, text);
    EXPECT_EQ(path.parent_path(), project.runsFolder());
    return path.filename().string();
  };
  EXPECT_EQ(name("Tiny run 1"), "Tiny-run-1");
  EXPECT_EQ(name("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(name(""), "run");
  EXPECT_EQ(name("..."), "run");
  EXPECT_EQ(name("///"), "run");
  EXPECT_EQ(name(".hidden"), "hidden");
  EXPECT_EQ(name("Brühl 日本"), "Brühl-日本");
  EXPECT_EQ(name("a\xff\n\tb"), "a-b");
  EXPECT_LE(name(std::string(1000, 'x')).size(), 80U);
  EXPECT_EQ(name(std::string(79, 'x') + "ü"), std::string(79, 'x'));
  fs::create_directories(project.runsFolder() / "run");
  EXPECT_EQ(name("run"), "run-2");
  testing::writeFile(project.runsFolder() / "run-2", "");
  EXPECT_EQ(name("run"), "run-3");
}

TEST_F(ProjectTest, MutatedProjectFilesAreReadOrRefusedByName) {
  const Project saved = sample();
  saveProject(saved);
  const auto file = saved.root / "project.json";
  const std::string valid = readFile(file, 10000);
  Random random(6);
  int refused = 0;
  for (int i = 0; i < 3000; ++i) {
    testing::writeFile(file, testing::mutate(valid, random, "{}[]\",:./\\0123456789eE-u \n"));
    try {
      const Project opened = openProject(saved.root);
      ASSERT_TRUE(opened.records.is_absolute());
    } catch (const Error& error) {
      ++refused;
      ASSERT_THAT(error.where(), HasSubstr(saved.root.string()));
    }
  }
  EXPECT_GT(refused, 1000);
  EXPECT_LT(refused, 3000);
}

}  // namespace
}  // namespace mrm
