// The samples of a JPEG image as they are coded, without colour conversion.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mrm {

struct JpegSamples {
  std::int64_t width = 0, height = 0, components = 0;
  std::vector<std::uint8_t> samples;  // row-major, the components of a pixel together
};

// 8-bit baseline, extended and progressive; components of lower resolution are enlarged. Throws
// Error for anything that is not a whole JPEG image or larger than 2^28 pixels.
JpegSamples decodeJpegSamples(std::string_view bytes, const std::string& name);

}  // namespace mrm
