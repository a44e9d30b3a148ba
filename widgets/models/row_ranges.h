// Rows of a table as ranges: a selection of 400,000 rows is one range, not 400,000 objects.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/catalog/catalog_types.h"

namespace mrm {

struct RowRange {
  int first = 0, last = 0;  // inclusive
  bool operator==(const RowRange&) const = default;
};
using RowRanges = std::vector<RowRange>;

RowRanges normalized(RowRanges ranges);  // ascending, apart by a row at least
std::int64_t rowCountOf(const RowRanges& ranges);
std::vector<RecordId> idsIn(const RowRanges& ranges, std::span<const RecordId> ids);

// Where the rows of one list of records are in another. Each id is there once at most.
RowRanges movedRows(const RowRanges& ranges, std::span<const RecordId> before,
                    std::span<const RecordId> now);

}  // namespace mrm
