#include "core/image/display_lookup.h"

#include <algorithm>
#include <array>

namespace mrm {

ValueRange rangeOf(std::span<const std::int32_t> values) {
  if (values.empty()) return {};
  std::int32_t low = values[0], high = values[0];
  for (const std::int32_t value : values) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  return {low, high};
}

std::vector<std::uint32_t> histogramOf(std::span<const std::int32_t> values, ValueRange range) {
  const auto size = static_cast<std::size_t>(std::int64_t{range.high} - range.low + 1);
  // Neighbouring pixels are often equal: two histograms keep one's increment from waiting for the
  // one before.
  std::vector<std::uint32_t> even(size), odd(size);
  const auto low = static_cast<std::uint32_t>(range.low);
  std::size_t i = 0;
  for (; i + 1 < values.size(); i += 2) {
    ++even[static_cast<std::uint32_t>(values[i]) - low];
    ++odd[static_cast<std::uint32_t>(values[i + 1]) - low];
  }
  if (i < values.size()) ++even[static_cast<std::uint32_t>(values[i]) - low];
  for (std::size_t bin = 0; bin < size; ++bin) even[bin] += odd[bin];
  return even;
}

void lookUp(std::span<const std::int32_t> values, std::int32_t first,
            std::span<const std::uint8_t> table, std::uint8_t* target) {
  const auto low = static_cast<std::uint32_t>(first);
  for (std::size_t i = 0; i < values.size(); ++i)
    target[i] = table[static_cast<std::uint32_t>(values[i]) - low];
}

}  // namespace mrm
