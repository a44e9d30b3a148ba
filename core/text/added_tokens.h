// The added tokens of a tokenizer file: texts such as [MASK] that are found before words are cut.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/prefix_tree.h"
#include "core/text/unicode.h"

namespace mrm::text {

struct AddedToken {
  std::int32_t id = 0;
  std::string content;
  bool singleWord = false;  // not inside a word
  bool leftStrip = false;   // swallows the white space before it
  bool rightStrip = false;  // and after it
  bool normalized = true;   // looked for in the normalized text, itself normalized
  bool special = false;
};

// Finds one kind of them, those looked for before or those looked for after normalization.
class AddedTokenFinder {
 public:
  AddedTokenFinder() = default;
  // `pattern` of each token is its content, normalized where that applies; distinct and not empty.
  AddedTokenFinder(std::vector<AddedToken> tokens, const std::vector<std::string>& patterns);

  // Calls onText(text between tokens, not empty) and onToken(id) in order of the text; either
  // returns false to end the search. Of several tokens that begin at one place the longest is
  // taken.
  template <class OnText, class OnToken>
  bool forEach(std::string_view text, OnText onText, OnToken onToken) const {
    std::size_t done = 0;
    for (Found found; find(text, done, found);) {
      if (done < found.begin && !onText(text.substr(done, found.begin - done))) return false;
      // A token that a token before swallowed whole, with the white space after it, does not count.
      if (found.begin >= found.end) continue;
      if (!onToken(found.id)) return false;
      done = found.end;
    }
    return done >= text.size() || onText(text.substr(done));
  }

 private:
  struct Found {
    std::size_t begin = 0, end = 0;  // with the white space that the token swallows
    std::size_t next = 0;            // where the search goes on
    std::int32_t id = -1;
  };
  bool find(std::string_view text, std::size_t done, Found& found) const;

  std::vector<AddedToken> tokens_;
  PrefixTree tree_;  // values are indices of tokens_
};

}  // namespace mrm::text
