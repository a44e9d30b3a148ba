// What the decoders of compressed frames share. One function a coding; each checks the size that
// its codestream claims against the file's before it takes memory, and throws Error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mrm::dicom {

// What the file says about every frame.
struct FrameFormat {
  std::int64_t rows = 0, columns = 0, samplesPerPixel = 1;
  int bitsAllocated = 8;
  std::string name;  // of the file, for errors

  std::int64_t pixels() const { return rows * columns; }
  std::int64_t samples() const { return pixels() * samplesPerPixel; }
};

// What the codestream says of its three samples, if anything.
enum class FrameColour { NotTold, Rgb, Ybr };

struct DecodedFrame {
  std::vector<std::byte> samples;  // native little endian, the samples of a pixel together
  int bits = 8;                    // of each in memory: 8, 16, 32 or 64
  int precision = 8;               // that the codestream uses
  bool isSigned = false;           // by the codestream
  bool isLossy = false;
  FrameColour colour = FrameColour::NotTold;
};

// Baseline, extended, progressive and lossless JPEG, 2 to 16 bits.
DecodedFrame decodeJpegFrame(std::span<const std::byte> bytes, const FrameFormat& format);
// JPEG-LS, lossless and near-lossless.
DecodedFrame decodeJpegLsFrame(std::span<const std::byte> bytes, const FrameFormat& format);
// JPEG 2000 and HTJ2K, a bare codestream or in a JP2 file.
DecodedFrame decodeJpeg2000Frame(std::span<const std::byte> bytes, const FrameFormat& format);
// RLE (PS3.5 annex G). 1-bit frames come back packed, as they are coded.
DecodedFrame decodeRleFrame(std::span<const std::byte> bytes, const FrameFormat& format);

// Throws Error when a codestream claims another size than the file.
void checkFrameSize(const FrameFormat& format, std::int64_t rows, std::int64_t columns,
                    std::int64_t samplesPerPixel);
// Throws Error when so few bytes cannot hold a frame that is not close to empty: beyond 2^24
// pixels, a byte must not stand for more than 1024.
void checkFrameDensity(const FrameFormat& format, std::size_t byteCount);

}  // namespace mrm::dicom
