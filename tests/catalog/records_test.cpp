#include "core/catalog/records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "core/base/error.h"
#include "core/catalog/csv.h"
#include "tests/shared_data.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RecordsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder.path() / "data/images");
    for (const char* name : {"1.png", "2.png", "3 ü.png"})
      testing::writeFile(folder.path() / "data/images" / name, "x");
    testing::writeFile(folder.path() / "outside.png", "x");
  }
  RecordTable read(const std::string& rows) {
    testing::writeFile(csv, "image,report,patient_id\n" + rows);
    return readRecords(csv, {});
  }

  testing::TemporaryFolder folder;
  std::filesystem::path csv = folder.path() / "data/records.csv";
};

auto rejected(std::int64_t number, const std::string& reason) {
  return AllOf(Field(&RejectedRecord::number, number),
               Field(&RejectedRecord::reason, HasSubstr(reason)));
}

TEST_F(RecordsTest, ReadsRecordsWithAbsoluteImagePaths) {
  const RecordTable table =
      read("images/1.png,\" Lungs\nclear. \", p1 \n\"images/3 ü.png\",x,p2\n" +
           (folder.path() / "outside.png").string() +
           ",y,p3\nimages\\2.png,z,p4\n./images/../images/2.png,w,p4\n");
  ASSERT_EQ(table.records.size(), 5U);
  EXPECT_THAT(table.rejected, IsEmpty());
  EXPECT_EQ(table.records[0].number, 1);
  EXPECT_EQ(table.records[0].image, folder.path() / "data/images/1.png");
  EXPECT_EQ(table.records[0].report, "Lungs\nclear.");
  EXPECT_EQ(table.records[0].patient, "p1");
  EXPECT_EQ(table.records[1].image, folder.path() / "data/images/3 ü.png");
  EXPECT_EQ(table.records[2].image, folder.path() / "outside.png")
      << "absolute paths may lie anywhere";
  EXPECT_EQ(table.records[3].image, folder.path() / "data/images/2.png") << "written on Windows";
  EXPECT_EQ(table.records[4].image, folder.path() / "data/images/2.png");
}

TEST_F(RecordsTest, WhatCannotBeUsedIsRejectedWithItsReason) {
  const RecordTable table = read(
      "images/1.png,ok,p1\n,no "
      "image,p1\nimages/none.png,x,p1\n../outside.png,x,p1\nimages/../../outside.png,x,p1\n"
      "..\\outside.png,x,p1\nimages,x,p1\nimages/2.png,  "
      ",p1\nimages/2.png,x,\nimages/1.png,again,p2\n");
  ASSERT_EQ(table.records.size(), 1U);
  EXPECT_THAT(
      table.rejected,
      ElementsAre(rejected(2, "no image is named"),
                  rejected(3, "no such image file: images/none.png"),
                  rejected(4, "outside of the table's folder"),
                  rejected(5, "outside of the table's folder"),
                  rejected(6, "outside of the table's folder"), rejected(7, "no such image file"),
                  rejected(8, "no report"), rejected(9, "no patient"),
                  rejected(10, "record 1 gives the same image to another patient")));
}

