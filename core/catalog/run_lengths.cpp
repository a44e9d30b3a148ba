#include "core/catalog/run_lengths.h"

#include <algorithm>
#include <charconv>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/trim.h"

namespace mrm {
namespace {

// Takes one number off the front of `rest`; false when there is none or it is no count of pixels.
bool takeNumber(std::string_view& rest, std::int64_t& number) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
  const auto [end, code] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (code != std::errc() || number < 0 || number > kMaxImagePixels) return false;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return rest.empty() || std::string_view(" \t\r\n").find(rest[0]) != std::string_view::npos;
}

// Calls `use(first, length)` for each run, in pixels counted down the columns. Returns what is
// wrong, or nothing.
template <class Use>
std::string forEachRun(std::string_view runs, std::int64_t pixels, const Use& use) {
  std::string_view rest = trimmed(runs);
  if (rest == "-1") return {};
  std::int64_t position = 0;
  while (!trimmed(rest).empty()) {
    const std::string_view at = trimmed(rest);
    std::int64_t offset = 0, length = 0;
    if (!takeNumber(rest, offset))
      return "is no number of pixels: '" + printable(at.substr(0, at.find(' ')), 40) + "'";
    if (trimmed(rest).empty()) return "an offset stands without its length";
    const std::string_view second = trimmed(rest);
    if (!takeNumber(rest, length))
      return "is no number of pixels: '" + printable(second.substr(0, second.find(' ')), 40) + "'";
    if (offset > pixels - position || length > pixels - position - offset)
      return "a run ends beyond the image's last pixel";
    position += offset;
    use(position, length);
    position += length;
  }
  return {};
}

}  // namespace

GrayImage decodeRunLengths(std::string_view runs, std::int64_t width, std::int64_t height) {
  if (width < 1 || height < 1 || width > kMaxImagePixels / height)
    throw Error("a mask of " + std::to_string(width) + " x " + std::to_string(height) +
                " pixels is not made");
  GrayImage mask{width, height,
                 std::vector<std::uint8_t>(static_cast<std::size_t>(width * height))};
  const std::string problem =
      forEachRun(runs, width * height, [&](std::int64_t first, std::int64_t length) {
        for (std::int64_t i = first; i < first + length; ++i)
          mask.pixels[static_cast<std::size_t>(i % height * width + i / height)] = 255;
      });
  if (!problem.empty()) throw Error(problem, "run lengths");
  return mask;
}

std::string runLengthsProblem(std::string_view runs, std::int64_t width, std::int64_t height) {
  const bool isKnown = width > 0 && height > 0 && width <= kMaxImagePixels / height;
  return forEachRun(runs, isKnown ? width * height : kMaxImagePixels,
                    [](std::int64_t, std::int64_t) {});
}

std::string encodeRunLengths(const GrayImage& mask) {
  std::string runs;
  std::int64_t end = 0;  // of the run before
  const std::int64_t pixels = mask.width * mask.height;
  const auto isInside = [&](std::int64_t i) {
    return mask.at(i / mask.height, i % mask.height) != 0;
  };
  for (std::int64_t i = 0; i < pixels;) {
    if (!isInside(i)) {
      ++i;
      continue;
    }
    const std::int64_t first = i;
    while (i < pixels && isInside(i)) ++i;
    runs +=
        (runs.empty() ? "" : " ") + std::to_string(first - end) + " " + std::to_string(i - first);
    end = i;
  }
  return runs;
}

std::string rectangleRunLengths(std::int64_t x, std::int64_t y, std::int64_t width,
                                std::int64_t height, std::int64_t imageWidth,
                                std::int64_t imageHeight) {
  const auto clamped = [](std::int64_t value, std::int64_t most) {
    return std::clamp<std::int64_t>(value, 0, most);
  };
  constexpr std::int64_t kFar = std::int64_t{1} << 40;  // so that the sums stay in range
  x = std::clamp(x, -kFar, kFar);
  y = std::clamp(y, -kFar, kFar);
  const std::int64_t left = clamped(x, imageWidth), top = clamped(y, imageHeight),
                     right = clamped(x + clamped(width, kFar), imageWidth),
                     bottom = clamped(y + clamped(height, kFar), imageHeight);
  std::string runs;
  std::int64_t end = 0;
  if (top >= bottom) return runs;
  for (std::int64_t column = left; column < right; ++column) {
    const std::int64_t first = column * imageHeight + top;
    runs += (runs.empty() ? "" : " ") + std::to_string(first - end) + " " +
            std::to_string(bottom - top);
    end = first + bottom - top;
  }
  return runs;
}

}  // namespace mrm
