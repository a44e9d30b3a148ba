// The sections of a radiology report: findings, impression and what stands around them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mrm {

enum class SectionKind {
  Unnamed,  // text without a heading: before the first one, or a paragraph of its own after
            // EXAMINATION, INDICATION, TECHNIQUE or COMPARISON
  Examination,
  Indication,  // also HISTORY, CLINICAL INFORMATION, REASON FOR EXAM
  Technique,
  Comparison,
  Findings,
  Impression,             // also CONCLUSION, OPINION
  FindingsAndImpression,  // both under one heading
  Recommendation,
  Other  // addenda, notifications, signatures
};

inline constexpr SectionKind kSectionKinds[] = {
    SectionKind::Unnamed,        SectionKind::Examination,
    SectionKind::Indication,     SectionKind::Technique,
    SectionKind::Comparison,     SectionKind::Findings,
    SectionKind::Impression,     SectionKind::FindingsAndImpression,
    SectionKind::Recommendation, SectionKind::Other};

// "findings", "findings and impression": for files, the command line and tables.
const char* sectionName(SectionKind kind);
std::optional<SectionKind> sectionKind(std::string_view name);

// Bytes of a text, from `begin` to before `end`.
struct TextRange {
  std::size_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
  std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
  bool operator==(const TextRange&) const = default;
};

struct ReportSection {
  SectionKind kind = SectionKind::Unnamed;
  std::string heading;     // as written, without numbering, marks and colon; empty for none
  TextRange headingRange;  // of `heading` in the report; empty, at the body, for none
  TextRange body;          // without the white space around it
  std::string text;        // the body in valid UTF-8, with single blanks for white space
};

struct ReportSections {
  // In the order of the report; their ranges ascend and do not overlap. A kind may come again.
  // Sections that hold nothing are there, with an empty text.
  std::vector<ReportSection> sections;

  bool has(SectionKind kind) const;          // with text
  std::string text(SectionKind kind) const;  // of all sections of the kind, joined by a blank
};

// Finds the sections by their headings: English and German ones, in upper, lower or mixed case,
// numbered, bold or underlined, on a line of their own or within a paragraph ("… is clear.
// IMPRESSION: …"). Sentences that begin with the same words ("Findings are consistent with …") are
// none. Any bytes are read; takes time in proportion to their number.
ReportSections parseReport(std::string_view utf8);

// The text in valid UTF-8 with single blanks for white space, control characters and <br>; none at
// either end.
std::string withSingleBlanks(std::string_view text);

}  // namespace mrm
