// Text from untrusted files, made safe to show.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mrm {

// For messages, logs and terminals: what is no valid UTF-8 and characters that draw nothing
// (controls, direction overrides, line breaks) become U+FFFD; text longer than `limit` bytes ends
// in "…".
std::string printable(std::string_view text, std::size_t limit = 200);

}  // namespace mrm
