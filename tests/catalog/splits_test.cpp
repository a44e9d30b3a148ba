// Splits by patient: whole, even, repeatable, nested.
#include "core/catalog/splits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/catalog/catalog_samples.h"

namespace mrm {
namespace {

using ::testing::HasSubstr;
using testing::makeBatch;
using testing::makeRecord;
using testing::TemporaryFolder;

constexpr std::array kClasses = {"common", "half", "rare", "very rare"};
constexpr std::array kChances = {0.5, 0.2, 0.04, 0.012};

// Patients with one to six records; some records without a patient share a study.
std::vector<CatalogRecord> manyRecords(std::uint64_t seed, int patients) {
  Random random(seed);
  std::vector<CatalogRecord> records;
  for (int p = 0; p < patients; ++p) {
    std::array<bool, kClasses.size()> has{};
    for (std::size_t c = 0; c < has.size(); ++c) has[c] = random.chance(kChances[c]);
    for (std::uint64_t i = 1 + random.below(6); i > 0; --i) {
      CatalogRecord record =
          makeRecord("k" + std::to_string(records.size()), p % 10 ? "p" + std::to_string(p) : "");
      record.study = p % 10 ? "" : "s" + std::to_string(p);
      for (std::size_t c = 0; c < has.size(); ++c)
        record.labels.push_back(
            {"task", kClasses[c],
             has[c] && random.chance(0.8) ? LabelValue::Positive : LabelValue::Negative});
      if (random.chance(0.05)) record.status = RecordStatus::Quarantined;
      records.push_back(std::move(record));
    }
  }
  return records;
}

std::string groupOf(const CatalogRecord& record) {
  return record.patient.empty() ? "study " + record.study : record.patient;
}

class SplitsTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  Catalog catalog_ = Catalog::create(folder_.path() / "catalog.db");

  // Splits by group; fails when a group is parted.
  std::map<std::string, Split> groups(const std::vector<std::pair<RecordId, Split>>& splits) {
    std::map<std::string, Split> groups;
    for (const auto& [id, split] : splits) {
      const auto [known, isNew] = groups.emplace(groupOf(*catalog_.record(id)), split);
      EXPECT_EQ(known->second, split) << "a patient is parted";
    }
    return groups;
  }
};

TEST_F(SplitsTest, PatientsStayWholeAndSharesAreExact) {
  catalog_.import(makeBatch(manyRecords(1, 400)));
  RecordQuery usable;
  usable.facets[Facet::Status] = {"usable"};
  for (const std::uint64_t seed : {1, 2, 3}) {
    SplitPlan plan{0.7, 0.2, 0.1, seed, "", false};
    const auto splits = planSplits(catalog_, plan);
    EXPECT_EQ(splits.size(), catalog_.find(usable).size());
    std::map<Split, int> counts;
    const auto all = groups(splits);
    for (const auto& [group, split] : all) ++counts[split];
    const auto total = static_cast<double>(all.size());
    EXPECT_NEAR(counts[Split::Training], 0.7 * total, 1);
    EXPECT_NEAR(counts[Split::Validation], 0.2 * total, 1);
    EXPECT_NEAR(counts[Split::Test], 0.1 * total, 1);
    EXPECT_EQ(counts[Split::None], 0);
    EXPECT_EQ(planSplits(catalog_, plan), splits) << "the same seed, the same splits";
    plan.seed += 10;
    EXPECT_NE(planSplits(catalog_, plan), splits);
  }
  const auto none = planSplits(catalog_, {1, 0, 0, 1, "", false});
  EXPECT_TRUE(std::all_of(none.begin(), none.end(),
                          [](const auto& one) { return one.second == Split::Training; }));
}

TEST_F(SplitsTest, StratifiedSplitsSpreadEveryClassAsEvenlyAsPatientsAllow) {
  catalog_.import(makeBatch(manyRecords(2, 1500)));
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const SplitPlan plan{0.8, 0.1, 0.1, seed, "task", false};
    const auto splits = planSplits(catalog_, plan);
    groups(splits);
    std::map<std::string, std::map<Split, double>> positives;
    std::map<Split, double> records;
    std::map<std::string, double> total;
    for (const auto& [id, split] : splits) {
      ++records[split];
      const CatalogRecord record = *catalog_.record(id);
      for (const Label& label : record.labels)
        if (label.value == LabelValue::Positive) {
          ++positives[label.name][split];
          ++total[label.name];
        }
    }
    const std::map<Split, double> shares = {
        {Split::Training, 0.8}, {Split::Validation, 0.1}, {Split::Test, 0.1}};
    for (const char* name : kClasses)
      for (const auto& [split, share] : shares)
        // A patient has at most six positive records.
        EXPECT_NEAR(positives[name][split], share * total[name], 6) << name << " seed " << seed;
    EXPECT_NEAR(records[Split::Training] / static_cast<double>(splits.size()), 0.8, 0.03);
  }
}

