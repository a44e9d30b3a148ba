#include "widgets/curation/mask_overlay.h"

#include <algorithm>
#include <cstdint>

#include "core/base/error.h"
#include "core/catalog/run_lengths.h"
#include "core/image/decode.h"

namespace mrm {
namespace {

constexpr int kFill = 48, kLine = 230;  // alpha

bool isInside(const GrayImage& mask, std::int64_t x, std::int64_t y) {
  return x >= 0 && y >= 0 && x < mask.width && y < mask.height && mask.at(x, y) > 0;
}

}  // namespace

QImage maskOverlay(const std::vector<MaskSource>& masks, std::int64_t width, std::int64_t height,
                   const QColor& color) {
  QImage overlay;
  for (const MaskSource& mask : masks) {
    if (mask.file.empty() && mask.runLengths.empty()) continue;  // a statement: nothing is there
    const GrayImage region = mask.file.empty() ? decodeRunLengths(mask.runLengths, width, height)
                                               : decodeGray(mask.file);
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
        if (!isInside(region, x, y)) continue;
        const bool isEdge = !isInside(region, x - breadth, y) ||
                            !isInside(region, x + breadth, y) ||
                            !isInside(region, x, y - breadth) || !isInside(region, x, y + breadth);
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
