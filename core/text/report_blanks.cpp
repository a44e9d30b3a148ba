#include "core/text/report_blanks.h"

#include <algorithm>
#include <array>

#include "core/text/report_headings.h"

namespace mrm::text {
namespace {

constexpr std::size_t kShortest = 3;          // underscores or X
constexpr std::size_t kLongestBracket = 100;  // bytes of [**…**]
constexpr std::string_view kEnds = ",.;:!?";

constexpr std::array<std::string_view, 16> kNames = {
    "NAME",           "PERSONALNAME", "DATE",         "TIME",    "AGE",      "ID",
    "ALPHANUMERICID", "PHONE",        "FAX",          "ADDRESS", "LOCATION", "HOSPITAL",
    "REDACTED",       "REMOVED",      "DEIDENTIFIED", "INITIALS"};

bool isWordAt(std::string_view text, std::size_t at) {
  return at < text.size() && isWordByte(text[at]);
}

std::size_t runLength(std::string_view text, std::size_t at, char c) {
  std::size_t end = at;
  while (end < text.size() && text[end] == c) ++end;
  return end - at;
}

// Four and more are no part of any word, whatever stands beside them: "4XXXX", "XXXXPM".
std::size_t crossesLength(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] == 'X') return 0;
  const std::size_t length = runLength(text, at, 'X');
  if (length > kShortest) return length;
  const bool isWord = (at == 0 || !isWordByte(text[at - 1])) && !isWordAt(text, at + length);
  return length == kShortest && isWord ? length : 0;
}

bool isEnd(std::string_view text, std::size_t at) {  // a sign at the end of a word
  return kEnds.find(text[at]) != std::string_view::npos &&
         (at + 1 == text.size() || text[at + 1] == ' ' ||
          kEnds.find(text[at + 1]) != std::string_view::npos);
}

// Length of brackets that starts at `at` with nothing but signs in them; 0 for others.
std::size_t emptyBracketsLength(std::string_view text, std::size_t at) {
  if (text[at] != '(' && text[at] != '[') return 0;
  const char close = text[at] == '(' ? ')' : ']';
  const std::size_t end = text.find_first_not_of(" ,.;:/-", at + 1);
  return end != std::string_view::npos && text[end] == close ? end + 1 - at : 0;
}

// Something was taken away at `at`: one gap is enough around it.
void skipGapAfter(const std::string& before, std::string_view text, std::size_t& at) {
  if (before.empty() || before.back() == ' ' || before.back() == '\n')
    while (at < text.size() && text[at] == ' ') ++at;
}

// Takes away what is left of a sentence whose words were blanks.
std::string tidied(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t empty = emptyBracketsLength(text, at)) {
      at += empty;
      skipGapAfter(result, text, at);
      continue;
    }
    const char c = text[at];
    if (isEnd(text, at)) {
      while (!result.empty() && result.back() == ' ') result.pop_back();
      const bool follows = !result.empty() && kEnds.find(result.back()) != std::string_view::npos;
      if (follows && (c == '.' || c == '!' || c == '?') && result.back() != '.')
        result.back() = c;
      else if (!result.empty() && !follows)
        result += c;
    } else if (c != ' ' || !result.empty()) {
      result += c;
    }
    ++at;
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace

std::size_t blankLength(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == '_') {
    if (at > 0 && text[at - 1] == '_') return 0;
    const std::size_t length = runLength(text, at, '_');
    return length >= kShortest ? length : 0;
  }
  if (c == 'X') return crossesLength(text, at);
  if (c != '<' && c != '[') return 0;
  const char close = c == '<' ? '>' : ']';
  const std::size_t crosses = crossesLength(text, at + 1);
  if (crosses > 0 && at + 1 + crosses < text.size() && text[at + 1 + crosses] == close)
    return crosses + 2;
  if (c == '<') return 0;
  const std::string_view inside = text.substr(at + 1, kLongestBracket);
  if (inside.starts_with("**")) {
    const std::size_t end = inside.find("**]", 2);
    return end == std::string_view::npos ? 0 : end + 4;
  }
  const std::size_t end = inside.substr(0, 20).find(']');
  if (end == std::string_view::npos) return 0;
  std::string name(inside.substr(0, end));
  for (char& letter : name)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter & ~0x20);
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end() ? end + 2 : 0;
}

std::string withoutBlanks(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = blankLength(text, at);
    if (length == 0) {
      result += text[at++];
      continue;
    }
    at += length;
    // "x-XXXX", "XXXX-year-old", "XXXX/XXXX"
    while (!result.empty() && (result.back() == '-' || result.back() == '/')) result.pop_back();
    while (at < text.size() && (text[at] == '-' || text[at] == '/')) ++at;
    skipGapAfter(result, text, at);
    const bool joins = !result.empty() && isWordByte(result.back()) && isWordAt(text, at);
    if (joins) result += ' ';
  }
  return tidied(result);
}

std::string withBlanksAs(std::string_view text, std::string_view word) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = blankLength(text, at);
    if (length > 0)
      result += word;
    else
      result += text[at];
    at += std::max<std::size_t>(length, 1);
  }
  return result;
}

std::size_t countRealWords(std::string_view text) {
  std::size_t words = 0;
  bool counted = false;  // the word that is being read
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t blank = blankLength(text, at)) {
      at += blank;
      continue;
    }
    const char c = text[at++];
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      counted = false;
    } else if (!counted && isWordByte(c)) {
      counted = true;
      ++words;
    }
  }
  return words;
}

}  // namespace mrm::text
