// A coloured layer over an image (mask, heat map) as the views need it: full, half, quarter… size.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

namespace mrm {

// Pixels are R, G, B, A bytes, not premultiplied. Invisible pixels beside visible ones take their
// colour, so that interpolating does not darken the edge of a mask.
class OverlayPyramid {
 public:
  struct Level {
    std::int64_t width = 0, height = 0;
    std::vector<std::uint8_t> rgba;  // row-major, top row first
  };

  // `rgba` holds width * height * 4 bytes. Throws Error where it does not, or when it is empty.
  OverlayPyramid(std::int64_t width, std::int64_t height, std::vector<std::uint8_t> rgba);

  std::int64_t width() const { return levels_.front().width; }
  std::int64_t height() const { return levels_.front().height; }
  // As PixelPyramid::level(); colours are averaged by their opacity.
  const Level& level(int index) const;

 private:
  mutable std::deque<Level> levels_;  // a deque: levels handed out stay where they are
};

}  // namespace mrm
