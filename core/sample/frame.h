// Where a phantom's millimetres lie on the image's pixels.
#pragma once

#include <algorithm>
#include <cmath>

#include "core/sample/anatomy.h"

namespace mrm::phantom {

struct Point {
  double x = 0, y = 0;
};

class Frame {
 public:
  // The field's shorter side gets `shorterSide` pixels.
  Frame(const Projection& projection, std::int64_t shorterSide)
      : mmPerPixel_(std::min(projection.width, projection.height) /
                    static_cast<double>(shorterSide)),
        width_(std::llround(projection.width / mmPerPixel_)),
        height_(std::llround(projection.height / mmPerPixel_)),
        left_(projection.centreX - projection.width / 2),
        top_(projection.top),
        cosine_(std::cos(projection.rotation)),
        sine_(std::sin(projection.rotation)) {}

  std::int64_t width() const { return width_; }
  std::int64_t height() const { return height_; }
  double mmPerPixel() const { return mmPerPixel_; }

  Point toMillimetres(double px, double py) const {
    const double x = left_ + (px + 0.5) * mmPerPixel_, y = top_ + (py + 0.5) * mmPerPixel_ - kPivot;
    return {x * cosine_ + y * sine_, -x * sine_ + y * cosine_ + kPivot};
  }
  Point toPixels(double x, double y) const {
    const double u = x * cosine_ - (y - kPivot) * sine_,
                 v = x * sine_ + (y - kPivot) * cosine_ + kPivot;
    return {(u - left_) / mmPerPixel_ - 0.5, (v - top_) / mmPerPixel_ - 0.5};
  }

 private:
  static constexpr double kPivot = 130;  // the body turns about the middle of the chest
  double mmPerPixel_;
  std::int64_t width_, height_;
  double left_, top_, cosine_, sine_;
};

}  // namespace mrm::phantom
