#include "core/text/report_sections.h"

#include <algorithm>
#include <array>

#include "core/base/trim.h"
#include "core/text/report_headings.h"
#include "core/text/report_markup.h"
#include "core/text/unicode.h"

namespace mrm {
namespace {

using text::Heading;
using text::HeadingWeight;
using text::isWordByte;

constexpr std::size_t kMostHeadings = 10'000;
constexpr std::size_t kLongestRemark = 48;  // bytes in brackets between a heading and its colon
constexpr std::size_t kNone = std::string_view::npos;

constexpr std::array<const char*, 10> kNames = {
    "unnamed",        "examination", "indication", "technique",
    "comparison",     "findings",    "impression", "findings and impression",
    "recommendation", "other"};

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

// Where one section ends and the next begins.
struct Cut {
  std::size_t start = 0;  // of the heading with its numbering and marks
  TextRange heading;
  std::size_t body = 0;
  SectionKind kind = SectionKind::Unnamed;
  Case letters = Case::Upper;
  bool isCertain = true;
};

class HeadingFinder {
 public:
  explicit HeadingFinder(std::string_view text) : text_(text) {}

  std::vector<Cut> find() {
    std::size_t at = 0;
    while (at < text_.size() && cuts_.size() < kMostHeadings) at = readLine(at);
    dropUnlikely();
    return std::move(cuts_);
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
      const text::Tag tag = text::tagAt(text_, end);
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
      if (!cuts_.empty() && cuts_.back().body == begin) cuts_.back().body = next;
      return next;
    }
    readRest(readLineHeading(first));
    const std::string_view line = line_.of(text_);
    previousLineHasLower_ = std::any_of(line.begin(), line.end(), isLower);
    // A heading on its own line: what comes next starts afresh.
    if (!cuts_.empty() && cuts_.back().body == end) cuts_.back().body = next;
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
      } else if (const text::Tag tag = text::tagAt(text_, at); tag.length > 0) {
        isMarked = true;
        at += tag.length;
      } else if (text_.substr(at, 3) == "\xE2\x80\xA2") {  // •
        at += 3;
      } else if (const std::size_t number = text::listNumberLength(text_, at);
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
        const text::Tag tag = text::tagAt(text_, at);
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
    std::optional<Heading> heading = text::headingAt(text_, at);
    if (!heading || heading->end > line_.end) {
      heading = qualifiedHeading(at);
      if (!heading) return first;
    }
    const std::string_view words = text_.substr(at, heading->end - at);
    const Case letters = caseOf(words);
    const Ending ending = endingAt(heading->end, isMarked);
    if (!isLineHeading(*heading, letters, ending)) return first;
    add(first, {at, heading->end}, ending.body, heading->kind, letters, true);
    return ending.body;
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
        const std::optional<Heading> heading = text::headingAt(text_, at);
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
    const std::optional<Heading> heading = text::headingAt(text_, at);
    if (!heading || heading->end > line_.end) return kNone;
    if (heading->weight != HeadingWeight::Strong && heading->weight != HeadingWeight::Weak)
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
    if (ending.kind == Ending::Colon) {
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
    cuts_.push_back({start, heading, body, kind, letters, isCertain});
    atBoundary_ = true;
    previousWord_ = {};
  }

  // "… chest Comparison: none" within a sentence is a heading where headings are written that way:
  // there are others, and none in capitals.
  void dropUnlikely() {
    bool any = false, capitals = false;
    for (const Cut& cut : cuts_) {
      any |= cut.isCertain;
      capitals |= cut.isCertain && cut.letters == Case::Upper;
    }
    if (any && !capitals) return;
    std::erase_if(cuts_, [](const Cut& cut) { return !cut.isCertain; });
  }

  std::string_view text_;
  TextRange line_;
  bool atBoundary_ = true;  // a sentence or paragraph has ended
  bool previousLineHasLower_ = true;
  std::string_view previousWord_;
  std::vector<Cut> cuts_;
};

// The same text, byte for byte as long, with ASCII for the white space, dashes and colons of
// Unicode.
std::string withPlainSigns(std::string_view text) {
  struct Sign {
    std::string_view sign, plain;
  };
  static constexpr std::array<Sign, 9> kSigns = {{{"\xC2\xA0", "  "},       // no-break space
                                                  {"\xE2\x80\x89", "   "},  // thin space
                                                  {"\xE2\x80\xAF", "   "},  // narrow no-break space
                                                  {"\xE2\x80\x93", "-  "},  // en dash
                                                  {"\xE2\x80\x94", "-  "},  // em dash
                                                  {"\xE2\x80\xA8", "\n  "},   // line separator
                                                  {"\xE2\x80\xA9", "\n  "},   // paragraph separator
                                                  {"\xEF\xBB\xBF", "   "},    // byte order mark
                                                  {"\xEF\xBC\x9A", ":  "}}};  // full-width colon
  std::string plain(text);
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (static_cast<unsigned char>(plain[at]) < 0x80) continue;
    for (const Sign& sign : kSigns) {
      if (text.substr(at, sign.sign.size()) != sign.sign) continue;
      plain.replace(at, sign.sign.size(), sign.plain);
      break;
    }
  }
  return plain;
}

bool isSpace(char c) {
  return isBlank(c) || c == '\n' || c == '\r';
}

TextRange trimmedRange(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && isSpace(text[begin])) ++begin;
  while (end > begin && isSpace(text[end - 1])) --end;
  return {begin, end};
}

