// What is wrong with a data set is found, all of it, also among very many images.
#include "core/catalog/checks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/catalog/label_policy.h"
#include "core/catalog/near_hashes.h"
#include "tests/catalog/catalog_samples.h"

namespace mrm {
namespace {

using testing::allIds;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::makeBatch;
using testing::makeRecord;
using testing::TemporaryFolder;
using Kind = CatalogProblem::Kind;
using Groups = std::vector<std::vector<std::size_t>>;

std::uint64_t withFlippedBits(std::uint64_t hash, int bits, Random& random) {
  std::uint64_t flips = 0;
  while (std::popcount(flips) < bits) flips |= std::uint64_t{1} << random.below(64);
  return hash ^ flips;
}

// By comparing every pair.
Groups slowly(const std::vector<std::uint64_t>& hashes, int distance) {
  std::vector<std::size_t> group(hashes.size());
  for (std::size_t i = 0; i < group.size(); ++i) group[i] = i;
  for (bool isChanged = true; isChanged;) {
    isChanged = false;
    for (std::size_t a = 0; a < hashes.size(); ++a)
      for (std::size_t b = 0; b < hashes.size(); ++b)
        if (std::popcount(hashes[a] ^ hashes[b]) <= distance && group[a] < group[b]) {
          group[b] = group[a];
          isChanged = true;
        }
  }
  Groups groups;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (group[i] != i) continue;
    std::vector<std::size_t> members;
    for (std::size_t j = i; j < group.size(); ++j)
      if (group[j] == i) members.push_back(j);
    if (members.size() > 1) groups.push_back(members);
  }
  return groups;
}

TEST(NearHashes, AllNearPairsAreFoundAtEveryDistance) {
  Random random(3);
  for (int distance = 0; distance <= 16; ++distance) {
    std::vector<std::uint64_t> hashes;
    for (int i = 0; i < 60; ++i) hashes.push_back(random.next());
    for (int i = 0; i < 30; ++i)  // just near enough, just not, the same, chains
      hashes.push_back(withFlippedBits(hashes[random.below(hashes.size())],
                                       distance + static_cast<int>(random.below(3)) - 1 < 0
                                           ? 0
                                           : distance + static_cast<int>(random.below(3)) - 1,
                                       random));
    EXPECT_EQ(nearHashes(hashes, distance), slowly(hashes, distance)) << distance;
  }
  EXPECT_THAT(nearHashes({}, 4), IsEmpty());
  EXPECT_THAT(nearHashes({1}, 4), IsEmpty());
  EXPECT_THROW(nearHashes({1}, 17), Error);
  EXPECT_THROW(nearHashes({1}, -1), Error);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(nearHashes({1, 2}, 4, {}, stop.get_token()), Stopped);
}

TEST(NearHashes, EveryPlantedPairAmongVeryManyIsFound) {
  Random random(5);
  std::vector<std::uint64_t> hashes;
  for (int i = 0; i < 60000; ++i) hashes.push_back(random.next());
  std::vector<std::pair<std::size_t, std::size_t>> planted;
  for (int i = 0; i < 300; ++i) {
    const std::size_t of = random.below(60000);
    planted.emplace_back(of, hashes.size());
    hashes.push_back(withFlippedBits(hashes[of], i % 5, random));
  }
  const Groups groups = nearHashes(hashes, 4);
  std::vector<std::size_t> groupOf(hashes.size(), groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (const std::size_t member : groups[g]) groupOf[member] = g;
  for (const auto& [a, b] : planted) {
    ASSERT_LT(groupOf[a], groups.size());
    EXPECT_EQ(groupOf[a], groupOf[b]);
  }
  EXPECT_LE(groups.size(), 300U) << "random hashes are far from each other";
}

class ChecksTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  Catalog catalog_ = Catalog::create(folder_.path() / "catalog.db");

  std::vector<CatalogProblem> problems(Kind kind) {
    std::vector<CatalogProblem> found;
    for (const CatalogProblem& problem : checkCatalog(catalog_).problems)
      if (problem.kind == kind) found.push_back(problem);
    return found;
  }
};

CatalogRecord record(const std::string& key, const std::string& patient, Split split,
                     std::optional<std::uint64_t> hash = {}) {
  CatalogRecord made = makeRecord(key, patient);
  made.split = split;
  made.imageHash = hash;
  return made;
}

TEST_F(ChecksTest, ASoundCatalogueHasNoProblems) {
  catalog_.import(makeBatch({record("a", "1", Split::Training, 0),
                             record("b", "2", Split::Test, ~std::uint64_t{0}),
                             record("c", "1", Split::Training)}));
  const CatalogCheck check = checkCatalog(catalog_);
  EXPECT_THAT(check.problems, IsEmpty());
  EXPECT_EQ(check.hashed, 2);
  EXPECT_EQ(check.of, 3);
  EXPECT_FALSE(check.blocksTraining());
}

TEST_F(ChecksTest, APatientInTwoSplitsBlocks) {
  catalog_.import(makeBatch({record("a", "17", Split::Training), record("b", "17", Split::Test),
                             record("c", "17", Split::None), record("d", "", Split::Training),
                             record("e", "", Split::Test)}));
  const auto found = problems(Kind::PatientInTwoSplits);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].blocksTraining);
  EXPECT_EQ(found[0].text, "Patient 17 is in training and test (3 records).");
  const auto ids = allIds(catalog_);
  EXPECT_THAT(found[0].records, ElementsAre(ids[0], ids[1], ids[2]));
  EXPECT_TRUE(checkCatalog(catalog_).blocksPretraining());
  EXPECT_EQ(checkCatalog(catalog_).summary(CatalogCheck::Which::BlocksTraining),
            "1 patient is in two splits");
  catalog_.exclude({&ids[1], 1});
  EXPECT_THAT(problems(Kind::PatientInTwoSplits), IsEmpty()) << "excluded records do no harm";
}

