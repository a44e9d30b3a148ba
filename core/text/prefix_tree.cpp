#include "core/text/prefix_tree.h"

#include <algorithm>

namespace mrm::text {

PrefixTree::PrefixTree(std::vector<std::pair<std::string_view, std::int32_t>> entries) {
  std::sort(entries.begin(), entries.end());
  struct Part {  // the entries below a node, which share their first `depth` bytes
    std::size_t begin, end, depth;
  };
  std::vector<Part> parts{{0, entries.size(), 0}};
  nodes_.emplace_back();
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    auto [begin, end, depth] = parts[node];
    if (begin < end && entries[begin].first.size() == depth)
      nodes_[node].value = entries[begin++].second;
    nodes_[node].firstChild = static_cast<std::uint32_t>(nodes_.size());
    while (begin < end) {
      const char byte = entries[begin].first[depth];
      std::size_t after = begin;
      while (after < end && entries[after].first[depth] == byte) ++after;
      nodes_.push_back({.byte = static_cast<std::uint8_t>(byte)});
      parts.push_back({begin, after, depth + 1});
      ++nodes_[node].childCount;
      begin = after;
    }
  }
  nodes_.shrink_to_fit();
  for (std::uint32_t i = 0; i < nodes_[0].childCount; ++i)
    rootChildren_[nodes_[1 + i].byte] = 1 + i;
}

std::uint32_t PrefixTree::child(std::uint32_t node, std::uint8_t byte) const {
  if (node == 0) return rootChildren_[byte];
  const Node* first = nodes_.data() + nodes_[node].firstChild;
  const Node* end = first + nodes_[node].childCount;
  const Node* found =
      std::lower_bound(first, end, byte, [](const Node& n, std::uint8_t b) { return n.byte < b; });
  return found != end && found->byte == byte ? static_cast<std::uint32_t>(found - nodes_.data())
                                             : kNone;
}

PrefixTree::Match PrefixTree::longest(std::string_view text) const {
  Match match;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    node = child(node, static_cast<std::uint8_t>(text[i]));
    if (node == kNone) break;
    if (nodes_[node].value >= 0) match = {nodes_[node].value, i + 1};
  }
  return match;
}

}  // namespace mrm::text
