#include "core/dicom/stored_pixels.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

#include "core/base/error.h"
#include "core/dicom/encapsulated_frames.h"
#include "core/dicom/frame_codec.h"
#include "core/dicom/inflate.h"
#include "core/dicom/jpeg2000_header.h"
#include "core/dicom/jpeg_header.h"
#include "core/dicom/native_pixels.h"
#include "core/dicom/sample_type.h"

namespace mrm::dicom {
namespace {

int memoryBits(const PixelDescription& d) {
  return d.bitsAllocated == 1 ? 8 : d.bitsAllocated;
}

// Drops the bits above `bits` of each sample, extending the sign where there is one.
template <typename Sample>
void keepBits(std::vector<std::byte>& samples, int bits) {
  const int shift = static_cast<int>(8 * sizeof(Sample)) - bits;
  for (std::size_t at = 0; at + sizeof(Sample) <= samples.size(); at += sizeof(Sample)) {
    Sample value;
    std::memcpy(&value, samples.data() + at, sizeof value);
    value = static_cast<Sample>(
        static_cast<Sample>(static_cast<std::make_unsigned_t<Sample>>(value) << shift) >> shift);
    std::memcpy(samples.data() + at, &value, sizeof value);
  }
}

void keepBits(std::vector<std::byte>& samples, int memory, bool isSigned, int bits) {
  if (bits >= memory) return;
  withSampleType(memory, isSigned ? SampleKind::Signed : SampleKind::Unsigned, [&](auto type) {
    using Sample = decltype(type);
    if constexpr (std::is_integral_v<Sample>) keepBits<Sample>(samples, bits);
  });
}

// Lossy coding goes beyond the largest value near edges; without their highest bits such values
// would be dark.
void clampTo(std::vector<std::byte>& samples, int memory, int bits) {
  if (bits >= memory) return;
  withSampleType(memory, SampleKind::Unsigned, [&](auto type) {
    using Sample = decltype(type);
    const auto largest = static_cast<Sample>((std::uint64_t{1} << bits) - 1);
    for (std::size_t at = 0; at + sizeof(Sample) <= samples.size(); at += sizeof(Sample)) {
      Sample value;
      std::memcpy(&value, samples.data() + at, sizeof value);
      value = std::min(value, largest);
      std::memcpy(samples.data() + at, &value, sizeof value);
    }
  });
}

// Values of one width to another, as numbers.
std::vector<std::byte> convert(const std::vector<std::byte>& samples, int from, int to,
                               SampleKind kind) {
  std::vector<std::byte> result(samples.size() / static_cast<std::size_t>(from / 8) *
                                static_cast<std::size_t>(to / 8));
  withSampleType(from, kind, [&](auto source) {
    withSampleType(to, kind, [&](auto target) {
      using Source = decltype(source);
      using Target = decltype(target);
      const std::size_t count = samples.size() / sizeof(Source);
      for (std::size_t i = 0; i < count; ++i) {
        Source value;
        std::memcpy(&value, samples.data() + i * sizeof value, sizeof value);
        const auto converted = static_cast<Target>(value);
        std::memcpy(result.data() + i * sizeof converted, &converted, sizeof converted);
      }
    });
  });
  return result;
}

// What the codestream is, whatever the transfer syntax says of it.
PixelCoding codingOf(std::span<const std::byte> frame, PixelCoding claimed) {
  if (claimed == PixelCoding::Rle || claimed == PixelCoding::DeflatedFrames ||
      claimed == PixelCoding::EncapsulatedNative)
    return claimed;
  if (!jpeg2000Codestream(frame).empty()) return PixelCoding::Jpeg2000;
  if (const auto header = readJpegHeader(frame))
    return header->isJpegLs() ? PixelCoding::JpegLs : PixelCoding::Jpeg;
  return claimed;
}

class PixelReader {
 public:
  PixelReader(const DicomFile& file, std::optional<std::int64_t> frame)
      : file_(file), frame_(frame), d_(describePixels(file)) {
    format_ = {d_.rows, d_.columns, d_.samplesPerPixel, d_.bitsAllocated, file.name()};
  }

