// What a person types to search records: words of the report, and words after patient:, study: or
// file:.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mrm {

struct TextQuery {
  std::string words;  // in the language of SQLite's full-text search; empty: no words
  struct FieldWord {
    enum class Field { Patient, Study, File };
    Field field = Field::Patient;
    std::string word;       // lower case where it is ASCII
    bool isPrefix = false;  // was followed by *
  };
  std::vector<FieldWord> fields;
};

// Nothing in the text has a meaning but quotes, the star after a word and the three names.
TextQuery parseTextQuery(std::string_view text);

// ASCII letters to lower case.
std::string lowerCase(std::string_view text);

// Whether a value is the word, begins with it (Patient, Study) or contains it (File), whatever the
// case.
bool matchesField(std::string_view value, const TextQuery::FieldWord& word);

}  // namespace mrm
