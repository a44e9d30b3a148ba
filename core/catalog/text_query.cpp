#include "core/catalog/text_query.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace mrm {
namespace {

using Field = TextQuery::FieldWord::Field;

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

// Whether the full-text search finds something to look for in it.
bool hasWord(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

std::optional<Field> takeField(std::string_view& rest) {
  constexpr std::array<std::pair<std::string_view, Field>, 3> kNames = {
      {{"patient:", Field::Patient}, {"study:", Field::Study}, {"file:", Field::File}}};
  for (const auto& [name, field] : kNames)
    if (lowerCase(rest.substr(0, name.size())) == name) {
      rest.remove_prefix(name.size());
      return field;
    }
  return std::nullopt;
}

// Up to white space, or what stands in quotes; a quote that is not closed ends with the text.
std::string_view takeWord(std::string_view& rest) {
  std::size_t begin = 0, end = 0;
  if (!rest.empty() && rest[0] == '"') {
    begin = 1;
    end = std::min(rest.find('"', 1), rest.size());
  } else {
    while (end < rest.size() && !isSpace(rest[end]) && rest[end] != '"') ++end;
  }
  const std::string_view word = rest.substr(begin, end - begin);
  rest.remove_prefix(std::min(rest.size(), begin + end - begin + (begin ? 1 : 0)));
  return word;
}

}  // namespace

std::string lowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

TextQuery parseTextQuery(std::string_view rest) {
  TextQuery query;
  for (;;) {
    while (!rest.empty() && isSpace(rest[0])) rest.remove_prefix(1);
    if (rest.empty()) return query;
    const std::optional<Field> field = takeField(rest);
    const bool isQuoted = !rest.empty() && rest[0] == '"';
    std::string_view word = takeWord(rest);
    bool isPrefix = false;
    if (isQuoted && !rest.empty() && rest[0] == '*') {
      isPrefix = true;
      rest.remove_prefix(1);
    }
    while (!isQuoted && word.ends_with('*')) {
      isPrefix = true;
      word.remove_suffix(1);
    }
    if (field) {
      if (!word.empty()) query.fields.push_back({*field, lowerCase(word), isPrefix});
      continue;
    }
    if (!hasWord(word)) continue;
    if (!query.words.empty()) query.words += " AND ";
    query.words += '"';
    for (const char c : word) query.words += c == '\0' ? ' ' : c;  // quotes cannot occur in it
    query.words += isPrefix ? "\" *" : "\"";
  }
}

bool matchesField(std::string_view value, const TextQuery::FieldWord& word) {
  if (word.field == Field::File) {
    const auto lower = [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    const std::string_view wanted = word.word;
    for (std::size_t at = 0; at + wanted.size() <= value.size(); ++at) {
      std::size_t length = 0;
      while (length < wanted.size() && lower(value[at + length]) == wanted[length]) ++length;
      if (length == wanted.size()) return true;
    }
    return false;
  }
  if (value.size() < word.word.size() || (!word.isPrefix && value.size() != word.word.size()))
    return false;
  return lowerCase(value.substr(0, word.word.size())) == word.word;
}

}  // namespace mrm
