#include "core/text/joining.h"

namespace mrm::text {
namespace {

bool among(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isWordByte(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<signed char>(c) < 0;
}

bool joinsDirectly(std::string_view text, std::string_view word) {
  const char last = text.back();
  const char beforeLast = text.size() > 1 ? text[text.size() - 2] : ' ';
  const char first = word.front();
  if (among(last, "([{")) return true;
  if (word.size() == 1 && among(first, ",.;:!?)]}%")) return true;
  if (word.size() == 1 && among(first, "-/'")) return isWordByte(last);
  if (among(last, "-/'")) return isWordByte(beforeLast) && isWordByte(first);
  return among(last, ".:") && isDigit(beforeLast) && isDigit(first);
}

}  // namespace

void appendWord(std::string& text, std::string_view word) {
  if (word.empty()) return;
  if (!text.empty() && !joinsDirectly(text, word)) text.push_back(' ');
  text.append(word);
}

}  // namespace mrm::text
