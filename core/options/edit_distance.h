// How far apart two words are, for "did you mean".
#pragma once

#include <cstddef>
#include <string_view>

namespace mrm {

// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours
// (Damerau 1964; each position edited at most once). Costs a.size() * b.size() time.
std::size_t editDistance(std::string_view a, std::string_view b);

}  // namespace mrm
