// Radiographs decoded off the GUI thread; those looked at last are kept, their neighbours fetched
// ahead.
#pragma once

#include <QCache>
#include <QHash>
#include <QObject>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/image/gray_image.h"
#include "widgets/common/error_text.h"

namespace mrm {

class ImageCache : public QObject {
  Q_OBJECT
 public:
  explicit ImageCache(QObject* parent = nullptr);

  // The image, or null: then loaded() or failed() follows. `ahead` is fetched after it.
  std::shared_ptr<const GrayImage> get(const std::filesystem::path& file,
                                       const std::vector<std::filesystem::path>& ahead = {});
  void clear();

 Q_SIGNALS:
  void loaded(const QString& file, const std::shared_ptr<const mrm::GrayImage>& image);
  void failed(const QString& file, const mrm::ErrorText& error);

 private:
  void startNext();

  QCache<QString, std::shared_ptr<const GrayImage>> kept_;
  std::vector<QString> wanted_;  // first the one that is looked at
  QHash<QString, bool> underWay_;
};

}  // namespace mrm
