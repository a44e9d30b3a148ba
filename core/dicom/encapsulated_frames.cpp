#include "core/dicom/encapsulated_frames.h"

#include <algorithm>
#include <string>

#include "core/base/error.h"
#include "core/dicom/byte_order.h"

namespace mrm::dicom {
namespace {

// The items of a value that has a given length, which is against the rules but happens.
std::vector<std::span<const std::byte>> itemsWithin(std::span<const std::byte> value) {
  std::vector<std::span<const std::byte>> items;
  for (std::size_t at = 0; at + 8 <= value.size();) {
    if (read32(value.data() + at, false) != 0xE000FFFE) break;
    const std::size_t length = read32(value.data() + at + 4, false);
    if (length > value.size() - at - 8) break;
    items.push_back(value.subspan(at + 8, length));
    at += 8 + length;
  }
  return items;
}

std::vector<std::span<const std::byte>> itemsOf(const DicomFile& file, const Element& pixels) {
  if (!pixels.isUndefinedLength) return itemsWithin(pixels.value);
  std::vector<std::span<const std::byte>> items;
  const auto all = file.dataSet().all();
  const auto index = static_cast<std::size_t>(&pixels - all.data());
  for (std::size_t i = index + 1; i < pixels.next; ++i) items.push_back(all[i].value);
  return items;
}

template <typename Read>
std::vector<std::uint64_t> table(std::span<const std::byte> bytes, std::size_t size, Read read) {
  std::vector<std::uint64_t> values;
  for (std::size_t at = 0; at + size <= bytes.size(); at += size)
    values.push_back(read(bytes.data() + at, false));
  return values;
}

bool hasEndMarker(std::span<const std::byte> fragment) {
  const auto tail = fragment.last(std::min<std::size_t>(fragment.size(), 10));
  for (std::size_t i = 0; i + 1 < tail.size(); ++i)
    if (tail[i] == std::byte{0xFF} && tail[i + 1] == std::byte{0xD9}) return true;
  return false;
}

}  // namespace

bool hasFragments(const Element& pixels) {
  return pixels.isUndefinedLength || !itemsWithin(pixels.value).empty();
}

EncapsulatedFrames::EncapsulatedFrames(const DicomFile& file, const Element& pixels,
                                       std::int64_t claimedFrames) {
  fragments_ = itemsOf(file, pixels);
  std::span<const std::byte> basicTable;
  if (!fragments_.empty()) {
    basicTable = fragments_.front();
    fragments_.erase(fragments_.begin());
  }
  if (fragments_.empty()) throw Error("holds no pixels: its pixel data is empty", file.name());
  std::uint64_t offset = 0;
  for (const auto& fragment : fragments_) {
    offsets_.push_back(offset);
    offset += 8 + fragment.size();
  }
  const DataSet& dataSet = file.dataSet();
  if (takeTable(table(dataSet.bytes(kExtendedOffsets), 8, read64), claimedFrames)) return;
  if (takeTable(table(basicTable, 4, read32), claimedFrames)) return;
  const auto count = static_cast<std::int64_t>(fragments_.size());
  if (count == claimedFrames) {
    for (std::size_t i = 0; i < fragments_.size(); ++i) frames_.push_back({i, i + 1});
    return;
  }
  if (claimedFrames == 1) {
    frames_.push_back({0, fragments_.size()});
    return;
  }
  if (count > claimedFrames && takeEndMarkers(claimedFrames)) return;
  throw Error("contradicts itself: it claims " + std::to_string(claimedFrames) +
                  " frames, its pixel data has " + std::to_string(count) + " fragments",
              file.name());
}

// A table is believed when each of its offsets is that of a fragment and there are as many as
// frames.
bool EncapsulatedFrames::takeTable(const std::vector<std::uint64_t>& offsets,
                                   std::int64_t claimedFrames) {
  if (offsets.empty() || static_cast<std::int64_t>(offsets.size()) < claimedFrames) return false;
  if (offsets.front() != 0) return false;
  std::vector<Frame> frames;
  for (const std::uint64_t offset : offsets) {
    const auto found = std::lower_bound(offsets_.begin(), offsets_.end(), offset);
    if (found == offsets_.end() || *found != offset) return false;
    const auto first = static_cast<std::size_t>(found - offsets_.begin());
    if (!frames.empty()) {
      if (first <= frames.back().first) return false;
      frames.back().last = first;
    }
    frames.push_back({first, fragments_.size()});
  }
  frames_ = std::move(frames);
  return true;
}

bool EncapsulatedFrames::takeEndMarkers(std::int64_t claimedFrames) {
  std::vector<Frame> frames;
  std::size_t first = 0;
  for (std::size_t i = 0; i < fragments_.size(); ++i) {
    if (!hasEndMarker(fragments_[i])) continue;
    frames.push_back({first, i + 1});
    first = i + 1;
  }
  if (first < fragments_.size()) frames.push_back({first, fragments_.size()});
  if (static_cast<std::int64_t>(frames.size()) < claimedFrames) return false;
  frames_ = std::move(frames);
  return true;
}

std::span<const std::byte> EncapsulatedFrames::frame(std::int64_t index,
                                                     std::vector<std::byte>& joined) const {
  const Frame& frame = frames_.at(static_cast<std::size_t>(index));
  if (frame.last - frame.first == 1) return fragments_[frame.first];
  joined.clear();
  for (std::size_t i = frame.first; i < frame.last; ++i)
    joined.insert(joined.end(), fragments_[i].begin(), fragments_[i].end());
  return joined;
}

}  // namespace mrm::dicom
