#include "core/image/image_hash.h"

#include <cmath>
#include <numbers>

namespace mrm {
namespace {

constexpr int kSide = kThumbnailSide;
constexpr int kFrequencies = 8;

// cos(pi (2 x + 1) u / 64) of u = 1 to 8: a row of the 32-point cosine transform (DCT-II). u = 0
// is left out: it holds the brightness of whole rows and columns, of which collimation has more to
// say than anatomy.
std::array<std::array<double, kSide>, kFrequencies> makeWaves() {
  std::array<std::array<double, kSide>, kFrequencies> waves;
  for (int u = 0; u < kFrequencies; ++u)
    for (int x = 0; x < kSide; ++x)
      waves[u][x] = std::cos(std::numbers::pi * (2 * x + 1) * (u + 1) / (2 * kSide));
  return waves;
}

}  // namespace

std::uint64_t imageHash(const GrayImage& image) {
  return imageHash(thumbnailOf(image));
}

std::uint64_t imageHash(const Thumbnail& thumbnail) {
  static const auto waves = makeWaves();
  const auto values = brightnessRanks(thumbnail);
  // Columns first: [frequency, x].
  std::array<std::array<double, kSide>, kFrequencies> vertical{};
  for (int v = 0; v < kFrequencies; ++v)
    for (int y = 0; y < kSide; ++y)
      for (int x = 0; x < kSide; ++x) vertical[v][x] += waves[v][y] * values[y * kSide + x];
  std::uint64_t hash = 0;
  for (int v = 0; v < kFrequencies; ++v)
    for (int u = 0; u < kFrequencies; ++u) {
      double coefficient = 0;
      for (int x = 0; x < kSide; ++x) coefficient += waves[u][x] * vertical[v][x];
      // Above what rounding leaves of nothing, so that a constant image has the hash 0.
      if (coefficient > 1e-6) hash |= std::uint64_t{1} << (v * kFrequencies + u);
    }
  return hash;
}

}  // namespace mrm
