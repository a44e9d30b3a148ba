// Who is trained on and who is held back: splits by patient, and nested shares of the labels.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/catalog/catalog.h"

namespace mrm {

struct SplitPlan {
  double training = 0.8, validation = 0.1, test = 0.1;  // shares of the patients; sum 1
  std::uint64_t seed = 1;
  // The positives of this task's classes are spread over the splits as evenly as whole patients
  // allow (iterative stratification, Sechidis et al. 2011, on patients). Empty: not stratified.
  std::string stratifyBy;
  bool keepGiven =
      false;  // records that have a split already keep it, and their patients with them
};

// A split for every record of status Usable; records of one patient are never parted, nor are the
// records without a patient that share a study. The same catalogue, plan and seed give the same
// splits. An id means the same patient in every source. Where a patient's records were given
// several splits, keepGiven leaves them there (checkCatalog() tells) and the rest follow most of
// them. Throws Error for shares that do not add up and for a task that there is not.
std::vector<std::pair<RecordId, Split>> planSplits(const Catalog& catalog, const SplitPlan& plan,
                                                   std::stop_token stop = {});

// The records of a share (0 to 1] of the training split's patients that have labels of the task, by
// seed: a smaller share lies within a larger one of the same seed. Every class of the task that has
// a positive keeps one. Ascending ids.
std::vector<RecordId> labelFraction(const Catalog& catalog, const std::string& task, double share,
                                    std::uint64_t seed, std::stop_token stop = {});

}  // namespace mrm
