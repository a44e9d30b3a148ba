#include "widgets/image/view_state.h"

#include <algorithm>
#include <cmath>

namespace mrm {

namespace {

bool positive(double value) {
  return std::isfinite(value) && value > 0;
}

}  // namespace

void ViewState::setImage(std::int64_t width, std::int64_t height, double spacingX,
                         double spacingY) {
  width_ = std::max<std::int64_t>(width, 1);
  height_ = std::max<std::int64_t>(height, 1);
  const double ratio = spacingY / spacingX;
  const bool usable = positive(spacingX) && positive(spacingY) && positive(ratio);
  pixelWidth_ = usable ? std::max(1.0, 1 / ratio) : 1;
  pixelHeight_ = usable ? std::max(1.0, ratio) : 1;
}

void ViewState::setPane(double width, double height, double devicePixelRatio) {
  paneWidth_ = std::max(width, 1.0);
  paneHeight_ = std::max(height, 1.0);
  ratio_ = positive(devicePixelRatio) ? devicePixelRatio : 1;
}

std::int64_t ViewState::deviceWidth() const {
  return std::llround(paneWidth_ * ratio_);
}
std::int64_t ViewState::deviceHeight() const {
  return std::llround(paneHeight_ * ratio_);
}

double ViewState::unitWidth() const {
  return static_cast<double>(width_) * pixelWidth_;
}
double ViewState::unitHeight() const {
  return static_cast<double>(height_) * pixelHeight_;
}

double ViewState::fittedZoom() const {
  return std::min(paneWidth_ / unitWidth(), paneHeight_ / unitHeight());
}

double ViewState::zoom() const {
  return camera_.fitted ? fittedZoom() : camera_.imageHeight / unitHeight();
}

ViewPoint ViewState::origin() const {
  const double scale = zoom();
  return {paneWidth_ / 2 - camera_.centre.x * unitWidth() * scale,
          paneHeight_ / 2 - camera_.centre.y * unitHeight() * scale};
}

void ViewState::zoomAround(ViewPoint anchor, double factor) {
  if (!positive(factor)) return;
  const double before = zoom();
  const double lowest = std::min(before, std::min(fittedZoom(), 1.0) / 4);
  const double after = std::clamp(before * factor, lowest, std::max(before, kMaximumZoom));
  const ViewPoint corner = origin();
  const double grown = after / before;
  camera_.fitted = false;
  camera_.imageHeight = after * unitHeight();
  const ViewPoint moved{anchor.x + (corner.x - anchor.x) * grown,
                        anchor.y + (corner.y - anchor.y) * grown};
  camera_.centre = {std::clamp((paneWidth_ / 2 - moved.x) / (unitWidth() * after), 0.0, 1.0),
                    std::clamp((paneHeight_ / 2 - moved.y) / (unitHeight() * after), 0.0, 1.0)};
}

void ViewState::panBy(double x, double y) {
  if (!std::isfinite(x) || !std::isfinite(y)) return;
  const double scale = zoom();
  camera_.fitted = false;
  camera_.imageHeight = scale * unitHeight();
  camera_.centre = {std::clamp(camera_.centre.x - x / (unitWidth() * scale), 0.0, 1.0),
                    std::clamp(camera_.centre.y - y / (unitHeight() * scale), 0.0, 1.0)};
}

ViewCamera ViewState::camera() const {
  return camera_;
}

void ViewState::setCamera(const ViewCamera& camera) {
  const bool usable = !camera.fitted && positive(camera.imageHeight) &&
                      std::isfinite(camera.centre.x) && std::isfinite(camera.centre.y);
  camera_ = usable ? camera : ViewCamera{};
}

DevicePlacement ViewState::placement() const {
  const ViewPoint corner = origin();
  const double scale = zoom() * ratio_;
  return {std::llround(corner.x * ratio_), std::llround(corner.y * ratio_), scale * pixelWidth_,
          scale * pixelHeight_};
}

ViewPoint ViewState::imageToWidget(ViewPoint image) const {
  const DevicePlacement device = placement();
  return {(static_cast<double>(device.originX) + image.x * device.scaleX) / ratio_,
          (static_cast<double>(device.originY) + image.y * device.scaleY) / ratio_};
}

ViewPoint ViewState::widgetToImage(ViewPoint widget) const {
  const DevicePlacement device = placement();
  return {(widget.x * ratio_ - static_cast<double>(device.originX)) / device.scaleX,
          (widget.y * ratio_ - static_cast<double>(device.originY)) / device.scaleY};
}

bool ViewState::containsImagePoint(ViewPoint image) const {
  return image.x >= 0 && image.y >= 0 && image.x < static_cast<double>(width_) &&
         image.y < static_cast<double>(height_);
}

void ViewState::setDefaultWindow(const DisplayWindow& window) {
  if (std::isfinite(window.centre) && positive(window.width)) defaultWindow_ = window;
}

void ViewState::setWindow(const DisplayWindow& window) {
  if (!std::isfinite(window.centre) || !std::isfinite(window.width)) return;
  window_ = DisplayWindow{window.centre, std::max(window.width, 1.0)};
}

void ViewState::dragWindow(const DisplayWindow& start, double x, double y) {
  const double width = std::max(defaultWindow_.width, 1.0);
  const double centre = defaultWindow_.centre;
  setWindow(
      {std::clamp(start.centre + y / 256 * start.width, centre - 2 * width, centre + 2 * width),
       std::clamp(start.width * std::exp2(x / 128), 1.0, 8 * width)});
}

std::uint8_t ViewState::displayed(double storedValue) const {
  const DisplayWindow& shown = window();
  const double share =
      std::clamp((storedValue - (shown.centre - shown.width / 2)) / shown.width, 0.0, 1.0);
  const auto level = static_cast<std::uint8_t>(std::lround(255 * share));
  return inverted_ ? static_cast<std::uint8_t>(255 - level) : level;
}

}  // namespace mrm
