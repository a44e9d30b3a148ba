#include "core/image/resample_weights.h"

#include <algorithm>
#include <cmath>

namespace mrm {
namespace {

double bilinear(double x) {
  x = std::fabs(x);
  return x < 1.0 ? 1.0 - x : 0.0;
}

// Keys' cubic convolution with a = -0.5, in the order of operations of Pillow, so that the last bit
// agrees.
double bicubic(double x) {
  constexpr double a = -0.5;
  x = std::fabs(x);
  if (x < 1.0) return ((a + 2.0) * x - (a + 3.0)) * x * x + 1;
  if (x < 2.0) return (((x - 5) * x + 8) * x - 4) * a;
  return 0.0;
}

}  // namespace

ResampleWeights resampleWeights(std::int64_t inputs, std::int64_t outputs, std::int64_t begin,
                                std::int64_t end, Filter filter) {
  const double scale = static_cast<double>(inputs) / static_cast<double>(outputs);
  const double widening = std::max(scale, 1.0);
  const double support = (filter == Filter::Bicubic ? 2.0 : 1.0) * widening;
  const double narrowing = 1.0 / widening;

  ResampleWeights result;
  result.taps = static_cast<std::int64_t>(std::ceil(support)) * 2 + 1;
  const auto size = static_cast<std::size_t>(end - begin);
  result.first.resize(size);
  result.count.resize(size);
  result.weights.assign(size * static_cast<std::size_t>(result.taps), 0);
  std::vector<double> exact(static_cast<std::size_t>(result.taps));
  for (std::size_t i = 0; i < size; ++i) {
    const double centre = (static_cast<double>(begin + static_cast<std::int64_t>(i)) + 0.5) * scale;
    // Truncated after adding a half, also below zero: as in Pillow.
    // NOLINTBEGIN(bugprone-incorrect-roundings)
    const auto first = std::max(static_cast<std::int64_t>(centre - support + 0.5), std::int64_t{0});
    const auto last = std::min(static_cast<std::int64_t>(centre + support + 0.5), inputs);
    // NOLINTEND(bugprone-incorrect-roundings)
    const auto count = static_cast<std::size_t>(last - first);
    double sum = 0;
    for (std::size_t t = 0; t < count; ++t) {
      const double distance =
          (static_cast<double>(first + static_cast<std::int64_t>(t)) - centre + 0.5) * narrowing;
      exact[t] = filter == Filter::Bicubic ? bicubic(distance) : bilinear(distance);
      sum += exact[t];
    }
    std::int32_t* weights = result.weights.data() + i * static_cast<std::size_t>(result.taps);
    for (std::size_t t = 0; t < count; ++t) {
      const double weight = (sum != 0.0 ? exact[t] / sum : exact[t]) * (1 << kResampleBits);
      weights[t] = static_cast<std::int32_t>(weight + (weight < 0 ? -0.5 : 0.5));
    }
    result.first[i] = static_cast<std::int32_t>(first);
    result.count[i] = static_cast<std::int32_t>(count);
  }
  return result;
}

}  // namespace mrm
