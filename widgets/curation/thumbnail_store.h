// Small pictures of radiographs: made off the GUI thread, those in view first, kept in memory and
// in a folder that may be deleted at any time.
#pragma once

#include <QCache>
#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QThreadPool>
#include <memory>
#include <vector>

#include "widgets/curation/radiograph_cache.h"

namespace mrm {

class ThumbnailStore : public QObject {
  Q_OBJECT
 public:
  static constexpr int kSide = 256;  // pixels of the longer side

  explicit ThumbnailStore(QObject* parent = nullptr);
  ~ThumbnailStore() override;

  // Where they are kept; empty: in memory alone. What was of another folder goes.
  void setFolder(const std::filesystem::path& folder);
  void setPolicy(const DisplayPolicy& policy);  // of the data set

  struct Entry {
    QPixmap picture;  // null: the image cannot be read
    QString problem;
  };
  const Entry* find(const ImageKey& key) const;
  // What is in view, the most wanted first; what was wanted before and has not begun is not made.
  void want(std::vector<ImageKey> keys);
  bool isIdle() const { return wanted_.empty() && underWay_.isEmpty(); }

 Q_SIGNALS:
  void made(const mrm::ImageKey& key);

 private:
  void startNext();
  void forget();

  QThreadPool pool_;
  std::filesystem::path folder_;
  DisplayPolicy policy_;
  quint64 generation_ = 0;
  mutable QCache<ImageKey, Entry> kept_;
  std::vector<ImageKey> wanted_;
  QSet<ImageKey> underWay_;
};

// The file of a thumbnail: it depends on the image's path, frame, size and time and on how it is
// shown, so that a changed image gets another.
std::filesystem::path thumbnailFile(const std::filesystem::path& folder, const ImageKey& key,
                                    const DisplayPolicy& policy);

}  // namespace mrm
