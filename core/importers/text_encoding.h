// Text files in whatever encoding, as UTF-8.
#pragma once

#include <string>
#include <vector>

namespace mrm {

struct DecodedText {
  std::string text;      // UTF-8 without a byte order mark
  std::string encoding;  // as it was told: "UTF-8", "UTF-16LE", "windows-1252"
};

// "auto" first.
const std::vector<std::string>& textEncodings();

// "auto": by the byte order mark; UTF-16 by its zero bytes; UTF-8 where the bytes are well formed;
// else what ICU's detector makes of them, Windows-1252 when it is not sure. Bytes that an encoding
// does not have become U+FFFD. Throws Error for an encoding that is not known, and for binary data.
DecodedText decodeText(std::string bytes, const std::string& encoding, const std::string& name);

}  // namespace mrm
