#include "core/sample/phantom.h"

#include <algorithm>
#include <cmath>

#include "core/sample/detector.h"
#include "core/sample/lung_findings.h"
#include "core/sample/marker.h"
#include "core/sample/skeleton.h"
#include "core/sample/vessels.h"

namespace mrm::phantom {
namespace {

// Linear attenuation coefficients per millimetre at about 65 keV, the mean of a filtered 120 kV
// beam: water 0.0195; cortical bone 0.055, counted here beyond the soft tissue that it replaces.
constexpr double kSoftTissue = 0.0195, kBoneBeyond = 0.036;
constexpr double kNoduleDensity = 1.3;  // partly calcified
constexpr double kLungDensity = 0.25;   // of lung at inspiration, relative to water

}  // namespace

Phantom renderPhantom(const Anatomy& anatomy, const Projection& projection,
                      const Findings& findings, std::int64_t shorterSide, Random random) {
  const Frame frame(projection, shorterSide);
  const std::int64_t width = frame.width(), height = frame.height();
  const Chest chest(anatomy, projection, findings);
  const Plane bones = paintSkeleton(chest, frame), vessels = paintVessels(chest, frame);
  const LungFindings lungs(chest, findings, frame);
  const Plane coarse = smoothNoise(width, height, 7 / frame.mmPerPixel(), random);
  const Plane fine = smoothNoise(width, height, 2.6 / frame.mmPerPixel(), random);

  Phantom phantom;
  phantom.mmPerPixel = frame.mmPerPixel();
  phantom.lungMask = {width, height,
                      std::vector<std::uint8_t>(static_cast<std::size_t>(width * height))};
  phantom.pneumothoraxMask = phantom.lungMask;
  Plane attenuation(width, height);
  for (std::int64_t y = 0; y < height; ++y)
    for (std::int64_t x = 0; x < width; ++x) {
      const Point point = frame.toMillimetres(static_cast<double>(x), static_cast<double>(y));
      const Ray ray = chest.ray(point.x, point.y);
      double soft = std::max(ray.body - ray.gas, 0.0);
      if (ray.lung > 0) {
        const auto index = static_cast<std::size_t>(y * width + x);
        if (ray.inLungField) phantom.lungMask.pixels[index] = 255;
        const LungState state = lungs.at(x, y, point, ray.side);
        const double texture = 1 + 0.05 * coarse.values[index] + 0.035 * fine.values[index];
        const double density = std::min(kLungDensity * texture * state.collapse, 0.9);
        const double aerated = 1 - state.fluid;
        double tissue = 0;
        if (state.airOnly) {
          if (ray.inLungField) phantom.pneumothoraxMask.pixels[index] = 255;
        } else {
          tissue = ray.lung * mix(density, 0.9, state.solid) +
                   (1 - density) * (1 - state.solid) *
                       std::min<double>(vessels.values[index], ray.lung) -
                   5.0 * state.bronchi * state.solid +
                   (1 - density) * std::min(kNoduleDensity * state.nodule, ray.lung);
        }
        soft += -ray.lung + ray.lung * state.fluid + aerated * tissue +
                (ray.inLungField ? state.pleura : 0);
      }
      attenuation.at(x, y) =
          static_cast<float>(kSoftTissue * std::max(soft, 0.0) + kBoneBeyond * bones.at(x, y));
    }
  phantom.image = expose(std::move(attenuation), projection, frame.mmPerPixel(), random);
  phantom.significantBits = kSignificantBits;
  drawMarker(phantom.image);
  return phantom;
}

}  // namespace mrm::phantom