TEST_F(ChecksTest, NearImagesBlockAcrossSplitsAndAreRemarkedWithinOne) {
  catalog_.import(
      makeBatch({record("a", "1", Split::Training, 0b1111), record("b", "2", Split::Test, 0b0000),
                 record("c", "3", Split::Training, 0xFFFF000000000000),
                 record("d", "4", Split::Training, 0xFFFF000000000000),
                 record("e", "5", Split::Test, 0x0000FFFFFFFF0000),
                 record("f", "6", Split::Training, 0x0000FFFFFFF80000)}));
  const auto across = problems(Kind::SameImageAcrossSplits),
             within = problems(Kind::DuplicateImage);
  const auto ids = allIds(catalog_);
  ASSERT_EQ(across.size(), 2U) << "3 bits and 4 bits apart";
  EXPECT_TRUE(across[0].blocksTraining);
  EXPECT_THAT(across[0].records, ElementsAre(ids[0], ids[1]));
  ASSERT_EQ(within.size(), 1U);
  EXPECT_FALSE(within[0].blocksTraining);
  EXPECT_THAT(within[0].records, ElementsAre(ids[2], ids[3]));
  EXPECT_EQ(checkCatalog(catalog_, 0).problems.size(), 1U) << "identical ones only";
}

TEST_F(ChecksTest, AClassWithoutPositivesBlocksWhereItNeedNot) {
  std::vector<CatalogRecord> records;
  for (int i = 0; i < 12; ++i) {
    CatalogRecord made = record("k" + std::to_string(i), "p" + std::to_string(i),
                                i < 6 ? Split::Training : Split::Test);
    made.labels = {{"task", "everywhere", i % 2 ? LabelValue::Positive : LabelValue::Negative},
                   {"task", "training only", i < 3 ? LabelValue::Positive : LabelValue::Negative},
                   {"task", "one", i == 1 ? LabelValue::Positive : LabelValue::Negative},
                   {"task", "nobody", LabelValue::Negative}};
    records.push_back(made);
  }
  catalog_.import(makeBatch(records));
  const auto found = problems(Kind::NoPositives);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].blocksTraining);
  EXPECT_EQ(found[0].text,
            "task/training only has no positives in test (3 records of 3 patients in all).");
  EXPECT_FALSE(found[1].blocksTraining) << "one patient cannot be in two splits";
  const CatalogCheck check = checkCatalog(catalog_);
  EXPECT_TRUE(check.blocksTraining());
  EXPECT_FALSE(check.blocksPretraining()) << "pre-training reads no labels";
}

