// Radiographs read off the GUI thread; those looked at last are kept, their neighbours fetched
// ahead.
#pragma once

#include <QCache>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/image/display.h"
#include "core/image/gray_image.h"
#include "core/image/stored_image.h"
#include "widgets/common/error_text.h"

namespace mrm {

struct ImageKey {
  std::filesystem::path file;
  std::int64_t frame = 0;
  bool operator==(const ImageKey&) const = default;
};
size_t qHash(const ImageKey& key, size_t seed = 0);

// One as it is looked at.
struct ShownRadiograph {
  std::shared_ptr<const GrayImage> image;     // display values
  std::shared_ptr<const StoredImage> stored;  // null where its values are the display values
  double spacingX = 1, spacingY = 1;
  QString audit;  // how the stored values became display values
  QStringList notices;
  std::optional<int> storedAt(int x, int y) const;
};

class RadiographCache : public QObject {
  Q_OBJECT
 public:
  using Image = std::shared_ptr<const ShownRadiograph>;
  explicit RadiographCache(QObject* parent = nullptr);

  // The image, or null: then loaded() or failed() follows. `ahead` is fetched after it.
  Image get(const ImageKey& key, const std::vector<ImageKey>& ahead = {});
  void clear();
  void setPolicy(const DisplayPolicy& policy);  // of the data set; what was read by another goes

 Q_SIGNALS:
  void loaded(const mrm::ImageKey& key, const mrm::RadiographCache::Image& image);
  void failed(const mrm::ImageKey& key, const mrm::ErrorText& error);

 private:
  void startNext();

  DisplayPolicy policy_;
  quint64 generation_ = 0;
  QCache<ImageKey, Image> kept_;
  std::vector<ImageKey> wanted_;  // first the one that is looked at
  QSet<ImageKey> underWay_;
};

// Off the GUI thread. Throws Error.
RadiographCache::Image readRadiograph(const ImageKey& key, const DisplayPolicy& policy);

}  // namespace mrm
