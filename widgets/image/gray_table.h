// The gray level of each sample of an image in a view's window: what both backends draw with.
#pragma once

#include <cstdint>
#include <vector>

#include "widgets/image/pixel_pyramid.h"
#include "widgets/image/view_state.h"

namespace mrm {

// Covers the samples that the image has, from its minimum to its maximum; interpolating and
// averaging give no others.
class GrayTable {
 public:
  // Fills the table anew where image, window or inversion differ from the last call's; says whether
  // it did.
  bool update(const PixelPyramid& image, const ViewState& view);

  std::uint16_t first() const { return first_; }  // the sample of levels()[0]
  const std::vector<std::uint8_t>& levels() const { return levels_; }

 private:
  // What the table was filled for, besides first_ and its length.
  double samplesPerValue_ = 0;
  DisplayWindow window_;
  bool inverted_ = false;

  std::uint16_t first_ = 0;
  std::vector<std::uint8_t> levels_;
};

}  // namespace mrm
