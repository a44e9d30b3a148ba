#include "widgets/image/gray_table.h"

namespace mrm {

bool GrayTable::update(const PixelPyramid& image, const ViewState& view) {
  const double samplesPerValue = image.samplesPerValue();
  const auto first = static_cast<std::uint16_t>(image.minimum() * samplesPerValue);
  const auto last = static_cast<std::uint16_t>(image.maximum() * samplesPerValue);
  const std::size_t length = std::size_t{last} - first + 1;
  if (levels_.size() == length && first_ == first && samplesPerValue_ == samplesPerValue &&
      window_ == view.window() && inverted_ == view.inverted())
    return false;
  first_ = first;
  samplesPerValue_ = samplesPerValue;
  window_ = view.window();
  inverted_ = view.inverted();
  levels_.resize(length);
  for (std::size_t i = 0; i < levels_.size(); ++i)
    levels_[i] = view.displayed(static_cast<double>(first_ + i) / samplesPerValue);
  return true;
}

}  // namespace mrm
