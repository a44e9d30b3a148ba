#include "core/dicom/luminance.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/base/error.h"
#include "core/dicom/display_tags.h"
#include "core/dicom/sample_type.h"
#include "core/image/luma.h"

namespace mrm::dicom {
namespace {

// PS3.3 C.7.9.2: discrete, linear and indirect segments. Stops at the first that makes no sense.
class SegmentReader {
 public:
  SegmentReader(const std::vector<std::uint16_t>& words, std::size_t count)
      : words_(words), count_(count) {}

  std::vector<std::uint16_t> read() {
    std::size_t at = 0;
    while (at < words_.size() && entries_.size() < count_ && segment(at, true)) {
    }
    entries_.resize(std::min(entries_.size(), count_));
    return std::move(entries_);
  }

 private:
  bool segment(std::size_t& at, bool mayBeIndirect) {
    if (at + 2 > words_.size()) return false;
    const std::uint16_t opcode = words_[at], length = words_[at + 1];
    at += 2;
    if (opcode == 0) {
      for (std::uint16_t i = 0; i < length && at < words_.size(); ++i)
        entries_.push_back(words_[at++]);
      return true;
    }
    if (opcode == 1 && at < words_.size() && !entries_.empty()) {
      const std::int64_t from = entries_.back(), to = words_[at++];
      for (int i = 1; i <= length; ++i)
        entries_.push_back(static_cast<std::uint16_t>(from + (to - from) * i / length));
      return true;
    }
    if (opcode == 2 && mayBeIndirect && at + 2 <= words_.size()) {
      // `length` segments again, from a place counted in bytes.
      std::size_t copy = (static_cast<std::size_t>(words_[at + 1]) << 16 | words_[at]) / 2;
      at += 2;
      for (std::uint16_t i = 0; i < length && entries_.size() < count_; ++i)
        if (!segment(copy, false)) return false;
      return true;
    }
    return false;
  }

  const std::vector<std::uint16_t>& words_;
  std::size_t count_;
  std::vector<std::uint16_t> entries_;
};

struct Channel {
  Tag descriptor, data, segments;
};
constexpr std::array<Channel, 3> kChannels = {{{kRedDescriptor, kRedPalette, kRedSegments},
                                               {kGreenDescriptor, kGreenPalette, kGreenSegments},
                                               {kBlueDescriptor, kBluePalette, kBlueSegments}}};

ValueTable readChannel(const DataSet& dataSet, const Channel& channel, bool isSigned) {
  if (!dataSet.has(channel.segments))
    return readValueTable(dataSet, channel.descriptor, channel.data, isSigned);
  // The descriptor alone; the entries are spelled out from segments.
  ValueTable table = readValueTable(dataSet, channel.descriptor, channel.segments, isSigned);
  const auto numbers = dataSet.numbers(channel.descriptor, 1);
  std::size_t count = 0;
  if (!numbers.empty() && numbers[0] > -65536 && numbers[0] < 65536)
    count = static_cast<std::size_t>(static_cast<std::int64_t>(numbers[0]) & 0xFFFF);
  if (count == 0) count = 65536;
  table.entries = SegmentReader(dataSet.words(channel.segments), count).read();
  return table;
}

// The luma of each palette entry.
ValueTable readPalette(const DataSet& dataSet, bool isSigned, const std::string& name) {
  std::array<ValueTable, 3> channels;
  std::size_t count = 0;
  bool isNarrow = true;  // some writers put values of 8 bits into entries of 16
  for (std::size_t i = 0; i < channels.size(); ++i) {
    channels[i] = readChannel(dataSet, kChannels[i], isSigned);
    if (channels[i].entries.empty()) throw Error("is incomplete: its palette is missing", name);
    count = std::max(count, channels[i].entries.size());
    isNarrow = isNarrow && std::all_of(channels[i].entries.begin(), channels[i].entries.end(),
                                       [](std::uint16_t entry) { return entry < 256; });
  }
  ValueTable palette{channels[0].first, 8, {}, ""};
  const auto entry = [&](const ValueTable& channel, std::size_t i) -> std::uint32_t {
    const std::uint16_t value = channel.entries[std::min(i, channel.entries.size() - 1)];
    return isNarrow ? value : value >> 8;
  };
  for (std::size_t i = 0; i < count; ++i)
    palette.entries.push_back(
        luma(entry(channels[0], i), entry(channels[1], i), entry(channels[2], i)));
  return palette;
}

// Samples as 8 bits: the high ones where there are more.
template <class Sample>
std::uint32_t byteOf(const std::vector<Sample>& samples, std::int64_t index, int bits) {
  const auto value = static_cast<std::int64_t>(samples[static_cast<std::size_t>(index)]);
  const std::int64_t byte = bits > 8 ? value >> (bits - 8) : value;
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(byte, 0, 255));
}

}  // namespace

bool isPalette(const StoredPixels& pixels) {
  return pixels.samplesPerPixel == 1 && pixels.photometric == "PALETTE COLOR";
}

std::vector<std::int32_t> luminance(const StoredPixels& pixels, const DataSet& dataSet,
                                    const std::string& name) {
  const std::int64_t count = pixels.rows * pixels.columns, step = pixels.samplesPerPixel;
  std::vector<std::int32_t> result(static_cast<std::size_t>(count));
  const bool isYbr = pixels.photometric.starts_with("YBR");
  const bool isPartial = pixels.photometric.starts_with("YBR_PARTIAL");
  ValueTable palette;
  if (isPalette(pixels))
    palette = readPalette(dataSet, pixels.kind == SampleKind::Signed, name);
  else if (step < 3 && !isYbr)
    throw Error("has " + std::to_string(step) + " samples per pixel, which make no colour", name);
  withSampleType(pixels.bitsAllocated, pixels.kind, [&](auto type) {
    using Sample = decltype(type);
    std::vector<Sample> samples(static_cast<std::size_t>(count * step));
    std::memcpy(samples.data(), pixels.bytes.data(), samples.size() * sizeof(Sample));
    for (std::int64_t i = 0; i < count; ++i) {
      std::int32_t value = 0;
      if (!palette.entries.empty()) {
        const auto last = static_cast<std::int64_t>(palette.entries.size()) - 1;
        const auto index =
            static_cast<std::int64_t>(samples[static_cast<std::size_t>(i)]) - palette.first;
        value = palette.entries[static_cast<std::size_t>(std::clamp<std::int64_t>(index, 0, last))];
      } else if (isYbr) {
        value = static_cast<std::int32_t>(byteOf(samples, i * step, pixels.bitsStored));
        // PS3.3 C.7.6.3.1.2: black is 16 and white 235.
        if (isPartial) value = std::clamp((value - 16) * 255 / 219, 0, 255);
      } else {
        value = luma(byteOf(samples, i * step, pixels.bitsStored),
                     byteOf(samples, i * step + 1, pixels.bitsStored),
                     byteOf(samples, i * step + 2, pixels.bitsStored));
      }
      result[static_cast<std::size_t>(i)] = value;
    }
  });
  return result;
}

}  // namespace mrm::dicom
