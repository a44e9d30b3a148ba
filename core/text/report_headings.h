// The headings of radiology reports, as hospitals and public data sets write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/text/report_sections.h"

namespace mrm::text {

// How sure a word is a heading where it could be one.
enum class HeadingWeight {
  Strong,    // "FINDINGS": hardly ever anything else before a colon
  Weak,      // "History": part of other names as well ("Smoking history: …")
  Title,     // "FINAL REPORT", "ADDENDUM": at the start of a line
  Label,     // "Radiologist": at the start of a line and before a colon
  Signature  // "Electronically signed by": at the start of a line, whatever follows
};

struct Heading {
  SectionKind kind = SectionKind::Other;
  HeadingWeight weight = HeadingWeight::Strong;
  std::size_t end = 0;  // of its words, as an offset in the text
};

// The longest heading whose words start at `begin`, in upper, lower or mixed case, its words apart
// by blanks or underscores; several may be joined ("FINDINGS AND IMPRESSION", "EXAM/TECHNIQUE").
// Takes constant time.
std::optional<Heading> headingAt(std::string_view text, std::size_t begin);

// A byte of a word: ASCII letters and digits, and every byte of other characters.
bool isWordByte(char byte);

}  // namespace mrm::text
