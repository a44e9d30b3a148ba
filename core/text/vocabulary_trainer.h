// Trains a WordPiece vocabulary from reports.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"

namespace mrm {

struct VocabularyOptions {
  std::int64_t size = 30000;
  std::int64_t minimumFrequency = 2;  // of a pair that is merged
};

// A tokenizer.json (the published normalizers, pre-tokenizers and special tokens) that Hugging Face
// tokenizers reads and for which Tokenizer gives the same ids. [PAD], [UNK], [CLS] and [MASK] have
// the ids 0 to 3; the characters of the reports follow, by code point, then pieces from the most
// frequent on. There are fewer than `size` tokens when no further pair is frequent enough.
// Deterministic, whatever the order of the reports: of pairs that are equally frequent that of the
// older tokens goes first, as in tokenizers. Words of more than 100 characters, which no tokenizer
// of this file knows, are left out. Throws Error when the reports hold no word or more characters
// than `size` has room for, and Stopped.
std::string trainVocabulary(const std::vector<std::string>& reports,
                            const VocabularyOptions& options, const ProgressSink& progress = {},
                            std::stop_token stop = {});

}  // namespace mrm
