// Whole-word masking of report tokens.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/text/tokenizer.h"

namespace mrm {

// Replaces by the mask token every piece of each word that is drawn: one uniform draw in [0, 1) a
// word, in order, masked when the draw is below the ratio (as in the published code; see the
// reference draws in the tests). Special tokens and padding stay.
std::vector<std::int64_t> maskWholeWords(const std::vector<std::int64_t>& ids,
                                         const Tokenizer& tokenizer, double ratio,
                                         const std::function<double()>& uniformDraw);

}  // namespace mrm
