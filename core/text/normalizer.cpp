#include "core/text/normalizer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/text/unicode.h"

namespace mrm::text {
namespace {

constexpr std::size_t kMaximumSteps = 64;

// A real file at most multiplies a text's length by the 11 of NFKD; a hostile one can double it
// each step.
std::size_t largestResult(std::size_t size) {
  return (std::size_t{1} << 20) + 64 * size;
}

// Rewrites the text code point by code point: `f(code point, result)`.
template <class F>
void rewrite(std::string& text, F f) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) f(next(text, i), result);
  text = std::move(result);
}

template <class F>
void removeIf(std::string& text, F remove) {
  rewrite(text, [&](char32_t c, std::string& result) {
    if (!remove(c)) append(result, c);
  });
}

void lowercase(std::string& text) {
  if (isAscii(text)) {
    for (char& c : text)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return;
  }
  rewrite(text, [](char32_t c, std::string& result) {
    if (c < 128) {
      result.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c));
    } else if (c == 0x130) {  // the only code point with two in lower case
      result += "i\xCC\x87";
    } else {
      append(result, toLowerSlow(c));
    }
  });
}

void toForm(std::string& text, Form form) {
  if (!isAscii(text)) text = normalize(text, form);
}

void stripAccents(std::string& text) {
  if (!isAscii(text)) removeIf(text, isMark);
}

void strip(std::string& text, bool left, bool right) {
  std::size_t begin = 0, end = text.size();
  while (left && begin < end) {
    std::size_t after = begin;
    if (!isSpace(next(text, after))) break;
    begin = after;
  }
  while (right && end > begin) {
    const char32_t c = last(std::string_view(text).substr(0, end));
    if (!isSpace(c)) break;
    end -= utf8Length(c);
  }
  text = text.substr(begin, end - begin);
}

void replaceAll(std::string& text, const std::string& pattern, const std::string& content) {
  std::size_t found = text.find(pattern);
  if (found == std::string::npos) return;
  const std::size_t limit = largestResult(text.size());
  std::string result;
  std::size_t done = 0;
  for (; found != std::string::npos; found = text.find(pattern, done)) {
    result.append(text, done, found - done);
    result += content;
    done = found + pattern.size();
    if (result.size() > limit) throw Error("a Replace normalizer makes the text too long");
  }
  result.append(text, done);
  text = std::move(result);
}

// White space becomes the blank, control characters go.
void cleanText(std::string& text) {
  rewrite(text, [](char32_t c, std::string& result) {
    const bool kept = c == '\t' || c == '\n' || c == '\r';
    if (c == 0 || c == 0xFFFD || (!kept && isControl(c))) return;
    append(result, isSpace(c) ? U' ' : c);
  });
}

void setIdeographsApart(std::string& text) {
  if (isAscii(text)) return;
  rewrite(text, [](char32_t c, std::string& result) {
    const bool apart = isIdeograph(c);
    if (apart) result.push_back(' ');
    append(result, c);
    if (apart) result.push_back(' ');
  });
}

}  // namespace

Normalizer::Normalizer(const Json& json, const std::string& where) {
  if (!json.is_null()) add(json, where);
}

void Normalizer::add(const Json& json, const std::string& where) {
  const std::string& type = stringMember(json, "type", where);
  if (type == "Sequence") {
    const Json& list = member(json, "normalizers", where);
    if (!list.is_array()) throw Error("\"normalizers\" must be a list", where);
    for (const Json& one : list) add(one, where);
  } else if (type == "Lowercase") {
    steps_.push_back(lowercase);
  } else if (type == "NFD") {
    steps_.push_back([](std::string& text) { toForm(text, Form::kNfd); });
  } else if (type == "NFC") {
    steps_.push_back([](std::string& text) { toForm(text, Form::kNfc); });
  } else if (type == "NFKD") {
    steps_.push_back([](std::string& text) { toForm(text, Form::kNfkd); });
  } else if (type == "NFKC") {
    steps_.push_back([](std::string& text) { toForm(text, Form::kNfkc); });
  } else if (type == "StripAccents") {
    steps_.push_back(stripAccents);
  } else if (type == "BertNormalizer") {
    addBert(json, where);
  } else if (type == "Strip") {
    const bool left = boolMember(json, "strip_left", false, where);
    const bool right = boolMember(json, "strip_right", false, where);
    steps_.push_back([left, right](std::string& text) { strip(text, left, right); });
  } else if (type == "Replace") {
    const Json& pattern = member(json, "pattern", where);
    if (!pattern.is_object() || !pattern.contains("String"))
      throw Error("a Replace normalizer with a regular expression is not supported", where,
                  "Only a text can be replaced.");
    const std::string& from = stringMember(pattern, "String", where);
    if (from.empty()) throw Error("a Replace normalizer must not replace the empty text", where);
    steps_.push_back([from, to = stringMember(json, "content", where)](std::string& text) {
      replaceAll(text, from, to);
    });
  } else if (type == "Prepend") {
    steps_.push_back([prefix = stringMember(json, "prepend", where)](std::string& text) {
      if (!text.empty()) text.insert(0, prefix);
    });
  } else {
    throw Error("the normalizer \"" + printable(type, 64) + "\" is not supported", where);
  }
  if (steps_.size() > kMaximumSteps)
    throw Error("has more than " + std::to_string(kMaximumSteps) + " normalizers", where);
}

void Normalizer::addBert(const Json& json, const std::string& where) {
  const bool lower = boolMember(json, "lowercase", true, where);
  if (boolMember(json, "clean_text", true, where)) steps_.push_back(cleanText);
  if (boolMember(json, "handle_chinese_chars", true, where)) steps_.push_back(setIdeographsApart);
  if (boolMember(json, "strip_accents", lower, where))
    steps_.push_back([](std::string& text) {
      if (isAscii(text)) return;
      text = normalize(text, Form::kNfd);
      removeIf(text, isNonspacingMark);
    });
  if (lower) steps_.push_back(lowercase);
}

void Normalizer::apply(std::string& text) const {
  const std::size_t limit = largestResult(text.size());
  for (const Step& step : steps_) {
    step(text);
    if (text.size() > limit) throw Error("the normalizers make the text too long");
  }
}

}  // namespace mrm::text
