// The branching vessels of a phantom's lungs.
#pragma once

#include "core/sample/chest.h"
#include "core/sample/frame.h"
#include "core/sample/plane.h"

namespace mrm::phantom {

// Millimetres of vessel along each ray; the same tree for the same anatomy.
Plane paintVessels(const Chest& chest, const Frame& frame);

// Where a lung's vessels enter it, in millimetres.
Point hilum(const Chest& chest, Side side);

}  // namespace mrm::phantom
