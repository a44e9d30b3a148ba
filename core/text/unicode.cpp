#include "core/text/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>
#include <span>

#include "core/base/error.h"

namespace mrm::text {
namespace {

struct Range {
  char32_t first, last;
};

// What Unicode 16 and 17 added, for an ICU that knows less (72 of Debian 12 has Unicode 15).
constexpr Range kWordsSince15[] = {
    {0x897, 0x897},     {0x1C89, 0x1C8A},   {0xA7CB, 0xA7CD},   {0xA7DA, 0xA7DC},
    {0x105C0, 0x105F3}, {0x10D40, 0x10D65}, {0x10D69, 0x10D6D}, {0x10D6F, 0x10D85},
    {0x10EC2, 0x10EC4}, {0x10EFC, 0x10EFC}, {0x11380, 0x11389}, {0x1138B, 0x1138B},
    {0x1138E, 0x1138E}, {0x11390, 0x113B5}, {0x113B7, 0x113C0}, {0x113C2, 0x113C2},
    {0x113C5, 0x113C5}, {0x113C7, 0x113CA}, {0x113CC, 0x113D3}, {0x113E1, 0x113E2},
    {0x116D0, 0x116E3}, {0x11BC0, 0x11BE0}, {0x11BF0, 0x11BF9}, {0x11F5A, 0x11F5A},
    {0x13460, 0x143FA}, {0x16100, 0x16139}, {0x16D40, 0x16D6C}, {0x16D70, 0x16D79},
    {0x18CFF, 0x18CFF}, {0x1CCF0, 0x1CCF9}, {0x1E5D0, 0x1E5FA}, {0x2EBF0, 0x2EE5D}};
constexpr Range kNumbersSince15[] = {{0x10D40, 0x10D49}, {0x116D0, 0x116E3}, {0x11BF0, 0x11BF9},
                                     {0x11DE0, 0x11DE9}, {0x16130, 0x16139}, {0x16D70, 0x16D79},
                                     {0x16FF4, 0x16FF6}, {0x1CCF0, 0x1CCF9}, {0x1E5F1, 0x1E5FA}};
struct LowerRange {
  char32_t first, last;
  std::int32_t step;
};
constexpr LowerRange kLowerSince15[] = {{0x1C89, 0x1C89, 1},      {0xA7CB, 0xA7CB, 0x264 - 0xA7CB},
                                        {0xA7CC, 0xA7CC, 1},      {0xA7CE, 0xA7CE, 1},
                                        {0xA7D2, 0xA7D2, 1},      {0xA7D4, 0xA7D4, 1},
                                        {0xA7DA, 0xA7DA, 1},      {0xA7DC, 0xA7DC, 0x19B - 0xA7DC},
                                        {0x10D50, 0x10D65, 0x20}, {0x16EA0, 0x16EB8, 0x1B}};

bool within(std::span<const Range> ranges, char32_t c) {
  const auto after =
      std::upper_bound(ranges.begin(), ranges.end(), c,
                       [](char32_t value, const Range& r) { return value < r.first; });
  return after != ranges.begin() && c <= std::prev(after)->last;
}

// Whether the code point was there in that Unicode version.
bool since(char32_t c, int version) {
  UVersionInfo age;
  u_charAge(static_cast<UChar32>(c), age);
  return age[0] != 0 && (age[0] < version || (age[0] == version && age[1] == 0));
}

std::uint32_t categoryMask(char32_t c) {
  return U_GET_GC_MASK(static_cast<UChar32>(c));
}

const icu::Normalizer2& normalizer(Form form) {
  struct All {
    icu::UnicodeSet known;
    std::array<std::unique_ptr<const icu::Normalizer2>, 4> forms;
    All() {
      UErrorCode code = U_ZERO_ERROR;
      known.applyPattern(u"[:age=9.0:]", code).freeze();
      const icu::Normalizer2* bases[] = {
          icu::Normalizer2::getNFDInstance(code), icu::Normalizer2::getNFCInstance(code),
          icu::Normalizer2::getNFKDInstance(code), icu::Normalizer2::getNFKCInstance(code)};
      if (U_FAILURE(code))
        throw Error(std::string("ICU has no normalization data: ") + u_errorName(code));
      for (std::size_t i = 0; i < forms.size(); ++i)
        forms[i] = std::make_unique<icu::FilteredNormalizer2>(*bases[i], known);
    }
  };
  static const All all;
  return *all.forms[static_cast<std::size_t>(form)];
}

}  // namespace

bool isWordSlow(char32_t c) {
  const auto u = static_cast<UChar32>(c);
  if (within(kWordsSince15, c)) return true;
  const bool word = u_hasBinaryProperty(u, UCHAR_ALPHABETIC) ||
                    (categoryMask(c) & (U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK)) != 0 ||
                    u_hasBinaryProperty(u, UCHAR_JOIN_CONTROL);
  return word && since(c, 16);
}

bool isSpaceSlow(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c));
}

