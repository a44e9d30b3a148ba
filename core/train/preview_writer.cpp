#include "core/train/preview_writer.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <cmath>

#include "core/base/files.h"
#include "core/image/decode.h"
#include "core/text/word_masking.h"

namespace mrm {
namespace {

constexpr std::uint8_t kHiddenGray = 96;

// [patches, s * s] in pixel values -> the image
GrayImage fromPatches(const at::Tensor& patches, std::int64_t grid, std::int64_t s) {
  const at::Tensor bytes = patches.clamp(0, 255)
                               .round()
                               .to(at::kCPU)
                               .to(at::kByte)
                               .reshape({grid, grid, s, s})
                               .permute({0, 2, 1, 3})
                               .contiguous();
  GrayImage image;
  image.width = image.height = grid * s;
  const std::uint8_t* data = bytes.const_data_ptr<std::uint8_t>();
  image.pixels.assign(data, data + bytes.numel());
  return image;
}

// logits [reportLength, vocabulary], log-softmaxed
std::vector<PreviewWord> restoredWords(const at::Tensor& logProbabilities, const RecordBatch& batch,
                                       std::size_t index, const Tokenizer& tokenizer) {
  const auto length = static_cast<std::size_t>(batch.options.reportLength);
  const auto row = [&](const std::vector<std::int64_t>& values) {
    return std::vector<std::int64_t>(
        values.begin() + static_cast<std::ptrdiff_t>(index * length),
        values.begin() + static_cast<std::ptrdiff_t>((index + 1) * length));
  };
  const std::vector<std::int64_t> labels = row(batch.labels), ids = row(batch.ids);
  const at::Tensor best = logProbabilities.argmax(-1).to(at::kCPU);
  std::vector<PreviewWord> words;
  for (const WordSpan& span : wordSpans(labels, tokenizer)) {
    PreviewWord word;
    std::vector<std::int64_t> own, restored;
    double logProbability = 0;
    for (std::size_t i = span.begin; i < span.end; ++i) {
      own.push_back(labels[i]);
      restored.push_back(best[static_cast<std::int64_t>(i)].item<std::int64_t>());
      word.masked |= ids[i] != labels[i];
      logProbability += logProbabilities[static_cast<std::int64_t>(i)][labels[i]].item<double>();
    }
    word.text = tokenizer.join(own);
    if (word.masked) {
      word.restored = tokenizer.join(restored);
      word.probability = std::exp(logProbability);
    }
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace

void writePreview(const RunPaths& run, std::int64_t step, const MrmModel& model,
                  const MrmObjective& objective, const RecordBatch& batch, std::int64_t count,
                  const SampleSource& source, const PixelOptions& pixels,
                  const at::Device& device) {
  const at::NoGradGuard noGrad;
  const MrmBatch all = toTensors(batch, pixels, device);
  count = std::min(count, batch.count);
  const auto first = [count](const at::Tensor& t) { return t.narrow(0, 0, count); };
  const MrmBatch some{first(all.imageHigh),   first(all.imageLow),     first(all.maskNoise),
                      first(all.reportIds),   first(all.reportLabels), first(all.reportAttention),
                      first(all.reportMasked)};
  const MrmOutputs outputs = model.forward(some, objective.imageRatio, Compute{});
  const std::int64_t grid = model.config().gridSide(), side = model.config().highPatchSize();

  // One channel of the prediction: the three stand for one gray value.
  const at::Tensor target = model.patchify(some.imageHigh);
  at::Tensor restored =
      outputs.prediction
          .reshape({count, model.config().patches(), side * side, model.config().channels})
          .mean(-1);
  if (objective.normalizePatches)
    restored = restored * (target.var(-1, true, true) + 1e-6).sqrt() + target.mean(-1, true);
  const at::Tensor hidden = outputs.mask.to(at::kBool).unsqueeze(-1);
  const auto toGray = [&pixels](const at::Tensor& values) {
    return (values * pixels.deviation + pixels.mean) * 255.0;
  };
  const at::Tensor original = toGray(target);
  const at::Tensor pasted = at::where(hidden, toGray(restored), original);
  const at::Tensor masked = original.masked_fill(hidden, static_cast<double>(kHiddenGray));
  const at::Tensor logProbabilities = at::log_softmax(outputs.reportLogits, -1);

  Preview preview;
  preview.step = step;
  const auto folder = beginPreview(run, step);
  for (std::int64_t i = 0; i < count; ++i) {
    const MrmBatch one{some.imageHigh.narrow(0, i, 1),    some.imageLow.narrow(0, i, 1),
                       some.maskNoise.narrow(0, i, 1),    some.reportIds.narrow(0, i, 1),
                       some.reportLabels.narrow(0, i, 1), some.reportAttention.narrow(0, i, 1),
                       some.reportMasked.narrow(0, i, 1)};
    const MrmOutputs own{outputs.latent.narrow(0, i, 1), outputs.prediction.narrow(0, i, 1),
                         outputs.mask.narrow(0, i, 1), outputs.idsRestore.narrow(0, i, 1),
                         outputs.reportLogits.narrow(0, i, 1)};
    const MrmLosses losses = model.lossesOf(own, one, objective);
    PreviewRecord record;
    const auto index = static_cast<std::size_t>(i);
    record.record = source.record(batch.samples[index].record).number;
    const auto save = [&](const char* what, const at::Tensor& patches) {
      const std::string name = std::to_string(i) + "_" + what + ".png";
      writeFileAtomically(folder / name, encodePng(fromPatches(patches[i], grid, side)));
      return name;
    };
    record.original = save("original", original);
    record.masked = save("masked", masked);
    record.restored = save("restored", pasted);
    record.patchPixels = side;
    record.patches = model.config().patches();
    record.visiblePatches = model.config().visiblePatches(objective.imageRatio);
    record.imageLoss = losses.image.item<double>();
    record.reportLoss = losses.report.item<double>();
    record.words = restoredWords(logProbabilities[i], batch, index, source.tokenizer());
    preview.records.push_back(std::move(record));
  }
  commitPreview(run, preview);
}

}  // namespace mrm
