// Two records side by side, their images moved together, to decide which to keep.
#pragma once

#include <QWidget>
#include <array>
#include <optional>
#include <vector>

#include "core/catalog/catalog_query.h"
#include "widgets/curation/radiograph_cache.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace mrm {

class CatalogSession;
class ElidedLabel;
class ImageLink;
class ImagePane;

class PairView : public QWidget {
  Q_OBJECT
 public:
  PairView(CatalogSession& session, RadiographCache& images, QWidget* parent = nullptr);

  // The first one stands at the left; at the right one of the others. A single record is shown
  // beside itself inverted. None: nothing is shown.
  void setRecords(std::vector<RecordId> records, bool besideInverse);
  const std::vector<RecordId>& records() const { return records_; }
  RecordId left() const { return sides_[0].row.id; }
  RecordId right() const { return sides_[1].row.id; }
  ImagePane* image(int side) const { return sides_.at(static_cast<std::size_t>(side)).image; }
  QPushButton* excludeButton(int side) const {
    return sides_.at(static_cast<std::size_t>(side)).exclude;
  }
  QPushButton* keepFirstButton() const { return keepFirst_; }
  void step(int by);  // another one at the right

 Q_SIGNALS:
  void excludeRequested(const std::vector<mrm::RecordId>& records);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Side {
    RecordRow row;
    ImagePane* image = nullptr;
    ElidedLabel *title = nullptr, *about = nullptr;
    QPushButton* exclude = nullptr;
  };

  void ask();
  void show(std::size_t side);
  void showImage(std::size_t side, const RadiographCache::Image& image);
  void retranslate();

  CatalogSession& session_;
  RadiographCache& images_;
  ImageLink* link_;
  std::array<Side, 2> sides_;
  QLabel* count_;
  QToolButton *previous_, *next_;
  QPushButton* keepFirst_;
  std::vector<RecordId> records_;
  std::size_t at_ = 1;  // the one at the right
  bool besideInverse_ = false;
};

}  // namespace mrm
