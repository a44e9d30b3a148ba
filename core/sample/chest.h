// The outlines of a phantom's chest in projection: body, lungs, diaphragm, mediastinum and heart.
#pragma once

#include <array>
#include <vector>

#include "core/sample/anatomy.h"
#include "core/sample/findings.h"

namespace mrm::phantom {

// Along one axis, linear between values one millimetre apart, constant beyond the ends.
class Curve {
 public:
  template <class Function>
  Curve(double from, double to, Function function) : from_(from) {
    for (double x = from; x <= to; ++x) values_.push_back(function(x));
  }
  double operator()(double x) const {
    const double place = x - from_;
    if (!(place > 0)) return values_.front();
    const auto i = static_cast<std::size_t>(place);
    if (i + 1 >= values_.size()) return values_.back();
    return values_[i] + (values_[i + 1] - values_[i]) * (place - static_cast<double>(i));
  }

 private:
  double from_;
  std::vector<double> values_;
};

class Ellipse {
 public:
  Ellipse() = default;
  // Half axes `along` and `across`; `angle` of the first, clockwise on the image; `depth` is half
  // the thickness in the middle.
  Ellipse(double x, double y, double along, double across, double angle, double depth);

  // Squared distance from the centre in units of the radius: 1 on the border.
  double squared(double px, double py) const {
    const double dx = px - x_, dy = py - y_;
    const double u = dx * uX_ + dy * uY_, v = dx * vX_ + dy * vY_;
    return u * u + v * v;
  }
  double thickness(double px, double py) const;  // along the ray
  double depth() const { return depth_; }

 private:
  double x_ = 0, y_ = 0, uX_ = 1, uY_ = 0, vX_ = 0, vY_ = 1, depth_ = 0;
};

// What a ray through one point passes, in millimetres, before any finding of the lung.
struct Ray {
  double body = 0;  // skin to skin
  double lung = 0;  // within both lungs' outer borders
  double gas = 0;   // windpipe, bronchi, stomach
  Side side = Side::Right;
  bool inLungField =
      false;  // in a lung as outlined on a radiograph: beside heart and mediastinum, above the dome
};

class Chest {
 public:
  Chest(const Anatomy& anatomy, const Projection& projection, const Findings& findings);

  Ray ray(double x, double y) const;

  // Half the width of the cavity at a height, and of what the lung leaves free in the midline.
  double lateralWall(double y) const { return lateralWall_(y); }
  double medialBorder(Side side, double y) const;
  double dome(Side side, double x) const;  // height of the diaphragm
  double lungHeight() const { return anatomy_.lungHeight; }
  double apexX() const { return kApex * anatomy_.halfWidth; }
  // Sideways displacement of mediastinum and heart by a large effusion or pneumothorax.
  double shift() const { return shift_; }
  const Anatomy& anatomy() const { return anatomy_; }
  double inspiration() const { return inspiration_; }
  static double sign(Side side) { return side == Side::Right ? -1 : 1; }

 private:
  static constexpr double kApex = 0.38;  // where the apices lie, as a share of the half width

  void placeHeart(const Projection& projection, const Findings& findings);
  double bodyThickness(double x, double y) const;
  double airways(double x, double y) const;
  double heartThickness(double x, double y) const;
  double aortaThickness(double x, double y) const;

  Anatomy anatomy_;
  double inspiration_, shift_;
  Curve lateralWall_, cavityDepth_, bodyWidth_, bodyDepth_, bodyShape_;
  Curve mediastinumRight_, mediastinumLeft_;
  std::array<Ellipse, 3> heart_;  // left ventricle, right atrium, pulmonary trunk
  Ellipse knob_, gasBubble_;
  double breastHeight_;
  std::array<Ellipse, 4> breasts_;  // lower and upper outline on the right, on the left
};

}  // namespace mrm::phantom
