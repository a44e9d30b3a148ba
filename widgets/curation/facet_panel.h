// What the records can be narrowed down by, with counts: a tree to tick.
#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>

namespace mrm {

class CatalogFacetModel;
enum class Facet;

class FacetPanel : public QTreeView {
  Q_OBJECT
 public:
  explicit FacetPanel(CatalogFacetModel& facets, QWidget* parent = nullptr);

  void showFacet(Facet facet);  // folded out and in sight

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
  void changeEvent(QEvent* event) override;

 private:
  void hideEmpty();
  void retranslate();

  CatalogFacetModel& facets_;
  QPersistentModelIndex pressed_;
};

}  // namespace mrm
