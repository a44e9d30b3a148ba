// Texts as no radiologist writes them, made at random but reproducibly: what tokenizers differ in.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/text/unicode.h"

namespace mrm::testing {

// Code points that behave differently in one of the steps: letters with accents and marks of all
// combining classes, other scripts, digits, blanks, controls, compatibility forms, emoji, and those
// that came with a later version of Unicode than some libraries know.
inline const std::vector<char32_t>& oddCodePoints() {
  static const std::vector<char32_t> all = [] {
    constexpr std::array<std::array<char32_t, 2>, 62> kRanges = {{
        {0x0, 0xFF},        {0x100, 0x17F},     {0x1C4, 0x1CC},     {0x1E0, 0x250},
        {0x2B0, 0x2DD},     {0x300, 0x377},     {0x386, 0x3CE},     {0x400, 0x45F},
        {0x483, 0x489},     {0x591, 0x5C7},     {0x5D0, 0x5EA},     {0x610, 0x66F},
        {0x6D6, 0x6ED},     {0x7EB, 0x7F3},     {0x890, 0x8FF},     {0x903, 0x95F},
        {0xAFA, 0xAFF},     {0xC04, 0xC04},     {0xD00, 0xD3C},     {0xE31, 0xE4E},
        {0xF40, 0xF84},     {0x1100, 0x1112},   {0x1161, 0x1175},   {0x11A8, 0x11C2},
        {0x1680, 0x1680},   {0x166D, 0x166D},   {0x1712, 0x1734},   {0x180B, 0x180E},
        {0x1885, 0x1886},   {0x1AB0, 0x1ACE},   {0x1C89, 0x1C8A},   {0x1CF2, 0x1CF9},
        {0x1DC0, 0x1DFF},   {0x1E00, 0x1E20},   {0x1E90, 0x1EA0},   {0x1F00, 0x1F20},
        {0x2000, 0x206F},   {0x2070, 0x209C},   {0x20D0, 0x20F0},   {0x2100, 0x218B},
        {0x2460, 0x2480},   {0x2CEF, 0x2CF1},   {0x3000, 0x3020},   {0x3041, 0x30A0},
        {0x3131, 0x3140},   {0x32FF, 0x3310},   {0x4E00, 0x4E20},   {0xA7CB, 0xA7F4},
        {0xA9BD, 0xA9C0},   {0xAB69, 0xAB70},   {0xAC00, 0xAC20},   {0xF900, 0xF910},
        {0xFB00, 0xFB4F},   {0xFDFA, 0xFE0F},   {0xFEFF, 0xFFEF},   {0x10D40, 0x10D6D},
        {0x111C9, 0x111CA}, {0x11935, 0x11938}, {0x1D15E, 0x1D172}, {0x1D400, 0x1D410},
        {0x1F16C, 0x1F171}, {0x1F600, 0x1F620},
    }};
    std::vector<char32_t> points;
    for (const auto& [first, last] : kRanges)
      for (char32_t c = first; c <= last; ++c)
        if (c != 0) points.push_back(c);
    return points;
  }();
  return all;
}

inline char32_t oddCodePoint(Random& random) {
  if (random.chance(0.35)) return 0x20 + static_cast<char32_t>(random.below(0x5F));
  if (random.chance(0.1)) {
    const auto c = static_cast<char32_t>(random.below(0x110000));
    return c >= 0xD800 && c < 0xE000 ? 0x301 : c;
  }
  return oddCodePoints()[random.below(oddCodePoints().size())];
}

// Valid UTF-8. `words` are mixed in: words of the vocabulary, special tokens.
inline std::string oddText(Random& random, const std::vector<std::string>& words) {
  std::string result;
  for (std::uint64_t parts = random.below(12); parts > 0; --parts) {
    switch (random.below(8)) {
      case 0:
      case 1:
        result += words[random.below(words.size())];
        break;
      case 2:
        result += ' ';
        break;
      case 3: {  // one letter with many marks, which normalization must order
        text::append(result, U'a' + static_cast<char32_t>(random.below(26)));
        for (std::uint64_t marks = random.below(6); marks > 0; --marks)
          text::append(result, 0x300 + static_cast<char32_t>(random.below(0x70)));
        break;
      }
      case 4:  // long words, about the limit of 100 code points
        if (random.chance(0.2)) {
          const char32_t c = random.chance(0.5) ? U'a' : oddCodePoint(random);
          for (std::uint64_t n = 95 + random.below(12); n > 0; --n) text::append(result, c);
        }
        break;
      case 5:
        result += std::to_string(random.below(100000));
        break;
      default:
        for (std::uint64_t n = 1 + random.below(6); n > 0; --n)
          text::append(result, oddCodePoint(random));
    }
  }
  return result;
}

}  // namespace mrm::testing
