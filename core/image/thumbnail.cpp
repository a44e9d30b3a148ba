#include "core/image/thumbnail.h"

#include <algorithm>

#include "core/image/resample.h"

namespace mrm {

Thumbnail thumbnailOf(const GrayImage& image) {
  const GrayImage small = cropAndResize(image, {0, 0, image.width, image.height}, kThumbnailSide,
                                        kThumbnailSide, Filter::Bicubic);
  Thumbnail thumbnail;
  std::copy(small.pixels.begin(), small.pixels.end(), thumbnail.begin());
  return thumbnail;
}

std::array<double, kThumbnailSide * kThumbnailSide> brightnessRanks(const Thumbnail& thumbnail) {
  std::array<int, 256> counts{};
  for (const std::uint8_t value : thumbnail) ++counts[value];
  std::array<double, 256> rankOf{};
  double darker = 0;
  for (std::size_t value = 0; value < rankOf.size(); ++value) {
    rankOf[value] = darker + (counts[value] - static_cast<double>(thumbnail.size())) / 2;
    darker += counts[value];
  }
  std::array<double, kThumbnailSide * kThumbnailSide> ranks;
  std::transform(thumbnail.begin(), thumbnail.end(), ranks.begin(),
                 [&](std::uint8_t value) { return rankOf[value]; });
  return ranks;
}

}  // namespace mrm
