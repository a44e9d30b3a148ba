#include <charls/charls.h>

#include "core/base/error.h"
#include "core/dicom/frame_codec.h"
#include "core/dicom/jpeg_header.h"
#include "core/dicom/native_pixels.h"

namespace mrm::dicom {

DecodedFrame decodeJpegLsFrame(std::span<const std::byte> bytes, const FrameFormat& format) {
  const auto header = readJpegHeader(bytes);
  if (!header || !header->isJpegLs())
    throw Error("cannot be read as JPEG-LS: it has no frame header", format.name);
  checkFrameSize(format, header->rows, header->columns, header->components);
  checkFrameDensity(format, bytes.size());
  try {
    const std::vector<std::byte> compressed = withEndMarker(bytes);
    charls::jpegls_decoder decoder(compressed, false);
    decoder.read_header();
    DecodedFrame frame;
    frame.precision = decoder.frame_info().bits_per_sample;
    frame.bits = frame.precision <= 8 ? 8 : 16;
    frame.isLossy = decoder.near_lossless() > 0;
    frame.samples.resize(static_cast<std::size_t>(format.samples() * frame.bits / 8));
    decoder.decode(frame.samples);
    if (format.samplesPerPixel > 1 && decoder.interleave_mode() == charls::interleave_mode::none)
      frame.samples = interleavePlanes(frame.samples, format.samplesPerPixel,
                                       static_cast<std::size_t>(frame.bits / 8));
    return frame;
  } catch (const charls::jpegls_error& error) {
    throw Error(std::string("cannot be read as JPEG-LS: ") + error.what(), format.name,
                "Get the file again from where it came.");
  }
}

}  // namespace mrm::dicom
