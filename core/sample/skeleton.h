// Ribs, clavicles, shoulder blades and spine of a phantom.
#pragma once

#include "core/sample/chest.h"
#include "core/sample/frame.h"
#include "core/sample/plane.h"

namespace mrm::phantom {

// Millimetres of bone along each ray.
Plane paintSkeleton(const Chest& chest, const Frame& frame);

}  // namespace mrm::phantom
