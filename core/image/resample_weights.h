// Which input samples make each output sample of a one-dimensional resize, and with what weights.
#pragma once

#include <cstdint>
#include <vector>

#include "core/image/resample.h"

namespace mrm {

struct ResampleWeights {
  std::int64_t taps = 0;  // room for weights per output sample
  std::vector<std::int32_t> first,
      count;                          // per output sample: its first input sample, and how many
  std::vector<std::int32_t> weights;  // [outputs, taps], fixed point with kResampleBits
};

inline constexpr int kResampleBits =
    22;  // 32 less 8 for the sample less 2 for weights above 1 and sign

// Outputs [begin, end) of a resize from `inputs` to `outputs` samples. The filter is widened by the
// factor of shrinking (antialiasing), cut at the borders and normalised; weights are rounded half
// away from zero. Source of the rules: Pillow, src/libImaging/Resample.c (precompute_coeffs,
// normalize_coeffs_8bpc).
ResampleWeights resampleWeights(std::int64_t inputs, std::int64_t outputs, std::int64_t begin,
                                std::int64_t end, Filter filter);

}  // namespace mrm
