// Perceptual hash of a radiograph: near-identical images differ in few bits.
#pragma once

#include <bit>
#include <cstdint>

#include "core/image/gray_image.h"
#include "core/image/thumbnail.h"

namespace mrm {

// 64 bits from the signs of the low frequencies of a 32x32 cosine transform (pHash), taken of the
// pixels' ranks by brightness. Independent of size, compression and brightness (any increasing
// change of it); not of inversion, rotation or flips: an inverted copy differs in nearly all bits.
std::uint64_t imageHash(const GrayImage& image);
std::uint64_t imageHash(const Thumbnail& thumbnail);
inline int hashDistance(std::uint64_t a, std::uint64_t b) {
  return std::popcount(a ^ b);
}

}  // namespace mrm
