#include "widgets/image/overlay_pyramid.h"

#include <algorithm>
#include <array>

#include "core/base/error.h"

namespace mrm {

namespace {

// Sums colours by opacity.
struct ColourSum {
  std::array<std::uint32_t, 3> colour{};
  std::uint32_t alpha = 0;
  void add(const std::uint8_t* pixel) {
    for (int c = 0; c < 3; ++c) colour[c] += std::uint32_t{pixel[c]} * pixel[3];
    alpha += pixel[3];
  }
  void writeColour(std::uint8_t* pixel) const {
    if (alpha == 0) return;
    for (int c = 0; c < 3; ++c)
      pixel[c] = static_cast<std::uint8_t>((colour[c] + alpha / 2) / alpha);
  }
};

void colourInvisibleEdges(OverlayPyramid::Level& level) {
  for (std::int64_t y = 0; y < level.height; ++y)
    for (std::int64_t x = 0; x < level.width; ++x) {
      std::uint8_t* pixel = level.rgba.data() + 4 * (y * level.width + x);
      if (pixel[3] != 0) continue;
      ColourSum around;
      for (std::int64_t v = std::max<std::int64_t>(y - 1, 0); v < std::min(y + 2, level.height);
           ++v)
        for (std::int64_t u = std::max<std::int64_t>(x - 1, 0); u < std::min(x + 2, level.width);
             ++u)
          around.add(level.rgba.data() + 4 * (v * level.width + u));
      around.writeColour(pixel);
    }
}

OverlayPyramid::Level halved(const OverlayPyramid::Level& from) {
  OverlayPyramid::Level to{(from.width + 1) / 2, (from.height + 1) / 2, {}};
  to.rgba.resize(static_cast<std::size_t>(to.width * to.height) * 4);
  for (std::int64_t y = 0; y < to.height; ++y)
    for (std::int64_t x = 0; x < to.width; ++x) {
      ColourSum block;
      std::uint32_t pixels = 0;
      for (std::int64_t v = 2 * y; v < std::min(2 * y + 2, from.height); ++v)
        for (std::int64_t u = 2 * x; u < std::min(2 * x + 2, from.width); ++u, ++pixels)
          block.add(from.rgba.data() + 4 * (v * from.width + u));
      std::uint8_t* pixel = to.rgba.data() + 4 * (y * to.width + x);
      block.writeColour(pixel);
      pixel[3] = static_cast<std::uint8_t>((block.alpha + pixels / 2) / pixels);
    }
  colourInvisibleEdges(to);
  return to;
}

}  // namespace

OverlayPyramid::OverlayPyramid(std::int64_t width, std::int64_t height,
                               std::vector<std::uint8_t> rgba) {
  constexpr std::int64_t kLargest = std::int64_t{1} << 28;
  if (width < 1 || height < 1 || width > kLargest / height ||
      rgba.size() != static_cast<std::size_t>(width * height) * 4)
    throw Error("an overlay whose pixels do not fit its size cannot be shown");
  levels_.push_back({width, height, std::move(rgba)});
  colourInvisibleEdges(levels_.front());
}

const OverlayPyramid::Level& OverlayPyramid::level(int index) const {
  while (static_cast<int>(levels_.size()) <= index &&
         (levels_.back().width > 1 || levels_.back().height > 1))
    levels_.push_back(halved(levels_.back()));
  return levels_[static_cast<std::size_t>(
      std::clamp(index, 0, static_cast<int>(levels_.size()) - 1))];
}

}  // namespace mrm
