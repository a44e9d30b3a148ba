#include "core/image/resample.h"

#include <algorithm>
#include <cstring>

#include "core/base/error.h"
#include "core/image/resample_passes.h"

namespace mrm {
namespace {

std::string describe(const Box& box) {
  return std::to_string(box.width) + " x " + std::to_string(box.height) + " at (" +
         std::to_string(box.left) + ", " + std::to_string(box.top) + ")";
}

// `part` lies inside an image of width x height.
bool fits(const Box& part, std::int64_t width, std::int64_t height) {
  return part.left >= 0 && part.top >= 0 && part.width >= 1 && part.height >= 1 &&
         part.width <= width && part.height <= height && part.left <= width - part.width &&
         part.top <= height - part.height;
}

struct Span {
  std::int64_t first = 0, count = 0;
};

// The input samples that `weights` uses; they are counted from the first of these afterwards.
Span startAtFirst(ResampleWeights& weights) {
  const std::int32_t first = weights.first.front();
  const Span span{first, weights.first.back() + weights.count.back() - first};
  for (std::int32_t& start : weights.first) start -= first;
  return span;
}

}  // namespace

GrayImage cropAndResize(const GrayImage& image, const Box& box, std::int64_t width,
                        std::int64_t height, Filter filter) {
  return cropAndResize(image, box, width, height, filter, {0, 0, width, height});
}

GrayImage cropAndResize(const GrayImage& image, const Box& box, std::int64_t width,
                        std::int64_t height, Filter filter, const Box& part) {
  if (image.width < 0 || image.height < 0 ||
      image.pixels.size() != static_cast<std::size_t>(image.width * image.height))
    throw Error("an image's size and pixels do not match");
  if (!fits(box, image.width, image.height))
    throw Error("a crop of " + describe(box) + " does not lie inside an image of " +
                std::to_string(image.width) + " x " + std::to_string(image.height));
  if (width < 1 || height < 1 || width > kMaxImagePixels / height)
    throw Error("an image cannot be resized to " + std::to_string(width) + " x " +
                std::to_string(height));
  if (!fits(part, width, height))
    throw Error("a part of " + describe(part) + " does not lie inside an image of " +
                std::to_string(width) + " x " + std::to_string(height));

  // An axis that keeps its size is not filtered; shrinking mostly in height goes along the columns
  // first. Both as Pillow 13 does it (older versions always begin along the rows; the two orders
  // differ by rounding alone).
  const bool resizeRows = width != box.width, resizeColumns = height != box.height;
  const std::int64_t shrinkX = box.width - width, shrinkY = box.height - height;
  const bool columnsFirst = shrinkY > 0 && shrinkY > 2 * shrinkX;

  Span rows{part.top, part.height},
      columns{part.left, part.width};  // of the crop, what the part needs
  ResampleWeights alongRows, alongColumns;
  if (resizeRows) {
    alongRows = resampleWeights(box.width, width, part.left, part.left + part.width, filter);
    columns = startAtFirst(alongRows);
  }
  if (resizeColumns) {
    alongColumns = resampleWeights(box.height, height, part.top, part.top + part.height, filter);
    rows = startAtFirst(alongColumns);
  }
  const std::uint8_t* source =
      image.pixels.data() + (box.top + rows.first) * image.width + box.left + columns.first;

  GrayImage result{part.width, part.height, {}};
  result.pixels.resize(static_cast<std::size_t>(part.width * part.height));
  std::uint8_t* target = result.pixels.data();
  if (resizeRows && resizeColumns) {
    std::vector<std::uint8_t> between;
    if (columnsFirst) {
      between.resize(static_cast<std::size_t>(columns.count * part.height));
      resampleAlongColumns(source, columns.count, image.width, alongColumns, between.data());
      resampleAlongRows(between.data(), columns.count, columns.count, part.height, alongRows,
                        target);
    } else {
      between.resize(static_cast<std::size_t>(part.width * rows.count));
      resampleAlongRows(source, columns.count, image.width, rows.count, alongRows, between.data());
      resampleAlongColumns(between.data(), part.width, part.width, alongColumns, target);
    }
  } else if (resizeRows) {
    resampleAlongRows(source, columns.count, image.width, part.height, alongRows, target);
  } else if (resizeColumns) {
    resampleAlongColumns(source, part.width, image.width, alongColumns, target);
  } else {
    for (std::int64_t y = 0; y < part.height; ++y)
      std::memcpy(target + y * part.width, source + y * image.width,
                  static_cast<std::size_t>(part.width));
  }
  return result;
}

void flipHorizontally(GrayImage& image) {
  for (std::int64_t y = 0; y < image.height; ++y) {
    const auto row = image.pixels.begin() + y * image.width;
    std::reverse(row, row + image.width);
  }
}

}  // namespace mrm
