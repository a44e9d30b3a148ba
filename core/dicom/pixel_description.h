// What a DICOM file says about its pixels, for deciding before decoding.
#pragma once

#include <cstdint>
#include <string>

#include "core/dicom/dicom_file.h"

namespace mrm::dicom {

enum class SampleKind { Unsigned, Signed, Float };

struct PixelDescription {
  const Element* element = nullptr;  // that holds them
  std::int64_t frames = 1, rows = 0, columns = 0, samplesPerPixel = 1;
  int bitsAllocated = 0, bitsStored = 0;
  SampleKind kind = SampleKind::Unsigned;
  bool isPlanar = false;  // all samples of one colour together
  std::string photometric;

  std::int64_t samplesPerFrame() const { return rows * columns * samplesPerPixel; }
};

// Throws Error with the reason when there are no pixels, or the description is not one.
PixelDescription describePixels(const DicomFile& file);

// At most as many bytes of pixels are read into memory at once.
inline constexpr std::int64_t kMaxPixelBytes = std::int64_t{1} << 31;

}  // namespace mrm::dicom
