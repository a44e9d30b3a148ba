#include "core/train/evaluate.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/text/word_masking.h"

namespace mrm {
namespace {

std::int64_t scoredPositions(const RecordBatch& batch, const MrmObjective& objective) {
  if (objective.allReportPositions) return static_cast<std::int64_t>(batch.labels.size());
  std::int64_t sum = 0;
  for (const std::uint8_t masked : batch.masked) sum += masked;
  return sum;
}

}  // namespace

std::vector<std::shared_ptr<RecordBatch>> fixedViews(SampleSource& source, std::size_t records,
                                                     std::int64_t batch,
                                                     const BatchLoader::Rejected& rejected) {
  std::vector<std::shared_ptr<RecordBatch>> batches;
  const auto size = static_cast<std::size_t>(batch);
  for (std::size_t first = 0; first < records; first += size) {
    const std::size_t last = std::min(first + size, records);
    auto made =
        std::make_shared<RecordBatch>(static_cast<std::int64_t>(last - first), source.options());
    for (std::size_t record = first; record < last; ++record) {
      const SampleId id{record, kFixedView};
      try {
        source.fill(id, made->row(made->samples.size()));
        made->samples.push_back(id);
      } catch (const Error& error) {
        if (rejected) rejected(source.record(record), error.what());
      }
    }
    if (made->samples.empty()) continue;
    made->keepFirst(made->samples.size());
    batches.push_back(std::move(made));
  }
  return batches;
}

Validation::Validation(SampleSource& source, std::int64_t batch, const PixelOptions& pixels,
                       const at::Device& device, const BatchLoader::Rejected& rejected)
    : batches_(fixedViews(source, source.size(), batch, rejected)),
      pixels_(pixels),
      device_(device) {}

ValidationLosses Validation::losses(const MrmModel& model, const MrmObjective& objective,
                                    const Compute& compute,
                                    const std::function<bool()>& keepGoing) const {
  const at::NoGradGuard noGrad;
  Compute still = compute;
  still.training = false;
  double image = 0, report = 0, records = 0, positions = 0;
  for (const auto& batch : batches_) {
    if (keepGoing && !keepGoing()) throw Stopped();
    const MrmLosses losses = model.losses(toTensors(*batch, pixels_, device_), objective, still);
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
    const MrmBatch tensors = toTensors(*batch, pixels_, device_);
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
  for (std::size_t i = 0; i < source.size(); ++i) {
    const Encoding report =
        source.tokenizer().encode(source.record(i).report, source.options().reportLength);
    const auto add = [&](std::size_t position) {
      counts[static_cast<std::size_t>(report.ids[position])] += 1;
    };
    if (allPositions) {
      for (std::size_t k = 0; k < report.ids.size(); ++k) add(k);
    } else {
      for (const WordSpan& word : wordSpans(report.ids, source.tokenizer()))
        for (std::size_t k = word.begin; k < word.end; ++k) add(k);
    }
  }
  return counts;
}

}  // namespace mrm