bool isOneParagraph(SectionKind kind) {
  return kind == SectionKind::Examination || kind == SectionKind::Indication ||
         kind == SectionKind::Technique || kind == SectionKind::Comparison;
}

// The end of the first paragraph in `range`, which starts with text.
std::size_t paragraphEnd(std::string_view text, TextRange range) {
  std::size_t lines = 0;
  for (std::size_t at = range.begin; at < range.end; ++at) {
    if (text[at] == '\n')
      ++lines;
    else if (!isSpace(text[at]))
      lines = 0;
    if (lines == 2) return at;
  }
  return range.end;
}

class SectionMaker {
 public:
  SectionMaker(std::string_view text, std::string_view plain) : text_(text), plain_(plain) {}

  void addUnnamed(std::size_t begin, std::size_t end) {
    const TextRange range = trimmedRange(plain_, begin, end);
    if (range.size() > 0) add(SectionKind::Unnamed, {range.begin, range.begin}, range);
  }

  void add(const Cut& cut, std::size_t end) {
    const TextRange body = trimmedRange(plain_, std::min(cut.body, end), end);
    SectionKind kind = cut.kind;
    if (kind == SectionKind::Indication && hadFindings_ && isDiagnosis(cut.heading))
      kind = SectionKind::Impression;
    hadFindings_ |= kind == SectionKind::Findings;
    if (!isOneParagraph(kind)) return add(kind, cut.heading, body);
    const std::size_t first = paragraphEnd(plain_, body);
    add(kind, cut.heading, trimmedRange(plain_, body.begin, first));
    addUnnamed(first, body.end);
  }

  ReportSections take() { return std::move(result_); }

 private:
  // "DIAGNOSIS" is why the image was taken, or after the findings what came out.
  bool isDiagnosis(TextRange heading) const {
    const std::string_view words = heading.of(text_);
    return (words.front() == 'D' || words.front() == 'd') && words.size() <= 9;
  }

  void add(SectionKind kind, TextRange heading, TextRange body) {
    ReportSection section;
    section.kind = kind;
    section.heading = withSingleBlanks(heading.of(text_));
    section.headingRange = heading;
    section.body = body;
    section.text = withSingleBlanks(body.of(text_));
    result_.sections.push_back(std::move(section));
  }

  std::string_view text_, plain_;
  ReportSections result_;
  bool hadFindings_ = false;
};

}  // namespace

const char* sectionName(SectionKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

std::optional<SectionKind> sectionKind(std::string_view name) {
  for (const SectionKind kind : kSectionKinds)
    if (name == sectionName(kind)) return kind;
  return std::nullopt;
}

bool ReportSections::has(SectionKind kind) const {
  return std::any_of(sections.begin(), sections.end(), [&](const ReportSection& section) {
    return section.kind == kind && !section.text.empty();
  });
}

std::string ReportSections::text(SectionKind kind) const {
  std::string joined;
  for (const ReportSection& section : sections) {
    if (section.kind != kind || section.text.empty()) continue;
    if (!joined.empty()) joined += ' ';
    joined += section.text;
  }
  return joined;
}

ReportSections parseReport(std::string_view utf8) {
  std::string plainCopy;
  std::string_view plain = utf8;
  if (!text::isAscii(utf8)) plain = plainCopy = withPlainSigns(utf8);
  const std::vector<Cut> cuts = HeadingFinder(plain).find();
  SectionMaker maker(utf8, plain);
  maker.addUnnamed(0, cuts.empty() ? utf8.size() : cuts.front().start);
  for (std::size_t i = 0; i < cuts.size(); ++i)
    maker.add(cuts[i], i + 1 < cuts.size() ? cuts[i + 1].start : utf8.size());
  return maker.take();
}

std::string withSingleBlanks(std::string_view raw) {
  std::string repaired;
  if (!text::isAscii(raw)) {
    repaired = text::repairUtf8(raw);
    raw = repaired;
  }
  std::string result;
  result.reserve(raw.size());
  bool gap = false;
  for (std::size_t at = 0; at < raw.size();) {
    if (const text::Tag tag = text::tagAt(raw, at); tag.length > 0) {
      gap |= tag.breaksLine;
      at += tag.length;
      continue;
    }
    const char32_t c = text::next(raw, at);
    if (text::isSpace(c) || c < 0x20 || c == 0x7F || c == 0xFEFF) {
      gap = true;
      continue;
    }
    if (gap && !result.empty()) result += ' ';
    gap = false;
    text::append(result, c);
  }
  return result;
}

}  // namespace mrm
