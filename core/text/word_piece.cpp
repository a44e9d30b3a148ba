#include "core/text/word_piece.h"

#include "core/text/unicode.h"

namespace mrm::text {

WordPiece::WordPiece(std::span<const std::string> vocabulary, const std::string& continuingPrefix,
                     std::int32_t unknownId, std::size_t maximumCodePoints)
    : unknownId_(unknownId), maximumCodePoints_(maximumCodePoints) {
  std::vector<std::pair<std::string_view, std::int32_t>> all, continuing;
  for (std::size_t id = 0; id < vocabulary.size(); ++id) {
    const std::string_view token = vocabulary[id];
    all.emplace_back(token, static_cast<std::int32_t>(id));
    if (token.starts_with(continuingPrefix))
      continuing.emplace_back(token.substr(continuingPrefix.size()), static_cast<std::int32_t>(id));
  }
  beginnings_ = PrefixTree(std::move(all));
  continuations_ = PrefixTree(std::move(continuing));
}

void WordPiece::append(std::string_view word, std::vector<std::int64_t>& ids) const {
  const std::size_t before = ids.size();
  bool known = word.size() <= maximumCodePoints_ || countCodePoints(word) <= maximumCodePoints_;
  for (std::size_t at = 0; known && at < word.size();) {
    const PrefixTree& tree = at == 0 ? beginnings_ : continuations_;
    const PrefixTree::Match match = tree.longest(word.substr(at));
    known = match.value >= 0;
    if (known) ids.push_back(match.value);
    at += match.length;
  }
  if (known) return;
  ids.resize(before);
  ids.push_back(unknownId_);
}

}  // namespace mrm::text