  StoredPixels read() {
    pixels_.rows = d_.rows;
    pixels_.columns = d_.columns;
    pixels_.samplesPerPixel = d_.samplesPerPixel;
    pixels_.bitsAllocated = memoryBits(d_);
    pixels_.bitsStored = d_.bitsStored;
    pixels_.kind = d_.kind;
    pixels_.isBigEndianFile = file_.transferSyntax().isBigEndian;
    if (frame_ && *frame_ < 0) fail("has no frame " + std::to_string(*frame_ + 1));
    const PixelCoding coding = file_.transferSyntax().coding;
    const bool isCompressed = hasFragments(*d_.element);
    if (!isCompressed && coding != PixelCoding::Native && !isNativeSize())
      fail(d_.element->value.empty()
               ? "holds no pixels: its pixel data is empty"
               : "contradicts itself: it is said to be compressed (" + file_.transferSyntax().name +
                     "), its pixel data is not in fragments");
    if (isCompressed)
      readFrames(coding);
    else
      readNative();
    pixels_.photometric = d_.photometric;
    return std::move(pixels_);
  }

 private:
  [[noreturn]] void fail(const std::string& problem, const std::string& advice = {}) const {
    throw Error(problem, file_.name(), advice);
  }

  void checkMemory(std::int64_t frames) const {
    const std::int64_t frameBytes = d_.samplesPerFrame() * pixels_.bytesPerSample();
    if (frames > kMaxPixelBytes / frameBytes)
      fail("has " + std::to_string(frames) + " frames that would take more than 2 GiB",
           frames > 1 ? "Read one frame at a time." : "");
  }

  std::int64_t nativeBytes(std::int64_t frames) const {
    return (nativeFrameBits(d_) * frames + 7) / 8;
  }
  bool isNativeSize() const {
    if (d_.frames > kMaxPixelBytes / std::max<std::int64_t>(nativeBytes(1), 1)) return false;
    const std::int64_t expected = nativeBytes(d_.frames);
    const auto actual = static_cast<std::int64_t>(d_.element->value.size());
    return actual == expected || actual == expected + expected % 2;
  }

  void readNative() {
    const auto actual = static_cast<std::int64_t>(d_.element->value.size());
    if (hasHalfChroma(d_)) {
      // Unless there is room for all of it: then it is YBR_FULL.
      PixelDescription full = d_;
      full.photometric = "YBR_FULL";
      if (d_.frames <= actual * 8 / nativeFrameBits(full)) d_ = full;
    }
    const std::int64_t frameBits = nativeFrameBits(d_);
    const std::int64_t held = actual * 8 / frameBits;
    if (frame_ && *frame_ >= std::max(held, d_.frames)) failNoFrame(std::max(held, d_.frames));
    const std::int64_t wanted = frame_ ? *frame_ + 1 : d_.frames;
    if (held < wanted) {
      if (!file_.damage().empty()) fail(file_.damage());
      fail("is cut off: it claims " + std::to_string(d_.frames) +
           (d_.frames == 1 ? " frame" : " frames") + " of " + std::to_string(nativeBytes(1)) +
           " bytes, its pixel data has " + std::to_string(actual) + " bytes");
    }
    pixels_.frames = frame_ ? 1 : hasMoreThanClaimed() ? held : d_.frames;
    checkMemory(pixels_.frames);
    const bool isBigEndian = d_.element->isBigEndian || file_.transferSyntax().hasBigEndianPixels;
    pixels_.bytes =
        nativeSamples(d_, d_.element->value, isBigEndian, frame_.value_or(0), pixels_.frames);
    if (hasHalfChroma(d_)) d_.photometric = "YBR_FULL";
    if (d_.kind != SampleKind::Float && d_.bitsAllocated > 1)
      keepBits(pixels_.bytes, d_.bitsAllocated, d_.kind == SampleKind::Signed, d_.bitsStored);
  }

