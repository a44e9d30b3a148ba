#include "widgets/pretrain/preview_loader.h"

#include "core/base/error.h"
#include "core/image/decode.h"
#include "widgets/common/background.h"

namespace mrm {
namespace {

constexpr std::int64_t kLargest = 64ll << 20;  // pixels of a preview image

std::shared_ptr<const GrayImage> readImage(const std::filesystem::path& file) {
  const ImageSize size = readImageSize(file);
  if (size.width * size.height > kLargest)
    throw Error("is far larger than a preview image", file.string());
  return std::make_shared<const GrayImage>(decodeGray(file));
}

std::shared_ptr<const LoadedPreview> read(const RunPaths& run, std::int64_t step,
                                          std::int64_t record) {
  const Preview preview = readPreview(run, step);
  if (preview.records.empty()) throw Error("holds no record", previewFolder(run, step).string());
  auto loaded = std::make_shared<LoadedPreview>();
  loaded->step = step;
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < preview.records.size(); ++i) {
    loaded->records.push_back(preview.records[i].record);
    if (preview.records[i].record == record) chosen = i;
  }
  loaded->record = preview.records[chosen];
  const std::filesystem::path folder = previewFolder(run, step);
  loaded->masked = readImage(folder / loaded->record.masked);
  loaded->restored = readImage(folder / loaded->record.restored);
  loaded->original = readImage(folder / loaded->record.original);
  return loaded;
}

}  // namespace

void PreviewLoader::setRun(const QString& folder) {
  folder_ = folder;
  ++generation_;
  next_ = {};
}

void PreviewLoader::load(std::int64_t step, std::int64_t record) {
  next_ = {step, record};
  startNext();
}

void PreviewLoader::startNext() {
  if (isBusy_ || next_ == Request{}) return;
  const Request request = next_;
  next_ = {};
  isBusy_ = true;
  const RunPaths run(folder_.toStdString());
  runInBackground(
      this, [run, request] { return read(run, request.step, request.record); },
      [this, generation = generation_](const std::shared_ptr<const LoadedPreview>& preview) {
        isBusy_ = false;
        if (generation == generation_) Q_EMIT loaded(preview);
        startNext();
      },
      [this, generation = generation_](const ErrorText& error) {
        isBusy_ = false;
        if (generation == generation_) Q_EMIT failed(error);
        startNext();
      });
}

}  // namespace mrm
