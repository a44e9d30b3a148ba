#include "widgets/curation/radiograph_cache.h"

#include <algorithm>
#include <functional>

#include "core/image/decode.h"
#include "widgets/common/background.h"

namespace mrm {
namespace {

constexpr int kMostKilobytes = 384 << 10;
constexpr int kAtOnce = 2;

int kilobytesOf(const ShownRadiograph& image) {
  const std::size_t bytes = image.image->pixels.size();
  return static_cast<int>(std::min<std::size_t>(bytes >> 10, kMostKilobytes)) + 1;
}

}  // namespace

size_t qHash(const ImageKey& key, size_t seed) {
  return qHashMulti(seed, std::hash<std::string>{}(key.file.native()), key.frame);
}

RadiographCache::Image readRadiograph(const ImageKey& key) {
  auto shown = std::make_shared<ShownRadiograph>();
  shown->image = std::make_shared<const GrayImage>(decodeGray(key.file));
  return shown;
}

RadiographCache::RadiographCache(QObject* parent) : QObject(parent), kept_(kMostKilobytes) {}

RadiographCache::Image RadiographCache::get(const ImageKey& key,
                                            const std::vector<ImageKey>& ahead) {
  // What was wanted before and has not begun is wanted no more.
  wanted_.clear();
  Image image;
  if (const auto* found = kept_.object(key)) image = *found;
  if (!image) wanted_.push_back(key);
  wanted_.insert(wanted_.end(), ahead.begin(), ahead.end());
  startNext();
  return image;
}

void RadiographCache::clear() {
  wanted_.clear();
  kept_.clear();
}

void RadiographCache::startNext() {
  while (!wanted_.empty() && underWay_.size() < kAtOnce) {
    const ImageKey key = wanted_.front();
    wanted_.erase(wanted_.begin());
    if (kept_.contains(key) || underWay_.contains(key)) continue;
    underWay_.insert(key);
    runInBackground(
        this, [key] { return readRadiograph(key); },
        [this, key](const Image& image) {
          underWay_.remove(key);
          kept_.insert(key, new Image(image), kilobytesOf(*image));
          Q_EMIT loaded(key, image);
          startNext();
        },
        [this, key](const ErrorText& error) {
          underWay_.remove(key);
          Q_EMIT failed(key, error);
          startNext();
        });
  }
}

}  // namespace mrm
