#include "core/metrics/classification.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/base/error.h"
#include "tests/shared_data.h"

namespace mrm {
namespace {

using Labels = std::vector<int>;
using Scores = std::vector<double>;

TEST(RocAuc, CountsTiesHalf) {
  EXPECT_EQ(rocAuc(Labels{0, 1}, Scores{0.1, 0.9}), 1.0);
  EXPECT_EQ(rocAuc(Labels{1, 0}, Scores{0.1, 0.9}), 0.0);
  EXPECT_EQ(rocAuc(Labels{0, 1, 0, 1}, Scores{0.5, 0.5, 0.5, 0.5}), 0.5);
  EXPECT_EQ(rocAuc(Labels{0, 0, 1, 1}, Scores{0.1, 0.4, 0.35, 0.8}), 0.75);
}

TEST(AveragePrecision, TakesTiesTogether) {
  EXPECT_EQ(averagePrecision(Labels{0, 1}, Scores{0.1, 0.9}), 1.0);
  EXPECT_EQ(averagePrecision(Labels{0, 1, 1, 0}, Scores{0.5, 0.5, 0.5, 0.5}), 0.5);
  EXPECT_NEAR(averagePrecision(Labels{0, 0, 1, 1}, Scores{0.1, 0.4, 0.35, 0.8}), 0.5 + 0.5 * 2 / 3,
              1e-15);
}

TEST(Classification, AnAbsentClassGivesNoNumber) {
  EXPECT_TRUE(std::isnan(rocAuc(Labels{0, 0}, Scores{0.1, 0.2})));
  EXPECT_TRUE(std::isnan(rocAuc(Labels{1, 1}, Scores{0.1, 0.2})));
  EXPECT_TRUE(std::isnan(rocAuc(Labels{}, Scores{})));
  EXPECT_TRUE(std::isnan(averagePrecision(Labels{0, 0}, Scores{0.1, 0.2})));
  EXPECT_EQ(averagePrecision(Labels{1, 1}, Scores{0.1, 0.2}), 1.0);
}

TEST(Classification, RefusesScoresThatAreNotFiniteForeignLabelsAndUnequalLengths) {
  for (const double bad : {std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(rocAuc(Labels{0, 1}, Scores{bad, 0}), Error);
    EXPECT_THROW(averagePrecision(Labels{0, 1}, Scores{0, bad}), Error);
  }
  EXPECT_THROW(rocAuc(Labels{0, 11}, Scores{0, 1}), Error);
  EXPECT_THROW(rocAuc(Labels{0, 1}, Scores{0}), Error);
}

TEST(Classification, EqualsTheReferenceToTwelveDigits) {
  MRM_SHARED_OR_SKIP(file, "parity/metrics/auc.json");
  std::ifstream in(file);
  const auto cases = nlohmann::json::parse(in);
  ASSERT_GT(cases.size(), 0U);
  int compared = 0, absent = 0;
  for (const auto& one : cases) {
    const auto labels = one["labels"].get<std::vector<Labels>>();
    const auto scores = one["scores"].get<std::vector<Scores>>();
    for (std::size_t column = 0; column < one["auc"].size(); ++column) {
      Labels y;
      Scores s;
      for (std::size_t row = 0; row < labels.size(); ++row) {
        y.push_back(labels[row][column]);
        s.push_back(scores[row][column]);
      }
      const auto compare = [&](const nlohmann::json& expected, double value, const char* what) {
        if (!expected.is_number()) {
          EXPECT_TRUE(std::isnan(value)) << what;
          ++absent;
          return;
        }
        EXPECT_NEAR(value, expected.get<double>(), 1e-12) << what;
        ++compared;
      };
      compare(one["auc"][column], rocAuc(y, s), "area under the curve");
      compare(one["average_precision"][column], averagePrecision(y, s), "average precision");
    }
  }
  EXPECT_GT(compared, 10);
  EXPECT_GT(absent, 0) << "the reference has an absent class";
}

}  // namespace
}  // namespace mrm
