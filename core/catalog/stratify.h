// Spreads patients over splits so that every class is spread, too.
#pragma once

#include <array>
#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/catalog/catalog_types.h"

namespace mrm {

// A patient's records with a positive of a class.
struct ClassCount {
  std::uint32_t labelClass = 0;  // an index
  std::uint32_t records = 0;
};

// Iterative stratification (Sechidis, Tsoumakas, Vlahavas 2011): the class with the fewest patients
// left is dealt out first, each patient to the split that lacks most of its records of that class,
// then to the one that lacks most of its patients; the first patient of a class to training. Those
// with many such records come first, so that few are left to even out; otherwise the order is the
// one given, which the caller draws.
//   positives  for each patient its classes, ascending and below `classes`
//   given      a patient's split that is kept; None: to be chosen
//   shares     of training, validation, test; sum 1
// Without classes the splits get their shares of patients exactly, rounded.
std::vector<Split> stratify(const std::vector<std::vector<ClassCount>>& positives,
                            std::size_t classes, const std::vector<Split>& given,
                            const std::array<double, 3>& shares, std::stop_token stop = {});

}  // namespace mrm
