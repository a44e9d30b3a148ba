// Images to show in panes, and what panes show.
#pragma once

#include <QImage>
#include <QRect>
#include <cmath>
#include <memory>

#include "core/image/gray_image.h"
#include "widgets/image/image_pane.h"

namespace mrm::testing {

// Smooth shapes, noise and an edge; 12 bits of 16.
inline std::shared_ptr<const GrayImage16> phantom16(int width, int height) {
  auto image = std::make_shared<GrayImage16>();
  image->width = width;
  image->height = height;
  image->pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  unsigned noise = 1;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      noise = noise * 1664525u + 1013904223u;
      const double wave = std::sin(x * 9.0 / width) * std::cos(y * 7.0 / height);
      const double edge = x + y > width ? 600 : 0;
      image->pixels.push_back(
          static_cast<std::uint16_t>(1700 + 900 * wave + edge + noise / 4294967296.0 * 400));
    }
  return image;
}

inline std::shared_ptr<const GrayImage> phantom8(int width, int height) {
  const auto wide = phantom16(width, height);
  auto image = std::make_shared<GrayImage>();
  image->width = width;
  image->height = height;
  for (const std::uint16_t value : wide->pixels)
    image->pixels.push_back(static_cast<std::uint8_t>(value / 16));
  return image;
}

// Gray 40 with one white pixel at (x, y) and a corner of 200 at (0, 0).
inline std::shared_ptr<const GrayImage> markedImage(int width, int height, int x, int y) {
  auto image = std::make_shared<GrayImage>();
  image->width = width;
  image->height = height;
  image->pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 40);
  image->pixels.front() = 200;
  image->pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                static_cast<std::size_t>(x)] = 255;
  return image;
}

// The smallest rectangle around all pixels of one colour.
inline QRect boundsOf(const QImage& picture, QRgb colour) {
  QRect bounds;
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x)
      if (picture.pixel(x, y) == colour) bounds |= QRect(x, y, 1, 1);
  return bounds;
}

// The pane with its labels, in device pixels.
inline QImage shown(QWidget& pane) {
  QImage picture = pane.grab().toImage().convertToFormat(QImage::Format_RGB32);
  picture.setDevicePixelRatio(1);
  return picture;
}

}  // namespace mrm::testing
