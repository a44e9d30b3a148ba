// Tubes along curves, as ribs, clavicles and vessels are: how thick they are along each ray.
#pragma once

#include <functional>
#include <vector>

#include "core/sample/plane.h"

namespace mrm::phantom {

struct TubePoint {
  double x = 0, y = 0;   // pixels
  double radius = 1;     // pixels
  double thickness = 1;  // along the ray through its middle
};

// Draws with one scratch plane, so that where a tube's pieces overlap it does not count twice,
// while different tubes add up.
class TubePainter {
 public:
  TubePainter(std::int64_t width, std::int64_t height) : scratch_(width, height) {}

  // `profile` gives the share of the thickness at 0 (middle) to 1 (border) across the tube.
  void piece(const TubePoint& from, const TubePoint& to, double (*profile)(double));
  void tube(const std::vector<TubePoint>& points, double (*profile)(double));
  // Adds what was drawn since the last call to `target`.
  void finish(Plane& target);

 private:
  Plane scratch_;
  std::int64_t left_ = INT64_MAX, top_ = INT64_MAX, right_ = -1, bottom_ = -1;
};

double roundProfile(double q);     // a full cylinder
double corticalProfile(double q);  // a bone: dense shell, looser inside

}  // namespace mrm::phantom