TEST_F(ChecksTest, UnsplitAndInvertedRecordsAreRemarked) {
  CatalogRecord inverted = record("a", "1", Split::Training);
  inverted.looksInverted = true;
  catalog_.import(makeBatch({inverted, record("b", "2", Split::None)}));
  EXPECT_EQ(problems(Kind::LooksInverted)[0].records.size(), 1U);
  EXPECT_EQ(problems(Kind::NoSplit)[0].text, "1 record is in no split.");
  EXPECT_FALSE(checkCatalog(catalog_).blocksTraining());
}

TEST_F(ChecksTest, LabelPoliciesAndCooccurrenceAreCounted) {
  std::vector<CatalogRecord> records;
  const std::vector<std::optional<LabelValue>> first = {
      LabelValue::Positive, LabelValue::Positive, LabelValue::Negative, LabelValue::Uncertain,
      LabelValue::Blank,    std::nullopt,         LabelValue::Uncertain};
  for (std::size_t i = 0; i < first.size(); ++i) {
    CatalogRecord made = makeRecord("k" + std::to_string(i), "p");
    if (first[i]) made.labels.push_back({"t", "A", *first[i]});
    made.labels.push_back({"t", "B", i < 3 ? LabelValue::Positive : LabelValue::Negative});
    made.labels.push_back({"other", "A", LabelValue::Positive});
    records.push_back(made);
  }
  catalog_.import(makeBatch(records));
  EXPECT_THAT(labelTasks(catalog_), ElementsAre("other", "t"));
  const auto counts = countLabels(catalog_, "t", {});
  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(counts[0].name, "A");
  EXPECT_EQ(counts[0].positive, 2);
  EXPECT_EQ(counts[0].negative, 1);
  EXPECT_EQ(counts[0].uncertain, 2);
  EXPECT_EQ(counts[0].blank, 1);
  EXPECT_EQ(counts[0].absent, 1);
  EXPECT_EQ(counts[0].targetOne, 2);
  EXPECT_EQ(counts[0].targetZero, 2) << "negative and blank";
  EXPECT_EQ(counts[0].leftOut, 3) << "uncertain and absent";
  const auto ones = countLabels(catalog_, "t", {UncertainAs::One, BlankAs::Ignore});
  EXPECT_EQ(ones[0].targetOne, 4);
  EXPECT_EQ(ones[0].targetZero, 1);
  EXPECT_EQ(ones[0].leftOut, 2);
  const auto kept = countLabels(catalog_, "t", {UncertainAs::Keep, BlankAs::Zero});
  EXPECT_EQ(kept[0].targetOther, 2);
  for (const LabelCounts& c : kept)
    EXPECT_EQ(c.targetOne + c.targetZero + c.targetOther + c.leftOut, 7);
  EXPECT_EQ(labelTarget(LabelValue::Uncertain, {UncertainAs::Keep, BlankAs::Zero}), 0.5);
  EXPECT_EQ(labelTarget(LabelValue::Uncertain, {UncertainAs::Zero, BlankAs::Zero}), 0.0);
  EXPECT_FALSE(labelTarget(LabelValue::Blank, {UncertainAs::Zero, BlankAs::Ignore}));

  const LabelCooccurrence together = labelCooccurrence(catalog_, "t");
  EXPECT_THAT(together.names, ElementsAre("A", "B"));
  EXPECT_THAT(together.together, ElementsAre(ElementsAre(2, 2), ElementsAre(2, 3)));
}

}  // namespace
}  // namespace mrm
