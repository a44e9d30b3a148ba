// What a model is trained on, as a catalogue says.
#include "core/catalog/catalog_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "core/base/error.h"
#include "core/text/report_policy.h"
#include "tests/catalog/catalog_samples.h"

namespace mrm {
namespace {

using testing::allIds;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::makeBatch;
using testing::makeRecord;
using ::testing::SizeIs;
using testing::TemporaryFolder;

class CatalogRecordsTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  Catalog catalog_ = Catalog::create(folder_.path() / "catalog.db");

  std::string reasonOf(const CatalogRecords& read, RecordId id) {
    for (const RejectedRecord& rejected : read.table.rejected)
      if (rejected.number == id) return rejected.reason;
    return "";
  }
};

TEST_F(CatalogRecordsTest, ReportsAreReadThroughThePolicyAndTheRestIsRejectedWithReasons) {
  const std::string report =
      "EXAMINATION: Chest.\nFINDINGS: Small effusion.\nIMPRESSION: Effusion.\n";
  CatalogRecord a = makeRecord("a", "Jones^Mary", "PA", report);
  a.frame = 2;
  a.split = Split::Training;
  CatalogRecord empty = makeRecord("b", "2", "PA", " \n "), none = makeRecord("c", "3", "PA", "");
  CatalogRecord bad = makeRecord("d", "4"), set = makeRecord("e", "5");
  bad.status = RecordStatus::Quarantined;
  bad.reason = "/home/Jones/image.dcm is missing";
  CatalogRecord same = makeRecord("f", "6");
  same.image = a.image;
  same.frame = 2;
  CatalogRecord noPatient = makeRecord("g", "");
  noPatient.study = "s1";
  catalog_.import(makeBatch({a, empty, none, bad, set, same, noPatient}));
  const auto ids = allIds(catalog_);
  catalog_.exclude({&ids[4], 1}, "Jones");

  const CatalogRecords read = readCatalogRecords(catalog_);
  ASSERT_THAT(read.table.records, SizeIs(2));
  const Record& first = read.table.records[0];
  EXPECT_EQ(first.number, ids[0]);
  EXPECT_EQ(first.image, "/data/set/images/a.png");
  EXPECT_EQ(first.frame, 2);
  EXPECT_EQ(first.report, "Small effusion. Effusion.");
  EXPECT_EQ(first.patient, "Jones^Mary");
  EXPECT_EQ(read.table.records[1].patient, "study s1");
  EXPECT_EQ(read.splits.at(ids[0]), Split::Training);
  EXPECT_FALSE(read.splits.contains(ids[6]));
  EXPECT_THAT(read.table.rejected, SizeIs(5));
  EXPECT_THAT(reasonOf(read, ids[1]), HasSubstr("nothing to read"));
  EXPECT_EQ(reasonOf(read, ids[2]), "it has no report");
  EXPECT_EQ(reasonOf(read, ids[3]), "it is quarantined");
  EXPECT_EQ(reasonOf(read, ids[4]), "it is excluded");
  EXPECT_THAT(reasonOf(read, ids[5]), HasSubstr("same image to another patient"));

  ReportPolicy impression;
  impression.sections = {SectionKind::Impression};
  catalog_.setSetting("report-policy", writeReportPolicy(impression));
  EXPECT_EQ(readCatalogRecords(catalog_).table.records[0].report, "Effusion.");
  catalog_.setSetting("report-policy", "no JSON");
  EXPECT_THROW(readCatalogRecords(catalog_), Error);
}

std::vector<Record> records(int count) {
  std::vector<Record> made;
  for (int i = 0; i < count; ++i) {
    Record record;
    record.number = i + 1;
    record.patient = "p" + std::to_string(i / 2);
    record.report = "text";
    made.push_back(record);
  }
  return made;
}

TEST_F(CatalogRecordsTest, SidesFollowTheSplitsOfTheCatalogue) {
  const auto all = records(40);
  std::unordered_map<std::int64_t, Split> splits;
  for (int i = 1; i <= 36; ++i)
    splits[i] = i <= 20 ? Split::Training : i <= 30 ? Split::Validation : Split::Test;
  std::vector<std::string> notes;
  const PatientSplit sides = sidesOf(all, splits, 0.1, 1, notes);
  EXPECT_THAT(sides.training, SizeIs(20));
  EXPECT_THAT(sides.validation, SizeIs(10));
  EXPECT_EQ(notes, (std::vector<std::string>{"6 records of the test split are left out.",
                                             "4 records without a split are left out."}));
}

TEST_F(CatalogRecordsTest, WithoutSplitsPatientsAreHeldBackAndItIsSaid) {
  const auto all = records(40);
  std::vector<std::string> notes;
  const PatientSplit sides = sidesOf(all, {}, 0.25, 1, notes), same = splitByPatient(all, 0.25, 1);
  EXPECT_EQ(sides.training, same.training);
  EXPECT_EQ(sides.validation, same.validation);
  ASSERT_THAT(notes, SizeIs(1));
  EXPECT_THAT(notes[0], HasSubstr("no splits"));
}

TEST_F(CatalogRecordsTest, WithoutAValidationSplitTrainingPatientsAreHeldBack) {
  const auto all = records(40);
  std::unordered_map<std::int64_t, Split> splits;
  for (int i = 1; i <= 30; ++i) splits[i] = i <= 24 ? Split::Training : Split::Test;
  std::vector<std::string> notes;
  const PatientSplit sides = sidesOf(all, splits, 0.25, 1, notes);
  EXPECT_EQ(sides.training.size() + sides.validation.size(), 24U);
  EXPECT_THAT(sides.validation, ::testing::Not(IsEmpty()));
  std::set<std::string> training;
  for (const std::size_t i : sides.training) {
    EXPECT_LT(i, 24U);
    training.insert(all[i].patient);
  }
  for (const std::size_t i : sides.validation) EXPECT_FALSE(training.contains(all[i].patient));
  EXPECT_THAT(notes, SizeIs(3));
  notes.clear();
  EXPECT_THAT(sidesOf(all, splits, 0, 1, notes).validation, IsEmpty());
}

TEST_F(CatalogRecordsTest, UnsoundSplitsAreRefusedWithoutNamingPatients) {
  CatalogRecord a = makeRecord("a", "Jones"), b = makeRecord("b", "Jones");
  a.split = Split::Training;
  b.split = Split::Test;
  catalog_.import(makeBatch({a, b}));
  try {
    requireSoundSplits(catalog_);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_THAT(error.problem(), HasSubstr("1 patient is in two splits"));
    EXPECT_THAT(error.what(), ::testing::Not(HasSubstr("Jones")));
  }
  catalog_.setSplit(allIds(catalog_), Split::Test);
  EXPECT_NO_THROW(requireSoundSplits(catalog_));
}

TEST_F(CatalogRecordsTest, TheContentHashTellsTextsSidesAndDisplayApart) {
  auto all = records(6);
  const PatientSplit split = splitByPatient(all, 0.3, 1);
  const std::string hash = contentHash(all, split, "a");
  EXPECT_EQ(contentHash(all, split, "a"), hash);
  all[0].image = "/moved.png";
  EXPECT_EQ(contentHash(all, split, "a"), hash);
  all[0].report = "other";
  EXPECT_NE(contentHash(all, split, "a"), hash);
  all[0].report = "text";
  EXPECT_NE(contentHash(all, splitByPatient(all, 0.6, 2), "a"), hash);
  EXPECT_NE(contentHash(all, split, "b"), hash);
}

TEST_F(CatalogRecordsTest, AFolderStandsForItsCatalogue) {
  EXPECT_EQ(catalogFileOf(folder_.path()), folder_.path() / "catalog.db");
  EXPECT_EQ(catalogFileOf(folder_.path() / "x.db"), folder_.path() / "x.db");
}

}  // namespace
}  // namespace mrm
