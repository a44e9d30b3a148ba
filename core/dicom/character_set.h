// Text from any of DICOM's character sets to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace mrm::dicom {

// `terms`: the value of Specific Character Set (PS3.3 C.12.1.1.2), with backslashes between
// several, which allow escape sequences (ISO 2022). `isName` for person names, whose parts end at
// "^" and
// "=", where escapes end too. Misspelt terms are understood as meant; bytes that are not in the set
// are taken for UTF-8 where they are, else for Latin 1. Thread-safe.
std::string toUtf8(std::string_view bytes, std::string_view terms, bool isName);

}  // namespace mrm::dicom
