// Whole-word masking of report tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/text/tokenizer.h"

namespace mrm {

// Positions [begin, end) that form one word.
struct WordSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const WordSpan&) const = default;
};

// The words of a sequence, in order: a piece and the ## pieces that follow it. The first padding
// ends the sequence. Special tokens belong to no word, but for [UNK], which stands for one, and
// [MASK], which hides one. Throws std::out_of_range for an id that the tokenizer does not have.
std::vector<WordSpan> wordSpans(const std::vector<std::int64_t>& ids, const Tokenizer& tokenizer);

// Replaces by the mask token every piece of each word that is drawn: one uniform draw in [0, 1) a
// word, in order, masked when the draw is below the ratio (as in the published code; see the
// reference draws in the tests). Special tokens and padding stay. As in the published code, a word
// that begins at the very last position is not drawn and stays.
std::vector<std::int64_t> maskWholeWords(const std::vector<std::int64_t>& ids,
                                         const Tokenizer& tokenizer, double ratio,
                                         const std::function<double()>& uniformDraw);

}  // namespace mrm
