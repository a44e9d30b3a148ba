#include "core/text/report_sections.h"

#include <algorithm>
#include <array>

#include "core/text/report_cuts.h"
#include "core/text/report_markup.h"
#include "core/text/unicode.h"

namespace mrm {
namespace {

constexpr std::array<const char*, 10> kNames = {
    "unnamed",        "examination", "indication", "technique",
    "comparison",     "findings",    "impression", "findings and impression",
    "recommendation", "other"};

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
  return c == ' ' || (c >= '\t' && c <= '\r');
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

  void add(const text::Cut& cut, std::size_t end) {
    const TextRange body = trimmedRange(plain_, std::min(cut.body, end), end);
    SectionKind kind = cut.kind;
    if (kind == SectionKind::Indication && hadFindings_ && isNamed(cut.heading, "diagnos"))
      kind = SectionKind::Impression;
    if (kind == SectionKind::Impression && isNamed(cut.heading, "summary") && isCode(body))
      kind = SectionKind::Other;
    hadFindings_ |= kind == SectionKind::Findings;
    if (!isOneParagraph(kind)) return add(kind, cut.heading, body);
    const std::size_t first = paragraphEnd(plain_, body);
    add(kind, cut.heading, trimmedRange(plain_, body.begin, first));
    addUnnamed(first, body.end);
  }

  ReportSections take() { return std::move(result_); }

 private:
  // "DIAGNOSIS" is why the image was taken, or after the findings what came out.
  bool isNamed(TextRange heading, std::string_view lower) const {
    const std::string_view words = heading.of(text_).substr(0, lower.size());
    return words.size() == lower.size() &&
           std::equal(words.begin(), words.end(), lower.begin(),
                      [](char a, char b) { return (a | 0x20) == b; });
  }

  // "SUMMARY: 2-ABNORMAL …" is a code for billing and lists, no text.
  bool isCode(TextRange body) const {
    const std::string_view text = body.of(text_);
    return text.size() > 2 && text[0] >= '0' && text[0] <= '9' && text[1] == '-' &&
           (text[2] < '0' || text[2] > '9');
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
  const std::vector<text::Cut> cuts = text::findCuts(plain);
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
