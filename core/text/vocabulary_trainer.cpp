#include "core/text/vocabulary_trainer.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/text/normalizer.h"
#include "core/text/pair_merger.h"
#include "core/text/pre_tokenizer.h"
#include "core/text/unicode.h"

namespace mrm {
namespace {

constexpr std::int64_t kLargestVocabulary = 250'000;
constexpr std::size_t kMaximumWordLength = 100;  // longer words are unknown to the tokenizer anyway

// The settings of the published vocabulary; its tokens are written where the mark stands.
constexpr std::string_view kVocabularyMark = "\"TOKENS\"";
constexpr std::string_view kSettings = R"({
  "version": "1.0",
  "truncation": null,
  "padding": null,
  "added_tokens": [
    {"id": 0, "content": "[PAD]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true},
    {"id": 1, "content": "[UNK]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true},
    {"id": 2, "content": "[CLS]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true},
    {"id": 3, "content": "[MASK]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true}
  ],
  "normalizer": {
    "type": "Sequence",
    "normalizers": [{"type": "Lowercase"}, {"type": "NFKD"}, {"type": "StripAccents"}]
  },
  "pre_tokenizer": {
    "type": "Sequence",
    "pretokenizers": [{"type": "Whitespace"}, {"type": "Digits", "individual_digits": false}]
  },
  "post_processor": null,
  "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": true},
  "model": {
    "type": "WordPiece",
    "unk_token": "[UNK]",
    "continuing_subword_prefix": "##",
    "max_input_chars_per_word": 100,
    "vocab": "TOKENS"
  }
}
)";

struct ViewHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

std::map<std::string, std::int64_t> countWords(const std::vector<std::string>& reports,
                                               const text::Normalizer& normalizer,
                                               const text::PreTokenizer& preTokenizer,
                                               const ProgressSink& progress,
                                               const std::stop_token& stop) {
  std::unordered_map<std::string, std::int64_t, ViewHash, std::equal_to<>> counts;
  std::vector<std::string_view> words;
  std::string normalized;
  const auto total = static_cast<std::int64_t>(reports.size());
  for (std::int64_t done = 0; done < total; ++done) {
    if (stop.stop_requested()) throw Stopped();
    if (progress && done % 256 == 0) progress({done, total, "Counting words"});
    const std::string& report = reports[static_cast<std::size_t>(done)];
    normalized = isUtf8(report) ? report : text::repairUtf8(report);
    normalizer.apply(normalized);
    preTokenizer.split(normalized, words);
    for (const std::string_view word : words) {
      if (word.size() > kMaximumWordLength && text::countCodePoints(word) > kMaximumWordLength)
        continue;
      const auto found = counts.find(word);
      if (found == counts.end()) {
        counts.emplace(word, 1);
      } else {
        ++found->second;
      }
    }
  }
  if (counts.empty()) throw Error("the reports hold no words to learn from");
  return {counts.begin(), counts.end()};
}

std::string writeFile(const std::vector<std::string>& tokens) {
  std::string vocabulary = "{";
  for (std::size_t id = 0; id < tokens.size(); ++id)
    vocabulary += (id ? ",\n      " : "\n      ") + nlohmann::json(tokens[id]).dump() + ": " +
                  std::to_string(id);
  vocabulary += "\n    }";
  std::string file(kSettings);
  return file.replace(file.find(kVocabularyMark), kVocabularyMark.size(), vocabulary);
}

}  // namespace

std::string trainVocabulary(const std::vector<std::string>& reports,
                            const VocabularyOptions& options, const ProgressSink& progress,
                            std::stop_token stop) {
  if (options.size < 1 || options.size > kLargestVocabulary)
    throw Error("a vocabulary of " + std::to_string(options.size) + " tokens cannot be made", "",
                "Choose a size of at most " + std::to_string(kLargestVocabulary) + ".");
  const text::Json settings = text::parseJson(kSettings, "settings");
  const text::Normalizer normalizer(settings["normalizer"], "normalizer");
  const text::PreTokenizer preTokenizer(settings["pre_tokenizer"], "pre_tokenizer");
  std::vector<std::string> specials;
  for (const text::Json& token : settings["added_tokens"]) specials.push_back(token["content"]);

  text::PairMerger merger(countWords(reports, normalizer, preTokenizer, progress, stop), specials);
  const auto size = [&] { return static_cast<std::int64_t>(merger.tokens().size()); };
  if (size() > options.size)
    throw Error("the characters of the reports alone need " + std::to_string(size()) +
                    " tokens, more than the " + std::to_string(options.size) + " of the vocabulary",
                "", "Choose a larger vocabulary.");
  for (std::int64_t merges = 0; size() < options.size; ++merges) {
    if (stop.stop_requested()) throw Stopped();
    if (progress && merges % 256 == 0) progress({size(), options.size, "Merging pieces"});
    if (!merger.mergeNext(std::max<std::int64_t>(1, options.minimumFrequency))) break;
  }
  if (progress) progress({size(), size(), "Merging pieces"});
  return writeFile(merger.tokens());
}

}  // namespace mrm
