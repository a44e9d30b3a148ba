// The two passes of a separable resize over 8-bit samples. `plain` leaves the processor's special
// instructions unused: for tests of that variant.
#pragma once

#include <cstdint>

#include "core/image/resample_weights.h"

namespace mrm {

// Along rows: `rows` rows of `inputWidth` samples, `inputStride` bytes apart, give rows of
// weights.first.size() samples without padding.
void resampleAlongRows(const std::uint8_t* input, std::int64_t inputWidth, std::int64_t inputStride,
                       std::int64_t rows, const ResampleWeights& weights, std::uint8_t* output,
                       bool plain = false);

// Along columns: gives weights.first.size() rows of `width` samples. Input row r, counted as the
// weights count, is at input + r * inputStride.
void resampleAlongColumns(const std::uint8_t* input, std::int64_t width, std::int64_t inputStride,
                          const ResampleWeights& weights, std::uint8_t* output, bool plain = false);

}  // namespace mrm
