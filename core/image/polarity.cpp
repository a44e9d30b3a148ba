#include "core/image/polarity.h"

#include <algorithm>
#include <cmath>

namespace mrm {
namespace {

constexpr std::size_t kPixels = kThumbnailSide * kThumbnailSide;
constexpr std::size_t kMostNeighbours = 500;
// An unlike image (another view, a poor crop) has a correlation around 0; an inverted one is
// clearly below. On 382 radiographs of mixed origin -0.1 found all that were inverted and nothing
// else.
constexpr double kInvertedBelow = -0.1;
// Median of the neighbours' correlations, whatever their sign. Radiographs of one view have 0.7 and
// more, a mixture of organs and modalities, like noise, 0.2.
constexpr double kCoherentFrom = 0.5;

using Pattern = std::array<float, kPixels>;

// Mean 0 and length 1, so that the product of two is their correlation. Zeros stay zeros.
template <class Values>
Pattern normalised(const Values& values) {
  double sum = 0, squares = 0;
  for (const auto value : values) sum += value;
  const double mean = sum / kPixels;
  for (const auto value : values) squares += (value - mean) * (value - mean);
  Pattern pattern{};
  if (squares < 1e-12) return pattern;
  const double scale = 1 / std::sqrt(squares);
  for (std::size_t i = 0; i < kPixels; ++i)
    pattern[i] = static_cast<float>((values[i] - mean) * scale);
  return pattern;
}

Pattern patternOf(const Thumbnail& thumbnail) {
  return normalised(brightnessRanks(thumbnail));
}

double product(const Pattern& a, const Pattern& b) {
  double sum = 0;
  for (std::size_t i = 0; i < kPixels; ++i) sum += static_cast<double>(a[i]) * b[i];
  return sum;
}

// The median of each pixel over the patterns, each taken with its sign.
Pattern medianOf(const std::vector<Pattern>& patterns, const std::vector<float>& signs) {
  Pattern median{};
  std::vector<float> values(patterns.size());
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  for (std::size_t pixel = 0; pixel < kPixels; ++pixel) {
    for (std::size_t i = 0; i < patterns.size(); ++i) values[i] = patterns[i][pixel] * signs[i];
    std::nth_element(values.begin(), middle, values.end());
    median[pixel] = *middle;
  }
  return normalised(median);
}

}  // namespace

std::optional<PolarityReference> PolarityReference::of(std::span<const Thumbnail> neighbours) {
  if (neighbours.size() < kFewest) return std::nullopt;
  const std::size_t count = std::min(neighbours.size(), kMostNeighbours);
  std::vector<Pattern> patterns;
  patterns.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    patterns.push_back(patternOf(neighbours[i * neighbours.size() / count]));
  std::vector<float> signs(count, 1.0F);
  PolarityReference reference;
  // The inverted ones weaken the first median; turned around, they strengthen the next.
  for (int round = 0; round < 3; ++round) {
    reference.median_ = medianOf(patterns, signs);
    for (std::size_t i = 0; i < count; ++i)
      signs[i] = product(patterns[i], reference.median_) < kInvertedBelow ? -1.0F : 1.0F;
  }
  std::vector<double> agreements;
  for (const Pattern& pattern : patterns)
    agreements.push_back(std::abs(product(pattern, reference.median_)));
  const auto middle = agreements.begin() + static_cast<std::ptrdiff_t>(count / 2);
  std::nth_element(agreements.begin(), middle, agreements.end());
  reference.isCoherent_ = *middle >= kCoherentFrom;
  return reference;
}

double PolarityReference::agreement(const Thumbnail& thumbnail) const {
  return product(patternOf(thumbnail), median_);
}

bool PolarityReference::looksInverted(const Thumbnail& thumbnail) const {
  return isCoherent_ && agreement(thumbnail) < kInvertedBelow;
}

std::vector<bool> findInverted(std::span<const Thumbnail> group) {
  std::vector<bool> flags(group.size(), false);
  if (const auto reference = PolarityReference::of(group))
    for (std::size_t i = 0; i < group.size(); ++i) flags[i] = reference->looksInverted(group[i]);
  return flags;
}

}  // namespace mrm
