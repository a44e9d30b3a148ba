// Unicode as Hugging Face tokenizers sees it: UTF-8 in and out, and the classes of code points.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace mrm::text {

// The classes follow the Unicode versions that tokenizers 0.23 is built with, not the version of
// the ICU that happens to be installed: the same file gives the same ids on every machine.
bool isWordSlow(char32_t c);         // \w of Rust's regex, Unicode 16
bool isSpaceSlow(char32_t c);        // White_Space
bool isNumericSlow(char32_t c);      // Nd, Nl, No of Rust's standard library, Unicode 17
bool isPunctuationSlow(char32_t c);  // P* of Unicode 8
char32_t toLowerSlow(char32_t c);    // simple mapping of Unicode 17; U+0130 is left to the caller

bool isMark(char32_t c);            // Mn, Mc, Me of Unicode 9: what StripAccents removes
bool isNonspacingMark(char32_t c);  // Mn of Unicode 8: what BertNormalizer removes
bool isControl(char32_t c);         // Cc, Cf, Co of Unicode 8
bool isIdeograph(char32_t c);       // the blocks that BertNormalizer sets apart

namespace detail {
enum AsciiClass : std::uint8_t { kWord = 1, kSpace = 2, kNumeric = 4, kPunctuation = 8 };
constexpr std::array<std::uint8_t, 128> asciiClasses() {
  std::array<std::uint8_t, 128> classes{};
  for (int c = 0; c < 128; ++c) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    std::uint8_t& bits = classes[static_cast<std::size_t>(c)];
    if (digit || letter || c == '_') bits |= kWord;
    if (c == ' ' || (c >= '\t' && c <= '\r')) bits |= kSpace;
    if (digit) bits |= kNumeric;
    if (c > ' ' && c < 127 && !digit && !letter) bits |= kPunctuation;
  }
  return classes;
}
inline constexpr std::array<std::uint8_t, 128> kAsciiClasses = asciiClasses();
}  // namespace detail

inline bool isWord(char32_t c) {
  return c < 128 ? (detail::kAsciiClasses[c] & detail::kWord) != 0 : isWordSlow(c);
}
inline bool isSpace(char32_t c) {
  return c < 128 ? (detail::kAsciiClasses[c] & detail::kSpace) != 0 : isSpaceSlow(c);
}
inline bool isNumeric(char32_t c) {
  return c < 128 ? (detail::kAsciiClasses[c] & detail::kNumeric) != 0 : isNumericSlow(c);
}
inline bool isPunctuation(char32_t c) {  // all of ASCII's symbols count
  return c < 128 ? (detail::kAsciiClasses[c] & detail::kPunctuation) != 0 : isPunctuationSlow(c);
}

bool isAscii(std::string_view text);
// Each maximal run of bytes that cannot be a code point becomes one U+FFFD.
std::string repairUtf8(std::string_view text);

// The functions below expect valid UTF-8.
char32_t nextSlow(std::string_view text, std::size_t& position);
inline char32_t next(std::string_view text, std::size_t& position) {
  const auto byte = static_cast<unsigned char>(text[position]);
  if (byte >= 128) return nextSlow(text, position);
  ++position;
  return byte;
}
char32_t last(std::string_view text);  // of a text that is not empty
constexpr std::size_t utf8Length(char32_t c) {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}
void append(std::string& text, char32_t c);
std::size_t countCodePoints(std::string_view text);

enum class Form { kNfd, kNfc, kNfkd, kNfkc };
// Unicode 9: later code points stay as they are.
std::string normalize(std::string_view text, Form form);

}  // namespace mrm::text
