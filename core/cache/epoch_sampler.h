// In which order records are trained on.
#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

#include "core/cache/sample_source.h"

namespace mrm {

// Each epoch visits the records in an order of its own that follows from the seed. What an epoch
// leaves over after its last whole batch is not used in it (as published); with fewer records than
// a batch, the batch repeats them. Thread-safe.
class EpochSampler {
 public:
  EpochSampler(std::size_t records, std::int64_t batch, std::uint64_t seed);

  // Batches are numbered through all epochs.
  std::vector<SampleId> batch(std::int64_t number);

 private:
  const std::vector<std::size_t>& order(std::uint64_t epoch);

  std::size_t records_;
  std::int64_t batch_, batchesPerEpoch_;
  std::uint64_t seed_;
  std::mutex mutex_;
  std::uint64_t cachedEpoch_ = kFixedView;
  std::vector<std::size_t> cachedOrder_;
};

}  // namespace mrm
