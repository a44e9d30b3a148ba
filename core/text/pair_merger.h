// Merges the most frequent pair of neighbouring tokens, again and again: how a WordPiece vocabulary
// grows.
#pragma once

#include <cstdint>
#include <map>
#include <queue>
#include <string>
#include <unordered_map>
#include <vector>

namespace mrm::text {

// Byte-pair encoding (Sennrich, Haddow, Birch 2016) over code points, with ## before all but a
// word's first token. Counts are kept up to date where a merge changes words, so that a merge costs
// what it changes and not a pass over all words.
class PairMerger {
 public:
  // Words with their number of occurrences. `tokens` are taken as they are; the alphabet of the
  // words follows them: code points in order, then those that continue a word, with ##.
  PairMerger(const std::map<std::string, std::int64_t>& words, std::vector<std::string> tokens);
  PairMerger(const PairMerger&) = delete;
  PairMerger& operator=(const PairMerger&) = delete;

  // Merges the pair that occurs most often, of several the one whose tokens are older; the
  // alphabet is ordered by text, so that the result depends on the words alone. False when none
  // occurs `minimumFrequency` times. One merge adds one token, or none when its text is one
  // already.
  bool mergeNext(std::int64_t minimumFrequency);

  const std::vector<std::string>& tokens() const { return tokens_; }

 private:
  using Token = std::uint32_t;
  using PairKey = std::uint64_t;
  struct Word {
    std::vector<Token> tokens;
    std::int64_t count;
  };
  struct Pair {
    std::int64_t count = 0;
    std::int64_t countBefore = 0;  // when the merge number `merge` began
    std::int64_t merge = -1;
    std::vector<std::uint32_t> words;  // all that hold the pair, and some that did
  };
  struct Candidate {
    std::int64_t count;
    PairKey pair;
    bool operator<(const Candidate& other) const {  // the largest comes up first
      return count != other.count ? count < other.count : pair > other.pair;
    }
  };

  Token intern(const std::string& text);
  void change(Token left, Token right, std::int64_t by);
  void mergeIn(std::uint32_t word, Token left, Token right, Token merged);

  std::vector<std::string> tokens_;
  std::unordered_map<std::string, Token> ids_;
  std::vector<Word> words_;
  std::unordered_map<PairKey, Pair> pairs_;
  // May hold outdated counts: too high ones are corrected when they come up, risen ones stand
  // again.
  std::priority_queue<Candidate> queue_;
  std::vector<PairKey> changed_;  // by the merge under way
  std::int64_t merge_ = 0;
};

}  // namespace mrm::text
