// Spreads patients over splits so that every class is spread, too.
#pragma once

#include <array>
#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/catalog/catalog_types.h"

namespace mrm {

// Iterative stratification (Sechidis, Tsoumakas, Vlahavas 2011): the class with the fewest patients
// left is dealt out first, each patient to the split that lacks most of that class, then to the one
// that lacks most patients. Patients are taken in the order in which they are given, which the
// caller draws.
//   positives  for each patient the ascending indices of classes, below `classes`
//   given      a patient's split that is kept; None: to be chosen
//   shares     of training, validation, test; sum 1
// Without classes the splits get their shares of patients exactly, rounded.
std::vector<Split> stratify(const std::vector<std::vector<std::uint32_t>>& positives,
                            std::size_t classes, const std::vector<Split>& given,
                            const std::array<double, 3>& shares, std::stop_token stop = {});

}  // namespace mrm
