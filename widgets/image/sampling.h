// Which samples of an image each device pixel of a pane shows, for one axis at a time.
#pragma once

#include <cstdint>
#include <vector>

#include "widgets/image/view_state.h"

namespace mrm {

// Where a device pixel's middle lies on the border of two image pixels (everywhere, at a zoom of 3
// on a screen of ratio 1.5), floating point would decide between them anew at each place and in
// each backend. This part of an image pixel further on decides it once; the value is that of VTK's
// nearest neighbour.
constexpr double kTieTolerance = 1.0 / (1 << 17);
// The same for the image's right and lower edge, in device pixels: OpenGL clips in single
// precision.
constexpr double kEdgeTolerance = 1.0 / 256;

struct DeviceRect {
  std::int64_t x = 0, y = 0, width = 0, height = 0;
  bool empty() const { return width < 1 || height < 1; }
  bool operator==(const DeviceRect&) const = default;
};

// The device pixels of the pane whose middle lies on the image.
DeviceRect visibleRect(const ViewState& view);

// How a plane (the image or an overlay stretched over it) of width x height pixels is drawn.
struct PlaneSampling {
  double scaleX = 1, scaleY = 1;  // device pixels per plane pixel
  int level = 0;                  // of its pyramid
  bool sharp = false;             // a plane pixel is a plain rectangle, else interpolated linearly
  bool operator==(const PlaneSampling&) const = default;
};
PlaneSampling planeSampling(const ViewState& view, std::int64_t width, std::int64_t height);

// Device pixel i of the axis shows sample[first[i]] * (1 - weight[i]) + sample[second[i]] *
// weight[i].
struct AxisSampling {
  std::vector<std::int32_t> first, second;
  std::vector<float> weight;
};
// `count` device pixels from `start`; `scale` is device pixels per sample of the level, `size` its
// length.
AxisSampling axisSampling(std::int64_t start, std::int64_t count, std::int64_t origin, double scale,
                          std::int64_t size, bool sharp);

}  // namespace mrm
