// Names of people, addresses and hospitals in a text, by the words around them.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/text/personal_numbers.h"

namespace mrm::text {

// All look at what starts at `at`, the start of a word, in bounded time. nameAt() gives the name
// alone, which may begin after the title: `begin` is its first byte.
Found nameAt(std::string_view text, std::size_t at, std::size_t& begin);
Found addressAt(std::string_view text, std::size_t at);
Found placeAt(std::string_view text, std::size_t at);

}  // namespace mrm::text
