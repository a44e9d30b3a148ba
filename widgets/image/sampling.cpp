#include "widgets/image/sampling.h"

#include <algorithm>
#include <cmath>

#include "widgets/image/pixel_pyramid.h"

namespace mrm {

DeviceRect visibleRect(const ViewState& view) {
  const DevicePlacement place = view.placement();
  const auto axis = [](std::int64_t origin, double length, std::int64_t pane, std::int64_t& start,
                       std::int64_t& count) {
    start = std::clamp<std::int64_t>(origin, 0, pane);
    const auto end = origin + static_cast<std::int64_t>(std::ceil(length - 0.5 - kEdgeTolerance));
    count = std::clamp<std::int64_t>(end, start, pane) - start;
  };
  DeviceRect rect;
  axis(place.originX, static_cast<double>(view.imageWidth()) * place.scaleX, view.deviceWidth(),
       rect.x, rect.width);
  axis(place.originY, static_cast<double>(view.imageHeight()) * place.scaleY, view.deviceHeight(),
       rect.y, rect.height);
  return rect;
}

PlaneSampling planeSampling(const ViewState& view, std::int64_t width, std::int64_t height) {
  const DevicePlacement place = view.placement();
  PlaneSampling plane;
  plane.scaleX = place.scaleX * static_cast<double>(view.imageWidth()) / static_cast<double>(width);
  plane.scaleY =
      place.scaleY * static_cast<double>(view.imageHeight()) / static_cast<double>(height);
  plane.level = pyramidLevel(plane.scaleX, plane.scaleY, width, height);
  plane.sharp =
      std::min(plane.scaleX, plane.scaleY) > ViewState::kSharpZoom * view.devicePixelRatio();
  return plane;
}

AxisSampling axisSampling(std::int64_t start, std::int64_t count, std::int64_t origin, double scale,
                          std::int64_t size, bool sharp) {
  AxisSampling axis;
  axis.first.resize(static_cast<std::size_t>(count));
  axis.second.resize(static_cast<std::size_t>(count));
  axis.weight.resize(static_cast<std::size_t>(count));
  const double last = static_cast<double>(size - 1);
  for (std::int64_t i = 0; i < count; ++i) {
    const double place = (static_cast<double>(start + i - origin) + 0.5) / scale;
    // A sample's middle is at its index + 0.5; outside the outer middles the outer sample goes on.
    const double at =
        std::clamp(sharp ? std::floor(place + kTieTolerance) : place - 0.5, 0.0, last);
    const double below = std::floor(at);
    const auto index = static_cast<std::size_t>(i);
    axis.first[index] = static_cast<std::int32_t>(below);
    axis.second[index] = static_cast<std::int32_t>(std::min(below + 1, last));
    axis.weight[index] = static_cast<float>(at - below);
  }
  return axis;
}

}  // namespace mrm
