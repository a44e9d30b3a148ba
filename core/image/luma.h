// Colour to gray as Pillow's convert("L") computes it.
#pragma once

#include <cstdint>

namespace mrm {

// ITU-R 601-2 luma, 0.299 R + 0.587 G + 0.114 B, in 16-bit fixed point, rounded. Equal channels
// give back their own value.
inline std::uint8_t luma(std::uint32_t red, std::uint32_t green, std::uint32_t blue) {
  return static_cast<std::uint8_t>((red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16);
}

}  // namespace mrm
