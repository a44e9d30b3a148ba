#include "widgets/curation/mask_overlay.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/base/error.h"
#include "core/image/decode.h"

namespace mrm {
namespace {

constexpr int kFill = 48, kLine = 230;  // alpha

struct Region {
  std::int64_t width = 0, height = 0;
  std::vector<std::uint8_t> inside;
  bool at(std::int64_t x, std::int64_t y) const {
    return x >= 0 && y >= 0 && x < width && y < height &&
           inside[static_cast<std::size_t>(y * width + x)];
  }
};

Region fromFile(const std::filesystem::path& file) {
  const GrayImage image = decodeGray(file);
  Region region{image.width, image.height, image.pixels};
  for (std::uint8_t& value : region.inside) value = value > 0;
  return region;
}

// Pairs of offset from the end of the run before and length, column by column.
Region fromRuns(const std::string& runs, std::int64_t width, std::int64_t height) {
  Region region{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height))};
  const Error broken("the mask's run lengths do not fit the image");
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < runs.size();) {
    if (runs[i] == ' ') {
      ++i;
      continue;
    }
    std::int64_t number = 0;
    const std::size_t from = i;
    for (; i < runs.size() && runs[i] >= '0' && runs[i] <= '9'; ++i) {
      number = number * 10 + (runs[i] - '0');
      if (number > width * height) throw broken;
    }
    if (i == from) throw broken;
    numbers.push_back(number);
  }
  if (numbers.size() % 2 != 0) throw broken;
  std::int64_t at = 0;
  for (std::size_t i = 0; i < numbers.size(); i += 2) {
    at += numbers[i];
    if (at + numbers[i + 1] > width * height) throw broken;
    for (std::int64_t end = at + numbers[i + 1]; at < end; ++at)
      region.inside[static_cast<std::size_t>(at % height * width + at / height)] = 1;
  }
  return region;
}

}  // namespace

QImage maskOverlay(const std::vector<MaskSource>& masks, std::int64_t width, std::int64_t height,
                   const QColor& color) {
  QImage overlay;
  for (const MaskSource& mask : masks) {
    if (mask.file.empty() && mask.runLengths.empty()) continue;  // a statement: nothing is there
    const Region region =
        mask.file.empty() ? fromRuns(mask.runLengths, width, height) : fromFile(mask.file);
    const QSize size(static_cast<int>(region.width), static_cast<int>(region.height));
    if (overlay.isNull()) {
      overlay = QImage(size, QImage::Format_ARGB32_Premultiplied);
      if (overlay.isNull()) throw Error("there is not enough memory for the mask");
      overlay.fill(Qt::transparent);
    }
    if (overlay.size() != size) throw Error("the record's masks have different sizes");
    const QRgb fill = qPremultiply(qRgba(color.red(), color.green(), color.blue(), kFill));
    const QRgb line = qPremultiply(qRgba(color.red(), color.green(), color.blue(), kLine));
    // The line keeps its breadth on the screen, about, whatever the image's size.
    const std::int64_t breadth =
        std::max<std::int64_t>(1, std::max(region.width, region.height) / 700);
    for (std::int64_t y = 0; y < region.height; ++y) {
      auto* row = reinterpret_cast<QRgb*>(overlay.scanLine(static_cast<int>(y)));
      for (std::int64_t x = 0; x < region.width; ++x) {
        if (!region.at(x, y)) continue;
        const bool isEdge = !region.at(x - breadth, y) || !region.at(x + breadth, y) ||
                            !region.at(x, y - breadth) || !region.at(x, y + breadth);
        if (isEdge)
          row[x] = line;
        else if (qAlpha(row[x]) == 0)
          row[x] = fill;
      }
    }
  }
  return overlay;
}

}  // namespace mrm
