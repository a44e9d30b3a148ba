#include "core/sample/lung_findings.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/sample/tubes.h"
#include "core/sample/vessels.h"

namespace mrm::phantom {
namespace {

using std::numbers::pi;

struct Range {
  double from, to;
};

// Heights of a zone's middle part, as shares of the way from the apex to the dome.
Range heightsOf(Zone zone) {
  switch (zone) {
    case Zone::Upper:
      return {0.15, 0.30};
    case Zone::Mid:
      return {0.42, 0.58};
    default:
      return {0.74, 0.90};
  }
}

// A place in the zone around which a disc of `radius` lies in the lung field and clear of the
// hilum. Where none is found the best of those tried.
Point findPlace(const Chest& chest, Side side, Zone zone, double radius, Random random) {
  constexpr int kTries = 300, kRim = 12;
  const Range range = heightsOf(zone);
  const double top = side == Side::Right ? chest.anatomy().rightDome : chest.anatomy().leftDome;
  const Point root = hilum(chest, side);
  Point best;
  double bestScore = -1e9;
  for (int attempt = 0; attempt < kTries && bestScore < kRim; ++attempt) {
    const double y = random.uniform(range.from, range.to) * (top + chest.inspiration());
    const double inner = chest.medialBorder(side, y), outer = chest.lateralWall(y);
    const double out = random.uniform(inner, outer);
    const Point p{Chest::sign(side) * out, y};
    double score = 0;
    for (int i = 0; i < kRim; ++i) {
      const double angle = 2 * pi * i / kRim;
      const double x = p.x + (radius + 4) * std::cos(angle),
                   rimY = p.y + (radius + 4) * std::sin(angle);
      score += chest.ray(x, rimY).inLungField && chest.ray(x, rimY).side == side;
    }
    if (!chest.ray(p.x, p.y).inLungField) score -= 2 * kRim;
    score -= std::max(0.0, radius + 16 - std::hypot(p.x - root.x, p.y - root.y));
    if (score > bestScore) {
      bestScore = score;
      best = p;
    }
  }
  return best;
}

double radiusOf(Extent extent) {
  return extent == Extent::Small ? 27 : extent == Extent::Moderate ? 37 : 48;
}

}  // namespace

LungFindings::LungFindings(const Chest& chest, const Findings& findings, const Frame& frame)
    : chest_(chest), findings_(findings) {
  const std::uint64_t seed = chest.anatomy().seed;
  if (const auto& nodule = findings.nodule)
    noduleCentre_ =
        findPlace(chest, nodule->side, nodule->zone, nodule->diameter / 2, Random(seed, {2}));
  if (const auto& patch = findings.consolidation) {
    patchRadius_ = radiusOf(patch->extent);
    patchCentre_ = findPlace(chest, patch->side, patch->zone, 14, Random(seed, {3}));
    Random random(seed, {4});
    patchNoise_ = smoothNoise(frame.width(), frame.height(), 13 / frame.mmPerPixel(), random);
    const Plane fine = smoothNoise(frame.width(), frame.height(), 4.5 / frame.mmPerPixel(), random);
    for (std::size_t i = 0; i < fine.values.size(); ++i)
      patchNoise_->values[i] = 0.8F * patchNoise_->values[i] + 0.3F * fine.values[i];
    // Bronchi that keep their air and so stand out dark (air bronchogram).
    patchBronchi_.emplace(frame.width(), frame.height());
    TubePainter painter(frame.width(), frame.height());
    const Point root = hilum(chest, patch->side);
    const double towards = std::atan2(patchCentre_.y - root.y, patchCentre_.x - root.x);
    const auto tubePoint = [&](const Point& p, double radius) {
      const Point pixel = frame.toPixels(p.x, p.y);
      return TubePoint{pixel.x, pixel.y, radius / frame.mmPerPixel(), 1};
    };
    for (const double fan : {-0.42, -0.12, 0.2, 0.46}) {
      double angle = towards + fan;
      Point at{patchCentre_.x - 0.7 * patchRadius_ * std::cos(angle),
               patchCentre_.y - 0.7 * patchRadius_ * std::sin(angle)};
      for (double radius = 1.9; radius > 0.8; radius *= 0.93) {
        angle += 0.09 * random.normal();
        const Point next{at.x + 5 * std::cos(angle), at.y + 5 * std::sin(angle)};
        painter.piece(tubePoint(at, radius), tubePoint(next, radius * 0.93), roundProfile);
        at = next;
      }
    }
    painter.finish(*patchBronchi_);
  }
  if (const auto& air = findings.pneumothorax) {
    const double apical = air->extent == Extent::Small      ? 19
                          : air->extent == Extent::Moderate ? 38
                                                            : 70;
    const double basal = air->extent == Extent::Small      ? 5
                         : air->extent == Extent::Moderate ? 20
                                                           : 52;
    const double lowest = chest.lungHeight();
    wall_.push_back({{Chest::sign(air->side) * (chest.apexX() - 12), 4}, apical});
    for (double y = 0; y <= lowest; y += 4)
      wall_.push_back({{Chest::sign(air->side) * chest.lateralWall(y), y},
                       mix(apical, basal, smoothstep(0, lowest, y))});
  }
}

// The fluid's upper border rises towards the side wall (meniscus).
double LungFindings::fluidShare(const Point& point, Side side) const {
  const auto& extent = findings_.effusionOn(side);
  if (!extent) return 0;
  const double angle = chest_.lungHeight() + 0.5 * chest_.inspiration();
  const double height = *extent == Extent::Small ? 60 : *extent == Extent::Moderate ? 108 : 168;
  const double sag = *extent == Extent::Small ? 50 : *extent == Extent::Moderate ? 52 : 40;
  const double inner = chest_.medialBorder(side, point.y), outer = chest_.lateralWall(point.y);
  const double lateral = clamp01((Chest::sign(side) * point.x - inner) / (outer - inner));
  const double border = angle - height + sag * (1 - std::pow(lateral, 2.4));
  // The fluid's layer grows thick below its border, at once where the border is seen edge-on.
  const double depth = point.y - border;
  return depth <= 0 ? 0 : 1 - std::exp(-depth / 13) * (1 - 0.25 * smoothstep(0, 2, depth));
}

void LungFindings::applyPneumothorax(const Point& point, LungState& state) const {
  // Distance to the wall less the lung's distance from it there: negative in the air.
  double inside = 1e9, depth = 0;
  for (std::size_t i = 1; i < wall_.size(); ++i) {
    const Point &a = wall_[i - 1].place, &b = wall_[i].place;
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double along =
        clamp01(((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy));
    const double here = mix(wall_[i - 1].depth, wall_[i].depth, along);
    const double distance =
        std::hypot(point.x - a.x - along * dx, point.y - a.y - along * dy) - here;
    if (distance < inside) {
      inside = distance;
      depth = here;
    }
  }
  state.collapse = 1 + depth / 110;
  state.airOnly = inside < 0;
  // The pleura over the lung's edge, seen edge-on.
  const double q = (inside + 0.2) / 1.1;
  if (q * q < 1) state.pleura = 9 * (1 - q * q);
}

LungState LungFindings::at(std::int64_t px, std::int64_t py, const Point& point, Side side) const {
  LungState state;
  state.fluid = fluidShare(point, side);
  if (findings_.pneumothorax && findings_.pneumothorax->side == side)
    applyPneumothorax(point, state);
  if (const auto& nodule = findings_.nodule; nodule && nodule->side == side) {
    const double dx = point.x - noduleCentre_.x, dy = point.y - noduleCentre_.y,
                 r = nodule->diameter / 2;
    const double angle = std::atan2(dy, dx);
    const double lobed = r * (1 + 0.06 * std::cos(3 * angle + 1) + 0.04 * std::cos(5 * angle));
    const double q = (dx * dx + dy * dy) / (lobed * lobed);
    if (q < 1) state.nodule = 2 * r * std::sqrt(1 - q);
  }
  if (findings_.consolidation && findings_.consolidation->side == side) {
    const double dx = (point.x - patchCentre_.x) / (0.85 * patchRadius_),
                 dy = (point.y - patchCentre_.y) / patchRadius_;
    const double distance = std::hypot(dx, dy);
    if (distance < 1.7) {
      state.solid = 0.66 * smoothstep(-0.15, 0.75, 1 - distance + 0.16 * patchNoise_->at(px, py));
      state.bronchi = patchBronchi_->at(px, py);
    }
  }
  return state;
}

}  // namespace mrm::phantom
