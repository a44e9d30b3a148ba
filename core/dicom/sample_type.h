// Calls a function template with the C++ type of stored samples.
#pragma once

#include <cstdint>

#include "core/dicom/pixel_description.h"

namespace mrm::dicom {

// `function(T{})` with T by width in memory (8, 16, 32, 64) and kind.
template <typename Function>
void withSampleType(int bits, SampleKind kind, Function function) {
  if (kind == SampleKind::Float) {
    bits == 64 ? function(double{}) : function(float{});
    return;
  }
  const bool isSigned = kind == SampleKind::Signed;
  switch (bits) {
    case 8:
      return isSigned ? function(std::int8_t{}) : function(std::uint8_t{});
    case 16:
      return isSigned ? function(std::int16_t{}) : function(std::uint16_t{});
    case 32:
      return isSigned ? function(std::int32_t{}) : function(std::uint32_t{});
    default:
      return isSigned ? function(std::int64_t{}) : function(std::uint64_t{});
  }
}

}  // namespace mrm::dicom
