#include "core/text/word_masking.h"

#include <algorithm>

namespace mrm {

std::vector<WordSpan> wordSpans(const std::vector<std::int64_t>& ids, const Tokenizer& tokenizer) {
  std::vector<WordSpan> spans;
  bool insideWord = false;
  for (std::size_t i = 0; i < ids.size() && ids[i] != tokenizer.padId(); ++i) {
    if (insideWord && tokenizer.continuesWord(ids[i])) {
      spans.back().end = i + 1;
      continue;
    }
    insideWord = !tokenizer.isSpecial(ids[i]) || ids[i] == tokenizer.unknownId() ||
                 ids[i] == tokenizer.maskId();
    if (insideWord) spans.push_back({i, i + 1});
  }
  return spans;
}

std::vector<std::int64_t> maskWholeWords(const std::vector<std::int64_t>& ids,
                                         const Tokenizer& tokenizer, double ratio,
                                         const std::function<double()>& uniformDraw) {
  std::vector<std::int64_t> masked = ids;
  for (const WordSpan& word : wordSpans(ids, tokenizer)) {
    if (word.begin + 1 == ids.size()) break;
    if (uniformDraw() < ratio)
      std::fill(masked.begin() + static_cast<std::ptrdiff_t>(word.begin),
                masked.begin() + static_cast<std::ptrdiff_t>(word.end), tokenizer.maskId());
  }
  return masked;
}

}  // namespace mrm
