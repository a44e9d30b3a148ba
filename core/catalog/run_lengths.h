// Masks as run lengths, the way SIIM-ACR writes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/image/gray_image.h"

namespace mrm {

// Pairs "offset length" separated by spaces, over the pixels in column-major order (down the first
// column, then the second). An offset counts from the end of the run before it (from the first
// pixel, for the first). "", "-1" and " -1" are the empty mask.

// 255 inside, 0 outside. Throws Error for anything that is not numbers in pairs, and for a run that
// ends beyond the image.
GrayImage decodeRunLengths(std::string_view runs, std::int64_t width, std::int64_t height);

// What is wrong with the run lengths for an image of this size; empty when they are right. Takes no
// memory. Width 0: the size is not known, and only the form is checked.
std::string runLengthsProblem(std::string_view runs, std::int64_t width = 0,
                              std::int64_t height = 0);

// The run lengths of the pixels that are not 0; "" when there are none.
std::string encodeRunLengths(const GrayImage& mask);

// The run lengths of a rectangle, cut to the image; "" when nothing of it lies inside.
std::string rectangleRunLengths(std::int64_t x, std::int64_t y, std::int64_t width,
                                std::int64_t height, std::int64_t imageWidth,
                                std::int64_t imageHeight);

}  // namespace mrm
