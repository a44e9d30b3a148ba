#include "core/text/vocabulary_report.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/base/error.h"

namespace mrm {
namespace {

struct Word {
  std::int64_t count = 0;
  std::vector<std::int64_t> ids;
  bool isUnknown = false;
};

struct ViewHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

using Words = std::unordered_map<std::string, Word, ViewHash, std::equal_to<>>;

double share(std::int64_t part, std::int64_t whole, double ofNothing) {
  return whole == 0 ? ofNothing : static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<std::string> tokensOf(const Tokenizer& tokenizer,
                                  const std::vector<std::int64_t>& ids) {
  std::vector<std::string> tokens;
  for (const std::int64_t id : ids) tokens.push_back(tokenizer.token(id));
  return tokens;
}

// The first `most` of the words that `wanted` takes, in the order of `key`, then of the alphabet.
template <class Wanted, class Key>
std::vector<WordSplit> firstWords(const Tokenizer& tokenizer, const Words& words, std::size_t most,
                                  const Wanted& wanted, const Key& key) {
  std::vector<const Words::value_type*> chosen;
  for (const auto& entry : words)
    if (wanted(entry.second)) chosen.push_back(&entry);
  const auto end = chosen.begin() + static_cast<std::ptrdiff_t>(std::min(most, chosen.size()));
  std::partial_sort(chosen.begin(), end, chosen.end(), [&](const auto* a, const auto* b) {
    const auto keyA = key(a->second), keyB = key(b->second);
    return keyA != keyB ? keyA > keyB : a->first < b->first;
  });
  std::vector<WordSplit> result;
  for (auto it = chosen.begin(); it != end; ++it)
    result.push_back({(*it)->first, (*it)->second.count, tokensOf(tokenizer, (*it)->second.ids)});
  return result;
}

class Inspector {
 public:
  Inspector(const Tokenizer& tokenizer, const std::vector<std::string>& texts,
            const VocabularyReportOptions& options)
      : tokenizer_(tokenizer),
        texts_(texts),
        options_(options),
        used_(static_cast<std::size_t>(tokenizer.vocabularySize())) {
    report_.vocabularySize = tokenizer.vocabularySize();
  }

  void readText(std::size_t index) {
    std::int64_t words = 0, pieces = 0;
    tokenizer_.forEachWord(texts_[index], [&](std::string_view text) {
      const Word& word = count(text);
      ++words;
      pieces += static_cast<std::int64_t>(word.ids.size());
    });
    ++report_.texts;
    report_.words += words;
    report_.pieces += pieces;
    lengths_.push_back(pieces);
    if (pieces + 1 > options_.length) ++report_.cutTexts;
    if (words > 0) keepExample(index, words, pieces);
  }

  VocabularyReport finish() {
    summarizeLengths();
    summarizeWords();
    summarizeUse();
    for (const Example& example : examples_)
      report_.examples.push_back({example.text, example.words,
                                  tokensOf(tokenizer_, tokenizer_.pieces(texts_[example.text]))});
    return std::move(report_);
  }

 private:
  struct Example {
    std::size_t text;
    std::int64_t words, pieces;
  };

  const Word& count(std::string_view text) {
    auto found = words_.find(text);
    if (found == words_.end()) {
      Word word;
      word.ids = tokenizer_.piecesOfWord(text);
      for (const std::int64_t id : word.ids) {
        used_[static_cast<std::size_t>(id)] = true;
        word.isUnknown |= id == tokenizer_.unknownId();
      }
      found = words_.emplace(std::string(text), std::move(word)).first;
    }
    ++found->second.count;
    return found->second;
  }

  // Ordered by pieces a word, without dividing.
  void keepExample(std::size_t text, std::int64_t words, std::int64_t pieces) {
    const auto before = [](const Example& a, const Example& b) {
      return a.pieces * b.words > b.pieces * a.words;
    };
    const Example example{text, words, pieces};
    if (examples_.size() == options_.examples &&
        (examples_.empty() || !before(example, examples_.back())))
      return;
    examples_.insert(std::upper_bound(examples_.begin(), examples_.end(), example, before),
                     example);
    if (examples_.size() > options_.examples) examples_.pop_back();
  }

  void summarizeLengths() {
    if (lengths_.empty()) return;
    const auto middle = lengths_.begin() + static_cast<std::ptrdiff_t>(lengths_.size() / 2);
    std::nth_element(lengths_.begin(), middle, lengths_.end());
    report_.medianPieces = *middle;
    report_.longestPieces = *std::max_element(middle, lengths_.end());
  }

  void summarizeWords() {
    for (const auto& [text, word] : words_) {
      ++report_.distinctWords;
      if (word.isUnknown) {
        ++report_.distinctUnknownWords;
        report_.unknownWords += word.count;
      } else if (word.ids.size() == 1) {
        ++report_.distinctWholeWords;
        report_.wholeWords += word.count;
      }
    }
    const auto isSplit = [](const Word& word) { return word.ids.size() > 1; };
    report_.frequentSplits = firstWords(tokenizer_, words_, options_.most, isSplit,
                                        [](const Word& word) { return word.count; });
    report_.longestSplits =
        firstWords(tokenizer_, words_, options_.most, isSplit,
                   [](const Word& word) { return std::pair(word.ids.size(), word.count); });
    report_.unknown = firstWords(
        tokenizer_, words_, options_.most, [](const Word& word) { return word.isUnknown; },
        [](const Word& word) { return word.count; });
  }

  void summarizeUse() {
    for (std::size_t i = 0; i < used_.size(); ++i) {
      const auto id = static_cast<std::int64_t>(i);
      if (used_[i] || tokenizer_.isSpecial(id)) continue;
      ++report_.unusedPieces;
      if (report_.unusedExamples.size() < options_.most)
        report_.unusedExamples.push_back(tokenizer_.token(id));
    }
  }

  const Tokenizer& tokenizer_;
  const std::vector<std::string>& texts_;
  VocabularyReportOptions options_;
  VocabularyReport report_;
  Words words_;
  std::vector<bool> used_;
  std::vector<std::int64_t> lengths_;
  std::vector<Example> examples_;
};

}  // namespace

double VocabularyReport::coverage() const {
  return share(wholeWords, words, 1);
}
double VocabularyReport::unknownRate() const {
  return share(unknownWords, words, 0);
}
double VocabularyReport::piecesPerWord() const {
  return share(pieces, words, 1);
}

VocabularyReport inspectVocabulary(const Tokenizer& tokenizer,
                                   const std::vector<std::string>& texts,
                                   const VocabularyReportOptions& options,
                                   const ProgressSink& progress, std::stop_token stop) {
  Inspector inspector(tokenizer, texts, options);
  const auto total = static_cast<std::int64_t>(texts.size());
  for (std::int64_t done = 0; done < total; ++done) {
    if (stop.stop_requested()) throw Stopped();
    if (progress && done % 256 == 0) progress({done, total, "Splitting words"});
    inspector.readText(static_cast<std::size_t>(done));
  }
  if (progress) progress({total, total, "Splitting words"});
  return inspector.finish();
}

}  // namespace mrm
