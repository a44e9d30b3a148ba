#include "core/base/error.h"
#include "core/dicom/byte_order.h"
#include "core/dicom/frame_codec.h"

namespace mrm::dicom {
namespace {

constexpr std::size_t kHeaderBytes = 64;
constexpr std::size_t kMaxSegments = 15;

[[noreturn]] void fail(const FrameFormat& format, const std::string& what) {
  throw Error("cannot be read as RLE: " + what, format.name,
              "Get the file again from where it came.");
}

// Runs and literals (PS3.5 G.3.2) to `count` bytes, `stride` apart; what is left of the segment
// then is padding. Returns how many there were.
std::size_t decodeSegment(std::span<const std::byte> segment, std::byte* to, std::size_t stride,
                          std::size_t count) {
  std::size_t done = 0;
  const auto put = [&](std::byte value) {
    *to = value;
    to += stride;
    ++done;
  };
  for (std::size_t at = 0; at + 1 < segment.size() && done < count;) {
    const auto code = static_cast<std::size_t>(segment[at++]);
    if (code < 128) {
      for (std::size_t i = 0; i <= code && at < segment.size() && done < count; ++i)
        put(segment[at++]);
    } else if (code > 128) {
      const std::byte value = segment[at++];
      for (std::size_t i = 0; i < 257 - code && done < count; ++i) put(value);
    }  // 128 stands for nothing
  }
  return done;
}

}  // namespace

DecodedFrame decodeRleFrame(std::span<const std::byte> bytes, const FrameFormat& format) {
  if (bytes.size() < kHeaderBytes) fail(format, "its header is cut off");
  const bool isPacked = format.bitsAllocated == 1;
  const auto sampleBytes = static_cast<std::size_t>(isPacked ? 1 : format.bitsAllocated / 8);
  const auto samples = static_cast<std::size_t>(format.samplesPerPixel);
  const std::size_t count = read32(bytes.data(), false);
  if (count > kMaxSegments || count != samples * sampleBytes)
    fail(format, std::to_string(count) + " segments where there should be " +
                     std::to_string(samples * sampleBytes));
  // A run of two bytes stands for 128 at most.
  const auto pixels =
      static_cast<std::size_t>(isPacked ? (format.pixels() + 7) / 8 : format.pixels());
  if (pixels / 64 > bytes.size()) fail(format, "it is too short for its size");

  DecodedFrame frame;
  frame.bits = static_cast<int>(8 * sampleBytes);
  frame.precision = format.bitsAllocated;
  frame.samples.resize(pixels * samples * sampleBytes);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = read32(bytes.data() + 4 + 4 * i, false);
    const std::size_t end = i + 1 < count ? read32(bytes.data() + 8 + 4 * i, false) : bytes.size();
    if (begin < kHeaderBytes || begin > end || end > bytes.size())
      fail(format, "a segment lies outside of it");
    // Of each sample the most significant byte comes first.
    std::byte* to = frame.samples.data() + (i / sampleBytes) * sampleBytes +
                    (sampleBytes - 1 - i % sampleBytes);
    const std::size_t done =
        decodeSegment(bytes.subspan(begin, end - begin), to, samples * sampleBytes, pixels);
    if (done < pixels)
      fail(format,
           "a segment has " + std::to_string(done) + " of " + std::to_string(pixels) + " bytes");
  }
  return frame;
}

}  // namespace mrm::dicom
