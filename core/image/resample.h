// Resampling that agrees with Pillow to the grey level.
#pragma once

#include "core/image/gray_image.h"

namespace mrm {

enum class Filter { Bilinear, Bicubic };  // bicubic with a = -0.5, both antialiased when shrinking

struct Box {
  std::int64_t left = 0, top = 0, width = 0, height = 0;
};

// Crop, then resize to width x height: Pillow's two-pass resize with 8-bit intermediate and
// fixed-point weights. The filter does not reach outside the box. Throws Error when the box does
// not lie inside the image, or the size is none. Thread-safe; no shared state.
GrayImage cropAndResize(const GrayImage& image, const Box& box, std::int64_t width,
                        std::int64_t height, Filter filter);

// The same, of which only `part` is computed and returned; equal to cutting it out afterwards.
GrayImage cropAndResize(const GrayImage& image, const Box& box, std::int64_t width,
                        std::int64_t height, Filter filter, const Box& part);

void flipHorizontally(GrayImage& image);

}  // namespace mrm