TEST_F(RecordsTest, AMissingColumnNamesThoseThereAre) {
  testing::writeFile(csv, "image,notes,patient_id\nimages/1.png,x,1\n");
  try {
    readRecords(csv, {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.where(), csv.string());
    EXPECT_THAT(error.problem(), HasSubstr("no column 'report'"));
    EXPECT_THAT(error.advice(), HasSubstr("image, notes, patient_id"));
  }
  EXPECT_EQ(readRecords(csv, {"image", "notes", "patient_id"}).records.size(), 1U);
  EXPECT_THROW(readRecords(folder.path() / "none.csv", {}), Error);
}

TEST_F(RecordsTest, ARelativeTablePathGivesAbsoluteImages) {
  read("images/1.png,x,p\n");
  const auto relative = std::filesystem::relative(csv);
  ASSERT_TRUE(relative.is_relative());
  EXPECT_TRUE(readRecords(relative, {}).records.at(0).image.is_absolute());
}

std::vector<Record> recordsOf(int patients) {
  std::vector<Record> records;
  for (int i = 0; i < 3 * patients; ++i) {
    Record record;
    record.number = i + 1;
    record.report = "x";
    record.patient = "patient " + std::to_string(i % patients);
    records.push_back(record);
  }
  return records;
}

std::map<std::string, bool> sidesOf(const std::vector<Record>& records, const PatientSplit& split) {
  std::map<std::string, bool> isHeldBack;
  EXPECT_EQ(split.training.size() + split.validation.size(), records.size());
  EXPECT_TRUE(std::is_sorted(split.training.begin(), split.training.end()));
  EXPECT_TRUE(std::is_sorted(split.validation.begin(), split.validation.end()));
  for (const std::size_t i : split.training) isHeldBack[records[i].patient] = false;
  for (const std::size_t i : split.validation) {
    const auto [side, isNew] = isHeldBack.try_emplace(records[i].patient, true);
    EXPECT_TRUE(side->second) << side->first << " is on both sides";
  }
  return isHeldBack;
}

TEST(SplitByPatient, KeepsPatientsTogetherAndHitsTheShare) {
  const auto records = recordsOf(5000);
  for (const double share : {0.05, 0.1, 0.5}) {
    const PatientSplit split = splitByPatient(records, share, 1);
    sidesOf(records, split);
    EXPECT_NEAR(static_cast<double>(split.validation.size()) / static_cast<double>(records.size()),
                share, 0.02);
  }
}

TEST(SplitByPatient, ASideDependsOnSeedAndPatientOnly) {
  const auto few = recordsOf(400), many = recordsOf(800);
  const auto sides = sidesOf(few, splitByPatient(few, 0.2, 3));
  const auto more = sidesOf(many, splitByPatient(many, 0.2, 3));
  for (const auto& [patient, side] : sides) EXPECT_EQ(more.at(patient), side);
  EXPECT_NE(sidesOf(few, splitByPatient(few, 0.2, 4)), sides) << "another seed, another split";
}

TEST(SplitByPatient, BothSidesHaveAPatientWheneverThereAreTwo) {
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    for (const double share : {1e-9, 0.01, 0.5, 0.999999}) {
      const auto records = recordsOf(2);
      const PatientSplit split = splitByPatient(records, share, seed);
      sidesOf(records, split);
      EXPECT_EQ(split.training.size(), 3U);
      EXPECT_EQ(split.validation.size(), 3U);
    }
  EXPECT_THAT(splitByPatient(recordsOf(50), 0, 1).validation, IsEmpty());
  EXPECT_THAT(splitByPatient({}, 0.5, 1).training, IsEmpty());
  for (const double share : {-0.1, 1.0, std::nan("")})
    EXPECT_THROW(splitByPatient({}, share, 1), Error);
}

TEST(CovidData, All382RowsAreReadAndTheOneWithoutNotesIsRejected) {
  MRM_SHARED_OR_SKIP(csv, "data/covid-cxr/records.csv");
  const RecordTable table = readRecords(csv, {"image", "notes", "patient_id"});
  EXPECT_EQ(table.records.size(), 381U);
  EXPECT_THAT(table.rejected, ElementsAre(rejected(373, "no report")));
  std::set<std::string> patients;
  for (const Record& record : table.records) patients.insert(record.patient);
  EXPECT_EQ(patients.size(), 195U) << "196 less the one of the rejected row";
  const PatientSplit split = splitByPatient(table.records, 0.1, 1);
  sidesOf(table.records, split);
  EXPECT_GT(split.validation.size(), 10U);
  EXPECT_LT(split.validation.size(), 80U);
}

TEST(LabelFiles, OfTheFieldAreReadAsTables) {
  MRM_SHARED_OR_SKIP(folder, "data/label-files");
  int tables = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".csv") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    EXPECT_GT(parseCsv(bytes, entry.path().string()).rows.size(), 0U);
    ++tables;
  }
  EXPECT_GT(tables, 0);
}

}  // namespace
}  // namespace mrm
