// What the calls in a checkpoint's pickle would build, built without calling anything.
#pragma once

#include "core/checkpoint/pickle_document.h"

namespace mrm::pickle {

// `function(*arguments)`, `arguments` being a tuple. Throws Error for anything that is not
// foreseen.
Id call(Document& document, Id function, Id arguments);

// `object.__setstate__(state)`.
void setState(Document& document, Id object, Id state);

// The storage that torch.save describes outside the pickle by a tuple
// ('storage', class, key, location, elements[, view]).
Id findStorage(Document& document, Id persistentId);

}  // namespace mrm::pickle
