// Reproducible random numbers that are a pure function of a seed and a path of counters.
#pragma once

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <numbers>
#include <utility>
#include <vector>

namespace mrm {

// SplitMix64 (Steele, Lea, Flood 2014). What a draw gives depends on the seed and the path alone:
// Random(seed, {epoch, record}) yields the same numbers whichever thread, order or platform asks,
// which is what makes a resumed run equal to an uninterrupted one.
class Random {
 public:
  explicit Random(std::uint64_t seed, std::initializer_list<std::uint64_t> path = {})
      : state_(mix(seed + kGamma)) {
    for (std::uint64_t step : path) state_ = mix(state_ ^ mix(step + kGamma));
  }

  std::uint64_t next() { return mix(state_ += kGamma); }

  // In [0, 1), with 53 random bits.
  double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  double uniform(double low, double high) { return low + (high - low) * uniform(); }

  // In [0, bound), bound >= 1. The bias of the multiplication method is below 2^-32 for bounds
  // under 2^32.
  std::uint64_t below(std::uint64_t bound) {
    return static_cast<std::uint64_t>((static_cast<Wide>(next()) * bound) >> 64);
  }

  bool chance(double probability) { return uniform() < probability; }

  // Standard normal (Box and Muller 1958), one of the pair.
  double normal() {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
  }

  // Fisher-Yates.
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  __extension__ using Wide = unsigned __int128;
  static constexpr std::uint64_t kGamma = 0x9E3779B97F4A7C15ULL;
  static constexpr std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }

  std::uint64_t state_;
};

}  // namespace mrm
