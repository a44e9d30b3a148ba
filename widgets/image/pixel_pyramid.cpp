#include "widgets/image/pixel_pyramid.h"

#include <algorithm>
#include <string>

#include "core/base/error.h"

namespace mrm {

namespace {

void requireWhole(std::int64_t width, std::int64_t height, std::size_t pixels) {
  constexpr std::int64_t kLargest = std::int64_t{1} << 28;  // pixels, as core/image/decode.h
  if (width < 1 || height < 1 || width > kLargest / height ||
      static_cast<std::size_t>(width * height) != pixels)
    throw Error("an image of " + std::to_string(width) + " x " + std::to_string(height) + " with " +
                std::to_string(pixels) + " pixels cannot be shown");
}

std::vector<std::uint16_t> halved(const PixelPyramid::Level& from, std::int64_t width,
                                  std::int64_t height) {
  std::vector<std::uint16_t> out(static_cast<std::size_t>(width * height));
  for (std::int64_t y = 0; y < height; ++y) {
    const std::uint16_t* upper = from.samples + 2 * y * from.width;
    const std::uint16_t* lower = 2 * y + 1 < from.height ? upper + from.width : upper;
    std::uint16_t* row = out.data() + y * width;
    const std::int64_t pairs = from.width / 2;
    for (std::int64_t x = 0; x < pairs; ++x)
      row[x] = static_cast<std::uint16_t>(
          (upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) / 4);
    if (width > pairs)
      row[pairs] = static_cast<std::uint16_t>((upper[2 * pairs] + lower[2 * pairs] + 1) / 2);
  }
  return out;
}

}  // namespace

PixelPyramid::PixelPyramid(std::shared_ptr<const GrayImage> image) : narrow_(std::move(image)) {
  if (!narrow_) throw Error("no image to show");
  requireWhole(narrow_->width, narrow_->height, narrow_->pixels.size());
  storage_[0].resize(narrow_->pixels.size());
  std::transform(narrow_->pixels.begin(), narrow_->pixels.end(), storage_[0].begin(),
                 [](std::uint8_t value) { return static_cast<std::uint16_t>(value << 8); });
  start(narrow_->width, narrow_->height, storage_[0].data());
  minimum_ = static_cast<std::uint16_t>(minimum_ >> 8);
  maximum_ = static_cast<std::uint16_t>(maximum_ >> 8);
}

PixelPyramid::PixelPyramid(std::shared_ptr<const GrayImage16> image) : wide_(std::move(image)) {
  if (!wide_) throw Error("no image to show");
  requireWhole(wide_->width, wide_->height, wide_->pixels.size());
  start(wide_->width, wide_->height, wide_->pixels.data());
}

void PixelPyramid::start(std::int64_t width, std::int64_t height, const std::uint16_t* samples) {
  levels_[0] = {width, height, samples};
  // Two plain loops: minmax_element is not vectorised.
  std::uint16_t lowest = samples[0], highest = samples[0];
  for (std::int64_t i = 0; i < width * height; ++i) lowest = std::min(lowest, samples[i]);
  for (std::int64_t i = 0; i < width * height; ++i) highest = std::max(highest, samples[i]);
  minimum_ = lowest;
  maximum_ = highest;
}

std::uint16_t PixelPyramid::storedValue(std::int64_t x, std::int64_t y) const {
  const auto index = static_cast<std::size_t>(y * width() + x);
  return narrow_ ? narrow_->pixels[index] : wide_->pixels[index];
}

const PixelPyramid::Level& PixelPyramid::level(int index) const {
  index = std::clamp(index, 0, kLevels - 1);
  for (int i = 1; i <= index; ++i) {
    if (levels_[i].samples) continue;
    const Level& from = levels_[i - 1];
    const std::int64_t width = (from.width + 1) / 2, height = (from.height + 1) / 2;
    storage_[i] = halved(from, width, height);
    levels_[i] = {width, height, storage_[i].data()};
  }
  return levels_[index];
}

int pyramidLevel(double scaleX, double scaleY, std::int64_t width, std::int64_t height) {
  int level = 0;
  double scale = 2 * std::max(scaleX, scaleY);
  for (std::int64_t side = std::max(width, height); scale <= 1 && side > 1; scale *= 2, ++level)
    side = (side + 1) / 2;
  return level;
}

}  // namespace mrm
