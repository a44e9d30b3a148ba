// What becomes of uncertain and blank labels when a task is trained.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"

namespace mrm {

enum class UncertainAs {
  Zero,
  One,
  Ignore,
  Keep
};  // U-zeros, U-ones, U-ignore (Irvin et al. 2019)
enum class BlankAs { Zero, Ignore };

struct LabelPolicy {
  UncertainAs uncertain = UncertainAs::Ignore;
  BlankAs blank = BlankAs::Zero;
};

// 0, 1, 0.5 (kept uncertain), or nothing (left out of the loss).
std::optional<double> labelTarget(LabelValue value, const LabelPolicy& policy);

struct LabelCounts {
  std::string name;
  std::int64_t negative = 0, positive = 0, uncertain = 0, blank = 0, absent = 0;
  std::int64_t targetZero = 0, targetOne = 0, targetOther = 0, leftOut = 0;  // under the policy
};
std::vector<std::string> labelTasks(const Catalog& catalog);
std::vector<LabelCounts> countLabels(const Catalog& catalog, const std::string& task,
                                     const LabelPolicy& policy, const RecordQuery& query = {});

// together[i][j]: records with both classes positive; the diagonal counts each class.
struct LabelCooccurrence {
  std::vector<std::string> names;
  std::vector<std::vector<std::int64_t>> together;
};
LabelCooccurrence labelCooccurrence(const Catalog& catalog, const std::string& task,
                                    const RecordQuery& query = {});

}  // namespace mrm