bool isNumericSlow(char32_t c) {
  if (within(kNumbersSince15, c)) return true;
  return (categoryMask(c) & U_GC_N_MASK) != 0 && since(c, 17);
}

// In the three functions below, the code points that stand by number changed their class later.
bool isPunctuationSlow(char32_t c) {
  if (c == 0x166D || c == 0x111C9) return true;
  return (categoryMask(c) & U_GC_P_MASK) != 0 && since(c, 8);
}

bool isMark(char32_t c) {
  if (c < 0x300 || c == 0x111C9) return false;
  if (c == 0x1CF2 || c == 0x1CF3) return true;
  return (categoryMask(c) & U_GC_M_MASK) != 0 && since(c, 9);
}

bool isNonspacingMark(char32_t c) {
  if (c < 0x300 || c == 0x1885 || c == 0x1886 || c == 0xA9BD || c == 0x111C9) return false;
  if (c == 0x1734) return true;
  return (categoryMask(c) & U_GC_MN_MASK) != 0 && since(c, 8);
}

bool isControl(char32_t c) {
  if (c < 128) return c < 32 || c == 127;
  return (categoryMask(c) & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK)) != 0 && since(c, 8);
}

bool isIdeograph(char32_t c) {
  static constexpr Range kBlocks[] = {{0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xF900, 0xFAFF},
                                      {0x20000, 0x2A6DF}, {0x2A700, 0x2B73F}, {0x2B740, 0x2B81F},
                                      {0x2B920, 0x2CEAF}, {0x2F800, 0x2FA1F}};
  return c >= 0x3400 && within(kBlocks, c);
}

char32_t toLowerSlow(char32_t c) {
  for (const LowerRange& range : kLowerSince15)
    if (c >= range.first && c <= range.last)
      return static_cast<char32_t>(static_cast<std::int32_t>(c) + range.step);
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

bool isAscii(std::string_view text) {
  const char* p = text.data();
  std::size_t left = text.size();
  for (; left >= 8; p += 8, left -= 8) {
    std::uint64_t chunk;
    std::memcpy(&chunk, p, 8);
    if (chunk & 0x8080808080808080ULL) return false;
  }
  for (; left > 0; ++p, --left)
    if (static_cast<unsigned char>(*p) >= 128) return false;
  return true;
}

std::string repairUtf8(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  const char* s = text.data();
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c;
    U8_NEXT_OR_FFFD(s, i, text.size(), c);
    append(repaired, static_cast<char32_t>(c));
  }
  return repaired;
}

char32_t nextSlow(std::string_view text, std::size_t& position) {
  UChar32 c;
  U8_NEXT_OR_FFFD(text.data(), position, text.size(), c);
  return static_cast<char32_t>(c);
}

char32_t last(std::string_view text) {
  std::size_t start = text.size() - 1;
  while (start > 0 && U8_IS_TRAIL(text[start])) --start;
  return next(text, start);
}

void append(std::string& text, char32_t c) {
  if (c < 128) {
    text.push_back(static_cast<char>(c));
    return;
  }
  char bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(c));
  text.append(bytes, length);
}

std::size_t countCodePoints(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !U8_IS_TRAIL(byte); }));
}

std::string normalize(std::string_view text, Form form) {
  UErrorCode code = U_ZERO_ERROR;
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  icu::StringByteSink<std::string> sink(&result);
  if (text.size() > 0x7fffffffU / 4) throw Error("is too long to be normalized");
  normalizer(form).normalizeUTF8(
      0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
      code);
  if (U_FAILURE(code))
    throw Error(std::string("ICU cannot normalize the text: ") + u_errorName(code));
  return result;
}

}  // namespace mrm::text
