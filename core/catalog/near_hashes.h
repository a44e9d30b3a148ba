// Which of many 64-bit hashes differ in few bits only.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace mrm {

// Groups of indices whose hashes are connected by pairs that differ in at most `distance` bits (0
// to 16); groups of one are left out. Ascending indices; groups in the order of their first.
// All such pairs are found: the 64 bits are cut into distance + 3 bands, of which at least three
// are equal in a near pair, so that comparing hashes that agree in three bands misses none
// (multi-index hashing after Norouzi, Punjani, Fleet 2012). `progress` gets done and total.
std::vector<std::vector<std::size_t>> nearHashes(
    const std::vector<std::uint64_t>& hashes, int distance,
    const std::function<void(std::int64_t, std::int64_t)>& progress = {},
    std::stop_token stop = {});

}  // namespace mrm
