#include "core/sample/marker.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace mrm::phantom {
namespace {

using Glyph = std::array<std::string_view, 7>;

constexpr Glyph kR = {"####.", "#...#", "#...#", "####.", "#.#..", "#..#.", "#...#"};
constexpr Glyph kS = {".####", "#....", "#....", ".###.", "....#", "....#", "####."};
constexpr Glyph kY = {"#...#", "#...#", ".#.#.", "..#..", "..#..", "..#..", "..#.."};
constexpr Glyph kN = {"#...#", "##..#", "#.#.#", "#..##", "#...#", "#...#", "#...#"};
constexpr std::uint16_t kLead = 4000;  // bright, as lead appears

void drawGlyph(GrayImage16& image, const Glyph& glyph, std::int64_t left, std::int64_t top,
               std::int64_t dot) {
  for (std::int64_t row = 0; row < 7; ++row)
    for (std::int64_t column = 0; column < 5; ++column) {
      if (glyph[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] != '#') continue;
      for (std::int64_t y = top + row * dot; y < std::min(top + (row + 1) * dot, image.height); ++y)
        for (std::int64_t x = left + column * dot;
             x < std::min(left + (column + 1) * dot, image.width); ++x)
          image.pixels[static_cast<std::size_t>(y * image.width + x)] = kLead;
    }
}

}  // namespace

void drawMarker(GrayImage16& image) {
  const std::int64_t unit = std::max<std::int64_t>(std::min(image.width, image.height) / 256, 1);
  const std::int64_t left = 7 * unit, top = 8 * unit;
  drawGlyph(image, kR, left, top, 2 * unit);
  const std::int64_t small = std::max<std::int64_t>(unit / 2, 1);
  std::int64_t x = left;
  for (const Glyph& glyph : {kS, kY, kN}) {
    drawGlyph(image, glyph, x, top + 17 * unit, small);
    x += 6 * small;
  }
}

}  // namespace mrm::phantom
