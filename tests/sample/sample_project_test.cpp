#include "core/sample/sample_project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/catalog/catalog.h"
#include "core/catalog/csv.h"
#include "core/catalog/records.h"
#include "core/image/decode.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class SampleProject : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(::testing::TempDir()) /
              ("sample_project_test_" + std::to_string(::getpid()) + "_" +
               ::testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  // All but the catalogue, which holds the time at which it was made.
  static std::map<std::string, std::string> contentsOf(const fs::path& root) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(root))
      if (entry.is_regular_file() && !entry.path().filename().string().starts_with("catalog.db"))
        files[entry.path().lexically_relative(root).string()] = readFile(entry.path(), 1 << 26);
    return files;
  }

  fs::path folder_;
  SampleOptions options_{.patients = 8, .size = 96, .seed = 3};
};

TEST_F(SampleProject, TableImagesMasksAndLabelsBelongTogether) {
  const Project project = makeSampleProject(folder_ / "sample", options_);
  EXPECT_TRUE(project.synthetic);
  EXPECT_EQ(project.root, folder_ / "sample");
  const CsvTable table = parseCsv(readFile(project.records, 1 << 20), "records.csv");
  EXPECT_THAT(table.header,
              ::testing::ElementsAre("image", "report", "patient_id", "study", "view", "effusion",
                                     "cardiomegaly", "nodule", "consolidation", "pneumothorax",
                                     "lung_mask", "pneumothorax_mask"));
  ASSERT_GE(table.rows.size(), 8u);
  std::set<std::string> patients, files;
  for (const auto& row : table.rows) {
    const ImageSize size = readImageSize(project.root / row[0]);
    EXPECT_EQ(std::min(size.width, size.height), 96);
    for (const std::size_t column : {10, 11}) {
      const GrayImage mask = decodeGray(project.root / row[column]);
      EXPECT_EQ(mask.width, size.width);
      EXPECT_EQ(mask.height, size.height);
      if (column == 11) {
        const bool any = std::count(mask.pixels.begin(), mask.pixels.end(), 255) > 0;
        EXPECT_EQ(any, row[9] == "1") << row[0];
      }
    }
    EXPECT_TRUE(row[4] == "PA" || row[4] == "AP");
    for (std::size_t column = 5; column < 10; ++column)
      EXPECT_TRUE(row[column] == "0" || row[column] == "1");
    const std::string impression = row[1].substr(row[1].find("IMPRESSION"));
    EXPECT_EQ(row[5] == "1", impression.find("ffusion") != std::string::npos);
    EXPECT_TRUE(row[2].starts_with("SYN"));
    patients.insert(row[2]);
    for (const std::size_t column : {0, 10, 11}) EXPECT_TRUE(files.insert(row[column]).second);
  }
  EXPECT_EQ(patients.size(), 8u);
  // Nothing but what the table names and the project's own files.
  EXPECT_EQ(contentsOf(project.root).size(), files.size() + 4);
}

TEST_F(SampleProject, IsReadAsAProjectWithoutRejections) {
  const Project project = openProject(makeSampleProject(folder_ / "sample", options_).root);
  EXPECT_TRUE(project.synthetic);
  const RecordTable table = readRecords(project.records, project.columns);
  EXPECT_GE(table.records.size(), 8u);
  EXPECT_TRUE(table.rejected.empty());
}

TEST_F(SampleProject, HasACatalogueSplitByPatientInWhichEveryRecordIsMarked) {
  const Project project = makeSampleProject(folder_ / "sample", options_);
  const RecordTable table = readRecords(project.records, project.columns);
  const Catalog catalog(project.catalogFile());
  EXPECT_EQ(catalog.size(), static_cast<std::int64_t>(table.records.size()));
  std::map<std::string, Split> splits;
  catalog.forEach({}, [&](const CatalogRecord& record) {
    EXPECT_EQ(record.status, RecordStatus::Usable) << record.reason;
    EXPECT_THAT(record.tags, ::testing::ElementsAre("synthetic"));
    EXPECT_EQ(record.labels.size(), 5U);
    EXPECT_TRUE(record.view == "PA" || record.view == "AP");
    EXPECT_TRUE(record.report && !record.report->text.empty());
    ASSERT_EQ(record.masks.size(), 2U);
    for (const Mask& mask : record.masks) EXPECT_TRUE(fs::exists(catalog.maskPath(record, mask)));
    EXPECT_TRUE(fs::exists(catalog.imagePath(record)));
    EXPECT_NE(record.split, Split::None);
    EXPECT_EQ(splits.try_emplace(record.patient, record.split).first->second, record.split);
  });
  EXPECT_EQ(splits.size(), 8U);
  // Each with its own report, although studies are numbered anew for each patient.
  std::set<std::string> reports, inCatalog;
  for (const Record& record : table.records) reports.insert(record.report);
  catalog.forEach({}, [&](const CatalogRecord& r) { inCatalog.insert(r.report->text); });
  EXPECT_EQ(inCatalog, reports);
}

