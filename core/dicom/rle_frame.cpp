#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcrledec.h>

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

// Decodes segment after segment into a buffer of its own.
class SegmentDecoder {
 public:
  explicit SegmentDecoder(std::size_t size) : size_(size), decoder_(size) {}

  std::span<const std::byte> decode(std::span<const std::byte> segment, const FrameFormat& format) {
    decoder_.clear();
    // Runs that go on beyond the segment's size are padding, which it cuts off and complains about.
    decoder_.decompress(const_cast<std::byte*>(segment.data()), segment.size());
    if (decoder_.size() < size_)
      fail(format, "a segment has " + std::to_string(decoder_.size()) + " of " +
                       std::to_string(size_) + " bytes");
    return {static_cast<const std::byte*>(decoder_.getOutputBuffer()), size_};
  }

 private:
  std::size_t size_;
  DcmRLEDecoder decoder_;
};

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
  SegmentDecoder decoder(pixels);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = read32(bytes.data() + 4 + 4 * i, false);
    const std::size_t end = i + 1 < count ? read32(bytes.data() + 8 + 4 * i, false) : bytes.size();
    if (begin < kHeaderBytes || begin > end || end > bytes.size())
      fail(format, "a segment lies outside of it");
    const auto plane = decoder.decode(bytes.subspan(begin, end - begin), format);
    // Of each sample the most significant byte comes first.
    std::byte* to = frame.samples.data() + (i / sampleBytes) * sampleBytes +
                    (sampleBytes - 1 - i % sampleBytes);
    for (const std::byte value : plane) {
      *to = value;
      to += samples * sampleBytes;
    }
  }
  return frame;
}

}  // namespace mrm::dicom