  // Of native pixels that hold the frames they claim: whether they hold others, which are all given
  // then. Less than a whole one is padding, and so is the byte that makes the length even.
  bool hasMoreThanClaimed() const {
    const std::int64_t claimed = nativeBytes(d_.frames);
    return static_cast<std::int64_t>(d_.element->value.size()) > claimed + claimed % 2 &&
           !hasHalfChroma(d_);
  }

  [[noreturn]] void failNoFrame(std::int64_t held) const {
    fail("has no frame " + std::to_string(*frame_ + 1) + "; it has " + std::to_string(held));
  }

  void readFrames(PixelCoding claimed) {
    if (d_.kind == SampleKind::Float) fail("has compressed floating-point pixels");
    const EncapsulatedFrames frames(file_, *d_.element, d_.frames);
    if (frame_ && *frame_ >= frames.count()) failNoFrame(frames.count());
    const std::int64_t first = frame_.value_or(0);
    const std::int64_t last = frame_ ? first + 1 : frames.count();
    checkMemory(last - first);
    const auto frameBytes =
        static_cast<std::size_t>(d_.samplesPerFrame() * pixels_.bytesPerSample());
    std::vector<std::byte> joined;
    for (std::int64_t i = first; i < last; ++i) {
      const auto compressed = frames.frame(i, joined);
      std::vector<std::byte> samples;
      try {
        samples = decode(compressed, claimed);
      } catch (const Error&) {
        if (i >= d_.frames) break;  // beyond what is claimed: no frame after all
        if (!file_.damage().empty()) fail(file_.damage());
        throw;
      }
      if (pixels_.frames == 0 && last - first == 1)
        pixels_.bytes = std::move(samples);
      else
        pixels_.bytes.insert(pixels_.bytes.end(), samples.begin(), samples.end());
      ++pixels_.frames;
    }
    if (pixels_.bytes.size() != frameBytes * static_cast<std::size_t>(pixels_.frames))
      fail("contradicts itself: its frames have different sizes");
    if (!photometric_.empty()) d_.photometric = photometric_;
  }

  std::vector<std::byte> decode(std::span<const std::byte> compressed, PixelCoding claimed) {
    switch (codingOf(compressed, claimed)) {
      case PixelCoding::Jpeg:
        return place(decodeJpegFrame(compressed, format_), PixelCoding::Jpeg);
      case PixelCoding::JpegLs:
        return place(decodeJpegLsFrame(compressed, format_), PixelCoding::JpegLs);
      case PixelCoding::Jpeg2000:
        return place(decodeJpeg2000Frame(compressed, format_), PixelCoding::Jpeg2000);
      case PixelCoding::Rle: {
        DecodedFrame frame = decodeRleFrame(compressed, format_);
        if (d_.bitsAllocated == 1) return unpackFrame(frame.samples);
        return place(std::move(frame), PixelCoding::Rle);
      }
      case PixelCoding::DeflatedFrames: {
        const auto expected = static_cast<std::size_t>(nativeBytes(1));
        const Inflated inflated = inflateRaw(compressed, expected + expected % 2);
        return nativeFrame(inflated.bytes);
      }
      case PixelCoding::EncapsulatedNative:
        return nativeFrame(compressed);
      case PixelCoding::Native:
        fail(
            "contradicts itself: its pixel data is in fragments, but not compressed in a way that "
            "is known");
      case PixelCoding::Unsupported:
        break;
    }
    const TransferSyntax& syntax = file_.transferSyntax();
    fail("is compressed as " + (syntax.name == "not known" ? syntax.uid : syntax.name) +
             ", which cannot be read",
         "Convert it to a common transfer syntax, for instance to JPEG 2000 Lossless.");
  }

  // A frame of its own, uncompressed.
  std::vector<std::byte> nativeFrame(std::span<const std::byte> bytes) const {
    if (static_cast<std::int64_t>(bytes.size()) < nativeBytes(1))
      fail("is cut off: a frame has " + std::to_string(bytes.size()) + " of " +
           std::to_string(nativeBytes(1)) + " bytes");
    std::vector<std::byte> samples = nativeSamples(d_, bytes, false, 0, 1);
    if (d_.bitsAllocated > 1)
      keepBits(samples, d_.bitsAllocated, d_.kind == SampleKind::Signed, d_.bitsStored);
    return samples;
  }

