#include "core/dicom/jpeg2000_header.h"

#include <algorithm>
#include <array>

#include "core/dicom/byte_order.h"

namespace mrm::dicom {
namespace {

// ISO 15444-1 table A.2.
constexpr std::uint16_t kStart = 0xFF4F, kSize = 0xFF51, kCodingStyle = 0xFF52, kTilePart = 0xFF90;
constexpr std::uint16_t kComponentStyle = 0xFF53, kData = 0xFF93, kEnd = 0xFFD9;

std::int64_t divideUp(std::int64_t a, std::int64_t b) {
  return (a + b - 1) / b;
}

struct Grid {  // of the SIZ segment
  std::int64_t x1, y1, x0, y0, tileWidth, tileHeight, tileX0, tileY0;
};

std::optional<Grid> readGrid(std::span<const std::byte> siz) {
  const auto at = [&](std::size_t i) -> std::int64_t { return read32(siz.data() + i, true); };
  const Grid grid{at(2), at(6), at(10), at(14), at(18), at(22), at(26), at(30)};
  if (grid.x1 <= grid.x0 || grid.y1 <= grid.y0 || grid.tileWidth < 1 || grid.tileHeight < 1 ||
      grid.tileX0 > grid.x0 || grid.tileY0 > grid.y0)
    return std::nullopt;
  return grid;
}

// Resolutions of one tile-component and the precincts in them, by the sizes in COD (table A.13),
// for a tile that starts anywhere.
std::int64_t precinctsOfTile(const Grid& grid, std::span<const std::byte> cod) {
  const int levels = std::min(static_cast<int>(cod[5]), 32);
  const bool areGiven = (static_cast<int>(cod[0]) & 1) != 0;
  const std::int64_t width = std::min(grid.tileWidth, grid.x1 - grid.x0);
  const std::int64_t height = std::min(grid.tileHeight, grid.y1 - grid.y0);
  std::int64_t count = 0;
  for (int resolution = 0; resolution <= levels; ++resolution) {
    int across = 15, down = 15;
    const std::size_t at = 10 + static_cast<std::size_t>(resolution);
    if (areGiven && at < cod.size()) {
      across = static_cast<int>(cod[at]) & 15;
      down = static_cast<int>(cod[at]) >> 4;
    }
    const std::int64_t scale = std::int64_t{1} << (levels - resolution);
    count += (divideUp(divideUp(width, scale), std::int64_t{1} << across) + 1) *
             (divideUp(divideUp(height, scale), std::int64_t{1} << down) + 1);
  }
  return count;
}

// The style of code-blocks in a COD or COC segment (tables A.15 and A.22): bit 6 is that of
// part 15.
bool isHighThroughputStyle(std::uint16_t marker, std::span<const std::byte> segment,
                           bool hasManyComponents) {
  const std::size_t at = marker == kCodingStyle ? 8 : hasManyComponents ? 6 : 5;
  return at >= segment.size() || (static_cast<int>(segment[at]) & 0x40) != 0;
}

}  // namespace

std::span<const std::byte> jpeg2000Codestream(std::span<const std::byte> bytes) {
  constexpr std::uint32_t kSignatureBox = 0x6A502020, kCodestreamBox = 0x6A703263;
  if (bytes.size() < 12) return {};
  if (read16(bytes.data(), true) == kStart) return bytes;
  if (read32(bytes.data() + 4, true) != kSignatureBox) return {};
  for (std::size_t at = 0; at + 8 <= bytes.size();) {
    const std::uint64_t length = read32(bytes.data() + at, true);
    if (read32(bytes.data() + at + 4, true) == kCodestreamBox) {
      const std::size_t head = length == 1 ? 16 : 8;
      return at + head <= bytes.size() ? bytes.subspan(at + head) : std::span<const std::byte>();
    }
    if (length < 8 || length > bytes.size() - at) break;
    at += length;
  }
  return {};
}

std::optional<Jpeg2000Header> readJpeg2000Header(std::span<const std::byte> bytes) {
  if (bytes.size() < 4 || read16(bytes.data(), true) != kStart) return std::nullopt;
  Jpeg2000Header header;
  std::optional<Grid> grid;
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    const std::uint16_t marker = read16(bytes.data() + at, true);
    if (marker == kTilePart) break;
    const std::size_t length = read16(bytes.data() + at + 2, true);
    if (length < 2 || at + 2 + length > bytes.size()) return std::nullopt;
    const auto segment = bytes.subspan(at + 4, length - 2);
    if (marker == kSize) {
      if (segment.size() < 39) return std::nullopt;
      grid = readGrid(segment);
      if (!grid) return std::nullopt;
      header.columns = grid->x1 - grid->x0;
      header.rows = grid->y1 - grid->y0;
      header.components = read16(segment.data() + 34, true);
      header.precision = (static_cast<int>(segment[36]) & 0x7F) + 1;
      header.isSigned = (static_cast<int>(segment[36]) & 0x80) != 0;
      header.tiles = divideUp(grid->x1 - grid->tileX0, grid->tileWidth) *
                     divideUp(grid->y1 - grid->tileY0, grid->tileHeight);
    } else if (marker == kCodingStyle) {
      if (segment.size() < 10 || !grid) return std::nullopt;
      header.hasColourTransform = segment[4] != std::byte{0};
      header.isReversible = segment[9] == std::byte{1};
      header.precincts = header.tiles * header.components * precinctsOfTile(*grid, segment);
    }
    at += 2 + length;
  }
  if (!grid) return std::nullopt;
  return header;
}

bool isClassicJpeg2000(std::span<const std::byte> bytes) {
  const auto header = readJpeg2000Header(bytes);
  if (!header) return false;
  const bool hasManyComponents = header->components > 256;
  std::size_t tilePartEnd = 0;
  for (std::size_t at = 2; at + 2 <= bytes.size();) {
    const std::uint16_t marker = read16(bytes.data() + at, true);
    if (marker == kEnd) return true;
    if (marker == kData) {  // the packets: on to the next tile-part
      if (tilePartEnd <= at || tilePartEnd > bytes.size()) return false;
      if (tilePartEnd == bytes.size()) return true;
      at = tilePartEnd;
      continue;
    }
    if (at + 4 > bytes.size()) return false;
    const std::size_t length = read16(bytes.data() + at + 2, true);
    if (length < 2 || at + 2 + length > bytes.size()) return false;
    const auto segment = bytes.subspan(at + 4, length - 2);
    if (marker == kTilePart) {
      if (segment.size() < 8) return false;
      const std::size_t size = read32(segment.data() + 2, true);
      tilePartEnd = size == 0 ? bytes.size() : at + size;  // 0: up to the end
    }
    if ((marker == kCodingStyle || marker == kComponentStyle) &&
        isHighThroughputStyle(marker, segment, hasManyComponents))
      return false;
    at += 2 + length;
  }
  return false;
}

}  // namespace mrm::dicom
