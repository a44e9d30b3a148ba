#include "core/sample/plane.h"

#include <algorithm>
#include <cmath>

namespace mrm::phantom {
namespace {

// Running mean over 2 * radius + 1 values, of `count` lines at once that lie side by side: line i
// starts at values + i, its elements are `stride` apart.
void boxFilter(float* values, std::int64_t length, std::int64_t stride, std::int64_t count,
               std::int64_t radius, std::vector<float>& copy, std::vector<float>& sums) {
  const auto element = [&](std::int64_t i) {
    return values + std::clamp<std::int64_t>(i, 0, length - 1) * stride;
  };
  copy.resize(static_cast<std::size_t>(length * count));
  for (std::int64_t i = 0; i < length; ++i) std::copy_n(element(i), count, copy.data() + i * count);
  const auto source = [&](std::int64_t i) {
    return copy.data() + std::clamp<std::int64_t>(i, 0, length - 1) * count;
  };
  sums.assign(static_cast<std::size_t>(count), 0);
  for (std::int64_t i = -radius; i <= radius; ++i)
    for (std::int64_t line = 0; line < count; ++line)
      sums[static_cast<std::size_t>(line)] += source(i)[line];
  const float share = 1.0F / static_cast<float>(2 * radius + 1);
  for (std::int64_t i = 0; i < length; ++i) {
    float* target = element(i);
    const float* entering = source(i + radius + 1);
    const float* leaving = source(i - radius);
    for (std::int64_t line = 0; line < count; ++line) {
      target[line] = sums[static_cast<std::size_t>(line)] * share;
      sums[static_cast<std::size_t>(line)] += entering[line] - leaving[line];
    }
  }
}

void transpose(const Plane& from, Plane& to) {
  constexpr std::int64_t kTile = 16;
  for (std::int64_t top = 0; top < from.height; top += kTile)
    for (std::int64_t left = 0; left < from.width; left += kTile)
      for (std::int64_t y = top; y < std::min(top + kTile, from.height); ++y)
        for (std::int64_t x = left; x < std::min(left + kTile, from.width); ++x)
          to.at(y, x) = from.at(x, y);
}

void blurColumns(Plane& plane, std::int64_t radius) {
  constexpr std::int64_t kLines = 64;  // few enough for the cache
  std::vector<float> copy, sums;
  for (std::int64_t x = 0; x < plane.width; x += kLines)
    for (int pass = 0; pass < 3; ++pass)
      boxFilter(plane.values.data() + x, plane.height, plane.width,
                std::min(kLines, plane.width - x), radius, copy, sums);
}

}  // namespace

void blur(Plane& plane, double sigma) {
  // Three boxes of width w have the variance (w * w - 1) / 4.
  const auto radius =
      static_cast<std::int64_t>(std::lround((std::sqrt(4 * sigma * sigma + 1) - 1) / 2));
  if (radius < 1) return;
  blurColumns(plane, radius);
  Plane side(plane.height, plane.width);
  transpose(plane, side);
  blurColumns(side, radius);
  transpose(side, plane);
}

Plane smoothNoise(std::int64_t width, std::int64_t height, double cell, Random& random) {
  const auto columns = static_cast<std::int64_t>(static_cast<double>(width) / cell) + 3;
  const auto rows = static_cast<std::int64_t>(static_cast<double>(height) / cell) + 3;
  Plane knots(columns, rows);
  for (float& knot : knots.values) knot = static_cast<float>(random.normal());
  const auto ease = [](double t) { return static_cast<float>(t * t * (3 - 2 * t)); };
  std::vector<std::int64_t> left(static_cast<std::size_t>(width));
  std::vector<float> share(left.size());
  for (std::size_t x = 0; x < left.size(); ++x) {
    const double place = static_cast<double>(x) / cell;
    left[x] = static_cast<std::int64_t>(place);
    share[x] = ease(place - std::floor(place));
  }
  Plane noise(width, height);
  constexpr float kGain = 1.35F;  // interpolation lowers the deviation
  for (std::int64_t y = 0; y < height; ++y) {
    const double place = static_cast<double>(y) / cell;
    const auto row = static_cast<std::int64_t>(place);
    const float down = ease(place - std::floor(place));
    for (std::size_t x = 0; x < left.size(); ++x) {
      const std::int64_t k = left[x];
      const float top = knots.at(k, row) + share[x] * (knots.at(k + 1, row) - knots.at(k, row));
      const float bottom =
          knots.at(k, row + 1) + share[x] * (knots.at(k + 1, row + 1) - knots.at(k, row + 1));
      noise.at(static_cast<std::int64_t>(x), y) = kGain * (top + down * (bottom - top));
    }
  }
  return noise;
}

}  // namespace mrm::phantom
