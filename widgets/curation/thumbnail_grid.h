// The records as pictures: a view that knows only what is in sight, however many there are.
#pragma once

#include <QAbstractItemView>

#include "widgets/curation/thumbnail_store.h"
#include "widgets/models/row_ranges.h"

namespace mrm {

class CatalogSession;
struct RecordRow;

class ThumbnailGrid : public QAbstractItemView {
  Q_OBJECT
 public:
  static constexpr int kSmallest = 96, kLargest = 320;

  ThumbnailGrid(CatalogSession& session, ThumbnailStore& store, QWidget* parent = nullptr);

  void setSide(int pixels);  // of a picture, at least
  int side() const { return side_; }
  int columns() const;
  bool isSettled() const;  // all that is in view is shown
  void retranslate();

  QRect visualRect(const QModelIndex& index) const override;
  void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
  QModelIndex indexAt(const QPoint& point) const override;
  void keyboardSearch(const QString&) override {}  // letters are shortcuts here
  void reset() override;

 Q_SIGNALS:
  void sideChanged(int side);  // with Ctrl and the wheel

 protected:
  QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
  int horizontalOffset() const override { return 0; }
  int verticalOffset() const override;
  bool isIndexHidden(const QModelIndex&) const override { return false; }
  void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
  QRegion visualRegionForSelection(const QItemSelection& selection) const override;
  void dataChanged(const QModelIndex& from, const QModelIndex& to,
                   const QList<int>& roles) override;
  void updateGeometries() override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  void wheelEvent(QWheelEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;

 private:
  int pictureSide() const;
  QSize cell() const;
  int rows() const;
  int nearestRow(const QPoint& point) const;
  RowRange rowsInView() const;
  void wantVisible();
  void paintCell(QPainter& painter, const QRect& rect, int row);

  CatalogSession& session_;
  ThumbnailStore& store_;
  int side_ = 144;
};

}  // namespace mrm
