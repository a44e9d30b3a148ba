#include "core/train/evaluate.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <cmath>

#include "core/base/error.h"
#include "core/base/progress.h"

namespace mrm {
namespace {

std::int64_t scoredPositions(const RecordBatch& batch, const MrmObjective& objective) {
  if (objective.allReportPositions) return static_cast<std::int64_t>(batch.labels.size());
  std::int64_t sum = 0;
  for (const std::uint8_t masked : batch.masked) sum += masked;
  return sum;
}

}  // namespace

Validation::Validation(SampleSource& source, std::int64_t batch, const PixelOptions& pixels,
                       const at::Device& device, const BatchLoader::Rejected& rejected)
    : pixels_(pixels), device_{device} {
  std::vector<SampleId> pending;
  const auto take = [&] {
    auto made =
        std::make_shared<RecordBatch>(static_cast<std::int64_t>(pending.size()), source.options());
    std::vector<SampleId> good;
    for (const SampleId& id : pending) {
      try {
        source.fill(id, made->row(good.size()));
        good.push_back(id);
      } catch (const Error& error) {
        if (rejected) rejected(source.record(id.record), error.what());
      }
    }
    if (good.size() < pending.size()) {  // the last rows are unused: copy the good ones
      auto smaller =
          std::make_shared<RecordBatch>(static_cast<std::int64_t>(good.size()), source.options());
      for (std::size_t i = 0; i < good.size(); ++i) source.fill(good[i], smaller->row(i));
      made = smaller;
    }
    made->samples = good;
    if (!good.empty()) batches_.push_back(made);
    pending.clear();
  };
  for (std::size_t record = 0; record < source.size(); ++record) {
    pending.push_back({record, kFixedView});
    if (static_cast<std::int64_t>(pending.size()) == batch || record + 1 == source.size()) take();
  }
}

ValidationLosses Validation::losses(const MrmModel& model, const MrmObjective& objective,
                                    const Compute& compute,
                                    const std::function<bool()>& keepGoing) const {
  const at::NoGradGuard noGrad;
  Compute still = compute;
  still.training = false;
  double image = 0, report = 0, records = 0, positions = 0;
  for (const auto& batch : batches_) {
    if (keepGoing && !keepGoing()) throw Stopped();
    const MrmLosses losses = model.losses(toTensors(*batch, pixels_, device_[0]), objective, still);
    const auto scored = static_cast<double>(scoredPositions(*batch, objective));
    image += losses.image.item<double>() * static_cast<double>(batch->count);
    records += static_cast<double>(batch->count);
    if (scored > 0) report += losses.report.item<double>() * scored;
    positions += scored;
  }
  return {records > 0 ? image / records : 0, positions > 0 ? report / positions : 0};
}

Baselines Validation::baselines(const MrmModel& model, const MrmObjective& objective,
                                const std::vector<double>& trainingCounts) const {
  const at::NoGradGuard noGrad;
  double total = 0;
  for (const double count : trainingCounts) total += count + 1;
  double image = 0, records = 0, report = 0, positions = 0;
  for (const auto& batch : batches_) {
    const MrmBatch tensors = toTensors(*batch, pixels_, device_[0]);
    // Only hidden patches count, in the order of their noise, as in the loss.
    const std::int64_t visible = model.config().visiblePatches(objective.imageRatio);
    const at::Tensor hidden =
        tensors.maskNoise.argsort(true, 1, false).slice(1, visible).unsqueeze(-1);
    const at::Tensor patches = model.patchify(tensors.imageHigh);
    const at::Tensor wanted = patches.gather(1, hidden.expand({-1, -1, patches.size(2)}));
    const at::Tensor variance = (wanted - wanted.mean(-1, true)).square().mean(-1);
    const auto pixels = static_cast<double>(model.config().patchPixels());
    const at::Tensor loss = objective.normalizePatches
                                ? variance / (variance * (pixels / (pixels - 1.0)) + 1e-6)
                                : variance;
    image += loss.mean().item<double>() * static_cast<double>(batch->count);
    records += static_cast<double>(batch->count);
    for (std::size_t i = 0; i < batch->labels.size(); ++i) {
      if (!objective.allReportPositions && !batch->masked[i]) continue;
      report -= std::log((trainingCounts[static_cast<std::size_t>(batch->labels[i])] + 1) / total);
      positions += 1;
    }
  }
  return {records > 0 ? image / records : 0, positions > 0 ? report / positions : 0};
}

std::vector<double> countPieces(SampleSource& source, std::int64_t vocabularySize,
                                bool allPositions) {
  std::vector<double> counts(static_cast<std::size_t>(vocabularySize));
  const Tokenizer& tokenizer = source.tokenizer();
  const auto canBeMasked = [&tokenizer](std::int64_t id) {
    return id != tokenizer.padId() && id != tokenizer.classId() && id != tokenizer.maskId();
  };
  for (std::size_t i = 0; i < source.size(); ++i) {
    const Encoding report =
        source.tokenizer().encode(source.record(i).report, source.options().reportLength);
    for (const std::int64_t id : report.ids)
      if (allPositions || canBeMasked(id)) counts[static_cast<std::size_t>(id)] += 1;
  }
  return counts;
}

}  // namespace mrm