  // 1-bit frames that are compressed start at a byte; several samples follow each other in planes.
  std::vector<std::byte> unpackFrame(std::span<const std::byte> packed) const {
    return unpackBits(packed, 0, d_.samplesPerFrame());
  }

  void takeColour(FrameColour colour) {
    if (colour == FrameColour::Rgb) photometric_ = "RGB";
    if (colour == FrameColour::Ybr && !d_.photometric.starts_with("YBR")) photometric_ = "YBR_FULL";
  }

  // The codestream's values in the width and with the sign that the file's header gives them.
  std::vector<std::byte> place(DecodedFrame frame, PixelCoding coding) {
    pixels_.isLossy = pixels_.isLossy || frame.isLossy;
    if (d_.samplesPerPixel == 3) takeColour(frame.colour);
    const bool isSigned = d_.kind == SampleKind::Signed;
    const int memory = memoryBits(d_);
    if (coding == PixelCoding::JpegLs && isSigned)  // which knows no signs
      keepBits(frame.samples, frame.bits, true, frame.precision);
    if (coding == PixelCoding::Jpeg2000 && d_.samplesPerPixel == 1 && frame.isSigned != isSigned)
      keepBits(frame.samples, frame.bits, isSigned, frame.precision);
    if (frame.bits != memory) frame.samples = convert(frame.samples, frame.bits, memory, d_.kind);
    if (coding == PixelCoding::Jpeg && frame.isLossy && !isSigned)
      clampTo(frame.samples, memory, d_.bitsStored);
    if (coding == PixelCoding::Jpeg || coding == PixelCoding::Rle)
      keepBits(frame.samples, memory, isSigned, d_.bitsStored);
    return std::move(frame.samples);
  }

  const DicomFile& file_;
  std::optional<std::int64_t> frame_;
  PixelDescription d_;
  FrameFormat format_;
  StoredPixels pixels_;
  std::string photometric_;  // where the codestream knows better
};

}  // namespace

std::string StoredPixels::dtype() const {
  const std::string bits = std::to_string(bitsAllocated);
  if (isBigEndianFile && bitsAllocated > 8) {
    const char* letter = kind == SampleKind::Float ? "f" : kind == SampleKind::Signed ? "i" : "u";
    return std::string(">") + letter + std::to_string(bitsAllocated / 8);
  }
  return (kind == SampleKind::Float ? "float" : kind == SampleKind::Signed ? "int" : "uint") + bits;
}

std::vector<std::int64_t> StoredPixels::shape() const {
  std::vector<std::int64_t> sizes;
  if (frames > 1) sizes.push_back(frames);
  sizes.push_back(rows);
  sizes.push_back(columns);
  if (samplesPerPixel > 1) sizes.push_back(samplesPerPixel);
  return sizes;
}

StoredPixels readStoredPixels(const DicomFile& file, std::optional<std::int64_t> frame) {
  return PixelReader(file, frame).read();
}

PixelStatistics pixelStatistics(const StoredPixels& pixels) {
  PixelStatistics statistics;
  withSampleType(pixels.bitsAllocated, pixels.kind, [&](auto type) {
    using Sample = decltype(type);
    const std::size_t count = pixels.bytes.size() / sizeof(Sample);
    if (count == 0) return;
    Sample minimum{}, maximum{};
    double sum = 0;
    bool hasNan = false;
    for (std::size_t i = 0; i < count; ++i) {
      Sample value;
      std::memcpy(&value, pixels.bytes.data() + i * sizeof value, sizeof value);
      if (i == 0) minimum = maximum = value;
      minimum = std::min(minimum, value);
      maximum = std::max(maximum, value);
      sum += static_cast<double>(value);
      hasNan = hasNan || value != value;
    }
    statistics.mean = sum / static_cast<double>(count);
    statistics.minimum = hasNan ? statistics.mean : static_cast<long double>(minimum);
    statistics.maximum = hasNan ? statistics.mean : static_cast<long double>(maximum);
  });
  return statistics;
}

}  // namespace mrm::dicom
