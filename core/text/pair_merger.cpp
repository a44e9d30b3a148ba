#include "core/text/pair_merger.h"

#include <algorithm>
#include <set>

#include "core/text/unicode.h"

namespace mrm::text {
namespace {

constexpr std::string_view kPrefix = "##";

std::uint64_t keyOf(std::uint32_t left, std::uint32_t right) {
  return std::uint64_t{left} << 32 | right;
}
std::uint32_t leftOf(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> 32);
}
std::uint32_t rightOf(std::uint64_t key) {
  return static_cast<std::uint32_t>(key);
}

}  // namespace

PairMerger::PairMerger(const std::map<std::string, std::int64_t>& words,
                       std::vector<std::string> tokens)
    : tokens_(std::move(tokens)) {
  for (std::size_t i = 0; i < tokens_.size(); ++i) ids_.emplace(tokens_[i], static_cast<Token>(i));
  std::set<char32_t> alphabet, continuing;
  for (const auto& [word, count] : words)
    for (std::size_t i = 0; i < word.size();) {
      const bool first = i == 0;
      const char32_t c = next(word, i);
      alphabet.insert(c);
      if (!first) continuing.insert(c);
    }
  std::unordered_map<char32_t, Token> beginnings, continuations;
  const auto add = [this](std::string token, char32_t c) {
    append(token, c);
    return intern(token);
  };
  for (const char32_t c : alphabet) beginnings[c] = add({}, c);
  for (const char32_t c : continuing) continuations[c] = add(std::string(kPrefix), c);

  words_.reserve(words.size());
  for (const auto& [text, count] : words) {
    Word word{{}, count};
    for (std::size_t i = 0; i < text.size();) {
      const bool first = i == 0;
      const char32_t c = next(text, i);
      word.tokens.push_back(first ? beginnings.at(c) : continuations.at(c));
    }
    const auto index = static_cast<std::uint32_t>(words_.size());
    for (std::size_t i = 0; i + 1 < word.tokens.size(); ++i) {
      change(word.tokens[i], word.tokens[i + 1], count);
      pairs_[keyOf(word.tokens[i], word.tokens[i + 1])].words.push_back(index);
    }
    words_.push_back(std::move(word));
  }
  for (const PairKey key : changed_) queue_.push({pairs_[key].count, key});
}

PairMerger::Token PairMerger::intern(const std::string& text) {
  const auto [found, isNew] = ids_.emplace(text, static_cast<Token>(tokens_.size()));
  if (isNew) tokens_.push_back(text);
  return found->second;
}

void PairMerger::change(Token left, Token right, std::int64_t by) {
  Pair& pair = pairs_[keyOf(left, right)];
  if (pair.merge != merge_) {
    pair.merge = merge_;
    pair.countBefore = pair.count;
    changed_.push_back(keyOf(left, right));
  }
  pair.count += by;
}

bool PairMerger::mergeNext(std::int64_t minimumFrequency) {
  while (!queue_.empty()) {
    const Candidate best = queue_.top();
    if (best.count < minimumFrequency) return false;
    queue_.pop();
    const auto found = pairs_.find(best.pair);
    if (found == pairs_.end()) continue;
    if (found->second.count != best.count) {
      // A higher count stands in the queue already; a lower one takes its place.
      if (found->second.count < best.count && found->second.count > 0)
        queue_.push({found->second.count, best.pair});
      continue;
    }
    const Token left = leftOf(best.pair), right = rightOf(best.pair);
    const std::string merged = tokens_[left] + tokens_[right].substr(kPrefix.size());
    // A word that itself begins with ## must not give a token that looks like a continuation.
    if (!tokens_[left].starts_with(kPrefix) && merged.starts_with(kPrefix)) continue;

    ++merge_;
    changed_.clear();
    const Token id = intern(merged);
    const std::vector<std::uint32_t> words = std::move(found->second.words);
    for (const std::uint32_t word : words) mergeIn(word, left, right, id);
    pairs_.erase(best.pair);
    for (const PairKey key : changed_) {
      const auto pair = pairs_.find(key);
      if (pair != pairs_.end() && pair->second.count > pair->second.countBefore)
        queue_.push({pair->second.count, key});
    }
    return true;
  }
  return false;
}

void PairMerger::mergeIn(std::uint32_t index, Token left, Token right, Token merged) {
  Word& word = words_[index];
  std::vector<Token> result;
  result.reserve(word.tokens.size());
  for (std::size_t i = 0; i < word.tokens.size(); ++i) {
    const bool pair =
        word.tokens[i] == left && i + 1 < word.tokens.size() && word.tokens[i + 1] == right;
    result.push_back(pair ? merged : word.tokens[i]);
    if (pair) ++i;
  }
  if (result.size() == word.tokens.size()) return;  // merged before: the word is listed twice
  for (std::size_t i = 0; i + 1 < word.tokens.size(); ++i)
    change(word.tokens[i], word.tokens[i + 1], -word.count);
  for (std::size_t i = 0; i + 1 < result.size(); ++i) {
    change(result[i], result[i + 1], word.count);
    if (result[i] == merged || result[i + 1] == merged)
      pairs_[keyOf(result[i], result[i + 1])].words.push_back(index);
  }
  word.tokens = std::move(result);
}

}  // namespace mrm::text
