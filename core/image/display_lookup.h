// The passes over all pixels that display values need; everything else works on single values.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace mrm {

struct ValueRange {
  std::int32_t low = 0, high = 0;
};

// The smallest and the largest value; {0, 0} of none.
ValueRange rangeOf(std::span<const std::int32_t> values);

// How often each value from range.low on occurs; `range` covers all values.
std::vector<std::uint32_t> histogramOf(std::span<const std::int32_t> values, ValueRange range);

// target[i] = table[values[i] - first]; the table covers all values.
void lookUp(std::span<const std::int32_t> values, std::int32_t first,
            std::span<const std::uint8_t> table, std::uint8_t* target);

}  // namespace mrm
