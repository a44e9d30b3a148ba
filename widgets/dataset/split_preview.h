// What splits would make of a data set: records, patients and positives on each side.
#pragma once

#include <array>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/base/progress.h"
#include "core/catalog/splits.h"

namespace mrm {

struct SplitPreview {
  static constexpr std::array kSplits{Split::Training, Split::Validation, Split::Test, Split::None};
  using Counts = std::array<std::int64_t, kSplits.size()>;  // by kSplits
  struct Row {
    std::string name;  // of the class
    Counts counts{};   // its positives
  };
  std::vector<std::pair<RecordId, Split>> splits;  // that the counts are of
  Counts records{}, patients{}, reports{};
  std::vector<Row> classes;  // of the task
  std::int64_t changed = 0;  // records that have another split now
};

// Usable records. Throws Error, Stopped.
SplitPreview previewSplits(const Catalog& catalog, const SplitPlan& plan, const std::string& task,
                           const ProgressSink& progress, const std::stop_token& stop);
// Of the splits as they are.
SplitPreview presentSplits(const Catalog& catalog, const std::string& task,
                           const ProgressSink& progress, const std::stop_token& stop);

struct FractionPreview {
  double share = 1;
  std::int64_t records = 0, patients = 0;
  std::vector<SplitPreview::Row> classes;  // positives, in the place of Split::Training
};
// 1, 10 and 100 percent of the labelled training records.
std::vector<FractionPreview> previewFractions(const Catalog& catalog, const std::string& task,
                                              std::uint64_t seed, const std::stop_token& stop);

}  // namespace mrm
