// The frame header of a JPEG or JPEG-LS codestream.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace mrm::dicom {

struct JpegHeader {
  std::uint8_t marker = 0;  // 0xC0 baseline … 0xC3 lossless …, 0xF7 JPEG-LS
  int precision = 0;
  std::int64_t rows = 0, columns = 0, components = 0;
  bool hasRgbNames = false;  // its components are called R, G, B
  bool isJfif = false;       // by its application marker: three components are Y, Cb, Cr

  bool isJpegLs() const { return marker == 0xF7; }
  bool isLossless() const { return marker == 0xC3; }
  bool isArithmeticLossless() const { return marker == 0xCB; }
  bool isHierarchical() const;
};

// Nothing when the bytes do not start a JPEG image, or end before its frame header does.
std::optional<JpegHeader> readJpegHeader(std::span<const std::byte> bytes);

// The codestream with an end-of-image marker: some writers leave it out, which is harmless when the
// image is complete, and with it a decoder tells when it is not.
std::vector<std::byte> withEndMarker(std::span<const std::byte> bytes);

}  // namespace mrm::dicom
