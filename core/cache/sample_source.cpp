#include "core/cache/sample_source.h"

#include <algorithm>

#include "core/base/random.h"
#include "core/image/transforms.h"
#include "core/text/word_masking.h"

namespace mrm {
namespace {

// First step of the random path: one independent stream for each use.
enum Stream : std::uint64_t { kCropStream = 1, kPatchStream = 2, kWordStream = 3 };

std::vector<ImageReference> imagesOf(const std::vector<Record>& records) {
  std::vector<ImageReference> images;
  images.reserve(records.size());
  for (const Record& record : records) images.push_back({record.image, record.frame});
  return images;
}

}  // namespace

SampleSource::SampleSource(std::vector<Record> records, Tokenizer tokenizer,
                           const DrawOptions& options)
    : records_(std::move(records)),
      tokenizer_(std::move(tokenizer)),
      options_(options),
      images_(imagesOf(records_), ImageStore::suggestedBudget(), options_.display) {}

void SampleSource::fill(const SampleId& id, const SampleRow& row) {
  const auto number = static_cast<std::uint64_t>(records_[id.record].number);
  const auto image = images_.get(id.record);
  GrayImage view;
  if (id.epoch == kFixedView) {
    view = evaluationView(*image, options_.imageSize, Filter::Bicubic);
  } else {
    Random random(options_.seed, {kCropStream, id.epoch, number});
    const TrainingCrop crop = drawTrainingCrop(image->width, image->height, options_.minimumScale,
                                               options_.maximumScale, options_.flip, random);
    view = trainingView(*image, crop, options_.imageSize);
  }
  std::copy(view.pixels.begin(), view.pixels.end(), row.pixels.begin());

  Random patches(options_.seed, {kPatchStream, id.epoch, number});
  for (float& noise : row.maskNoise) noise = static_cast<float>(patches.uniform());

  const Encoding report = tokenizer_.encode(records_[id.record].report, options_.reportLength);
  Random words(options_.seed, {kWordStream, id.epoch, number});
  const std::vector<std::int64_t> masked = maskWholeWords(
      report.ids, tokenizer_, options_.reportRatio, [&words] { return words.uniform(); });
  std::copy(masked.begin(), masked.end(), row.ids.begin());
  std::copy(report.ids.begin(), report.ids.end(), row.labels.begin());
  std::copy(report.attentionMask.begin(), report.attentionMask.end(), row.attention.begin());
  for (std::size_t i = 0; i < masked.size(); ++i)
    row.masked[i] = masked[i] != report.ids[i] ? 1 : 0;
}

}  // namespace mrm
