#include "core/dicom/pixel_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/base/sha256.h"

namespace mrm::dicom {
namespace {

using Json = nlohmann::ordered_json;

std::string hashOf(const std::vector<std::byte>& bytes) {
  return sha256(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

std::vector<std::byte> swapped(std::vector<std::byte> bytes, std::int64_t size) {
  for (auto at = bytes.begin(); at < bytes.end(); at += size) std::reverse(at, at + size);
  return bytes;
}

// Whole numbers as such: a double would lose digits of 64-bit ones.
Json number(long double value, SampleKind kind) {
  switch (kind) {
    case SampleKind::Unsigned:
      return static_cast<std::uint64_t>(value);
    case SampleKind::Signed:
      return static_cast<std::int64_t>(value);
    default:
      return static_cast<double>(value);
  }
}

}  // namespace

Json pixelReport(const StoredPixels& pixels) {
  const PixelStatistics statistics = pixelStatistics(pixels);
  const std::string dtype = pixels.dtype();
  const bool isBigEndian = dtype.starts_with('>');
  const std::string hash = hashOf(pixels.bytes);
  Json report;
  report["dtype"] = dtype;
  report["shape"] = pixels.shape();
  report["min"] = number(statistics.minimum, pixels.kind);
  report["max"] = number(statistics.maximum, pixels.kind);
  report["mean"] = static_cast<double>(statistics.mean);
  report["sha256"] = isBigEndian ? hashOf(swapped(pixels.bytes, pixels.bytesPerSample())) : hash;
  if (isBigEndian) report["sha256_little_endian"] = hash;
  report["lossy"] = pixels.isLossy;
  report["photometric"] = pixels.photometric;
  return report;
}

}  // namespace mrm::dicom
