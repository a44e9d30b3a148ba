#include "widgets/curation/image_cache.h"

#include <algorithm>

#include "core/image/decode.h"
#include "widgets/common/background.h"

namespace mrm {
namespace {

constexpr int kMostBytes = 256 << 20;
constexpr int kAtOnce = 2;

}  // namespace

ImageCache::ImageCache(QObject* parent) : QObject(parent), kept_(kMostBytes) {}

std::shared_ptr<const GrayImage> ImageCache::get(const std::filesystem::path& file,
                                                 const std::vector<std::filesystem::path>& ahead) {
  const QString name = QString::fromStdString(file.string());
  // What was wanted before and has not begun is wanted no more.
  wanted_.clear();
  std::shared_ptr<const GrayImage> image;
  if (const auto* found = kept_.object(name)) image = *found;
  if (!image) wanted_.push_back(name);
  for (const std::filesystem::path& next : ahead)
    wanted_.push_back(QString::fromStdString(next.string()));
  startNext();
  return image;
}

void ImageCache::clear() {
  wanted_.clear();
  kept_.clear();
}

void ImageCache::startNext() {
  while (!wanted_.empty() && underWay_.size() < kAtOnce) {
    const QString name = wanted_.front();
    wanted_.erase(wanted_.begin());
    if (kept_.contains(name) || underWay_.contains(name)) continue;
    underWay_.insert(name, true);
    runInBackground(
        this, [name] { return std::make_shared<const GrayImage>(decodeGray(name.toStdString())); },
        [this, name](const std::shared_ptr<const GrayImage>& image) {
          underWay_.remove(name);
          const auto bytes = std::min<std::size_t>(image->pixels.size(), kMostBytes);
          kept_.insert(name, new std::shared_ptr<const GrayImage>(image), static_cast<int>(bytes));
          Q_EMIT loaded(name, image);
          startNext();
        },
        [this, name](const ErrorText& error) {
          underWay_.remove(name);
          Q_EMIT failed(name, error);
          startNext();
        });
  }
}

}  // namespace mrm