TEST_F(SampleProject, SaysThatItIsSyntheticInEveryFile) {
  const Project project = makeSampleProject(folder_ / "sample", options_);
  const auto files = contentsOf(project.root);
  EXPECT_THAT(files.at("README.txt"), HasSubstr("SYNTHETIC"));
  EXPECT_THAT(files.at("project.json"), HasSubstr("\"synthetic\": true"));
  for (const auto& [name, bytes] : files) {
    if (!name.ends_with(".png")) continue;
    EXPECT_THAT(bytes, HasSubstr(std::string("tEXtSynthetic\0MRM Workbench sample", 34))) << name;
  }
}

TEST_F(SampleProject, TheSameOptionsGiveTheSameBytes) {
  makeSampleProject(folder_ / "one", options_);
  makeSampleProject(folder_ / "other", options_);
  const auto one = contentsOf(folder_ / "one"), other = contentsOf(folder_ / "other");
  ASSERT_EQ(one.size(), other.size());
  for (const auto& [name, bytes] : one) EXPECT_TRUE(bytes == other.at(name)) << name;
  options_.seed = 4;
  makeSampleProject(folder_ / "third", options_);
  EXPECT_NE(contentsOf(folder_ / "third").at("records.csv"), one.at("records.csv"));
}

TEST_F(SampleProject, MorePatientsLeaveTheFirstAsTheyAre) {
  makeSampleProject(folder_ / "few", {.patients = 2, .size = 96, .seed = 3});
  makeSampleProject(folder_ / "many", options_);
  const auto few = contentsOf(folder_ / "few"), many = contentsOf(folder_ / "many");
  for (const auto& [name, bytes] : few)
    EXPECT_TRUE(!name.ends_with(".png") || bytes == many.at(name)) << name;
}

TEST_F(SampleProject, IsMadeOnceAndThenFound) {
  const Project first = makeSampleProject(folder_ / "sample", options_);
  writeFileAtomically(first.root / "mine.txt", "kept");
  int calls = 0;
  const Project again =
      makeSampleProject(folder_ / "sample" / "", options_, [&](const Progress&) { ++calls; });
  EXPECT_EQ(calls, 0);
  EXPECT_EQ(again.root, first.root);
  EXPECT_TRUE(fs::exists(first.root / "mine.txt"));
}

TEST_F(SampleProject, TouchesNothingThatIsSomethingElse) {
  makeSampleProject(folder_ / "sample", options_);
  options_.seed = 99;
  EXPECT_THROW(makeSampleProject(folder_ / "sample", options_), Error);
  fs::create_directories(folder_ / "used");
  writeFileAtomically(folder_ / "used" / "thesis.txt", "years of work");
  EXPECT_THROW(makeSampleProject(folder_ / "used", options_), Error);
  EXPECT_TRUE(fs::exists(folder_ / "used" / "thesis.txt"));
  fs::create_directories(folder_ / "empty");
  EXPECT_NO_THROW(makeSampleProject(folder_ / "empty", options_));
  EXPECT_THROW(makeSampleProject(folder_ / "none", {.patients = 0}), Error);
  EXPECT_THROW(makeSampleProject(folder_ / "none", {.patients = 1, .size = 10}), Error);
}

TEST_F(SampleProject, ReportsProgressUpToTheLastPatient) {
  std::vector<std::int64_t> done;
  makeSampleProject(folder_ / "sample", options_, [&](const Progress& progress) {
    done.push_back(progress.done);
    EXPECT_EQ(progress.total, 8);
    EXPECT_FALSE(progress.activity.empty());
  });
  EXPECT_THAT(done, ::testing::ElementsAre(1, 2, 3, 4, 5, 6, 7, 8));
}

TEST_F(SampleProject, StopsWhenAskedAndLeavesNothingBehind) {
  std::stop_source stop;
  options_.patients = 5000;
  EXPECT_THROW(makeSampleProject(
                   folder_ / "sample", options_, [&](const Progress&) { stop.request_stop(); },
                   stop.get_token()),
               Stopped);
  EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(SampleProject, ClearsUpWhatAKilledProcessLeft) {
  const fs::path abandoned = folder_ / ".sample.part999999999", other = folder_ / ".sample.partial";
  fs::create_directories(abandoned / "images");
  fs::create_directories(other);
  makeSampleProject(folder_ / "sample", {.patients = 1, .size = 64});
  EXPECT_FALSE(fs::exists(abandoned));
  EXPECT_TRUE(fs::exists(other));
}

}  // namespace
}  // namespace mrm
