// What text exported from other programs has around its words: HTML tags and list numbers.
#pragma once

#include <cstddef>
#include <string_view>

namespace mrm::text {

struct Tag {
  std::size_t length = 0;  // bytes; 0: no tag stands there
  bool breaksLine = false;
};

// The formatting tag (<br>, <p>, <b>, … with or without a slash) that starts at `at`. Other text in
// angle brackets is none.
Tag tagAt(std::string_view text, std::size_t at);

// Length of the list number that starts at `at`: "2.", "2)", "(2)", "IV.", "B)"; 0 for none.
std::size_t listNumberLength(std::string_view text, std::size_t at);

}  // namespace mrm::text
