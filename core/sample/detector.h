// From what lies in the beam to a detector's picture of it.
#pragma once

#include "core/base/random.h"
#include "core/image/gray_image.h"
#include "core/sample/anatomy.h"
#include "core/sample/plane.h"

namespace mrm::phantom {

inline constexpr int kSignificantBits = 12;

// `attenuation` is the line integral of the linear attenuation coefficient along each ray. The beam
// is weakened exponentially (Beer-Lambert), scatter is added, focus and detector blur, photons are
// counted with Poisson noise, and the logarithm goes through a display curve to 0…4095, dense
// tissue bright.
GrayImage16 expose(Plane attenuation, const Projection& projection, double mmPerPixel,
                   Random& random);

}  // namespace mrm::phantom
