// Times as text: UTC, ISO 8601.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mrm {

// "2026-11-25T03:40:12Z"
std::string isoSeconds(std::chrono::system_clock::time_point time);
// "2026-11-25T03:40:12.345Z"
std::string isoMilliseconds(std::chrono::system_clock::time_point time);
// Reads both; nothing for any other text.
std::optional<std::chrono::system_clock::time_point> parseIsoTime(std::string_view text);

}  // namespace mrm
