#include "core/text/pre_tokenizer.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/text/unicode.h"

namespace mrm::text {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::size_t kMaximumSteps = 64;

// What becomes of the code points at which a text is split.
enum class Behavior { kRemoved, kIsolated, kContiguous, kMergedWithPrevious, kMergedWithNext };

Behavior behaviorNamed(const std::string& name, const std::string& where) {
  if (name == "Removed") return Behavior::kRemoved;
  if (name == "Isolated") return Behavior::kIsolated;
  if (name == "Contiguous") return Behavior::kContiguous;
  if (name == "MergedWithPrevious") return Behavior::kMergedWithPrevious;
  if (name == "MergedWithNext") return Behavior::kMergedWithNext;
  throw Error("the behavior \"" + printable(name, 64) + "\" is not known", where);
}

void push(Words& words, std::string_view text, std::size_t begin, std::size_t end) {
  if (end > begin) words.push_back(text.substr(begin, end - begin));
}

// A part of the text runs from one boundary to the next. Between two neighbouring code points there
// is a boundary when exactly one is a delimiter or, depending on the behavior, both are; a
// delimiter that is merged keeps to the neighbour on that side unless that is a delimiter itself.
template <class Delimiter>
void splitAt(std::string_view text, Words& words, Behavior behavior, Delimiter isDelimiter) {
  std::size_t begin = 0;
  bool first = true, before = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t here = i;
    const bool delimiter = isDelimiter(next(text, i));
    bool boundary = false;
    if (!first) {
      switch (behavior) {
        case Behavior::kRemoved:
        case Behavior::kContiguous:
          boundary = before != delimiter;
          break;
        case Behavior::kIsolated:
          boundary = before || delimiter;
          break;
        case Behavior::kMergedWithPrevious:
          boundary = before;
          break;
        case Behavior::kMergedWithNext:
          boundary = delimiter;
          break;
      }
    }
    if (boundary) {
      if (behavior != Behavior::kRemoved || !before) push(words, text, begin, here);
      begin = here;
    }
    before = delimiter;
    first = false;
  }
  if (behavior != Behavior::kRemoved || !before) push(words, text, begin, text.size());
}

// Runs of word characters, and runs of what is neither those nor white space.
void splitWhitespace(std::string_view text, Words& words) {
  enum Class { kSpaces, kWordRun, kOtherRun };
  Class run = kSpaces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t here = i;
    const char32_t c = next(text, i);
    const Class now = isWord(c) ? kWordRun : isSpace(c) ? kSpaces : kOtherRun;
    if (now == run) continue;
    if (run != kSpaces) push(words, text, begin, here);
    begin = here;
    run = now;
  }
  if (run != kSpaces) push(words, text, begin, text.size());
}

void splitSpaces(std::string_view text, Words& words) {
  splitAt(text, words, Behavior::kRemoved, [](char32_t c) { return isSpace(c); });
}

}  // namespace

PreTokenizer::PreTokenizer(const Json& json, const std::string& where) {
  if (!json.is_null()) add(json, where);
}

void PreTokenizer::add(const Json& json, const std::string& where) {
  const std::string& type = stringMember(json, "type", where);
  if (type == "Sequence") {
    const Json& list = member(json, "pretokenizers", where);
    if (!list.is_array()) throw Error("\"pretokenizers\" must be a list", where);
    for (const Json& one : list) add(one, where);
  } else if (type == "Whitespace") {
    steps_.push_back(splitWhitespace);
  } else if (type == "WhitespaceSplit") {
    steps_.push_back(splitSpaces);
  } else if (type == "BertPreTokenizer") {
    steps_.push_back(splitSpaces);
    steps_.push_back([](std::string_view text, Words& words) {
      splitAt(text, words, Behavior::kIsolated, [](char32_t c) { return isPunctuation(c); });
    });
  } else if (type == "Punctuation") {
    const Behavior behavior = has(json, "behavior")
                                  ? behaviorNamed(stringMember(json, "behavior", where), where)
                                  : Behavior::kIsolated;
    steps_.push_back([behavior](std::string_view text, Words& words) {
      splitAt(text, words, behavior, [](char32_t c) { return isPunctuation(c); });
    });
  } else if (type == "Digits") {
    const Behavior behavior = boolMember(json, "individual_digits", false, where)
                                  ? Behavior::kIsolated
                                  : Behavior::kContiguous;
    steps_.push_back([behavior](std::string_view text, Words& words) {
      splitAt(text, words, behavior, [](char32_t c) { return isNumeric(c); });
    });
  } else {
    throw Error("the pre-tokenizer \"" + printable(type, 64) + "\" is not supported", where);
  }
  if (steps_.size() > kMaximumSteps)
    throw Error("has more than " + std::to_string(kMaximumSteps) + " pre-tokenizers", where);
}

void PreTokenizer::split(std::string_view text, Words& words) const {
  words.clear();
  push(words, text, 0, text.size());
  Words parts;
  for (const Step& step : steps_) {
    parts.clear();
    for (std::string_view word : words) step(word, parts);
    words.swap(parts);
  }
}

}  // namespace mrm::text
