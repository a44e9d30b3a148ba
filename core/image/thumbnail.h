// The smallest picture of a radiograph that still shows what it is of: what perceptual hashes and
// comparisons among neighbours are made from.
#pragma once

#include <array>
#include <cstdint>

#include "core/image/gray_image.h"

namespace mrm {

inline constexpr int kThumbnailSide = 32;
using Thumbnail = std::array<std::uint8_t, kThumbnailSide * kThumbnailSide>;  // row-major

// The whole image at 32x32, its aspect ratio given up; bicubic, antialiased. Throws Error for an
// image without pixels.
Thumbnail thumbnailOf(const GrayImage& image);

// The place of each pixel among all when they are ordered by brightness, equal ones sharing the
// mean of theirs, less the mean of all: what is left when nothing is known of the brightness scale.
// A constant thumbnail gives zeros.
std::array<double, kThumbnailSide * kThumbnailSide> brightnessRanks(const Thumbnail& thumbnail);

}  // namespace mrm
