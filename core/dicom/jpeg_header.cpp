#include "core/dicom/jpeg_header.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/dicom/byte_order.h"

namespace mrm::dicom {
namespace {

struct Segment {
  std::uint8_t marker = 0;
  std::span<const std::byte> content;
};

// Steps over the marker segments before the first scan's data (ISO 10918-1 annex B).
class Segments {
 public:
  explicit Segments(std::span<const std::byte> bytes) : bytes_(bytes) {
    if (bytes.size() >= 2 && read16(bytes.data(), true) == 0xFFD8) at_ = 2;
  }

  std::optional<Segment> next() {
    if (at_ == 0) return std::nullopt;
    while (at_ + 1 < bytes_.size() && bytes_[at_] != std::byte{0xFF}) ++at_;
    while (at_ + 1 < bytes_.size() && bytes_[at_ + 1] == std::byte{0xFF}) ++at_;  // fill bytes
    if (at_ + 4 > bytes_.size()) return std::nullopt;
    const auto marker = static_cast<std::uint8_t>(bytes_[at_ + 1]);
    const std::size_t length = read16(bytes_.data() + at_ + 2, true);
    if (length < 2 || at_ + 2 + length > bytes_.size()) return std::nullopt;
    const Segment segment{marker, bytes_.subspan(at_ + 4, length - 2)};
    at_ += 2 + length;
    return segment;
  }

 private:
  std::span<const std::byte> bytes_;
  std::size_t at_ = 0;
};

constexpr std::uint8_t kStartOfScan = 0xDA, kApplication0 = 0xE0;

bool isFrameHeader(std::uint8_t marker) {
  if (marker == 0xF7) return true;
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

}  // namespace

bool JpegHeader::isHierarchical() const {
  return (marker >= 0xC5 && marker <= 0xC7) || (marker >= 0xCD && marker <= 0xCF);
}

std::optional<JpegHeader> readJpegHeader(std::span<const std::byte> bytes) {
  Segments segments(bytes);
  bool isJfif = false;
  while (const auto segment = segments.next()) {
    if (segment->marker == kStartOfScan) return std::nullopt;
    const std::string_view text(reinterpret_cast<const char*>(segment->content.data()),
                                segment->content.size());
    if (segment->marker == kApplication0 && text.starts_with("JFIF")) isJfif = true;
    if (!isFrameHeader(segment->marker)) continue;
    if (segment->content.size() < 6) return std::nullopt;
    const std::byte* from = segment->content.data();
    JpegHeader header{segment->marker, static_cast<int>(from[0]), read16(from + 1, true),
                      read16(from + 3, true), static_cast<std::int64_t>(from[5])};
    header.isJfif = isJfif;
    if (header.components == 3 && text.size() >= 15) {  // a name and two more bytes for each
      const std::string names{text[6], text[9], text[12]};
      header.hasRgbNames = names == "RGB" || names == "rgb";
    }
    return header;
  }
  return std::nullopt;
}

std::vector<std::byte> withEndMarker(std::span<const std::byte> bytes) {
  constexpr std::array kEnd = {std::byte{0xFF}, std::byte{0xD9}};
  std::vector<std::byte> all(bytes.begin(), bytes.end());
  std::size_t end = all.size();
  while (end > 0 && all[end - 1] == std::byte{0}) --end;  // padding
  if (end < 2 || !std::equal(kEnd.begin(), kEnd.end(), all.data() + end - 2))
    all.insert(all.end(), kEnd.begin(), kEnd.end());
  return all;
}

}  // namespace mrm::dicom
