// Which parts of a report the model reads, and in what form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/report_sections.h"

namespace mrm {

// What becomes of the blanks that de-identification left (___, XXXX).
enum class BlankHandling { Keep, Drop, Replace };

// Sections in the order in which they are read; empty: the whole text, headings and all. Findings
// and impression each stand for a section that holds both, which is read once.
using SectionChoice = std::vector<SectionKind>;

struct ReportPolicy {
  SectionChoice sections = {SectionKind::Findings, SectionKind::Impression};
  // Tried in order where `sections` gives too few words. Text without a heading is what there is in
  // a report without headings.
  std::vector<SectionChoice> fallbacks = {{SectionKind::Unnamed}};
  BlankHandling blanks = BlankHandling::Drop;
  std::string blankWord;          // in the place of a blank that is replaced
  bool normalizeSpace = true;     // single blanks for line breaks and the like
  bool dropListNumbers = true;    // "1. Effusion. 2. Edema." becomes "Effusion. Edema."
  std::int64_t minimumWords = 1;  // blanks do not count

  bool operator==(const ReportPolicy&) const = default;
};

enum class ReportExclusion {
  None,
  Empty,      // no text at all
  NoSection,  // none of the sections that are read
  OnlyBlanks,
  TooShort
};

struct ModelText {
  std::string text;  // valid UTF-8; empty when the report is excluded
  // What was read, as indices of ReportSections::sections in order of reading; empty where the
  // whole text was.
  std::vector<std::size_t> sections;
  std::optional<std::size_t> fallback;  // which of the policy's fallbacks had to serve
  ReportExclusion exclusion = ReportExclusion::None;
  std::string reason;  // "no findings or impression"; the same for all reports excluded for it
};

// `sections` are those of `report`. A section that repeats an earlier one word for word is left
// out.
ModelText modelText(std::string_view report, const ReportSections& sections,
                    const ReportPolicy& policy);
ModelText modelText(std::string_view report, const ReportPolicy& policy);

// A choice in words: "findings, impression"; "all" for the whole text. Throws Error for other
// words.
std::string choiceText(const SectionChoice& choice);
SectionChoice choiceFromText(std::string_view text);

// As a catalogue keeps it. Reading throws Error, naming `where` and the key, for other values;
// missing keys have their defaults.
std::string writeReportPolicy(const ReportPolicy& policy);
ReportPolicy readReportPolicy(std::string_view json, const std::string& where);

// "keep", "drop", "replace"
const char* blankHandlingName(BlankHandling handling);
std::optional<BlankHandling> blankHandling(std::string_view name);

}  // namespace mrm
