#include "core/sample/findings.h"

#include <algorithm>

namespace mrm::phantom {
namespace {

Side drawSide(Random& random) {
  return random.chance(0.5) ? Side::Right : Side::Left;
}
Extent drawExtent(Random& random) {
  return static_cast<Extent>(random.below(3));
}
Zone drawZone(Random& random) {
  return static_cast<Zone>(random.below(3));
}

// Resolution of a small one gives nothing.
std::optional<Extent> changed(Extent extent, Random& random) {
  const double draw = random.uniform();
  const int step = draw < 0.3 ? 0 : draw < 0.75 ? -1 : 1;
  const int next = static_cast<int>(extent) + step;
  if (next < 0) return std::nullopt;
  return static_cast<Extent>(std::min(next, 2));
}

// A hemithorax with much fluid or air in it shows nothing else.
bool isCovered(const Findings& findings, Side side) {
  const auto& fluid = findings.effusionOn(side);
  return (fluid && *fluid != Extent::Small) ||
         (findings.pneumothorax && findings.pneumothorax->side == side);
}

// Puts `side` and `zone` where the other findings leave room; false where there is none.
bool findRoom(const Findings& findings, Random& random, Side& side, Zone& zone) {
  side = drawSide(random);
  zone = drawZone(random);
  if (isCovered(findings, side)) side = otherSide(side);
  if (isCovered(findings, side)) return false;
  if (findings.effusionOn(side) && zone == Zone::Lower)
    zone = random.chance(0.5) ? Zone::Upper : Zone::Mid;
  return true;
}

Findings drawFirst(Random& random) {
  Findings findings;
  if (random.chance(0.28)) return findings;
  enum Kind { kEffusion, kPneumothorax, kConsolidation, kNodule, kCardiomegaly };
  // Effusions stand twice: they clear up more often than the others.
  std::vector<Kind> kinds = {kEffusion,      kEffusion, kPneumothorax,
                             kConsolidation, kNodule,   kCardiomegaly};
  random.shuffle(kinds);
  const double draw = random.uniform();
  kinds.resize(draw < 0.60 ? 1 : draw < 0.92 ? 2 : 3);
  std::sort(kinds.begin(), kinds.end());  // those that cover others first
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  for (const Kind kind : kinds) {
    if (kind == kEffusion) {
      const bool both = random.chance(0.22);
      const Side side = drawSide(random);
      findings.effusion[static_cast<std::size_t>(side)] = drawExtent(random);
      if (both)  // two large ones would leave no lung
        for (auto& extent : findings.effusion)
          extent = random.chance(0.6) ? Extent::Small : Extent::Moderate;
    } else if (kind == kPneumothorax) {
      Side side = drawSide(random);
      if (findings.effusionOn(side)) side = otherSide(side);
      const Extent extent = drawExtent(random);
      if (!findings.effusionOn(side)) findings.pneumothorax = Pneumothorax{side, extent};
    } else if (kind == kConsolidation) {
      Consolidation patch;
      patch.extent = drawExtent(random);
      if (findRoom(findings, random, patch.side, patch.zone)) findings.consolidation = patch;
    } else if (kind == kNodule) {
      Nodule nodule;
      nodule.diameter = random.uniform(16, 32);
      if (!findRoom(findings, random, nodule.side, nodule.zone)) continue;
      const auto& patch = findings.consolidation;
      if (patch && patch->side == nodule.side && patch->zone == nodule.zone)
        nodule.zone = nodule.zone == Zone::Upper ? Zone::Mid : Zone::Upper;
      findings.nodule = nodule;
    } else {
      findings.cardiomegaly = true;
    }
  }
  return findings;
}

Findings evolve(const Findings& before, Random& random) {
  Findings now = before;
  for (auto& extent : now.effusion)
    if (extent) extent = changed(*extent, random);
  if (now.effusion[0] && now.effusion[1])
    for (auto& extent : now.effusion) extent = std::min(*extent, Extent::Moderate);
  if (now.consolidation) {
    const auto extent = changed(now.consolidation->extent, random);
    if (extent)
      now.consolidation->extent = *extent;
    else
      now.consolidation.reset();
  }
  if (now.pneumothorax) {
    const auto extent = changed(now.pneumothorax->extent, random);
    if (extent)
      now.pneumothorax->extent = *extent;
    else
      now.pneumothorax.reset();
  }
  if (now.nodule)
    now.nodule->diameter = std::min(now.nodule->diameter * random.uniform(1.0, 1.25), 38.0);
  // Fluid may have risen over what was seen before.
  const auto hidden = [&](Side side, Zone zone) {
    return isCovered(now, side) || (now.effusionOn(side) && zone == Zone::Lower);
  };
  if (now.nodule && hidden(now.nodule->side, now.nodule->zone)) now.nodule.reset();
  if (now.consolidation && hidden(now.consolidation->side, now.consolidation->zone))
    now.consolidation.reset();
  return now;
}

}  // namespace

std::vector<Findings> drawCourse(Random& random, int studies) {
  std::vector<Findings> course;
  for (int study = 0; study < studies; ++study)
    course.push_back(course.empty() ? drawFirst(random) : evolve(course.back(), random));
  return course;
}

}  // namespace mrm::phantom
