#include "core/dicom/frame_codec.h"

#include "core/base/error.h"

namespace mrm::dicom {
namespace {

constexpr std::int64_t kFreePixels = std::int64_t{1} << 24;
constexpr std::int64_t kMaxPixelsPerByte = 1024;

std::string sizeText(std::int64_t rows, std::int64_t columns, std::int64_t samples) {
  std::string text = std::to_string(columns) + " x " + std::to_string(rows);
  if (samples != 1) text += " x " + std::to_string(samples);
  return text;
}

}  // namespace

void checkFrameSize(const FrameFormat& format, std::int64_t rows, std::int64_t columns,
                    std::int64_t samplesPerPixel) {
  if (rows == format.rows && columns == format.columns && samplesPerPixel == format.samplesPerPixel)
    return;
  throw Error("contradicts itself: the compressed image is " +
                  sizeText(rows, columns, samplesPerPixel) + ", the header says " +
                  sizeText(format.rows, format.columns, format.samplesPerPixel),
              format.name);
}

void checkFrameDensity(const FrameFormat& format, std::size_t byteCount) {
  if (format.pixels() <= kFreePixels) return;
  if (format.pixels() / kMaxPixelsPerByte <= static_cast<std::int64_t>(byteCount)) return;
  throw Error("claims " + sizeText(format.rows, format.columns, 1) + " pixels in " +
                  std::to_string(byteCount) + " bytes",
              format.name);
}

}  // namespace mrm::dicom
