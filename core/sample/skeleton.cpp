#include "core/sample/skeleton.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/sample/tubes.h"

namespace mrm::phantom {
namespace {

using std::numbers::pi;

class SkeletonPainter {
 public:
  SkeletonPainter(const Chest& chest, const Frame& frame)
      : chest_(chest),
        frame_(frame),
        bone_(frame.width(), frame.height()),
        painter_(frame.width(), frame.height()) {}

  Plane paint() && {
    for (int rib = 1; rib <= 12; ++rib)
      for (const Side side : {Side::Right, Side::Left}) paintRib(rib, side);
    for (const Side side : {Side::Right, Side::Left}) {
      paintClavicle(side);
      paintShoulder(side);
    }
    paintSpine();
    const auto density = static_cast<float>(chest_.anatomy().boneDensity);
    for (float& value : bone_.values) value *= density;
    return std::move(bone_);
  }

 private:
  TubePoint place(double x, double y, double radius, double thickness) const {
    const Point p = frame_.toPixels(x, y);
    return {p.x, p.y, radius / frame_.mmPerPixel(), thickness};
  }

  double spineX(double y) const {
    const double t = (y + 30) / 330;
    return chest_.anatomy().scoliosis * std::sin(pi * clamp01(t));
  }

  // Height at which rib `rib` leaves the spine.
  double ribStart(int rib) const { return -6 + chest_.anatomy().ribSpacing * (rib - 1); }

  // A rib is a ring around the chest, tilted forwards: in projection its posterior half is an arc
  // that falls towards the side, its anterior half one that rises again towards the midline.
  void paintRib(int rib, Side side) {
    const double slope = chest_.anatomy().ribSlope * mix(0.42, 1.0, smoothstep(1, 5, rib));
    const double start = ribStart(rib), sideHeight = start + slope / 2;
    const double halfWidth = chest_.lateralWall(sideHeight) + 3.5 - 14 * std::max(0, rib - 10);
    const double shrink = rib == 1 ? 1.15 : rib > 10 ? 0.8 : 1.0;
    const auto at = [&](double angle, double halfHeight) {
      const double out = halfWidth * std::sin(angle);
      const double y = start + slope * (1 - std::cos(angle)) / 2 + 9 * std::exp(-out / 16);
      // Where the rib runs along the ray more of it lies on the ray; a tube has no more than its
      // length.
      const double along = std::min(1 / std::max(std::fabs(std::cos(angle)), 0.3), 1.35);
      return place(spineX(start) + chest_.sign(side) * out, y, halfHeight * shrink, 7.0 * along);
    };
    const double end = rib == 12 ? 0.28 * pi : rib == 11 ? 0.40 * pi : 0.5 * pi;
    std::vector<TubePoint> posterior, anterior;
    constexpr int kSteps = 26;
    for (int i = 0; i <= kSteps; ++i)
      posterior.push_back(at(mix(0.11, end, i / double{kSteps}), 5.6));
    painter_.tube(posterior, corticalProfile);
    painter_.finish(bone_);
    if (rib > 10) return;
    // Ends where the cartilage begins, broadening and fading.
    const double last = pi * mix(0.86, 0.66, smoothstep(1, 10, rib));
    for (int i = 0; i <= kSteps; ++i) {
      const double t = i / double{kSteps};
      anterior.push_back(at(mix(0.5 * pi, last, t), mix(5.6, 7.4, t)));
      anterior.back().thickness *= 0.75 * smoothstep(1.0, 0.9, t);
    }
    painter_.tube(anterior, corticalProfile);
    painter_.finish(bone_);
  }

  void paintClavicle(Side side) {
    const double s = chest_.sign(side), w = chest_.anatomy().halfWidth / 138;
    std::vector<TubePoint> points;
    for (int i = 0; i <= 24; ++i) {
      const double t = i / 24.0;
      const double x = mix(17, 150 * w, t);
      const double y = mix(30, -8, t) - 9 * std::sin(pi * t) + 5 * std::sin(2 * pi * t);
      points.push_back(place(s * x, y, mix(7.5, 5.6, smoothstep(0, 0.25, t)), 10));
    }
    painter_.tube(points, corticalProfile);
    painter_.finish(bone_);
  }

