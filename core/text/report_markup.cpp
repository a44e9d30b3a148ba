#include "core/text/report_markup.h"

#include <array>

namespace mrm::text {
namespace {

constexpr std::size_t kLongestTag = 12;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

Tag tagAt(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '<') return {};
  std::array<char, kLongestTag> name{};
  std::size_t length = 0, end = at + 1;
  for (;; ++end) {
    if (end >= text.size() || end - at > kLongestTag) return {};
    const char c = text[end];
    if (c == '>') break;
    if (c == '/' || c == ' ') continue;
    const char lower = static_cast<char>(c | 0x20);
    if (lower < 'a' || lower > 'z' || length == name.size()) return {};
    name[length++] = lower;
  }
  const std::string_view word(name.data(), length);
  if (word == "br" || word == "p" || word == "div" || word == "li") return {end + 1 - at, true};
  if (word == "b" || word == "i" || word == "u" || word == "em" || word == "strong" ||
      word == "span")
    return {end + 1 - at, false};
  return {};
}

std::size_t listNumberLength(std::string_view text, std::size_t at) {
  std::size_t end = at;
  const bool opened = end < text.size() && text[end] == '(';
  if (opened) ++end;
  const std::size_t first = end;
  while (end < text.size() && end - first < 2 && isDigit(text[end])) ++end;
  if (end == first) {
    while (end < text.size() && end - first < 4 &&
           (text[end] == 'I' || text[end] == 'V' || text[end] == 'X'))
      ++end;
    if (end == first && end < text.size() && text[end] >= 'A' && text[end] <= 'H') ++end;
  }
  if (end == first || end >= text.size()) return 0;
  if (text[end] != ')' && (opened || text[end] != '.')) return 0;
  return end + 1 - at;
}

}  // namespace mrm::text
