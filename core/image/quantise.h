// Real numbers as stored values: in steps, with a rescale that leads back.
#pragma once

#include <span>

#include "core/image/stored_image.h"

namespace mrm {

// Sets the image's values to 0…65,535 over the range of the numbers, and combines its rescale (the
// meaning of a number) with the way back. What is no finite number becomes padding.
void quantise(std::span<const float> numbers, StoredImage& image);

}  // namespace mrm
