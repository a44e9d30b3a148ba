// Dates, phone numbers, identifiers, ages and e-mail addresses in a text.
#pragma once

#include <cstddef>
#include <string_view>

namespace mrm::text {

// What was found at a place: how far it reaches and why. Nothing: length 0.
struct Found {
  std::size_t length = 0;
  const char* reason = "";
};

// All look at what starts at `at` alone, which is the start of a word, in bounded time.
Found dateAt(std::string_view text, std::size_t at);
Found phoneAt(std::string_view text, std::size_t at);
Found identifierAt(std::string_view text, std::size_t at);
Found ageAt(std::string_view text, std::size_t at);

// The address around the @ at `at`: its first byte and its length.
Found emailAround(std::string_view text, std::size_t at, std::size_t& begin);

}  // namespace mrm::text
