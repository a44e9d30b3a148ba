#include "widgets/curation/facet_panel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSettings>
#include <QStyledItemDelegate>

#include "widgets/common/format.h"
#include "widgets/models/catalog_facet_model.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr char kClosedKey[] = "curation/closedFacets";

bool isTop(const QModelIndex& index) {
  return !index.parent().isValid();
}

class FacetDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  // The whole row is to be clicked, which the panel sees to.
  bool editorEvent(QEvent*, QAbstractItemModel*, const QStyleOptionViewItem&,
                   const QModelIndex&) override {
    return false;
  }

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const int height = option.fontMetrics.height();
    return {10 * kGrid, height + (isTop(index) ? 16 : 10)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const Colors& colors = themeColors();
    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    const auto* style = view->style();
    const QRect row(0, option.rect.top(), view->viewport()->width(), option.rect.height());
    const auto placed = [&](const QRect& rect) {
      return QStyle::visualRect(option.direction, row, rect);
    };
    painter->save();
    const bool isCurrent = option.state & QStyle::State_HasFocus;
    if (option.state & QStyle::State_MouseOver)
      fillRound(*painter, row.adjusted(4, 1, -4, -1), colors.controlHover);
    if (isTop(index)) {
      QFont font = option.font;
      font.setWeight(QFont::DemiBold);
      painter->setFont(font);
      painter->setPen(colors.text);
      const QPixmap sign = themedPixmap(view->isExpanded(index) ? "chevron-down" : "chevron-right",
                                        14, view->devicePixelRatioF(), IconTone::Secondary);
      painter->drawPixmap(placed(QRect(kGrid, row.center().y() - 6, 14, 14)), sign);
      painter->drawText(placed(row.adjusted(3 * kGrid + 2, 0, -kGrid, 0)),
                        Qt::AlignLeading | Qt::AlignVCenter,
                        index.data(Qt::DisplayRole).toString());
    } else if (index.data(CatalogFacetModel::IsMoreRole).toBool()) {
      painter->setPen(colors.accentText);
      painter->drawText(placed(row.adjusted(6 * kGrid - 2, 0, -kGrid, 0)),
                        Qt::AlignLeading | Qt::AlignVCenter,
                        index.data(Qt::DisplayRole).toString());
    } else {
      const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
      const qlonglong count = index.data(CatalogFacetModel::CountRole).toLongLong();
      QStyleOptionButton box;
      box.rect = placed(QRect(3 * kGrid, row.center().y() - 8, 17, 17));
      box.state = QStyle::State_Enabled | (isChecked ? QStyle::State_On : QStyle::State_Off);
      style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, view);
      const QString number = Format::count(count);
      const int numberWidth = option.fontMetrics.horizontalAdvance(number);
      const QRect whole = row.adjusted(6 * kGrid - 2, 0, -3 * kGrid / 2, 0);
      painter->setPen(colors.secondaryText);
      painter->drawText(placed(whole), Qt::AlignTrailing | Qt::AlignVCenter, number);
      const QRect text = whole.adjusted(0, 0, -numberWidth - kGrid, 0);
      painter->setPen(count == 0 && !isChecked ? colors.disabledText : colors.text);
      painter->drawText(placed(text), Qt::AlignLeading | Qt::AlignVCenter,
                        option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(),
                                                      Qt::ElideRight, text.width()));
      // How much of the most frequent one it is.
      const double share = index.data(CatalogFacetModel::ShareRole).toDouble();
      const int length = count > 0 ? std::max(2, static_cast<int>(share * whole.width())) : 0;
      const QRect bar(whole.left(), row.bottom() - 2, length, 2);
      painter->fillRect(placed(bar), isChecked ? colors.accentText : colors.hairline);
    }
    if (isCurrent) drawFocus(*painter, row.adjusted(4, 1, -4, -1), false);
    painter->restore();
  }
};

}  // namespace

FacetPanel::FacetPanel(CatalogFacetModel& facets, QWidget* parent)
    : QTreeView(parent), facets_(facets) {
  setModel(&facets);
  setItemDelegate(new FacetDelegate(this));
  setHeaderHidden(true);
  setRootIsDecorated(false);
  setIndentation(0);
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setSelectionMode(QAbstractItemView::NoSelection);
  setExpandsOnDoubleClick(false);
  setTabKeyNavigation(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setMinimumWidth(17 * kGrid);
  const QStringList closed = QSettings().value(kClosedKey).toStringList();
  for (const Facet facet : CatalogFacetModel::facets())
    setExpanded(facets.indexOf(facet), !closed.contains(QString::number(static_cast<int>(facet))));
  const auto remember = [this] {
    QStringList folded;
    for (const Facet facet : CatalogFacetModel::facets())
      if (!isExpanded(facets_.indexOf(facet))) folded << QString::number(static_cast<int>(facet));
    QSettings().setValue(kClosedKey, folded);
  };
  connect(this, &QTreeView::expanded, this, remember);
  connect(this, &QTreeView::collapsed, this, remember);
  connect(&facets, &QAbstractItemModel::rowsInserted, this, &FacetPanel::hideEmpty);
  connect(&facets, &QAbstractItemModel::rowsRemoved, this, &FacetPanel::hideEmpty);
  hideEmpty();
  retranslate();
}

void FacetPanel::hideEmpty() {
  for (const Facet facet : CatalogFacetModel::facets()) {
    const QModelIndex index = facets_.indexOf(facet);
    const bool isEmpty = facets_.rowCount(index) == 0;
    if (isRowHidden(index.row(), {}) != isEmpty) setRowHidden(index.row(), {}, isEmpty);
  }
}

void FacetPanel::showFacet(Facet facet) {
  const QModelIndex index = facets_.indexOf(facet);
  setExpanded(index, true);
  scrollTo(index, QAbstractItemView::PositionAtTop);
}

void FacetPanel::mousePressEvent(QMouseEvent* event) {
  pressed_ = indexAt(event->position().toPoint());
  QTreeView::mousePressEvent(event);
}

void FacetPanel::mouseReleaseEvent(QMouseEvent* event) {
  QTreeView::mouseReleaseEvent(event);
  const QModelIndex index = indexAt(event->position().toPoint());
  if (event->button() != Qt::LeftButton || !index.isValid() || index != pressed_) return;
  if (isTop(index))
    setExpanded(index, !isExpanded(index));
  else
    facets_.activate(index);
}

void FacetPanel::keyPressEvent(QKeyEvent* event) {
  const QModelIndex index = currentIndex();
  const bool isActivation = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return ||
                            event->key() == Qt::Key_Enter;
  if (!index.isValid() || !isActivation) return QTreeView::keyPressEvent(event);
  if (isTop(index))
    setExpanded(index, !isExpanded(index));
  else
    facets_.activate(index);
}

void FacetPanel::drawBranches(QPainter*, const QRect&, const QModelIndex&) const {}

void FacetPanel::retranslate() {
  setAccessibleName(tr("Narrow down"));
}

void FacetPanel::changeEvent(QEvent* event) {
  QTreeView::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    facets_.retranslate();
    retranslate();
  }
}

}  // namespace mrm
