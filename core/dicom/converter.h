// Bytes of a named encoding to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace mrm::dicom {

// `encoding` as ICU names it ("ISO-8859-5", "EUC-KR"). Appends to `text`; false, with nothing
// appended, when the bytes are not in the encoding. Thread-safe: each thread keeps its converters.
bool appendAsUtf8(std::string_view bytes, const std::string& encoding, std::string& text);

}  // namespace mrm::dicom
