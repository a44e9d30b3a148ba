#include "widgets/models/row_ranges.h"

#include <algorithm>

namespace mrm {

RowRanges normalized(RowRanges ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const RowRange& a, const RowRange& b) { return a.first < b.first; });
  RowRanges joined;
  for (const RowRange& range : ranges) {
    if (!joined.empty() && range.first <= joined.back().last + 1)
      joined.back().last = std::max(joined.back().last, range.last);
    else
      joined.push_back(range);
  }
  return joined;
}

std::int64_t rowCountOf(const RowRanges& ranges) {
  std::int64_t count = 0;
  for (const RowRange& range : ranges) count += range.last - range.first + 1;
  return count;
}

std::vector<RecordId> idsIn(const RowRanges& ranges, std::span<const RecordId> ids) {
  std::vector<RecordId> chosen;
  chosen.reserve(static_cast<std::size_t>(rowCountOf(ranges)));
  for (const RowRange& range : ranges)
    for (int row = std::max(range.first, 0);
         row <= range.last && row < static_cast<int>(ids.size()); ++row)
      chosen.push_back(ids[static_cast<std::size_t>(row)]);
  return chosen;
}

RowRanges movedRows(const RowRanges& ranges, std::span<const RecordId> before,
                    std::span<const RecordId> now) {
  std::vector<RecordId> chosen = idsIn(ranges, before);
  std::sort(chosen.begin(), chosen.end());
  RowRanges moved;
  if (chosen.empty()) return moved;
  for (std::size_t row = 0; row < now.size(); ++row) {
    if (!std::binary_search(chosen.begin(), chosen.end(), now[row])) continue;
    const int at = static_cast<int>(row);
    if (!moved.empty() && moved.back().last == at - 1)
      moved.back().last = at;
    else
      moved.push_back({at, at});
  }
  return moved;
}

}  // namespace mrm
