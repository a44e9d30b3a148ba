#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmjpeg/djcparam.h>
#include <dcmtk/dcmjpeg/djdijg12.h>
#include <dcmtk/dcmjpeg/djdijg16.h>
#include <dcmtk/dcmjpeg/djdijg8.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include "core/base/error.h"
#include "core/dicom/dcmtk_setup.h"
#include "core/dicom/frame_codec.h"
#include "core/dicom/jpeg_header.h"
#include "core/image/jpeg_samples.h"

namespace mrm::dicom {
namespace {

constexpr std::size_t kMaxScans = 100;
constexpr const char* kAdvice = "Get the file again from where it came.";

// The library goes on after damage and invents pixels, with a warning. Some leave every pixel well
// defined.
bool isHarmless(const std::string& warning) {
  constexpr std::array<std::string_view, 4> kHarmless = {
      "Invalid SOS parameters for sequential JPEG", "extraneous bytes before marker",
      "Unknown Adobe color transform code", "unknown JFIF revision"};
  return std::any_of(kHarmless.begin(), kHarmless.end(), [&](std::string_view part) {
    return warning.find(part) != std::string::npos;
  });
}

template <typename Base>
void decodeWith(std::vector<std::byte>& compressed, std::vector<std::byte>& samples,
                const std::string& name) {
  const DcmtkWarnings warnings;
  const DJCodecParameter parameter(ECC_lossyYCbCr, EDC_never, EUC_never, EPC_default);
  Base decoder(parameter, OFFalse);
  OFCondition status = decoder.init();
  if (status.good())
    status = decoder.decode(
        reinterpret_cast<Uint8*>(compressed.data()), static_cast<Uint32>(compressed.size()),
        reinterpret_cast<Uint8*>(samples.data()), static_cast<Uint32>(samples.size()), OFFalse);
  if (status.bad())
    throw Error(std::string("cannot be read as JPEG: ") + status.text(), name, kAdvice);
  for (const std::string& warning : warnings.texts())
    if (!isHarmless(warning)) throw Error("cannot be read as JPEG: " + warning, name, kAdvice);
}

// Each lossless sample takes a bit at least, each block of 8 x 8 samples of a lossy scan too, of
// components that may be coarse in one direction each.
void checkDensity(const JpegHeader& header, const FrameFormat& format, std::size_t byteCount) {
  const std::int64_t samples = header.isLossless() ? format.samples() : format.pixels();
  const std::int64_t perByte = header.isLossless() ? 8 : 1024;
  if (samples / perByte > static_cast<std::int64_t>(byteCount))
    throw Error("is damaged or cut off: its compressed image is too short for its size",
                format.name, kAdvice);
}

// Within a scan's data 0xFF is followed by 0 or a restart marker: what looks like the start of a
// scan is one, or lies in a comment.
std::size_t countScans(std::span<const std::byte> bytes) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i)
    count += bytes[i] == std::byte{0xFF} && bytes[i + 1] == std::byte{0xDA} ? 1 : 0;
  return count;
}

}  // namespace

DecodedFrame decodeJpegFrame(std::span<const std::byte> bytes, const FrameFormat& format) {
  const auto header = readJpegHeader(bytes);
  if (!header) throw Error("cannot be read as JPEG: it has no frame header", format.name, kAdvice);
  if (header->isHierarchical() || header->isArithmeticLossless())
    throw Error("is compressed by a rare variant of JPEG that cannot be read", format.name);
  checkFrameSize(format, header->rows, header->columns, header->components);
  checkDensity(*header, format, bytes.size());
  // A progressive image may repeat scans that cost far more time than bytes. Real ones have ten.
  if (countScans(bytes) > kMaxScans)
    throw Error("cannot be read as JPEG: more than 100 scans", format.name);

  DecodedFrame frame;
  frame.precision = header->precision;
  frame.isLossy = !header->isLossless();
  if (header->hasRgbNames || header->isJfif)
    frame.colour = header->hasRgbNames ? FrameColour::Rgb : FrameColour::Ybr;
  std::vector<std::byte> compressed = withEndMarker(bytes);
  if (frame.isLossy && header->precision == 8) {
    const JpegSamples image = decodeJpegSamples(
        {reinterpret_cast<const char*>(compressed.data()), compressed.size()}, format.name);
    frame.samples.resize(image.samples.size());
    std::memcpy(frame.samples.data(), image.samples.data(), image.samples.size());
    return frame;
  }
  if (header->precision < 2 || header->precision > 16 || (frame.isLossy && header->precision != 12))
    throw Error("cannot be read as JPEG: " + std::to_string(header->precision) + " bits per sample",
                format.name);
  frame.bits = header->precision <= 8 ? 8 : 16;
  frame.samples.resize(static_cast<std::size_t>(format.samples() * frame.bits / 8));
  if (header->precision <= 8)
    decodeWith<DJDecompressIJG8Bit>(compressed, frame.samples, format.name);
  else if (header->precision <= 12)
    decodeWith<DJDecompressIJG12Bit>(compressed, frame.samples, format.name);
  else
    decodeWith<DJDecompressIJG16Bit>(compressed, frame.samples, format.name);
  return frame;
}

}  // namespace mrm::dicom
