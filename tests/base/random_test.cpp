#include "core/base/random.h"

#include <gtest/gtest.h>

#include <set>

namespace mrm {
namespace {

TEST(Random, IsAFunctionOfSeedAndPathAlone) {
  Random a(7, {3, 5}), b(7, {3, 5}), c(7, {5, 3}), d(8, {3, 5});
  const auto first = a.next();
  EXPECT_EQ(first, b.next());
  EXPECT_NE(first, c.next());
  EXPECT_NE(first, d.next());
}

TEST(Random, MomentsOfItsDistributions) {
  Random random(1);
  const int n = 200000;
  double sum = 0, square = 0, mean = 0;
  for (int i = 0; i < n; ++i) {
    const double z = random.normal();
    sum += z;
    square += z * z;
    mean += random.uniform();
  }
  EXPECT_NEAR(sum / n, 0, 0.01);
  EXPECT_NEAR(square / n, 1, 0.01);
  EXPECT_NEAR(mean / n, 0.5, 0.005);
}

TEST(Random, ShuffleKeepsEveryItem) {
  std::vector<int> items(100);
  for (int i = 0; i < 100; ++i) items[i] = i;
  Random(3).shuffle(items);
  EXPECT_EQ(std::set<int>(items.begin(), items.end()).size(), 100u);
  EXPECT_NE(items[0] * 100 + items[1], 1);
}

}  // namespace
}  // namespace mrm
