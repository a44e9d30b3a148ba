// Raw deflate streams (RFC 1951), bounded.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace mrm::dicom {

struct Inflated {
  std::vector<std::byte> bytes;
  bool isWhole = false;  // the stream ended; otherwise it is damaged, cut off or beyond the limit
};

// At most `limit` bytes; memory grows only with what is delivered.
Inflated inflateRaw(std::span<const std::byte> compressed, std::size_t limit);

}  // namespace mrm::dicom
