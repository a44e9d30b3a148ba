// Masks as a coloured layer over a radiograph.
#pragma once

#include <QColor>
#include <QImage>
#include <filesystem>
#include <string>
#include <vector>

namespace mrm {

// What a mask is read from: a file, else run lengths.
struct MaskSource {
  std::filesystem::path file;
  std::string runLengths;
};

// Filled translucently and outlined, all masks together. Run lengths are of an image of `width` x
// `height`. Off the GUI thread; throws Error for a mask that cannot be read.
QImage maskOverlay(const std::vector<MaskSource>& masks, std::int64_t width, std::int64_t height,
                   const QColor& color);

}  // namespace mrm
