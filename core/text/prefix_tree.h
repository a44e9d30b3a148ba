// A tree of texts in which the longest one that begins another text is found in one walk.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace mrm::text {

class PrefixTree {
 public:
  struct Match {
    std::int32_t value = -1;  // -1: none
    std::size_t length = 0;   // bytes
  };

  // Distinct texts with values from 0 on.
  explicit PrefixTree(std::vector<std::pair<std::string_view, std::int32_t>> entries = {});

  // The longest entry with which `text` begins; the empty entry never matches.
  Match longest(std::string_view text) const;

  // Whether an entry begins with this byte.
  bool mayBegin(char byte) const { return rootChildren_[static_cast<std::uint8_t>(byte)] != kNone; }

 private:
  static constexpr std::uint32_t kNone = 0;  // the root is nobody's child
  struct Node {
    std::uint32_t firstChild = 0;
    std::int32_t value = -1;
    std::uint16_t childCount = 0;
    std::uint8_t byte = 0;
  };
  std::uint32_t child(std::uint32_t node, std::uint8_t byte) const;

  std::vector<Node> nodes_;  // the children of a node stand together, ordered by byte
  std::array<std::uint32_t, 256> rootChildren_{};
};

}  // namespace mrm::text
