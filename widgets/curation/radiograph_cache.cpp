#include "widgets/curation/radiograph_cache.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "core/dicom/radiograph.h"
#include "core/image/display.h"
#include "widgets/common/background.h"

namespace mrm {
namespace {

constexpr int kMostKilobytes = 384 << 10;
constexpr int kAtOnce = 2;

int kilobytesOf(const ShownRadiograph& image) {
  std::size_t bytes = image.image->pixels.size();
  if (image.stored) bytes += image.stored->values.size() * sizeof(std::int32_t);
  return static_cast<int>(std::min<std::size_t>(bytes >> 10, kMostKilobytes)) + 1;
}

}  // namespace

size_t qHash(const ImageKey& key, size_t seed) {
  return qHashMulti(seed, std::hash<std::string>{}(key.file.native()), key.frame);
}

std::optional<int> ShownRadiograph::storedAt(int x, int y) const {
  if (!stored || x < 0 || y < 0 || x >= stored->width || y >= stored->height) return std::nullopt;
  return stored->values[static_cast<std::size_t>(y * stored->width + x)];
}

RadiographCache::Image readRadiograph(const ImageKey& key, const DisplayPolicy& policy) {
  auto shown = std::make_shared<ShownRadiograph>();
  auto stored = std::make_shared<StoredImage>(loadStoredImage(key.file, key.frame));
  DisplayImage display = toDisplay(*stored, policy);
  shown->image = std::make_shared<const GrayImage>(std::move(display.image));
  shown->audit = QString::fromStdString(display.audit);
  for (const std::string& notice : stored->notices)
    shown->notices << QString::fromStdString(notice);
  if (stored->rowSpacing > 0 && stored->columnSpacing > 0) {
    shown->spacingX = stored->columnSpacing;
    shown->spacingY = stored->rowSpacing;
  }
  const bool isSame =
      std::equal(stored->values.begin(), stored->values.end(), shown->image->pixels.begin(),
                 shown->image->pixels.end(), [](std::int32_t a, std::uint8_t b) { return a == b; });
  if (!isSame) shown->stored = std::move(stored);
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
  ++generation_;
  wanted_.clear();
  underWay_.clear();
  kept_.clear();
}

void RadiographCache::setPolicy(const DisplayPolicy& policy) {
  policy_ = policy;
  clear();
}

void RadiographCache::startNext() {
  while (!wanted_.empty() && underWay_.size() < kAtOnce) {
    const ImageKey key = wanted_.front();
    wanted_.erase(wanted_.begin());
    if (kept_.contains(key) || underWay_.contains(key)) continue;
    underWay_.insert(key);
    runInBackground(
        this, [key, policy = policy_] { return readRadiograph(key, policy); },
        [this, key, generation = generation_](const Image& image) {
          if (generation != generation_) return;
          underWay_.remove(key);
          kept_.insert(key, new Image(image), kilobytesOf(*image));
          Q_EMIT loaded(key, image);
          startNext();
        },
        [this, key, generation = generation_](const ErrorText& error) {
          if (generation != generation_) return;
          underWay_.remove(key);
          Q_EMIT failed(key, error);
          startNext();
        });
  }
}

}  // namespace mrm
