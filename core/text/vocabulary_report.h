// How well a vocabulary fits texts: what it knows whole, what it splits, what it never uses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/text/tokenizer.h"

namespace mrm {

struct VocabularyReportOptions {
  std::size_t most = 20;      // entries of each list of words
  std::size_t examples = 5;   // texts
  std::int64_t length = 100;  // tokens of the model, [CLS] with them: what is longer is cut off
};

// A word as the tokenizer sees it (lower case, without accents) and its pieces.
struct WordSplit {
  std::string word;
  std::int64_t count = 0;           // in all texts
  std::vector<std::string> pieces;  // "pneumo", "##thorax"
};

struct TextSplit {
  std::size_t text = 0;  // index of the text
  std::int64_t words = 0;
  std::vector<std::string> pieces;
};

struct VocabularyReport {
  std::int64_t vocabularySize = 0;
  std::int64_t texts = 0, words = 0, pieces = 0;
  std::int64_t wholeWords = 0;    // words that are one piece
  std::int64_t unknownWords = 0;  // words that became [UNK]
  // The same with every word counted once.
  std::int64_t distinctWords = 0, distinctWholeWords = 0, distinctUnknownWords = 0;

  // Pieces of a text, [CLS] not counted.
  std::int64_t medianPieces = 0, longestPieces = 0;
  std::int64_t cutTexts = 0;  // longer than the model reads

  std::vector<WordSplit> frequentSplits;  // most frequent first
  std::vector<WordSplit> longestSplits;   // most pieces first, the more frequent of equals
  std::vector<WordSplit> unknown;         // most frequent first
  std::vector<TextSplit> examples;        // texts with the most pieces a word first

  std::int64_t unusedPieces = 0;            // special tokens not counted
  std::vector<std::string> unusedExamples;  // by id, from the lowest on: those learned first

  double coverage() const;       // share of words that are one piece; 1 without words
  double unknownRate() const;    // share of words that are unknown
  double piecesPerWord() const;  // 1 is the least
};

// Deterministic. Throws Stopped.
VocabularyReport inspectVocabulary(const Tokenizer& tokenizer,
                                   const std::vector<std::string>& texts,
                                   const VocabularyReportOptions& options = {},
                                   const ProgressSink& progress = {}, std::stop_token stop = {});

}  // namespace mrm
