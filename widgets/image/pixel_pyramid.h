// One gray image as the views need it: samples of 16 bits at full, half, quarter… size.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/image/gray_image.h"

namespace mrm {

// A shrunken picture is drawn from the level that is at most twice as large, so that no detail is
// left out by chance (fine ribs would turn into moiré) and a large image costs no more than a small
// one. Levels average blocks of 2x2; at an odd edge, the pixels that are there.
class PixelPyramid {
 public:
  struct Level {
    std::int64_t width = 0, height = 0;
    const std::uint16_t* samples = nullptr;  // row-major, top row first
  };

  // Shares the image; 8-bit values are widened to 256 samples a value, which keeps fractions
  // between gray levels for narrow windows. Throws Error for an empty image or one whose pixels do
  // not fit its size.
  explicit PixelPyramid(std::shared_ptr<const GrayImage> image);
  explicit PixelPyramid(std::shared_ptr<const GrayImage16> image);

  std::int64_t width() const { return levels_[0].width; }
  std::int64_t height() const { return levels_[0].height; }
  int bits() const { return narrow_ ? 8 : 16; }
  double samplesPerValue() const { return narrow_ ? 256 : 1; }
  std::uint16_t storedValue(std::int64_t x, std::int64_t y) const;  // inside the image
  std::uint16_t minimum() const { return minimum_; }                // stored values
  std::uint16_t maximum() const { return maximum_; }

  // Level `index` is 2^index times smaller. Computed when first asked for; not to be called from
  // two threads.
  const Level& level(int index) const;

 private:
  static constexpr int kLevels = 24;
  void start(std::int64_t width, std::int64_t height, const std::uint16_t* samples);

  std::shared_ptr<const GrayImage> narrow_;
  std::shared_ptr<const GrayImage16> wide_;
  std::uint16_t minimum_ = 0, maximum_ = 0;
  mutable std::array<Level, kLevels> levels_;
  mutable std::array<std::vector<std::uint16_t>, kLevels> storage_;
};

// The index of the level to draw from where a pixel of the full image covers scaleX x scaleY device
// pixels.
int pyramidLevel(double scaleX, double scaleY, std::int64_t width, std::int64_t height);

}  // namespace mrm
