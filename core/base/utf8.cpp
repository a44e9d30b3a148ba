#include "core/base/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace mrm {
namespace {

// Code points of the bytes 0x80 to 0x9F in Windows-1252 (the WHATWG encoding standard, which gives
// the five bytes that are not assigned the control characters of their value). The others are those
// of Latin-1.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void appendUtf8(std::string& text, char16_t c) {
  if (c < 0x800) {
    text += static_cast<char>(0xC0 | c >> 6);
  } else {
    text += static_cast<char>(0xE0 | c >> 12);
    text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
  }
  text += static_cast<char>(0x80 | (c & 0x3F));
}

}  // namespace

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

std::string utf8OrWindows1252(std::string text) {
  if (isUtf8(text)) return text;
  std::string fixed;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t length = utf8SequenceLength(rest);
    const auto byte = static_cast<unsigned char>(rest[0]);
    if (length > 0)
      fixed += rest.substr(0, length);
    else
      appendUtf8(fixed, byte < 0xA0 ? kWindows1252[byte - 0x80] : byte);
    rest.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return fixed;
}

}  // namespace mrm
