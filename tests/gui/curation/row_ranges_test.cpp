// Selections as ranges of rows, and where they go when the order changes.
#include "widgets/models/row_ranges.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "core/base/random.h"

namespace mrm {
namespace {

TEST(RowRanges, TouchingAndOverlappingOnesBecomeOne) {
  EXPECT_EQ(normalized({{5, 7}, {0, 2}, {3, 3}, {6, 9}, {20, 20}}),
            (RowRanges{{0, 3}, {5, 9}, {20, 20}}));
  EXPECT_EQ(rowCountOf({{0, 3}, {5, 9}}), 9);
  EXPECT_TRUE(normalized({}).empty());
}

TEST(RowRanges, IdsBeyondTheListAreLeftOut) {
  const std::vector<RecordId> ids = {10, 20, 30};
  EXPECT_EQ(idsIn({{1, 5}}, ids), (std::vector<RecordId>{20, 30}));
  EXPECT_TRUE(idsIn({{7, 9}}, ids).empty());
}

TEST(RowRanges, ASelectionMovesWithItsRecords) {
  Random random(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<RecordId> before(40);
    std::iota(before.begin(), before.end(), 1);
    std::vector<RecordId> now;
    for (const RecordId id : before)
      if (random.below(4) != 0) now.push_back(id);
    for (std::size_t i = now.size(); i > 1; --i) std::swap(now[i - 1], now[random.below(i)]);
    RowRanges selected;
    for (int row = 0; row < 40; row += 4)
      if (random.below(2) == 0) selected.push_back({row, row + static_cast<int>(random.below(4))});
    std::set<RecordId> expected;
    for (const RecordId id : idsIn(normalized(selected), before))
      if (std::find(now.begin(), now.end(), id) != now.end()) expected.insert(id);
    const RowRanges moved = movedRows(normalized(selected), before, now);
    const std::vector<RecordId> found = idsIn(moved, now);
    EXPECT_EQ(std::set<RecordId>(found.begin(), found.end()), expected);
    EXPECT_EQ(found.size(), expected.size());
    EXPECT_EQ(moved, normalized(moved));
  }
}

}  // namespace
}  // namespace mrm
