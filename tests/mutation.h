// Damages valid input at random, reproducibly: what a parser of untrusted files is tried with.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include "core/base/random.h"

namespace mrm::testing {

// 1 to 8 edits: bytes replaced, removed, inserted, pieces repeated, moved or cut off. `alphabet`
// gives the characters that mean something to the format; they are inserted more often than other
// bytes.
inline std::string mutate(std::string text, Random& random, const std::string& alphabet) {
  const auto byte = [&] {
    return random.chance(0.7) ? alphabet[random.below(alphabet.size())]
                              : static_cast<char>(random.below(256));
  };
  for (std::uint64_t edits = 1 + random.below(8); edits > 0; --edits) {
    const std::size_t at = random.below(text.size() + 1);
    const std::size_t length = std::min<std::size_t>(text.size() - at, random.below(20));
    switch (random.below(7)) {
      case 0:
        if (at < text.size()) text[at] = byte();
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, std::string(1 + random.below(4), byte()));
        break;
      case 3:
        text.insert(at, text.substr(at, length));
        break;
      case 4:
        text.insert(random.below(text.size() + 1), text.substr(at, length));
        break;
      case 5:
        text.insert(at, std::string(1 + random.below(300), byte()));
        break;
      default:
        if (random.chance(0.2)) text.resize(at);
    }
  }
  return text;
}

}  // namespace mrm::testing
