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
// tokenizers reads and for which Tokenizer gives the same ids. Deterministic: ties by token text.
std::string trainVocabulary(const std::vector<std::string>& reports,
                            const VocabularyOptions& options, const ProgressSink& progress = {},
                            std::stop_token stop = {});

}  // namespace mrm
