#include "core/text/added_tokens.h"

#include <algorithm>

namespace mrm::text {
namespace {

bool touchesWord(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin > 0 && isWord(last(text.substr(0, begin)))) return true;
  return end < text.size() && isWord(next(text, end));
}

}  // namespace

AddedTokenFinder::AddedTokenFinder(std::vector<AddedToken> tokens,
                                   const std::vector<std::string>& patterns)
    : tokens_(std::move(tokens)) {
  std::vector<std::pair<std::string_view, std::int32_t>> entries;
  for (std::size_t i = 0; i < patterns.size(); ++i)
    entries.emplace_back(patterns[i], static_cast<std::int32_t>(i));
  tree_ = PrefixTree(std::move(entries));
}

bool AddedTokenFinder::find(std::string_view text, std::size_t done, Found& found) const {
  if (tokens_.empty()) return false;
  for (std::size_t at = found.next; at < text.size();) {
    while (at < text.size() && !tree_.mayBegin(text[at])) ++at;
    const PrefixTree::Match match = tree_.longest(text.substr(at));
    if (match.value < 0) {
      ++at;
      continue;
    }
    const AddedToken& token = tokens_[static_cast<std::size_t>(match.value)];
    const std::size_t end = at + match.length;
    if (token.singleWord && touchesWord(text, at, end)) {
      at = end;
      continue;
    }
    // The white space after the token before may reach beyond this one: it is not walked again, or
    // a text of blanks would cost its length squared.
    const std::size_t known = std::max(end, found.end);
    found = {at, end, end, token.id};
    while (token.leftStrip && found.begin > done) {
      const char32_t c = last(text.substr(0, found.begin));
      if (!isSpace(c)) break;
      found.begin -= utf8Length(c);
    }
    if (token.leftStrip) found.begin = std::max(found.begin, done);
    if (token.rightStrip) {
      found.end = known;
      for (std::size_t after = known; after < text.size() && isSpace(next(text, after));)
        found.end = after;
    }
    return true;
  }
  return false;
}

}  // namespace mrm::text
