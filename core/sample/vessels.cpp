#include "core/sample/vessels.h"

#include <cmath>
#include <numbers>

#include "core/sample/tubes.h"

namespace mrm::phantom {
namespace {

class TreePainter {
 public:
  TreePainter(const Chest& chest, const Frame& frame, Side side, TubePainter& painter)
      : chest_(chest),
        frame_(frame),
        side_(side),
        painter_(painter),
        random_(chest.anatomy().seed, {1, static_cast<std::uint64_t>(side)}) {}

  void paint() {
    const Point root = hilum(chest_, side_);
    const double out = Chest::sign(side_);
    // The descending branch of the pulmonary artery, beside the heart.
    grow(root, direction(out, 62), 8.0, 0);
    grow({root.x - out * 4, root.y + 6}, direction(out, 84), 6.4, 0);
    // Arteries and veins fan out from the hilum, the lower ones wider (blood pools there).
    for (const double degrees : {-76.0, -58.0, -40.0, -20.0, 2.0, 20.0, 36.0, 50.0, 72.0}) {
      const double radius =
          mix(3.8, 5.6, smoothstep(-60, 60, degrees)) * random_.uniform(0.85, 1.15);
      const Point start{root.x + random_.uniform(-5, 5),
                        root.y + 0.16 * degrees + random_.uniform(-4, 4)};
      grow(start, direction(out, degrees + random_.uniform(-7, 7)), radius, 0);
    }
  }

 private:
  // Angle below the horizontal, outwards.
  static double direction(double out, double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    return out > 0 ? angle : std::numbers::pi - angle;
  }

  bool isInside(const Point& p) const {
    const double out = Chest::sign(side_) * p.x;
    return p.y > 6 && out > 0 && out < chest_.lateralWall(p.y) - 7 &&
           p.y < chest_.dome(side_, p.x) + 30;
  }

  void grow(Point at, double angle, double radius, int depth) {
    constexpr double kStep = 4;
    const double curl = random_.uniform(-0.025, 0.025);
    double untilBranch = random_.uniform(12, 26) + 3 * radius;
    while (radius > 0.42 && depth < 9) {
      angle += curl + 0.05 * random_.normal();
      const Point next{at.x + kStep * std::cos(angle), at.y + kStep * std::sin(angle)};
      if (!isInside(next)) return;
      const double thinner = radius * 0.978;
      painter_.piece(tubePoint(at, radius), tubePoint(next, thinner), roundProfile);
      at = next;
      radius = thinner;
      untilBranch -= kStep;
      if (untilBranch > 0) continue;
      // Murray's law: the cubes of the radii add up.
      const double share = random_.uniform(0.25, 0.5);
      const double side = random_.chance(0.5) ? 1 : -1;
      const double lesser = radius * std::cbrt(share);
      radius *= std::cbrt(1 - share);
      grow(at, angle + side * random_.uniform(0.45, 0.85), lesser, depth + 1);
      angle -= side * random_.uniform(0.08, 0.28);
      untilBranch = random_.uniform(10, 22) + 3 * radius;
    }
  }

  TubePoint tubePoint(const Point& p, double radius) const {
    const Point pixel = frame_.toPixels(p.x, p.y);
    return {pixel.x, pixel.y, radius / frame_.mmPerPixel(), 2.6 * radius};
  }

  const Chest& chest_;
  const Frame& frame_;
  Side side_;
  TubePainter& painter_;
  Random random_;
};

}  // namespace

Point hilum(const Chest& chest, Side side) {
  const double scale = chest.lungHeight() / 258;
  const double height = (side == Side::Right ? 112 : 102) * scale + 0.4 * chest.inspiration();
  return {Chest::sign(side) * (side == Side::Right ? 33 : 38) + chest.shift(), height};
}

Plane paintVessels(const Chest& chest, const Frame& frame) {
  Plane vessels(frame.width(), frame.height());
  TubePainter painter(frame.width(), frame.height());
  for (const Side side : {Side::Right, Side::Left}) {
    TreePainter(chest, frame, side, painter).paint();
    painter.finish(vessels);
  }
  return vessels;
}

}  // namespace mrm::phantom
