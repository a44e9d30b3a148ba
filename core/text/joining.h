// Writes words one after another as people would, with blanks where they belong.
#pragma once

#include <string>
#include <string_view>

namespace mrm::text {

// Appends a word or a punctuation mark: "x", "-", "ray", "(", "2", ".", "5", "cm", ")", "." become
// "x-ray (2.5 cm).". What the tokenizer dropped cannot come back, so this is a guess for reading.
void appendWord(std::string& text, std::string_view word);

}  // namespace mrm::text
