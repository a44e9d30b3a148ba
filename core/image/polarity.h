// Whether a radiograph looks inverted (black for white) against others of its kind.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "core/image/thumbnail.h"

namespace mrm {

// What images of one view and source look like in the middle: the median of their brightness ranks,
// after those that contradict it were turned around.
class PolarityReference {
 public:
  static constexpr std::size_t kFewest = 8;  // fewer neighbours say nothing
  // Nothing when there are fewer than kFewest. As many as 500 are looked at, spread over all. Where
  // most are inverted, the others are found instead.
  static std::optional<PolarityReference> of(std::span<const Thumbnail> neighbours);

  // Correlation (Pearson) of the thumbnail's brightness ranks with the reference, -1 to 1.
  double agreement(const Thumbnail& thumbnail) const;
  // Whether the neighbours show the same kind of thing at all. If not, none of them looks inverted.
  bool isCoherent() const { return isCoherent_; }
  bool looksInverted(const Thumbnail& thumbnail) const;

 private:
  std::array<float, kThumbnailSide * kThumbnailSide> median_{};  // mean 0, length 1
  bool isCoherent_ = false;
};

// For each of a group of images of the same view and source. All false when the group is too small.
std::vector<bool> findInverted(std::span<const Thumbnail> group);

}  // namespace mrm
