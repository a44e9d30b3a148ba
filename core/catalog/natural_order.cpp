#include "core/catalog/natural_order.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace mrm {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// The run of digits at `at`, without leading zeros.
std::string_view digits(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == '0') ++at;
  const std::size_t begin = at;
  while (at < text.size() && isDigit(text[at])) ++at;
  return text.substr(begin, at - begin);
}

// The beginning of a text as bytes that compare like the text: a run of digits is its first digit's
// place among other bytes, its length and its digits.
struct SortKey {
  std::uint64_t high = 0, low = 0;
  std::uint32_t index = 0;
};

SortKey sortKey(std::string_view text, std::uint32_t index) {
  std::array<unsigned char, 16> bytes{};
  std::size_t count = 0;
  const auto put = [&](unsigned char byte) {
    if (count < bytes.size()) bytes[count++] = byte;
  };
  for (std::size_t at = 0; at < text.size() && count < bytes.size();) {
    if (!isDigit(text[at])) {
      put(static_cast<unsigned char>(text[at++]));
      continue;
    }
    const std::string_view run = digits(text, at);
    put('0');
    put(static_cast<unsigned char>(std::min<std::size_t>(run.size(), 255)));
    if (run.size() >= 255) break;  // what follows is left to the full comparison
    for (const char c : run) put(static_cast<unsigned char>(c));
  }
  SortKey key;
  for (std::size_t i = 0; i < 8; ++i) {
    key.high = key.high << 8 | bytes[i];
    key.low = key.low << 8 | bytes[i + 8];
  }
  key.index = index;
  return key;
}

// Length of the beginning that all texts share, not ending within a number.
std::size_t sharedBeginning(const std::vector<std::string_view>& texts) {
  std::string_view shared = texts.front();
  for (const std::string_view text : texts) {
    std::size_t length = 0;
    while (length < shared.size() && length < text.size() && shared[length] == text[length])
      ++length;
    shared = shared.substr(0, length);
  }
  while (!shared.empty() && isDigit(shared.back())) shared.remove_suffix(1);
  return shared.size();
}

int sign(std::string_view a, std::string_view b) {
  const int order = a.compare(b);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

}  // namespace

int naturalOrder(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (isDigit(a[i]) && isDigit(b[j])) {
      const std::string_view left = digits(a, i), right = digits(b, j);
      if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
      if (const int order = sign(left, right)) return order;
      continue;
    }
    if (a[i] != b[j])
      return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]) ? -1 : 1;
    ++i;
    ++j;
  }
  if (i < a.size()) return 1;
  if (j < b.size()) return -1;
  return sign(a, b);
}

std::vector<std::uint32_t> naturallySorted(const std::vector<std::string_view>& texts) {
  std::vector<std::uint32_t> sorted(texts.size());
  if (texts.empty()) return sorted;
  const std::size_t shared = sharedBeginning(texts);
  std::vector<SortKey> keys;
  keys.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    keys.push_back(sortKey(texts[i].substr(shared), static_cast<std::uint32_t>(i)));
  std::sort(keys.begin(), keys.end(), [&](const SortKey& a, const SortKey& b) {
    if (a.high != b.high) return a.high < b.high;
    if (a.low != b.low) return a.low < b.low;
    const int order = naturalOrder(texts[a.index], texts[b.index]);
    return order != 0 ? order < 0 : a.index < b.index;
  });
  std::transform(keys.begin(), keys.end(), sorted.begin(),
                 [](const SortKey& key) { return key.index; });
  return sorted;
}

}  // namespace mrm
