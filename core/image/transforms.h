// The crops of training and evaluation, as the published code takes them.
#pragma once

#include "core/base/random.h"
#include "core/image/gray_image.h"
#include "core/image/resample.h"

namespace mrm {

struct TrainingCrop {
  Box box;
  bool flip = false;
};

// torchvision's RandomResizedCrop parameters: area share uniform in [minScale, maxScale],
// log-uniform aspect ratio in [3/4, 4/3], ten attempts, then the central fallback; flip with
// probability 0.5.
TrainingCrop drawTrainingCrop(std::int64_t width, std::int64_t height, double minScale,
                              double maxScale, bool allowFlip, Random& random);

// Bicubic crop to size x size with the drawn flip. [size, size], 8-bit.
GrayImage trainingView(const GrayImage& image, const TrainingCrop& crop, std::int64_t size);

// Shorter side to `size` (bilinear as torchvision does it, the longer side truncated), centre crop
// size x size.
GrayImage evaluationView(const GrayImage& image, std::int64_t size,
                         Filter filter = Filter::Bilinear);

}  // namespace mrm
