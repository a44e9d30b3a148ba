// The pixels of a DICOM file as they are stored: decompressed, before any table, window or colour
// conversion.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/dicom/pixel_description.h"

namespace mrm::dicom {

struct StoredPixels {
  std::int64_t frames = 0, rows = 0, columns = 0, samplesPerPixel = 1;
  int bitsAllocated = 8;  // of the values in `bytes`: 8, 16, 32 or 64
  int bitsStored = 8;     // as the file says
  SampleKind kind = SampleKind::Unsigned;
  std::string photometric;  // of the values in `bytes`: JPEG 2000 undoes its own colour transform
  bool isBigEndianFile = false;
  bool isLossy = false;          // by its transfer syntax or codestream
  std::vector<std::byte> bytes;  // [frames, rows, columns, samples], native little endian

  std::int64_t samplesPerFrame() const { return rows * columns * samplesPerPixel; }
  std::int64_t bytesPerSample() const { return bitsAllocated / 8; }
  // As numpy names it: "uint16"; of a big-endian file ">u2".
  std::string dtype() const;
  // As numpy gives it: one frame or one sample per pixel take no dimension.
  std::vector<std::int64_t> shape() const;
};

// All frames (those that the file holds, should it hold more than it claims), or frame `frame`
// alone, from 0; only that one is decoded. Samples of one pixel are together whatever the file
// does; bits above Bits Stored are dropped or sign-extended; YBR_FULL_422 is expanded; 1-bit
// pixels take a byte each. Values agree with pydicom's pixel_array(raw=True).
// Throws Error with the reason when the file holds no pixels, is cut off, contradicts itself, uses
// a coding that is not known, or would take more than 2 GiB.
StoredPixels readStoredPixels(const DicomFile& file, std::optional<std::int64_t> frame = {});

// What the manifest of a data set and `mrm dicom` say of pixels.
struct PixelStatistics {
  long double minimum = 0, maximum = 0;  // exact for 64-bit integers too
  double mean = 0;                       // all three are NaN where a value is
};
PixelStatistics pixelStatistics(const StoredPixels& pixels);

}  // namespace mrm::dicom
