#include "core/base/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace mrm {

std::size_t utf8SequenceLength(std::string_view bytes) {
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), U8_MAX_LENGTH));
  if (length == 0) return 0;
  std::int32_t position = 0;
  UChar32 codePoint = 0;
  U8_NEXT(bytes.data(), position, length, codePoint);
  return codePoint < 0 ? 0 : static_cast<std::size_t>(position);
}

bool isUtf8(std::string_view bytes) {
  const auto isAscii = [](char c) { return U8_IS_SINGLE(c); };
  for (;;) {
    const auto other = std::find_if_not(bytes.begin(), bytes.end(), isAscii);
    if (other == bytes.end()) return true;
    bytes.remove_prefix(static_cast<std::size_t>(other - bytes.begin()));
    const std::size_t length = utf8SequenceLength(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
}

std::string_view utf8Prefix(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t end = limit;
  while (end > 0 && limit - end < U8_MAX_LENGTH && U8_IS_TRAIL(text[end])) --end;
  return text.substr(0, end);
}

}  // namespace mrm
