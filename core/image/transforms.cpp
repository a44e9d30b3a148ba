#include "core/image/transforms.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace mrm {
namespace {

// torchvision rounds with Python's round(): half to even, which nearbyint() does in the default
// mode.
std::int64_t roundHalfToEven(double value) {
  return static_cast<std::int64_t>(std::nearbyint(value));
}

}  // namespace

TrainingCrop drawTrainingCrop(std::int64_t width, std::int64_t height, double minScale,
                              double maxScale, bool allowFlip, Random& random) {
  if (width < 1 || height < 1)
    throw Error("an image of " + std::to_string(width) + " x " + std::to_string(height) +
                " cannot be cropped");
  if (!(minScale > 0 && minScale <= maxScale && maxScale <= 1))
    throw Error("the crop's area share must be within 0 and 1, its minimum not above its maximum");
  constexpr double kMinRatio = 3.0 / 4.0, kMaxRatio = 4.0 / 3.0;
  constexpr int kAttempts = 10;
  TrainingCrop crop;
  const double area = static_cast<double>(width) * static_cast<double>(height);
  bool found = false;
  for (int attempt = 0; attempt < kAttempts && !found; ++attempt) {
    const double cropArea = area * random.uniform(minScale, maxScale);
    const double ratio = std::exp(random.uniform(std::log(kMinRatio), std::log(kMaxRatio)));
    const std::int64_t w = roundHalfToEven(std::sqrt(cropArea * ratio));
    const std::int64_t h = roundHalfToEven(std::sqrt(cropArea / ratio));
    if (w < 1 || w > width || h < 1 || h > height) continue;
    crop.box.top =
        static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(height - h + 1)));
    crop.box.left =
        static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(width - w + 1)));
    crop.box.width = w;
    crop.box.height = h;
    found = true;
  }
  if (!found) {  // the largest central box with an allowed ratio
    const double ratio = static_cast<double>(width) / static_cast<double>(height);
    crop.box.width = width;
    crop.box.height = height;
    if (ratio < kMinRatio)
      crop.box.height = std::min(height, roundHalfToEven(static_cast<double>(width) / kMinRatio));
    else if (ratio > kMaxRatio)
      crop.box.width = std::min(width, roundHalfToEven(static_cast<double>(height) * kMaxRatio));
    crop.box.top = (height - crop.box.height) / 2;
    crop.box.left = (width - crop.box.width) / 2;
  }
  // Drawn in any case, so that switching flips off leaves the boxes as they are.
  const bool flip = random.chance(0.5);
  crop.flip = allowFlip && flip;
  return crop;
}

GrayImage trainingView(const GrayImage& image, const TrainingCrop& crop, std::int64_t size) {
  GrayImage view = cropAndResize(image, crop.box, size, size, Filter::Bicubic);
  if (crop.flip) flipHorizontally(view);
  return view;
}

GrayImage evaluationView(const GrayImage& image, std::int64_t size, Filter filter) {
  if (image.width < 1 || image.height < 1 || size < 1)
    throw Error("an image of " + std::to_string(image.width) + " x " +
                std::to_string(image.height) + " has no view of size " + std::to_string(size));
  const std::int64_t shorter = std::min(image.width, image.height);
  // The longer side keeps the aspect ratio, truncated.
  const std::int64_t width = size * image.width / shorter, height = size * image.height / shorter;
  const Box centre{roundHalfToEven(static_cast<double>(width - size) / 2.0),
                   roundHalfToEven(static_cast<double>(height - size) / 2.0), size, size};
  return cropAndResize(image, {0, 0, image.width, image.height}, width, height, filter, centre);
}

}  // namespace mrm
