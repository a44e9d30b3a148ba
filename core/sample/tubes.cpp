#include "core/sample/tubes.h"

#include <algorithm>
#include <cmath>

namespace mrm::phantom {

double roundProfile(double q) {
  return std::sqrt(1 - q * q);
}

double corticalProfile(double q) {
  constexpr double kInside = 0.76, kLooseness = 0.38;
  const double outer = std::sqrt(1 - q * q);
  const double inner = q < kInside ? std::sqrt(kInside * kInside - q * q) : 0;
  return outer - (1 - kLooseness) * inner;
}

void TubePainter::piece(const TubePoint& from, const TubePoint& to, double (*profile)(double)) {
  const double reach = std::max(from.radius, to.radius) + 1;
  const auto low = [&](double a, double b) {
    return static_cast<std::int64_t>(std::floor(std::min(a, b) - reach));
  };
  const auto high = [&](double a, double b) {
    return static_cast<std::int64_t>(std::ceil(std::max(a, b) + reach));
  };
  const std::int64_t left = std::max<std::int64_t>(low(from.x, to.x), 0),
                     top = std::max<std::int64_t>(low(from.y, to.y), 0);
  const std::int64_t right = std::min(high(from.x, to.x), scratch_.width - 1),
                     bottom = std::min(high(from.y, to.y), scratch_.height - 1);
  if (left > right || top > bottom) return;
  left_ = std::min(left_, left);
  top_ = std::min(top_, top);
  right_ = std::max(right_, right);
  bottom_ = std::max(bottom_, bottom);
  const double dx = to.x - from.x, dy = to.y - from.y;
  const double squared = dx * dx + dy * dy;
  for (std::int64_t y = top; y <= bottom; ++y)
    for (std::int64_t x = left; x <= right; ++x) {
      const double px = static_cast<double>(x) - from.x, py = static_cast<double>(y) - from.y;
      const double along = squared > 0 ? clamp01((px * dx + py * dy) / squared) : 0;
      const double d2 =
          (px - along * dx) * (px - along * dx) + (py - along * dy) * (py - along * dy);
      const double radius = mix(from.radius, to.radius, along);
      // Tubes thinner than a pixel keep their mass instead of vanishing between pixels.
      const double drawn = std::max(radius, 0.7);
      if (d2 >= drawn * drawn) continue;
      const double thickness = mix(from.thickness, to.thickness, along) *
                               profile(std::sqrt(d2) / drawn) * (radius / drawn);
      float& value = scratch_.at(x, y);
      value = std::max(value, static_cast<float>(thickness));
    }
}

void TubePainter::tube(const std::vector<TubePoint>& points, double (*profile)(double)) {
  for (std::size_t i = 1; i < points.size(); ++i) piece(points[i - 1], points[i], profile);
}

void TubePainter::finish(Plane& target) {
  for (std::int64_t y = top_; y <= bottom_; ++y)
    for (std::int64_t x = left_; x <= right_; ++x) {
      target.at(x, y) += scratch_.at(x, y);
      scratch_.at(x, y) = 0;
    }
  left_ = top_ = INT64_MAX;
  right_ = bottom_ = -1;
}

}  // namespace mrm::phantom
