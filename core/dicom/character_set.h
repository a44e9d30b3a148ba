// Text from any of DICOM's character sets (PS3.3 C.12.1.1.2) to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace mrm::dicom {

// `terms`: the value of Specific Character Set, with backslashes between several. `isName` for
// person names, whose parts end at "^" and "=" (each starts anew in the first character set).
// Misspelt terms are understood as meant; where the terms do not fit the bytes, UTF-8 is kept and
// the rest taken for Latin 1. Thread-safe.
std::string toUtf8(std::string_view bytes, std::string_view terms, bool isName);

}  // namespace mrm::dicom
