// Where the sections of a report begin: its headings, told from sentences with the same words.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/text/report_sections.h"

namespace mrm::text {

// Where one section ends and the next begins.
struct Cut {
  std::size_t start = 0;  // of the heading with its numbering and marks
  TextRange heading;      // its words
  std::size_t body = 0;   // where its text may begin
  SectionKind kind = SectionKind::Unnamed;
};

// In ascending order. `text` has ASCII signs and white space; takes time in proportion to it.
std::vector<Cut> findCuts(std::string_view text);

}  // namespace mrm::text
