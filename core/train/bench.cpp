#include "core/train/bench.h"

#include <ATen/ATen.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>

#include "core/model/device.h"
#include "core/train/training_step.h"

namespace mrm {
namespace {

// Multiply-adds of one transformer block for `rows` output tokens out of `tokens`, feed-forward
// width `inner`.
double blockProducts(double tokens, double rows, double width, double inner) {
  const double projections = rows * width * width * 2 + tokens * width * width * 2;  // q, out; k, v
  const double mixing = 2 * rows * tokens * width;
  return projections + mixing + 2 * rows * width * inner;
}

MrmBatch syntheticBatch(const MrmConfig& config, const PretrainOptions& options,
                        const at::Device& device) {
  const std::int64_t n = options.recipe.batch;
  const at::TensorOptions words = at::TensorOptions(at::kLong);
  MrmBatch batch;
  batch.imageHigh = at::randn({n, 1, config.highResolution, config.highResolution});
  batch.imageLow =
      at::_upsample_bicubic2d_aa(batch.imageHigh, {config.imageSize, config.imageSize}, false);
  batch.maskNoise = at::rand({n, config.patches()});
  batch.reportLabels = at::randint(4, config.vocabularySize, {n, config.reportLength}, words);
  batch.reportMasked = at::rand({n, config.reportLength}) < options.masking.reportRatio;
  batch.reportIds = at::where(batch.reportMasked, at::full({}, 3, words), batch.reportLabels);
  batch.reportAttention = at::ones({n, config.reportLength}, words);
  for (at::Tensor* tensor : {&batch.imageHigh, &batch.imageLow, &batch.maskNoise, &batch.reportIds,
                             &batch.reportLabels, &batch.reportAttention, &batch.reportMasked})
    *tensor = tensor->to(device);
  return batch;
}

}  // namespace

double trainingOperations(const PretrainOptions& options, std::int64_t vocabularySize) {
  const MrmConfig c = configOf(options, vocabularySize);
  const auto d = [](std::int64_t value) { return static_cast<double>(value); };
  const double visible = d(c.visiblePatches(options.masking.imageRatio));
  const double hidden = d(c.patches()) - visible;
  const double scored = options.masking.reportLoss == "all"
                            ? d(c.reportLength)
                            : d(c.reportLength) * options.masking.reportRatio;
  double sum = visible * d(c.patchSize * c.patchSize * c.width);
  sum += d(c.depth) * blockProducts(visible + 1, visible + 1, d(c.width), d(c.width) * c.mlpRatio);
  sum += (visible + 1) * d(c.width * c.decoderWidth);
  for (std::int64_t i = 0; i < c.decoderDepth; ++i)
    sum += blockProducts(d(c.patches()) + 1, i + 1 == c.decoderDepth ? hidden : d(c.patches()) + 1,
                         d(c.decoderWidth), d(c.decoderWidth) * c.mlpRatio);
  sum += hidden * d(c.decoderWidth * c.patchPixels()) + d(c.width * c.reportWidth);
  sum += d(c.reportDepth) * blockProducts(d(c.reportLength), d(c.reportLength), d(c.reportWidth),
                                          d(c.reportIntermediate));
  sum += scored * d(c.reportWidth) * d(c.reportWidth + c.vocabularySize);
  return 3 * 2 * sum;
}

BenchResult benchPretrain(const PretrainOptions& given, std::int64_t vocabularySize,
                          std::int64_t steps) {
  PretrainOptions options = given;
  options.resolveModel();
  const DeviceChoice choice = chooseDevice(options.run.device, options.run.precision,
                                           static_cast<int>(options.run.threads));
  const at::Device device = choice.cuda ? at::Device(at::kCUDA) : at::Device(at::kCPU);
  MrmModel model(configOf(options, vocabularySize), 1);
  model.parameters().to(device);
  AdamW optimizer(model.parameters(), {});
  StepOptions step = stepOptionsOf(options);
  step.compute.bf16 = choice.bf16;
  const MrmBatch batch = syntheticBatch(model.config(), options, device);

  std::vector<double> seconds;
  for (std::int64_t i = 0; i < steps + 2; ++i) {
    const auto start = std::chrono::steady_clock::now();
    // The losses' values are read in it, so that the device's work is waited for.
    trainStep(model, optimizer, step, i, 1e-4, /*measureNorm=*/true, [&] { return batch; });
    if (i >= 2)
      seconds.push_back(
          std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(seconds.begin(), seconds.end());
  const double median = seconds[seconds.size() / 2];
  const auto images = static_cast<double>(options.recipe.batch * options.recipe.accumulation);
  BenchResult result;
  result.device = choice.description;
  result.parameters = model.parameters().trainableElements();
  result.imagesPerSecond = images / median;
  result.bestImagesPerSecond = images / seconds.front();
  result.floatingPointRate = trainingOperations(options, vocabularySize) * images / median;
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  result.peakMemory = static_cast<double>(usage.ru_maxrss) * 1024;
  return result;
}

}  // namespace mrm
