// Tells UTF-8 from other bytes, so that damaged text is met at the edge and nowhere else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mrm {

// Length of the well-formed UTF-8 sequence with which `bytes` starts: 1 to 4, or 0 for none.
std::size_t utf8SequenceLength(std::string_view bytes);

bool isUtf8(std::string_view bytes);

// The text with those bytes that are no UTF-8 taken as Windows-1252, one by one: texts merged from
// several sources hold both.
std::string utf8OrWindows1252(std::string text);

// The longest prefix of at most `limit` bytes that does not end inside a sequence.
std::string_view utf8Prefix(std::string_view text, std::size_t limit);

}  // namespace mrm
