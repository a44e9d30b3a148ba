#include "core/sample/anatomy.h"

#include <algorithm>
#include <numbers>

namespace mrm::phantom {

Anatomy drawAnatomy(Random& random) {
  Anatomy a;
  a.sex = random.chance(0.5) ? Sex::Female : Sex::Male;
  a.age = static_cast<int>(std::clamp(58 + 18 * random.normal(), 19.0, 92.0));
  const bool male = a.sex == Sex::Male;
  const double stature = (male ? 1.03 : 0.95) * (1 + 0.03 * random.normal());
  const double weight = std::clamp(random.normal(), -1.5, 2.0);
  const double old = std::clamp((a.age - 40) / 50.0, 0.0, 1.0);
  a.halfWidth = 138 * stature * (1 + 0.02 * random.normal());
  a.halfDepth = (86 + 6 * old) * stature + 4 * weight;
  a.lungHeight = 258 * stature * (1 + 0.03 * random.normal());
  a.wall = 24 + 7 * weight;
  a.rightDome = a.lungHeight * (0.80 + 0.015 * random.normal());
  a.leftDome = a.rightDome + std::clamp(12 + 4 * random.normal(), 5.0, 20.0);
  a.cardiothoracicRatio = std::clamp(0.45 + 0.018 * random.normal(), 0.41, 0.485);
  a.enlargedRatio = random.uniform(0.56, 0.66);
  a.aorta = 17 + 6 * old + random.normal();
  a.ribSpacing = 24 * stature * (1 + 0.02 * random.normal());
  a.ribSlope = 96 * stature * (1 + 0.08 * random.normal());
  a.breast = male ? 0 : std::clamp(22 + 9 * random.normal() + 5 * weight, 6.0, 45.0);
  a.boneDensity = (male ? 1.05 : 0.98) - 0.25 * old;
  a.scoliosis = 5 * random.normal();
  a.gasBubble = random.uniform(0.4, 1.2);
  a.seed = random.next();
  return a;
}

Projection drawProjection(Random& random) {
  Projection p;
  p.view = random.chance(0.85) ? View::PosteroAnterior : View::AnteroPosterior;
  const bool supine = p.view == View::AnteroPosterior;
  p.width = 362 + 10 * random.normal();
  p.height = p.width * random.uniform(1.0, 1.2);
  p.centreX = 5 * random.normal();
  p.top = -52 + 8 * random.normal();
  p.rotation = (1.2 * random.normal()) * std::numbers::pi / 180;
  p.inspiration = (supine ? -12 : 0) + 6 * std::clamp(random.normal(), -2.0, 2.0);
  p.photons = 60000 * std::exp(0.35 * random.normal()) * (supine ? 0.7 : 1);
  p.scatter = random.uniform(0.06, 0.16) * (supine ? 1.5 : 1);
  p.brightness = 0.045 * random.normal();
  p.contrast = 1 + 0.07 * random.normal();
  return p;
}

}  // namespace mrm::phantom