TEST_F(SplitsTest, AClassOfOnePatientIsTrainedOnAndOneOfThreeIsEverywhere) {
  std::vector<CatalogRecord> records;
  for (int i = 0; i < 60; ++i) {
    CatalogRecord record = makeRecord("k" + std::to_string(i), "p" + std::to_string(i));
    record.labels = {
        {"task", "one", i == 20 ? LabelValue::Positive : LabelValue::Negative},
        {"task", "three", i == 5 || i == 6 || i == 7 ? LabelValue::Positive : LabelValue::Negative},
        {"task", "many", i % 2 ? LabelValue::Positive : LabelValue::Negative}};
    records.push_back(std::move(record));
  }
  catalog_.import(makeBatch(records));
  for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
    std::set<Split> three;
    for (const auto& [id, split] : planSplits(catalog_, {0.8, 0.1, 0.1, seed, "task", false})) {
      const std::string key = catalog_.record(id)->key;
      if (key == "k20") {
        EXPECT_EQ(split, Split::Training);
      }
      if (key == "k5" || key == "k6" || key == "k7") three.insert(split);
    }
    EXPECT_EQ(three.size(), 3U) << "seed " << seed;
  }
}

TEST_F(SplitsTest, GivenSplitsAreKeptWithTheirPatients) {
  auto records = manyRecords(3, 300);
  Random random(8);
  std::map<std::string, Split> given;
  for (CatalogRecord& record : records) {
    const std::string group = groupOf(record);
    if (!given.contains(group)) given[group] = random.chance(0.3) ? Split::Test : Split::None;
    if (random.chance(0.6)) record.split = given[group];
  }
  catalog_.import(makeBatch(records));
  std::map<std::string, Split> kept;
  catalog_.forEach({}, [&](const CatalogRecord& record) {
    if (record.split != Split::None && record.status == RecordStatus::Usable)
      kept[groupOf(record)] = record.split;
  });
  for (const char* task : {"", "task"}) {
    SplitPlan plan{0.6, 0.1, 0.3, 5, task, true};
    const auto splits = groups(planSplits(catalog_, plan));
    std::map<Split, int> counts;
    for (const auto& [group, split] : splits) {
      ++counts[split];
      if (kept.contains(group)) {
        EXPECT_EQ(split, kept[group]);
      }
    }
    EXPECT_NEAR(counts[Split::Training], 0.6 * static_cast<double>(splits.size()), 8);
    EXPECT_NEAR(counts[Split::Test], 0.3 * static_cast<double>(splits.size()), 8);
  }
}

TEST_F(SplitsTest, SharesAndTasksThatMakeNoSenseAreRefused) {
  catalog_.import(makeBatch(manyRecords(4, 20)));
  EXPECT_THROW(planSplits(catalog_, {0.5, 0.1, 0.1, 1, "", false}), Error);
  EXPECT_THROW(planSplits(catalog_, {1.5, -0.5, 0, 1, "", false}), Error);
  EXPECT_THROW(planSplits(catalog_, {NAN, 0.5, 0.5, 1, "", false}), Error);
  try {
    planSplits(catalog_, {0.8, 0.1, 0.1, 1, "nothing", false});
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_THAT(error.advice(), HasSubstr("task"));
  }
  EXPECT_THROW(labelFraction(catalog_, "task", 0.5, 1), Error) << "nothing is split yet";
  EXPECT_THROW(labelFraction(catalog_, "task", 0, 1), Error);
  EXPECT_THROW(labelFraction(catalog_, "task", 1.1, 1), Error);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(planSplits(catalog_, {}, stop.get_token()), Stopped);
}

TEST_F(SplitsTest, FractionsAreNestedSeededAndKeepAPositiveOfEveryClass) {
  catalog_.import(makeBatch(manyRecords(5, 1000)));
  catalog_.setSplits(planSplits(catalog_, {0.8, 0.1, 0.1, 1, "task", false}), "by patient");
  for (const std::uint64_t seed : {1, 2, 3}) {
    std::vector<RecordId> smaller;
    std::size_t patients = 0;
    for (const double share : {0.001, 0.01, 0.1, 0.5, 1.0}) {
      const auto ids = labelFraction(catalog_, "task", share, seed);
      EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
      EXPECT_TRUE(std::includes(ids.begin(), ids.end(), smaller.begin(), smaller.end()))
          << "not nested at " << share;
      smaller = ids;
      std::set<std::string> groups, positive;
      for (const RecordId id : ids) {
        const CatalogRecord record = *catalog_.record(id);
        EXPECT_EQ(record.split, Split::Training);
        EXPECT_EQ(record.status, RecordStatus::Usable);
        groups.insert(groupOf(record));
        for (const Label& label : record.labels)
          if (label.value == LabelValue::Positive) positive.insert(label.name);
      }
      EXPECT_EQ(positive.size(), kClasses.size()) << "a class without positives at " << share;
      if (share == 1.0) patients = groups.size();
    }
    RecordQuery training;
    training.facets[Facet::Split] = {"training"};
    training.facets[Facet::Status] = {"usable"};
    EXPECT_EQ(smaller, catalog_.find(training)) << "all of them";
    std::set<std::string> tenth;
    for (const RecordId id : labelFraction(catalog_, "task", 0.1, seed))
      tenth.insert(groupOf(*catalog_.record(id)));
    EXPECT_NEAR(static_cast<double>(tenth.size()), 0.1 * static_cast<double>(patients), 4);
  }
  EXPECT_NE(labelFraction(catalog_, "task", 0.1, 1), labelFraction(catalog_, "task", 0.1, 2));
}

}  // namespace
}  // namespace mrm
