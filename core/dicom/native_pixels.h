// Uncompressed pixel data, as it lies in a file, to samples in native order.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/dicom/pixel_description.h"

namespace mrm::dicom {

// Whether uncompressed pixels of this description are subsampled: two pixels share their chroma.
bool hasHalfChroma(const PixelDescription& description);

// Bytes that one frame takes in a native file, times 8: 1-bit frames follow each other without
// padding. Pixels with half chroma have two samples each.
std::int64_t nativeFrameBits(const PixelDescription& description);

// `count` frames from `first` of native pixel data that holds them. Samples of a pixel together,
// 1-bit samples a byte each, half chroma expanded; nothing is masked.
std::vector<std::byte> nativeSamples(const PixelDescription& description,
                                     std::span<const std::byte> value, bool isBigEndian,
                                     std::int64_t first, std::int64_t count);

// 1-bit samples, the first in the lowest bit, to a byte each, from bit `first`.
std::vector<std::byte> unpackBits(std::span<const std::byte> packed, std::int64_t first,
                                  std::int64_t count);

// [colours, pixels] to [pixels, colours] of samples of `size` bytes.
std::vector<std::byte> interleavePlanes(std::span<const std::byte> planes, std::int64_t colours,
                                        std::size_t size);

}  // namespace mrm::dicom
