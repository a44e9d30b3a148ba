// Draws an image and its overlay into 32-bit pixels, without any toolkit: only what is visible,
// through a look-up table.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "widgets/image/gray_table.h"
#include "widgets/image/overlay_pyramid.h"
#include "widgets/image/pixel_pyramid.h"
#include "widgets/image/sampling.h"
#include "widgets/image/view_state.h"

namespace mrm {

constexpr std::uint32_t kPaneBackground =
    0xff101214;  // 0xAARRGGBB; near black, as in a reading room

// Stored values are interpolated first and windowed then, so that a narrow window shows no steps
// that the image does not have. The interpolated values are kept: dragging the window costs one
// look-up a pixel.
class RasterRenderer {
 public:
  void setImage(std::shared_ptr<const PixelPyramid> image);  // null: background only
  void setOverlay(std::shared_ptr<const OverlayPyramid> overlay, double opacity);

  // Fills view.deviceWidth() x view.deviceHeight() pixels 0xffRRGGBB; rows are `stride` pixels
  // apart.
  void render(const ViewState& view, std::uint32_t* out, std::int64_t stride);

 private:
  void sampleImage(const ViewState& view);
  void sampleOverlay(const ViewState& view);

  // What the kept samples belong to.
  struct Key {
    DeviceRect rect;
    std::int64_t originX = 0, originY = 0;
    PlaneSampling plane;
    bool operator==(const Key&) const = default;
  };

  std::shared_ptr<const PixelPyramid> image_;
  std::shared_ptr<const OverlayPyramid> overlay_;
  double overlayOpacity_ = 1;
  DeviceRect rect_;
  std::optional<Key> imageKey_, overlayKey_;
  std::vector<std::uint16_t> samples_;        // of rect_
  std::vector<std::uint32_t> overlayPixels_;  // of rect_, bytes R, G, B, A
  GrayTable table_;
};

}  // namespace mrm
