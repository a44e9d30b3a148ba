#include "core/catalog/id_list.h"

#include <algorithm>
#include <limits>

namespace mrm {

std::string packIds(std::span<const RecordId> ids) {
  std::string bytes;
  bytes.reserve(ids.size() + 8);
  RecordId last = 0;
  for (const RecordId id : ids) {
    auto step = static_cast<std::uint64_t>(id - last);
    for (; step >= 0x80; step >>= 7) bytes += static_cast<char>(step | 0x80);
    bytes += static_cast<char>(step);
    last = id;
  }
  return bytes;
}

std::optional<std::vector<RecordId>> unpackIds(std::string_view bytes) {
  std::vector<RecordId> ids;
  ids.reserve(bytes.size());
  RecordId last = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    std::uint64_t step = 0;
    for (int shift = 0;; shift += 7) {
      if (at == bytes.size() || shift > 56) return std::nullopt;
      const auto byte = static_cast<unsigned char>(bytes[at++]);
      step |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    if (step == 0 || step > static_cast<std::uint64_t>(std::numeric_limits<RecordId>::max() - last))
      return std::nullopt;
    ids.push_back(last += static_cast<RecordId>(step));
  }
  return ids;
}

std::vector<RecordId> sortedIds(std::span<const RecordId> ids) {
  std::vector<RecordId> sorted(ids.begin(), ids.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

}  // namespace mrm
