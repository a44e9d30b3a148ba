#include "core/sample/detector.h"

#include <algorithm>
#include <cmath>

namespace mrm::phantom {
namespace {

constexpr double kAim = 2.5;  // mean logarithmic attenuation of the chest's middle

}  // namespace

GrayImage16 expose(Plane attenuation, const Projection& projection, double mmPerPixel,
                   Random& random) {
  Plane& beam = attenuation;
  for (float& value : beam.values) value = std::exp(-value);
  Plane scattered = beam;
  blur(scattered, 28 / mmPerPixel);
  // Unsharpness of focus and detector: a small part of each pixel's photons lands in its
  // neighbours.
  Plane spread = beam;
  blur(spread, 0.82);
  for (std::size_t i = 0; i < beam.values.size(); ++i)
    beam.values[i] = 0.4F * beam.values[i] + 0.6F * spread.values[i] +
                     static_cast<float>(projection.scatter) * scattered.values[i];
  for (float& value : beam.values) {
    // Counts are large: their Poisson distribution is close to a normal one.
    const double expected = projection.photons * std::max<double>(value, 1e-4);
    const double counted = expected + std::sqrt(expected) * random.normal();
    value = static_cast<float>(-std::log(std::max(counted, 1.0) / projection.photons));
  }
  // Processing as in digital radiography: large-scale differences are compressed, detail stays.
  Plane base = beam;
  blur(base, 22 / mmPerPixel);
  // As the exposure control aims at the chest's middle, so does the display curve.
  double aim = 0;
  std::int64_t count = 0;
  for (std::int64_t y = beam.height / 4; y < 3 * beam.height / 4; ++y)
    for (std::int64_t x = beam.width / 5; x < 4 * beam.width / 5; ++x, ++count)
      aim += base.at(x, y);
  const double offset = 0.8 * (aim / static_cast<double>(count) - kAim);
  GrayImage16 image{beam.width, beam.height, {}};
  image.pixels.resize(beam.values.size());
  constexpr int kMaximum = (1 << kSignificantBits) - 1;
  for (std::size_t i = 0; i < beam.values.size(); ++i) {
    const double density =
        0.72 * base.values[i] + 1.05 * (beam.values[i] - base.values[i]) + 0.28 * 2.5 - offset;
    const double curve =
        1 /
        (1 + std::exp(-1.5 * projection.contrast * (density - 2.5 + 2 * projection.brightness)));
    image.pixels[i] =
        static_cast<std::uint16_t>(std::clamp<long>(std::lround(curve * kMaximum), 0, kMaximum));
  }
  return image;
}

}  // namespace mrm::phantom
