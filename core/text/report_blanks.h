// What de-identification left in the place of names, dates and numbers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mrm::text {

// Length of the blank that starts at `at`: ___ (MIMIC), XXXX (Open-I), [**2012-3-4**], [NAME] and
// the like, <XXXX>; 0 for none.
std::size_t blankLength(std::string_view text, std::size_t at);

// The text without its blanks and without what words that were taken away leave behind: hyphens
// that joined them to others, empty brackets, signs with nothing before them.
std::string withoutBlanks(std::string_view text);

// The text with `word` in the place of each blank.
std::string withBlanksAs(std::string_view text, std::string_view word);

// Words that hold a letter or digit and are no blank.
std::size_t countRealWords(std::string_view text);

}  // namespace mrm::text
