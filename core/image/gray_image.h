// A gray image in memory, and the window that maps its values to display.
#pragma once

#include <cstdint>
#include <vector>

namespace mrm {

// No larger image is read or made: memory stays bounded whatever a file claims.
inline constexpr std::int64_t kMaxImagePixels = std::int64_t{1} << 28;

// Row-major, top row first, no padding.
struct GrayImage {
  std::int64_t width = 0, height = 0;
  std::vector<std::uint8_t> pixels;  // 8-bit display values
  std::uint8_t at(std::int64_t x, std::int64_t y) const {
    return pixels[static_cast<std::size_t>(y * width + x)];
  }
};

struct GrayImage16 {
  std::int64_t width = 0, height = 0;
  std::vector<std::uint16_t> pixels;
};

}  // namespace mrm
