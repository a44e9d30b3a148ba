#include "core/cache/epoch_sampler.h"

#include <numeric>

#include "core/base/random.h"
#include "core/run/step_plan.h"

namespace mrm {
namespace {
constexpr std::uint64_t kOrderStream = 4;  // apart from those of SampleSource
}

EpochSampler::EpochSampler(std::size_t records, std::int64_t batch, std::uint64_t seed)
    : records_(records),
      batch_(batch),
      batchesPerEpoch_(batchesPerEpoch(records, batch)),
      seed_(seed) {}

const std::vector<std::size_t>& EpochSampler::order(std::uint64_t epoch) {
  if (epoch != cachedEpoch_) {
    cachedOrder_.resize(records_);
    std::iota(cachedOrder_.begin(), cachedOrder_.end(), std::size_t{0});
    Random(seed_, {kOrderStream, epoch}).shuffle(cachedOrder_);
    cachedEpoch_ = epoch;
  }
  return cachedOrder_;
}

std::vector<SampleId> EpochSampler::batch(std::int64_t number) {
  const std::lock_guard lock(mutex_);
  const auto epoch = static_cast<std::uint64_t>(number / batchesPerEpoch_);
  const std::int64_t first = number % batchesPerEpoch_ * batch_;
  const std::vector<std::size_t>& records = order(epoch);
  std::vector<SampleId> samples;
  for (std::int64_t i = 0; i < batch_; ++i) {
    const auto position = static_cast<std::size_t>(first + i);
    // A record that a batch holds twice is cropped and masked differently the second time.
    const std::uint64_t repeat = position / records_;
    samples.push_back({records[position % records_], epoch | repeat << 40});
  }
  return samples;
}

}  // namespace mrm
