// What a phantom study shows, and how it changes from one study of a patient to the next.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/base/random.h"

namespace mrm::phantom {

// The patient's sides. In a radiograph taken from behind (PA) and shown as usual, the patient's
// right lies at the image's left.
enum class Side { Right, Left };
enum class Zone { Upper, Mid, Lower };
enum class Extent { Small, Moderate, Large };

constexpr Side otherSide(Side side) {
  return side == Side::Right ? Side::Left : Side::Right;
}

struct Nodule {
  Side side = Side::Right;
  Zone zone = Zone::Upper;
  double diameter = 20;  // mm
};

struct Consolidation {
  Side side = Side::Right;
  Zone zone = Zone::Lower;
  Extent extent = Extent::Moderate;
};

struct Pneumothorax {
  Side side = Side::Right;
  Extent extent = Extent::Moderate;
};

struct Findings {
  std::array<std::optional<Extent>, 2> effusion;  // by Side
  std::optional<Nodule> nodule;
  std::optional<Consolidation> consolidation;
  std::optional<Pneumothorax> pneumothorax;
  bool cardiomegaly = false;

  bool hasEffusion() const { return effusion[0] || effusion[1]; }
  const std::optional<Extent>& effusionOn(Side side) const {
    return effusion[static_cast<std::size_t>(side)];
  }
  bool none() const {
    return !hasEffusion() && !nodule && !consolidation && !pneumothorax && !cardiomegaly;
  }
};

// The findings of `studies` studies in order of time. About a third of all studies have none; sides
// are drawn evenly and independently. Effusions, consolidations and pneumothoraces grow, shrink and
// resolve; nodules and large hearts stay. Nothing lies where something else would hide it.
std::vector<Findings> drawCourse(Random& random, int studies);

}  // namespace mrm::phantom
