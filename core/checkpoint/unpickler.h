// Reads Python pickles (protocols 2 to 5) as data: builds values, and refuses every class and
// function but those in pickle_globals.h.
#pragma once

#include <cstddef>
#include <span>

#include "core/checkpoint/pickle_document.h"

namespace mrm::pickle {

struct Pickle {
  Id root = Document::kNone;
  std::size_t end = 0;  // position after the pickle
};

// Reads the pickle at the start of `bytes` into `document`. Time and memory are bounded by its
// length and by the document's limits. Throws Error.
Pickle unpickle(std::span<const std::byte> bytes, Document& document);

}  // namespace mrm::pickle
