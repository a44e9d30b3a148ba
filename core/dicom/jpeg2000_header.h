// What a JPEG 2000 codestream claims, read before a decoder takes memory for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace mrm::dicom {

struct Jpeg2000Header {
  std::int64_t rows = 0, columns = 0, components = 0;
  int precision = 0;  // of the first component
  bool isSigned = false;
  bool isReversible = false;  // wavelet 5-3
  bool hasColourTransform = false;
  std::int64_t tiles = 1;
  std::int64_t precincts = 1;  // of all tiles, components and resolutions: one packet each at least
};

// Whether every code-block of the codestream is coded as in JPEG 2000 part 1, which includes that
// its tile-parts can be followed one by one. Otherwise it may be high-throughput (part 15).
bool isClassicJpeg2000(std::span<const std::byte> codestream);

// The codestream itself, in a JP2 file or bare; empty when there is none.
std::span<const std::byte> jpeg2000Codestream(std::span<const std::byte> bytes);

// Nothing when the main header is damaged.
std::optional<Jpeg2000Header> readJpeg2000Header(std::span<const std::byte> codestream);

}  // namespace mrm::dicom
