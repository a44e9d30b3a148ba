// Perceptual hash of a radiograph: near-identical images differ in few bits.
#pragma once

#include <bit>
#include <cstdint>

#include "core/image/gray_image.h"

namespace mrm {

// 64 bits from the signs of the low frequencies of a 32x32 cosine transform (pHash). Independent of
// size, compression and brightness; not of inversion, rotation or flips.
std::uint64_t imageHash(const GrayImage& image);
inline int hashDistance(std::uint64_t a, std::uint64_t b) {
  return std::popcount(a ^ b);
}

}  // namespace mrm
