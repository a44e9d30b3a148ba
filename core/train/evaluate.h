// Losses on the records held back, and what trivial predictors would reach there.
// Internal to core/train: includes ATen.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/cache/batch_loader.h"
#include "core/model/mrm_model.h"
#include "core/run/run_folder.h"
#include "core/train/tensor_batch.h"

namespace mrm {

struct ValidationLosses {
  double image = 0, report = 0;
};

// The fixed views of the source's first records, in batches; records that cannot be decoded are
// reported and left out.
std::vector<std::shared_ptr<RecordBatch>> fixedViews(SampleSource& source, std::size_t records,
                                                     std::int64_t batch,
                                                     const BatchLoader::Rejected& rejected);

// The records' fixed views with their fixed masks, so that every call measures the same thing.
// Batches are weighted by what they count: records for the image, scored positions for the report.
class Validation {
 public:
  // Decodes the records once. `source` holds the records held back; none is allowed.
  Validation(SampleSource& source, std::int64_t batch, const PixelOptions& pixels,
             const at::Device& device, const BatchLoader::Rejected& rejected);

  bool empty() const { return batches_.empty(); }
  // `keepGoing` is asked between batches; false ends it with Stopped.
  ValidationLosses losses(const MrmModel& model, const MrmObjective& objective,
                          const Compute& compute, const std::function<bool()>& keepGoing) const;

  // Image: the loss of predicting each patch's own mean. Report: the loss of predicting the word
  // pieces' frequencies in `trainingCounts` (one count a vocabulary entry, plus one), over the
  // positions that count.
  Baselines baselines(const MrmModel& model, const MrmObjective& objective,
                      const std::vector<double>& trainingCounts) const;

  const std::vector<std::shared_ptr<RecordBatch>>& batches() const { return batches_; }

 private:
  std::vector<std::shared_ptr<RecordBatch>> batches_;
  PixelOptions pixels_;
  at::Device device_;
};

// How often each word piece stands at the positions that count: all labels when `allPositions`,
// else those of real words (word pieces that can be masked).
std::vector<double> countPieces(SampleSource& source, std::int64_t vocabularySize,
                                bool allPositions);

}  // namespace mrm
