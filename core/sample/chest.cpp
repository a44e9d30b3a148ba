#include "core/sample/chest.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/sample/plane.h"

namespace mrm::phantom {
namespace {

constexpr double kTop = -120, kBottom = 460;  // heights for which the curves are kept
constexpr double kCarina = 92;                // where the windpipe divides
constexpr double kKnobHeight = 70;

double displacement(const Findings& findings) {
  for (const Side side : {Side::Right, Side::Left}) {
    const double away = -Chest::sign(side);
    if (findings.effusionOn(side) == Extent::Large) return away * 11;
    if (findings.pneumothorax && findings.pneumothorax->side == side &&
        findings.pneumothorax->extent == Extent::Large)
      return away * 9;
  }
  return 0;
}

// Through the given points (height, value), smooth between them.
double through(std::initializer_list<std::pair<double, double>> points, double y) {
  const auto* previous = points.begin();
  if (y <= previous->first) return previous->second;
  for (const auto* point = previous + 1; point != points.end(); previous = point++)
    if (y < point->first)
      return mix(previous->second, point->second, smoothstep(previous->first, point->first, y));
  return previous->second;
}

double round(double squared) {
  return squared < 1 ? std::sqrt(1 - squared) : 0;
}

}  // namespace

Ellipse::Ellipse(double x, double y, double along, double across, double angle, double depth)
    : x_(x),
      y_(y),
      uX_(std::cos(angle) / along),
      uY_(std::sin(angle) / along),
      vX_(-std::sin(angle) / across),
      vY_(std::cos(angle) / across),
      depth_(depth) {}

double Ellipse::thickness(double px, double py) const {
  return 2 * depth_ * round(squared(px, py));
}

Chest::Chest(const Anatomy& anatomy, const Projection& projection, const Findings& findings)
    : anatomy_(anatomy),
      inspiration_(projection.inspiration),
      shift_(displacement(findings)),
      lateralWall_(kTop, kBottom,
                   [&](double y) {
                     const double t = std::max(y / anatomy.lungHeight, 0.0);
                     const double rise = std::sin(std::min(t / 0.62, 1.0) * std::numbers::pi / 2);
                     return anatomy.halfWidth *
                            (mix(kApex, 1, std::pow(rise, 0.66)) + 0.02 * std::max(t - 0.62, 0.0));
                   }),
      cavityDepth_(kTop, kBottom,
                   [&](double y) {
                     const double t = std::max(y / anatomy.lungHeight, 0.0);
                     return anatomy.halfDepth * std::min(1.0, 0.95 * std::sqrt(t / 0.4));
                   }),
      bodyWidth_(kTop, kBottom,
                 [&](double y) {
                   const double neck = 50 + 0.35 * anatomy.wall,
                                torso = anatomy.halfWidth + anatomy.wall;
                   if (y > 40) return mix(torso + 55, torso, smoothstep(45, 130, y));
                   return through({{-62, neck},
                                   {-42, neck + 8},
                                   {-20, 0.66 * torso},
                                   {2, 0.98 * torso},
                                   {34, torso + 55}},
                                  y);
                 }),
      bodyDepth_(kTop, kBottom,
                 [&](double y) {
                   const double chest = anatomy.halfDepth + 0.9 * anatomy.wall;
                   return through(
                       {{-60, 58}, {-20, 66}, {20, 0.82 * chest}, {90, chest}, {400, 1.02 * chest}},
                       y);
                 }),
      bodyShape_(kTop, kBottom, [&](double y) { return mix(0.75, 0.5, smoothstep(-30, 130, y)); }),
      mediastinumRight_(
          kTop, kBottom,
          [&](double y) {
            return through({{-20, 22}, {20, 29}, {60, 31}, {100, 33}, {140, 30}, {260, 27}}, y);
          }),
      mediastinumLeft_(
          kTop, kBottom,
          [&](double y) {
            return through({{-20, 22}, {20, 28}, {50, 28}, {100, 27}, {140, 26}, {260, 25}}, y);
          }),
      breastHeight_(0.70 * anatomy.lungHeight) {
  placeHeart(projection, findings);
  gasBubble_ = {62,
                anatomy.leftDome + inspiration_ + 27,
                27 * anatomy.gasBubble,
                13 * anatomy.gasBubble,
                -0.15,
                20 * anatomy.gasBubble};
  for (const Side side : {Side::Right, Side::Left})
    for (const bool upper : {false, true})
      breasts_[2 * static_cast<std::size_t>(side) + upper] =
          Ellipse(sign(side) * 0.58 * anatomy.halfWidth, breastHeight_, 0.50 * anatomy.halfWidth,
                  (upper ? 0.58 : 0.26) * anatomy.lungHeight, 0, anatomy.breast);
}

void Chest::placeHeart(const Projection& projection, const Findings& findings) {
  const double magnified =
      projection.view == View::AnteroPosterior && !findings.cardiomegaly ? 1.05 : 1;
  const double ratio =
      findings.cardiomegaly ? anatomy_.enlargedRatio : anatomy_.cardiothoracicRatio * magnified;
  const double width = ratio * 2 * anatomy_.halfWidth, size = width / 124;
  const double left = 0.67 * width + shift_, right = 0.33 * width - shift_;
  // The left ventricle lies obliquely on the left dome, its apex down and to the left.
  // An enlarged heart grows in width more than in height.
  const double tall = std::sqrt(size);
  const double along = 68 * size, across = 44 * tall, angle = 0.66 - 0.25 * (size - 1);
  const double halfWidth = std::hypot(along * std::cos(angle), across * std::sin(angle));
  const double halfHeight = std::hypot(along * std::sin(angle), across * std::cos(angle));
  const double height = anatomy_.leftDome + inspiration_ + 13 - halfHeight;
  constexpr double kDepth = 60;
  heart_[0] = {left - halfWidth, height, along, across, angle, kDepth};
  heart_[1] = {-right + 37 * size, height - 4, 37 * size, 50 * tall, 0.1, kDepth};
  heart_[2] = {12 + shift_, 116, 29 + 6 * (size - 1), 40, -0.2, kDepth};
  knob_ = {15 + shift_, kKnobHeight, anatomy_.aorta + 3, anatomy_.aorta + 1, 0, 42};
}

double Chest::medialBorder(Side side, double y) const {
  const double apical = y / (0.15 * anatomy_.lungHeight);
  const double spine =
      side == Side::Right ? mediastinumRight_(y) - shift_ : mediastinumLeft_(y) + shift_;
  return apical > 1 ? spine : mix(apexX(), spine, std::sqrt(clamp01(apical)));
}

double Chest::dome(Side side, double x) const {
  const double top = (side == Side::Right ? anatomy_.rightDome : anatomy_.leftDome) + inspiration_;
  const double out = sign(side) * x, centre = 0.5 * anatomy_.halfWidth;
  if (out < centre) {
    const double d = (centre - out) / centre;
    return top + 13 * d * d;
  }
  const double lateral = std::min((out - centre) / (anatomy_.halfWidth - centre), 1.05);
  const double angle = anatomy_.lungHeight + 0.5 * inspiration_;  // of ribs and diaphragm
  return top + (angle - top) * lateral * lateral * std::sqrt(lateral);
}

double Chest::bodyThickness(double x, double y) const {
  const double q = std::fabs(x) / bodyWidth_(y);
  if (q >= 1) return 0;
  const double inside = 1 - q * q * std::sqrt(q), shape = bodyShape_(y);
  double body = 2 * bodyDepth_(y) * (shape > 0.5 ? std::pow(inside, shape) : std::sqrt(inside));
  if (anatomy_.breast > 0) {
    // Round below, running out above.
    const Ellipse& breast = breasts_[(x < 0 ? 0 : 2) + (y < breastHeight_ ? 1 : 0)];
    const double r = breast.squared(x, y);
    if (r < 1) body += breast.depth() * std::pow(1 - r, 0.75);
  }
  return body;
}

// Windpipe down to its division, then the two main bronchi.
double Chest::airways(double x, double y) const {
  double air = 0;
  const double middle = shift_ * smoothstep(-20, 80, y) - 2.5 * smoothstep(40, 75, y);
  if (y < kCarina + 8) {
    const double d = (x - middle) / 8.5;
    air += 15 * round(d * d) * smoothstep(kCarina + 8, kCarina - 6, y);
  }
  const double down = y - kCarina;
  if (down > -6 && down < 32)
    for (const double slope : {-0.75, 1.15}) {
      const double d = (x - middle - slope * down) / (6.5 * std::hypot(1.0, slope));
      air += 11 * round(d * d) * smoothstep(32, 18, down) * smoothstep(-6, 2, down);
    }
  return air;
}

// The parts melt into each other: a sum of bells, each 1 on its part's border.
double Chest::heartThickness(double x, double y) const {
  constexpr double kSteepness = 3.5;
  double sum = 0;
  for (const Ellipse& part : heart_) {
    const double r = part.squared(x, y);
    if (r < 4) sum += std::exp(-kSteepness * (r - 1));
  }
  return sum > 1
             ? 2 * heart_[0].depth() * std::sqrt(1 - std::max(1 - std::log(sum) / kSteepness, 0.0))
             : 0;
}

// The arch, and the descending aorta that is seen through the heart by its left border.
double Chest::aortaThickness(double x, double y) const {
  const double d = (x - shift_ * 0.5 - mix(20, 12, smoothstep(kKnobHeight, 230, y))) / 13;
  const double descending = y > kKnobHeight ? 24 * round(d * d) : 0;
  return std::max(knob_.thickness(x, y), descending);
}

Ray Chest::ray(double x, double y) const {
  Ray ray;
  ray.side = x < shift_ ? Side::Right : Side::Left;
  ray.body = bodyThickness(x, y);
  if (ray.body <= 0) return ray;
  ray.gas = airways(x, y) + gasBubble_.thickness(x, y);

  const double wall = lateralWall_(y);
  if (y <= 0 || std::fabs(x) >= wall) return ray;
  const double depth = 2 * cavityDepth_(y) * round(x * x / (wall * wall));
  // The mediastinum is round and has lung before and behind it at its borders, but none beside the
  // neck.
  const double medial = medialBorder(ray.side, y);
  const double fromMedial = sign(ray.side) * x - medial;
  const double below = y - dome(ray.side, x);
  const double neck = smoothstep(0.18, 0.10, y / anatomy_.lungHeight);
  double lung = depth, solid = 0;  // share of the depth without lung
  if (fromMedial > 0) {
    lung *= mix(1, std::sqrt(clamp01(0.05 + fromMedial / 18)), neck);
  } else {
    const double halfWidth = std::max(medial - sign(ray.side) * shift_, 1.0);
    const double within = 1 + fromMedial / halfWidth;
    solid = round(within * within);
    lung *= 1 - neck;
  }

  if (below > 0) {  // what reaches down behind the diaphragm, mostly at the side
    const double recess = 0.10 * smoothstep(0.3, 0.75, std::fabs(x) / wall);
    lung *= (1 - (1 - recess) * std::sqrt(clamp01(below / 20))) * smoothstep(52, 6, below);
  }

  const double heart = heartThickness(x, y);
  ray.inLungField = fromMedial > 0 && below < 0 && heart <= 0 && knob_.squared(x, y) >= 1;
  solid = std::max(solid, std::max(heart, aortaThickness(x, y)) / depth);
  ray.lung = lung * std::max(1 - solid, 0.0);
  return ray;
}

}  // namespace mrm::phantom
