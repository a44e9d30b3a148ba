#include "core/text/report_cuts.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/report_headings.h"
#include "core/text/report_markup.h"

namespace mrm::text {
namespace {

constexpr std::size_t kMostHeadings = 10'000;
constexpr std::size_t kLongestRemark = 48;  // bytes in brackets between a heading and its colon
constexpr std::size_t kLongestView = 70;    // bytes of "PORTABLE CHEST, TWO VIEWS:"
constexpr std::size_t kNone = std::string_view::npos;

bool isLetter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool isUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool isLower(char c) {
  return c >= 'a' && c <= 'z';
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}
bool endsSentence(char c) {
  return c == '.' || c == ':' || c == ';' || c == '!' || c == '?' || c == '|';
}

enum class Case { Lower, Title, Upper };

Case caseOf(std::string_view words) {
  if (!isUpper(words.front())) return Case::Lower;
  return std::any_of(words.begin(), words.end(), isLower) ? Case::Title : Case::Upper;
}

// Words after which a heading's word belongs to a sentence: "with the following findings: …".
bool leadsOn(std::string_view word) {
  static constexpr std::array<std::string_view, 44> kWords = {
      "a",         "above",   "acute", "additional", "an",       "and",         "any",
      "are",       "as",      "at",    "below",      "by",       "clinical",    "direct",
      "following", "for",     "from",  "her",        "his",      "in",          "initial",
      "is",        "limited", "my",    "no",         "not",      "of",          "on",
      "or",        "other",   "our",   "prior",      "previous", "significant", "the",
      "their",     "these",   "this",  "to",         "was",      "were",        "with",
      "without",   "your"};
  if (word.size() > 11) return false;
  std::string lower(word);
  for (char& c : lower) c = static_cast<char>(isUpper(c) ? c | 0x20 : c);
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

// What follows a heading's words.
struct Ending {
  enum Kind { Colon, OwnLine, Dash, Period, Text, Sentence } kind = Sentence;
  std::size_t body = 0;  // where the section's text may start
  bool isMarked = false;
};

// A heading that was found, and what tells later whether it is one.
struct Candidate {
  Cut cut;
  Case letters = Case::Upper;
  bool isCertain = true;
  bool isView = false;  // "PORTABLE CHEST, TWO VIEWS:"
};

bool isReading(SectionKind kind) {
  return kind == SectionKind::Findings || kind == SectionKind::Impression ||
         kind == SectionKind::FindingsAndImpression || kind == SectionKind::Recommendation;
}

class HeadingFinder {
 public:
  explicit HeadingFinder(std::string_view text) : text_(text) {}

  std::vector<Cut> find() {
    std::size_t at = 0;
    while (at < text_.size() && cuts_.size() < kMostHeadings) at = readLine(at);
    dropUnlikely();
    std::vector<Cut> cuts;
    for (const Candidate& candidate : cuts_) cuts.push_back(candidate.cut);
    return cuts;
  }

 private:
  // Reads the line that starts at `begin`; returns where the next one starts.
  std::size_t readLine(std::size_t begin) {
    std::size_t end = begin, next = text_.size();
    for (;; ++end) {
      end = text_.find_first_of("\n\r<", end);
      if (end == kNone) {
        end = text_.size();
        break;
      }
      const Tag tag = tagAt(text_, end);
      if (text_[end] == '<' && !tag.breaksLine) continue;
      next = end + std::max<std::size_t>(tag.length, 1);
      break;
    }
    line_ = {begin, end};
    std::size_t first = begin;
    while (first < end && isBlank(text_[first])) ++first;
    if (first == end) {  // a blank line
      atBoundary_ = true;
      previousWord_ = {};
      return next;
    }
    if (isUnderline(first, end)) {
      if (!cuts_.empty() && cuts_.back().cut.body == begin) cuts_.back().cut.body = next;
      return next;
    }
    readRest(readLineHeading(first));
    const std::string_view line = line_.of(text_);
    previousLineHasLower_ = std::any_of(line.begin(), line.end(), isLower);
    // A heading on its own line: what comes next starts afresh.
    if (!cuts_.empty() && cuts_.back().cut.body == end) cuts_.back().cut.body = next;
    return next;
  }

  bool isUnderline(std::size_t first, std::size_t end) const {
    const char c = text_[first];
    if (c != '-' && c != '=' && c != '~' && c != '*') return false;
    std::size_t length = 0;
    for (std::size_t i = first; i < end; ++i) {
      if (text_[i] == c)
        ++length;
      else if (!isBlank(text_[i]))
        return false;
    }
    return length >= 3;
  }

  // Numbering, bullets and marks before the words of a line. Tells whether there were marks.
  std::size_t skipPrefix(std::size_t at, bool& isMarked) const {
    bool isNumbered = false;
    while (at < line_.end) {
      const char c = text_[at];
      if (isBlank(c) || c == '>' || c == '-') {
        ++at;
      } else if (c == '*' || c == '#' || c == '[' || c == '=') {
        isMarked = true;
        ++at;
      } else if (c == '_') {  // a mark at a word; ___ alone is a blank of de-identification
        std::size_t end = at;
        while (end < line_.end && text_[end] == '_') ++end;
        if (end == line_.end || !isLetter(text_[end])) return at;
        isMarked = true;
        at = end;
      } else if (const Tag tag = tagAt(text_, at); tag.length > 0) {
        isMarked = true;
        at += tag.length;
      } else if (text_.substr(at, 3) == "\xE2\x80\xA2") {  // •
        at += 3;
      } else if (const std::size_t number = listNumberLength(text_, at);
                 number > 0 && !isNumbered) {
        isNumbered = true;
        at += number;
      } else {
        return at;
      }
    }
    return at;
  }

  Ending endingAt(std::size_t at, bool isMarked) const {
    Ending ending;
    ending.isMarked = isMarked;
    const auto skipMarks = [&](bool blanks) {
      while (at < line_.end) {
        const Tag tag = tagAt(text_, at);
        if (tag.length > 0) {
          ending.isMarked = true;
          at += tag.length;
        } else if (text_[at] == '*' || text_[at] == ']' || text_[at] == '=' ||
                   (text_[at] == '_' && isMarked) || (blanks && isBlank(text_[at]))) {
          ++at;
        } else {
          break;
        }
      }
    };
    const std::size_t words = at;
    skipMarks(true);
    const std::size_t remark = at;
    if (at < line_.end && text_[at] == '(') {  // "FINDINGS (PA AND LATERAL):"
      const std::size_t close = text_.substr(at, kLongestRemark).find(')');
      if (close != kNone && at + close < line_.end) {
        at += close + 1;
        skipMarks(true);
      }
    }
    ending.body = at;
    if (at >= line_.end) {
      ending.kind = Ending::OwnLine;
      return ending;
    }
    if (text_[at] == ':') {
      ++at;
      skipMarks(false);
      ending.kind = Ending::Colon;
      ending.body = at;
      return ending;
    }
    at = ending.body = remark;
    const std::string_view rest = text_.substr(at, line_.end - at);
    const auto follows = [&](std::string_view sign) {
      return rest.starts_with(sign) && (rest.size() == sign.size() || isBlank(rest[sign.size()]));
    };
    for (const std::string_view dash : {"-", "--"}) {
      if (at > words && follows(dash)) {
        ending.kind = Ending::Dash;
        ending.body = at + dash.size();
        return ending;
      }
    }
    if (rest[0] == '.' && (rest.size() == 1 || isBlank(rest[1]))) {
      ending.kind = rest.size() == 1 ? Ending::OwnLine : Ending::Period;
      ending.body = at + 1;
    } else if (at > words && (isUpper(rest[0]) || isDigit(rest[0]) || rest[0] == '_')) {
      // "FINDINGS The lungs are clear": told from a sentence in capitals by its letters.
      std::size_t blanks = 0;
      for (std::size_t i = 0; i < rest.size() && i < 60 && blanks < 5; ++i) {
        blanks += isBlank(rest[i]) ? 1 : 0;
        if (isLower(rest[i])) ending.kind = Ending::Text;
      }
    }
    return ending;
  }

  // A heading at the start of a line; returns where the rest of the line begins.
  std::size_t readLineHeading(std::size_t first) {
    bool isMarked = false;
    const std::size_t at = skipPrefix(first, isMarked);
    if (at >= line_.end || !isLetter(text_[at])) return first;
    if (at > 0 && isWordByte(text_[at - 1])) return first;
    std::optional<Heading> heading = headingAt(text_, at);
    if (!heading || heading->end > line_.end) {
      heading = qualifiedHeading(at);
      if (!heading) return readView(first, at);
    }
    const std::string_view words = text_.substr(at, heading->end - at);
    const Case letters = caseOf(words);
    const Ending ending = endingAt(heading->end, isMarked);
    if (!isLineHeading(*heading, letters, ending)) return first;
    add(first, {at, heading->end}, ending.body, heading->kind, letters, true);
    return ending.body;
  }

  // "PORTABLE CHEST, TWO VIEWS:" in capitals before the description.
  std::size_t readView(std::size_t first, std::size_t at) {
    if (!cuts_.empty() && isReading(cuts_.back().cut.kind)) return first;
    const std::string_view start =
        text_.substr(at, std::min(line_.end - at, std::size_t{kLongestView}));
    std::size_t colon = kNone;
    for (std::size_t i = 0; i < start.size() && !isLower(start[i]); ++i)
      if (start[i] == ':' && (at + i + 1 == line_.end || isBlank(text_[at + i + 1]))) colon = i;
    const std::string_view words = start.substr(0, colon == kNone ? 0 : colon);
    bool isView = false;
    for (const std::string_view word : {"CHEST", "RADIOGRAPH", "VIEW", "FILM", "X-RAY"})
      isView |= words.find(word) != kNone;
    for (const std::string_view word :
         {" NO ", " FOR ", " IS ", " ARE ", " WAS ", " TO ", "COMPAR"})
      isView &= (" " + std::string(words)).find(word) == kNone;  // a sentence
    if (!isView) return first;
    add(first, {at, at + colon}, at + colon + 1, SectionKind::Findings, Case::Upper, true);
    cuts_.back().isView = true;
    return at + colon + 1;
  }

  bool isLineHeading(const Heading& heading, Case letters, const Ending& ending) const {
    const bool afresh = atBoundary_ || ending.isMarked;
    if (heading.weight == HeadingWeight::Signature) return afresh || letters != Case::Lower;
    if (heading.weight == HeadingWeight::Label)
      return ending.kind == Ending::Colon && letters != Case::Lower;
    const bool isStrong = heading.weight == HeadingWeight::Strong;
    switch (ending.kind) {
      case Ending::Colon:  // a wrapped sentence may have "findings:" at the start of a line
        return afresh || letters != Case::Lower;
      case Ending::OwnLine:
        // In a text all in capitals a wrapped line may hold nothing but this word.
        return afresh ? letters != Case::Lower || isStrong
                      : letters == Case::Upper && previousLineHasLower_;
      case Ending::Dash:
        return afresh && letters != Case::Lower && (isStrong || letters == Case::Upper);
      case Ending::Period:
        return afresh && letters != Case::Lower && isStrong;
      case Ending::Text:
        return afresh && isStrong && letters == Case::Upper;
      case Ending::Sentence:
        return ending.isMarked && letters != Case::Lower && isStrong;
    }
    return false;
  }

  // "CT CHEST FINDINGS:", "Portable Chest Impression:": up to four words with capitals before it.
  std::optional<Heading> qualifiedHeading(std::size_t at) const {
    for (int words = 0; words < 5; ++words) {
      std::size_t end = at;
      while (end < line_.end && end - at < 20 && (isWordByte(text_[end]) || text_[end] == '-'))
        ++end;
      if (end == at || !isUpper(text_[at])) return std::nullopt;
      if (words > 0) {
        const std::optional<Heading> heading = headingAt(text_, at);
        if (heading && heading->weight == HeadingWeight::Strong && heading->end < line_.end &&
            text_[heading->end] == ':')
          return heading;
      }
      if (leadsOn(text_.substr(at, end - at))) return std::nullopt;
      if (end >= line_.end || text_[end] != ' ') return std::nullopt;
      at = end + 1;
    }
    return std::nullopt;
  }

  // The words of the line from `at` on.
  void readRest(std::size_t at) {
    std::size_t number = kNone;  // where a list number began that nothing but blanks follows
    while (at < line_.end && cuts_.size() < kMostHeadings) {
      const char c = text_[at];
      if (!isWordByte(c)) {
        if (endsSentence(c) && !(number != kNone && c == '.')) {
          atBoundary_ = true;
          number = kNone;
        } else if (number == kNone && !isBlank(c) && c != '*' && c != '<' && c != '"' && c != ')') {
          atBoundary_ = false;
        }
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < line_.end && isWordByte(text_[end])) ++end;
      const std::string_view word = text_.substr(at, end - at);
      if (isDigit(c)) {
        const bool isNumber = atBoundary_ && end - at <= 2 && end < line_.end &&
                              (text_[end] == '.' || text_[end] == ')');
        number = isNumber ? at : kNone;
        if (!isNumber) atBoundary_ = false;
      } else {
        const std::size_t body = isLetter(c) ? readInnerHeading(at, number) : kNone;
        number = kNone;
        if (body != kNone) {
          at = body;
          continue;
        }
        atBoundary_ = false;
      }
      previousWord_ = word;
      at = end;
    }
  }

  // A heading within a line; returns where its body starts, or kNone.
  std::size_t readInnerHeading(std::size_t at, std::size_t number) {
    const std::optional<Heading> heading = headingAt(text_, at);
    if (!heading || heading->end > line_.end) return kNone;
    const bool isSignature = heading->weight == HeadingWeight::Signature;
    if (!isSignature && heading->weight != HeadingWeight::Strong &&
        heading->weight != HeadingWeight::Weak)
      return kNone;
    std::size_t start = number != kNone ? number : at;
    if (number == kNone)
      while (start > line_.begin && text_[start - 1] == '*') --start;
    const bool isMarked = start < at && number == kNone;
    const Case letters = caseOf(text_.substr(at, heading->end - at));
    const Ending ending = endingAt(heading->end, isMarked);
    const bool isStrong = heading->weight == HeadingWeight::Strong;
    const bool afresh = atBoundary_ || isMarked;
    bool isCertain = true;
    if (isSignature) {
      if (!afresh || letters == Case::Lower) return kNone;
    } else if (ending.kind == Ending::Colon) {
      if (afresh) {
        if (letters == Case::Lower && !isStrong) return kNone;
      } else {
        if (letters == Case::Lower || leadsOn(previousWord_)) return kNone;
        const bool inName = !previousWord_.empty() && caseOf(previousWord_) == Case::Title;
        if (!isStrong && inName) return kNone;
        isCertain = letters == Case::Upper;
      }
    } else if (ending.kind != Ending::Text || !afresh || !isStrong || letters != Case::Upper) {
      return kNone;
    }
    add(start, {at, heading->end}, ending.body, heading->kind, letters, isCertain);
    return ending.body;
  }

  void add(std::size_t start, TextRange heading, std::size_t body, SectionKind kind, Case letters,
           bool isCertain) {
    cuts_.push_back({{start, heading, body, kind}, letters, isCertain});
    atBoundary_ = true;
    previousWord_ = {};
  }

  // "… chest Comparison: none" within a sentence is a heading where headings are written that way:
  // there are others, and none in capitals. A view names the findings where nothing else does.
  void dropUnlikely() {
    bool any = false, capitals = false, findings = false;
    for (const Candidate& candidate : cuts_) {
      if (candidate.isView) continue;
      any |= candidate.isCertain;
      capitals |= candidate.isCertain && candidate.letters == Case::Upper;
      findings |= candidate.cut.kind == SectionKind::Findings ||
                  candidate.cut.kind == SectionKind::FindingsAndImpression;
    }
    std::erase_if(cuts_, [&](const Candidate& candidate) {
      return candidate.isView ? findings : !candidate.isCertain && (capitals || !any);
    });
  }

  std::string_view text_;
  TextRange line_;
  bool atBoundary_ = true;  // a sentence or paragraph has ended
  bool previousLineHasLower_ = true;
  std::string_view previousWord_;
  std::vector<Candidate> cuts_;
};

}  // namespace

std::vector<Cut> findCuts(std::string_view text) {
  return HeadingFinder(text).find();
}

}  // namespace mrm::text
