// What findings do to the lungs of a phantom: fluid, air without lung, denser patches, nodules.
#pragma once

#include <optional>
#include <vector>

#include "core/sample/chest.h"
#include "core/sample/frame.h"
#include "core/sample/plane.h"

namespace mrm::phantom {

// At one point of a lung.
struct LungState {
  double fluid = 0;      // share of the lung's depth that pleural fluid fills
  double solid = 0;      // share of consolidated lung
  double bronchi = 0;    // share of air kept in bronchi inside it
  double nodule = 0;     // millimetres of nodule
  double pleura = 0;     // millimetres of pleura seen edge-on
  double collapse = 1;   // how much denser the lung is than when fully expanded
  bool airOnly = false;  // pleural air, no lung
};

class LungFindings {
 public:
  LungFindings(const Chest& chest, const Findings& findings, const Frame& frame);

  // `px`, `py` in pixels, `point` the same place in millimetres.
  LungState at(std::int64_t px, std::int64_t py, const Point& point, Side side) const;

 private:
  double fluidShare(const Point& point, Side side) const;
  void applyPneumothorax(const Point& point, LungState& state) const;

  const Chest& chest_;
  Findings findings_;
  Point noduleCentre_, patchCentre_;
  double patchRadius_ = 0;
  std::optional<Plane> patchNoise_, patchBronchi_;
  struct WallPoint {
    Point place;
    double depth;  // how far the lung has come off the wall here
  };
  std::vector<WallPoint> wall_;  // of the pneumothorax's side, from the apex down
};

}  // namespace mrm::phantom
