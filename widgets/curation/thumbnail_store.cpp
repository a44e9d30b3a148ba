#include "widgets/curation/thumbnail_store.h"

#include <QCryptographicHash>
#include <QImage>
#include <QImageReader>
#include <QSaveFile>
#include <algorithm>
#include <string>
#include <utility>

#include "widgets/common/error_text.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

constexpr int kMostKilobytes = 192 << 10;
constexpr int kThreads = 2;
constexpr int kQuality = 88;

struct Made {
  QImage picture;
  QString problem;
};

QImage readKept(const fs::path& file) {
  QImageReader reader(QString::fromStdString(file.string()), "jpg");
  // Something else may lie there.
  if (const QSize size = reader.size();
      !size.isValid() || std::max(size.width(), size.height()) > ThumbnailStore::kSide)
    return {};
  return reader.read();
}

void keep(const fs::path& file, const QImage& picture) {
  std::error_code ignored;  // a cache that cannot be written is no error
  fs::create_directories(file.parent_path(), ignored);
  QSaveFile out(QString::fromStdString(file.string()));
  if (out.open(QIODevice::WriteOnly) && picture.save(&out, "jpg", kQuality)) out.commit();
}

Made make(const ImageKey& key, const fs::path& folder, const DisplayPolicy& policy) {
  try {
    const fs::path file = folder.empty() ? fs::path() : thumbnailFile(folder, key, policy);
    if (!file.empty())
      if (QImage picture = readKept(file); !picture.isNull()) return {std::move(picture), {}};
    const auto shown = readRadiograph(key, policy);
    const GrayImage& image = *shown->image;
    const QImage whole(image.pixels.data(), static_cast<int>(image.width),
                       static_cast<int>(image.height), static_cast<qsizetype>(image.width),
                       QImage::Format_Grayscale8);
    // Pixels are square by spacing.
    QSizeF size(static_cast<double>(image.width) * shown->spacingX,
                static_cast<double>(image.height) * shown->spacingY);
    size.scale(ThumbnailStore::kSide, ThumbnailStore::kSide, Qt::KeepAspectRatio);
    const QImage picture = whole
                               .scaled(size.toSize().expandedTo(QSize(1, 1)), Qt::IgnoreAspectRatio,
                                       Qt::SmoothTransformation)
                               .convertToFormat(QImage::Format_Grayscale8);
    if (!file.empty()) keep(file, picture);
    return {picture, {}};
  } catch (const std::exception& error) {
    return {{}, ErrorText::of(error).what};
  }
}

}  // namespace

fs::path thumbnailFile(const fs::path& folder, const ImageKey& key, const DisplayPolicy& policy) {
  std::error_code error;
  const auto time = fs::last_write_time(key.file, error).time_since_epoch().count();
  const auto size = fs::file_size(key.file, error);
  const std::string name = key.file.string() + '\n' + std::to_string(key.frame) + '\n' +
                           std::to_string(time) + '\n' + std::to_string(error ? 0 : size) + '\n' +
                           displayPolicyJson(policy);
  const std::string hash =
      QCryptographicHash::hash(QByteArray::fromStdString(name), QCryptographicHash::Sha1)
          .toHex()
          .toStdString();
  return folder / hash.substr(0, 2) / (hash.substr(2, 30) + ".jpg");
}

ThumbnailStore::ThumbnailStore(QObject* parent) : QObject(parent), kept_(kMostKilobytes) {
  pool_.setMaxThreadCount(kThreads);
  pool_.setThreadPriority(QThread::LowPriority);
}

ThumbnailStore::~ThumbnailStore() {
  pool_.waitForDone();
}

void ThumbnailStore::setFolder(const fs::path& folder) {
  folder_ = folder;
  forget();
}

void ThumbnailStore::setPolicy(const DisplayPolicy& policy) {
  policy_ = policy;
  forget();
}

void ThumbnailStore::forget() {
  ++generation_;
  kept_.clear();
  wanted_.clear();
  underWay_.clear();
}

const ThumbnailStore::Entry* ThumbnailStore::find(const ImageKey& key) const {
  return kept_.object(key);
}

void ThumbnailStore::want(std::vector<ImageKey> keys) {
  wanted_ = std::move(keys);
  std::reverse(wanted_.begin(), wanted_.end());  // taken from the end
  startNext();
}

void ThumbnailStore::startNext() {
  while (!wanted_.empty() && underWay_.size() < kThreads) {
    const ImageKey key = std::move(wanted_.back());
    wanted_.pop_back();
    if (kept_.contains(key) || underWay_.contains(key)) continue;
    underWay_.insert(key);
    pool_.start([this, key, folder = folder_, policy = policy_, generation = generation_] {
      auto result = std::make_shared<Made>(make(key, folder, policy));
      QMetaObject::invokeMethod(
          this,
          [this, key, generation, result] {
            if (generation != generation_) return;
            underWay_.remove(key);
            const int cost = static_cast<int>(result->picture.sizeInBytes() >> 8) + 1;
            kept_.insert(key, new Entry{QPixmap::fromImage(result->picture), result->problem},
                         cost);
            Q_EMIT made(key);
            startNext();
          },
          Qt::QueuedConnection);
    });
  }
}

}  // namespace mrm
