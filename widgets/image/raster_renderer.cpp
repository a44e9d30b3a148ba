#include "widgets/image/raster_renderer.h"

#include <algorithm>
#include <cmath>

namespace mrm {

namespace {

// Of a value that is not negative; lround() would be a call for each pixel.
std::uint32_t rounded(float value) {
  return static_cast<std::uint32_t>(value + 0.5f);  // NOLINT(bugprone-incorrect-roundings)
}

std::uint32_t blended(std::uint32_t below, std::uint32_t above, float share) {
  const auto from = static_cast<float>(below), to = static_cast<float>(above);
  return rounded(from + (to - from) * share);
}

}  // namespace

void RasterRenderer::setImage(std::shared_ptr<const PixelPyramid> image) {
  image_ = std::move(image);
  imageKey_.reset();
  overlayKey_.reset();
}

void RasterRenderer::setOverlay(std::shared_ptr<const OverlayPyramid> overlay, double opacity) {
  if (overlay != overlay_) overlayKey_.reset();
  overlay_ = std::move(overlay);
  overlayOpacity_ = std::clamp(opacity, 0.0, 1.0);
}

void RasterRenderer::sampleImage(const ViewState& view) {
  const DevicePlacement place = view.placement();
  const PlaneSampling plane = planeSampling(view, image_->width(), image_->height());
  const Key key{rect_, place.originX, place.originY, plane};
  if (imageKey_ == key) return;
  const PixelPyramid::Level& level = image_->level(plane.level);
  const double shrink = std::ldexp(1.0, plane.level);
  const AxisSampling columns = axisSampling(rect_.x, rect_.width, place.originX,
                                            plane.scaleX * shrink, level.width, plane.sharp);
  const AxisSampling rows = axisSampling(rect_.y, rect_.height, place.originY,
                                         plane.scaleY * shrink, level.height, plane.sharp);
  samples_.resize(static_cast<std::size_t>(rect_.width * rect_.height));
  const auto width = static_cast<std::size_t>(rect_.width);
  for (std::size_t y = 0; y < static_cast<std::size_t>(rect_.height); ++y) {
    const std::uint16_t* upper = level.samples + rows.first[y] * level.width;
    const std::uint16_t* lower = level.samples + rows.second[y] * level.width;
    std::uint16_t* out = samples_.data() + y * width;
    const std::int32_t* first = columns.first.data();
    if (plane.sharp) {
      for (std::size_t x = 0; x < width; ++x) out[x] = upper[first[x]];
      continue;
    }
    const std::int32_t* second = columns.second.data();
    const float* across = columns.weight.data();
    const float down = rows.weight[y];
    for (std::size_t x = 0; x < width; ++x) {
      const float a = upper[first[x]], b = upper[second[x]];
      const float c = lower[first[x]], d = lower[second[x]];
      const float top = a + (b - a) * across[x], bottom = c + (d - c) * across[x];
      out[x] = static_cast<std::uint16_t>(rounded(top + (bottom - top) * down));
    }
  }
  imageKey_ = key;
}

void RasterRenderer::sampleOverlay(const ViewState& view) {
  const DevicePlacement place = view.placement();
  const PlaneSampling plane = planeSampling(view, overlay_->width(), overlay_->height());
  const Key key{rect_, place.originX, place.originY, plane};
  if (overlayKey_ == key) return;
  const OverlayPyramid::Level& level = overlay_->level(plane.level);
  const double shrink = std::ldexp(1.0, plane.level);
  const AxisSampling columns = axisSampling(rect_.x, rect_.width, place.originX,
                                            plane.scaleX * shrink, level.width, plane.sharp);
  const AxisSampling rows = axisSampling(rect_.y, rect_.height, place.originY,
                                         plane.scaleY * shrink, level.height, plane.sharp);
  overlayPixels_.resize(static_cast<std::size_t>(rect_.width * rect_.height));
  std::size_t index = 0;
  for (std::size_t y = 0; y < rows.first.size(); ++y) {
    const std::uint8_t* upper = level.rgba.data() + 4 * level.width * rows.first[y];
    const std::uint8_t* lower = level.rgba.data() + 4 * level.width * rows.second[y];
    for (std::size_t x = 0; x < columns.first.size(); ++x, ++index) {
      const std::int64_t left = 4 * std::int64_t{columns.first[x]};
      const std::int64_t right = 4 * std::int64_t{columns.second[x]};
      std::uint32_t pixel = 0;
      for (int c = 0; c < 4; ++c) {
        const float a = upper[left + c], b = upper[right + c];
        const float d = lower[left + c], e = lower[right + c];
        const float top = a + (b - a) * columns.weight[x], bottom = d + (e - d) * columns.weight[x];
        pixel |= rounded(top + (bottom - top) * rows.weight[y]) << (8 * c);
      }
      overlayPixels_[index] = pixel;
    }
  }
  overlayKey_ = key;
}

void RasterRenderer::render(const ViewState& view, std::uint32_t* out, std::int64_t stride) {
  const std::int64_t width = view.deviceWidth(), height = view.deviceHeight();
  rect_ = image_ ? visibleRect(view) : DeviceRect{};
  if (rect_.empty()) {
    for (std::int64_t y = 0; y < height; ++y) std::fill_n(out + y * stride, width, kPaneBackground);
    return;
  }
  sampleImage(view);
  table_.update(*image_, view);
  const bool overlaid = overlay_ && overlayOpacity_ > 0;
  if (overlaid) sampleOverlay(view);
  const auto opacity = static_cast<float>(overlayOpacity_ / 255);
  const std::uint8_t* levels = table_.levels().data();
  const int first = table_.first();
  for (std::int64_t y = 0; y < height; ++y) {
    std::uint32_t* row = out + y * stride;
    if (y < rect_.y || y >= rect_.y + rect_.height) {
      std::fill_n(row, width, kPaneBackground);
      continue;
    }
    std::fill_n(row, rect_.x, kPaneBackground);
    std::fill(row + rect_.x + rect_.width, row + width, kPaneBackground);
    row += rect_.x;
    const std::int64_t start = (y - rect_.y) * rect_.width;
    const std::uint16_t* samples = samples_.data() + start;
    for (std::int64_t x = 0; x < rect_.width; ++x)
      row[x] = 0xff000000u | levels[samples[x] - first] * 0x010101u;
    if (!overlaid) continue;
    const std::uint32_t* above = overlayPixels_.data() + start;
    for (std::int64_t x = 0; x < rect_.width; ++x) {
      const float share = static_cast<float>(above[x] >> 24) * opacity;
      if (share <= 0) continue;
      const std::uint32_t gray = row[x] & 0xff;
      row[x] = 0xff000000u | blended(gray, above[x] & 0xff, share) << 16 |
               blended(gray, above[x] >> 8 & 0xff, share) << 8 |
               blended(gray, above[x] >> 16 & 0xff, share);
    }
  }
}

}  // namespace mrm
