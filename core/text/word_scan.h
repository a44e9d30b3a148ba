// Small steps through a text for scanners that look for words, numbers and signs. All take bounded
// time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "core/text/report_headings.h"

namespace mrm::text {

inline constexpr std::size_t kLongestScannedWord = 40;  // bytes

inline bool isDigitAt(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}
inline bool isUpperAt(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= 'A' && text[at] <= 'Z';
}
inline bool isLetterAt(std::string_view text, std::size_t at) {
  return at < text.size() && isWordByte(text[at]) && !isDigitAt(text, at);
}
inline bool isWordAt(std::string_view text, std::size_t at) {
  return at < text.size() && isWordByte(text[at]);
}
inline bool isAt(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}
// Nothing of a word stands before `at`.
inline bool startsWord(std::string_view text, std::size_t at) {
  return at == 0 || !isWordByte(text[at - 1]);
}

// Letters from `at` on, with apostrophes and hyphens between them; empty where there are none or
// too many.
inline std::string_view wordAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end - at <= kLongestScannedWord &&
         (isLetterAt(text, end) || (end > at && (isAt(text, end, '\'') || isAt(text, end, '-')) &&
                                    isLetterAt(text, end + 1))))
    ++end;
  if (end - at > kLongestScannedWord || isDigitAt(text, end)) return {};
  return text.substr(at, end - at);
}

// Digits from `at` on, at most `most`; empty where there are more.
inline std::string_view digitsAt(std::string_view text, std::size_t at, std::size_t most) {
  std::size_t end = at;
  while (end - at <= most && isDigitAt(text, end)) ++end;
  return end - at > most ? std::string_view() : text.substr(at, end - at);
}

inline int numberOf(std::string_view digits) {  // of up to nine digits
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

inline std::size_t skipAny(std::string_view text, std::size_t at, std::string_view signs,
                           std::size_t most) {
  const std::size_t first = at;
  while (at < text.size() && at - first < most && signs.find(text[at]) != std::string_view::npos)
    ++at;
  return at;
}

// Equal but for the case of ASCII letters; `lower` is in lower case.
inline bool isSame(std::string_view word, std::string_view lower) {
  return word.size() == lower.size() &&
         std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a | 0x20) : a) == b;
         });
}
inline bool isOneOf(std::string_view word, std::span<const std::string_view> lower) {
  return std::any_of(lower.begin(), lower.end(),
                     [&](std::string_view other) { return isSame(word, other); });
}

// Length of `lower` at `at` as whole words, in any case; 0 when something else stands there.
inline std::size_t phraseLength(std::string_view text, std::size_t at, std::string_view lower) {
  const std::string_view there = text.substr(std::min(at, text.size()), lower.size());
  return isSame(there, lower) && !isWordAt(text, at + lower.size()) ? lower.size() : 0;
}

}  // namespace mrm::text