  // Shoulder blade with its spine, and the head of the humerus, at the field's edge.
  void paintShoulder(Side side) {
    const double s = chest_.sign(side), w = chest_.anatomy().halfWidth / 138;
    const auto border = [&](std::initializer_list<Point> corners, double radius, double thickness) {
      std::vector<TubePoint> points;
      for (const Point& corner : corners)
        points.push_back(place(s * corner.x * w, corner.y, radius, thickness));
      painter_.tube(points, corticalProfile);
      painter_.finish(bone_);
    };
    border({{128, 18}, {130, 50}, {136, 90}, {145, 128}, {150, 139}}, 2.8, 2.2);  // medial border
    border({{150, 139}, {160, 105}, {172, 60}, {178, 38}}, 4.6, 4.5);             // lateral border
    border({{128, 22}, {150, 8}, {172, -6}, {186, -10}}, 4.2, 4);                 // its spine
    // The plate between them.
    border({{139, 30}, {143, 60}, {149, 105}, {151, 125}}, 12, 1.6);
    border({{160, 24}, {164, 50}, {158, 85}}, 13, 1.6);
    border({{192, 22}, {194, 27}}, 23, 10);  // head of the humerus
    border({{196, 40}, {206, 90}, {214, 170}}, 12, 9);
  }

  void paintSpine() {
    const double spacing = chest_.anatomy().ribSpacing;
    for (int vertebra = -3; vertebra <= 17; ++vertebra) {
      const double top = ribStart(1) - 7 + spacing * (vertebra - 1), middle = top + spacing / 2;
      const double half = mix(13.5, 21, smoothstep(-60, 300, middle)), height = spacing - 4.5;
      const double x = spineX(middle), deep = mix(4.5, 8.5, smoothstep(-60, 300, middle));
      paintBody(x, top + 2, half, height, deep);
      // Pedicles, seen end-on; the spinous process, lower; and the transverse processes.
      for (const double s : {-1.0, 1.0}) {
        painter_.piece(place(x + s * (half - 6), top + 7, 3.6, 3.5),
                       place(x + s * (half - 6), top + 10, 3.6, 3.5), corticalProfile);
        painter_.finish(bone_);
        painter_.piece(place(x + s * half, middle - 4, 4, 2.6),
                       place(x + s * (half + 13), middle - 6, 3.4, 2.0), corticalProfile);
        painter_.finish(bone_);
      }
      painter_.piece(place(x, middle + 2, 2.4, 3.5), place(x, middle + 11, 3.2, 3.5),
                     corticalProfile);
      painter_.finish(bone_);
    }
  }

  // A vertebral body: a barrel with dense end plates.
  void paintBody(double x, double top, double half, double height, double thickness) {
    const Point centre = frame_.toPixels(x, top + height / 2);
    const double reach = (half + height) / frame_.mmPerPixel();
    const auto low = [&](double c) {
      return std::max<std::int64_t>(static_cast<std::int64_t>(c - reach), 0);
    };
    const auto high = [&](double c, std::int64_t limit) {
      return std::min<std::int64_t>(static_cast<std::int64_t>(c + reach), limit - 1);
    };
    for (std::int64_t py = low(centre.y); py <= high(centre.y, bone_.height); ++py)
      for (std::int64_t px = low(centre.x); px <= high(centre.x, bone_.width); ++px) {
        const Point p = frame_.toMillimetres(static_cast<double>(px), static_cast<double>(py));
        const double v = (p.y - top) / height;
        const double waist = half * (1 - 0.10 * 4 * v * (1 - v));
        const double u = (p.x - x) / waist;
        if (u * u >= 1 || v <= 0 || v >= 1) continue;
        const double plates = 1 + 0.5 * (smoothstep(0.16, 0.04, v) + smoothstep(0.84, 0.96, v));
        const double edge = smoothstep(0, 0.08, v) * smoothstep(1, 0.92, v);
        bone_.at(px, py) += static_cast<float>(thickness * plates * edge * (0.72 + 0.28 * u * u) *
                                               std::sqrt(1 - std::pow(u, 6)));
      }
  }

  const Chest& chest_;
  const Frame& frame_;
  Plane bone_;
  TubePainter painter_;
};

}  // namespace

Plane paintSkeleton(const Chest& chest, const Frame& frame) {
  return SkeletonPainter(chest, frame).paint();
}

}  // namespace mrm::phantom
