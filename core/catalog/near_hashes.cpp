#include "core/catalog/near_hashes.h"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <utility>

#include "core/base/error.h"

namespace mrm {
namespace {

constexpr int kMostDistance = 16;

// Disjoint sets with path halving.
class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

// Disjoint masks that together have all 64 bits.
std::vector<std::uint64_t> bandMasks(int bands) {
  std::vector<std::uint64_t> masks;
  for (int band = 0, from = 0; band < bands; ++band) {
    const int to = 64 * (band + 1) / bands;
    const int length = to - from;
    masks.push_back((length == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << length) - 1) << from);
    from = to;
  }
  return masks;
}

struct Entry {
  std::uint64_t key = 0;  // the bits of the bands
  std::uint32_t index = 0;
};

}  // namespace

std::vector<std::vector<std::size_t>> nearHashes(
    const std::vector<std::uint64_t>& hashes, int distance,
    const std::function<void(std::int64_t, std::int64_t)>& progress, std::stop_token stop) {
  if (distance < 0 || distance > kMostDistance)
    throw Error("images are near when at most 0 to 16 bits differ, not " +
                std::to_string(distance));
  std::vector<std::uint64_t> different = hashes;
  std::sort(different.begin(), different.end());
  different.erase(std::unique(different.begin(), different.end()), different.end());

  Sets sets(different.size());
  if (distance > 0 && different.size() > 1) {
    const std::vector<std::uint64_t> masks = bandMasks(distance + 3);
    std::vector<std::uint64_t> triples;
    for (std::size_t a = 0; a < masks.size(); ++a)
      for (std::size_t b = a + 1; b < masks.size(); ++b)
        for (std::size_t c = b + 1; c < masks.size(); ++c)
          triples.push_back(masks[a] | masks[b] | masks[c]);
    std::vector<Entry> entries(different.size());
    std::int64_t done = 0;
    for (const std::uint64_t mask : triples) {
      if (progress) progress(done++, static_cast<std::int64_t>(triples.size()));
      for (std::size_t i = 0; i < different.size(); ++i)
        entries[i] = {different[i] & mask, static_cast<std::uint32_t>(i)};
      std::sort(entries.begin(), entries.end(),
                [](const Entry& a, const Entry& b) { return a.key < b.key; });
      for (std::size_t from = 0, to; from < entries.size(); from = to) {
        to = from + 1;
        while (to < entries.size() && entries[to].key == entries[from].key) ++to;
        if (stop.stop_requested()) throw Stopped();
        for (std::size_t a = from; a < to; ++a)
          for (std::size_t b = a + 1; b < to; ++b)
            if (std::popcount(different[entries[a].index] ^ different[entries[b].index]) <=
                distance)
              sets.join(entries[a].index, entries[b].index);
      }
    }
  }

  std::vector<std::size_t> groupOf(different.size(), 0);  // index into groups, plus 1
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const auto place = static_cast<std::size_t>(
        std::lower_bound(different.begin(), different.end(), hashes[i]) - different.begin());
    std::size_t& group = groupOf[sets.find(place)];
    if (group == 0) {
      groups.emplace_back();
      group = groups.size();
    }
    groups[group - 1].push_back(i);
  }
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  return groups;
}

}  // namespace mrm
