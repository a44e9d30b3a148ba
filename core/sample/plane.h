// A raster of real values over the image, and the few operations a phantom needs on it.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/random.h"

namespace mrm::phantom {

struct Plane {
  std::int64_t width = 0, height = 0;
  std::vector<float> values;  // row-major

  Plane(std::int64_t w, std::int64_t h)
      : width(w), height(h), values(static_cast<std::size_t>(w * h)) {}
  float& at(std::int64_t x, std::int64_t y) {
    return values[static_cast<std::size_t>(y * width + x)];
  }
  float at(std::int64_t x, std::int64_t y) const {
    return values[static_cast<std::size_t>(y * width + x)];
  }
};

// Close to a Gaussian of standard deviation `sigma` pixels: three box filters in each direction,
// edges continued.
void blur(Plane& plane, double sigma);

// Smooth noise of mean 0 and standard deviation near 1, with structures of about `cell` pixels.
Plane smoothNoise(std::int64_t width, std::int64_t height, double cell, Random& random);

inline double clamp01(double x) {
  return x < 0 ? 0 : x > 1 ? 1 : x;
}
inline double smoothstep(double from, double to, double x) {
  const double t = clamp01((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}
inline double mix(double a, double b, double share) {
  return a + (b - a) * share;
}

}  // namespace mrm::phantom
