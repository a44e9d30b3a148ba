// The WordPiece model: cuts a word into the longest pieces of the vocabulary, from its beginning
// on.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/prefix_tree.h"

namespace mrm::text {

class WordPiece {
 public:
  // `vocabulary[i]` has id i. A word of more than `maximumCodePoints` becomes the unknown token.
  WordPiece(std::span<const std::string> vocabulary, const std::string& continuingPrefix,
            std::int32_t unknownId, std::size_t maximumCodePoints);

  // Appends the ids of a word's pieces; of the unknown token alone when it cannot be cut to its
  // end.
  void append(std::string_view word, std::vector<std::int64_t>& ids) const;

 private:
  PrefixTree beginnings_;     // all tokens
  PrefixTree continuations_;  // those with the prefix, without it
  std::int32_t unknownId_;
  std::size_t maximumCodePoints_;
};

}  // namespace mrm::text
