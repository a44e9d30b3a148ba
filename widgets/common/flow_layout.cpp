#include "widgets/common/flow_layout.h"

#include <QStyle>
#include <QWidget>

namespace mrm {

FlowLayout::FlowLayout(QWidget* parent, int horizontalSpacing, int verticalSpacing)
    : QLayout(parent), horizontalSpacing_(horizontalSpacing), verticalSpacing_(verticalSpacing) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
  qDeleteAll(items_);
}

void FlowLayout::addItem(QLayoutItem* item) {
  items_.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index) {
  return index >= 0 && index < items_.size() ? items_.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const {
  return arrange(QRect(0, 0, width, 0), /*apply=*/false);
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, /*apply=*/true);
}

QSize FlowLayout::minimumSize() const {
  QSize largest;
  for (const QLayoutItem* item : items_) largest = largest.expandedTo(item->minimumSize());
  const QMargins margins = contentsMargins();
  return largest + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

int FlowLayout::arrange(const QRect& rect, bool apply) const {
  const QRect inner = rect.marginsRemoved(contentsMargins());
  const Qt::LayoutDirection direction =
      parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
  int x = inner.left(), y = inner.top(), lineHeight = 0;
  for (QLayoutItem* item : items_) {
    if (item->isEmpty()) continue;
    const QSize size = item->sizeHint();
    if (x > inner.left() && x + size.width() > inner.right() + 1) {
      x = inner.left();
      y += lineHeight + verticalSpacing_;
      lineHeight = 0;
    }
    if (apply)
      item->setGeometry(QStyle::visualRect(
          direction, inner,
          QRect(QPoint(x, y), QSize(std::min(size.width(), inner.width()), size.height()))));
    x += size.width() + horizontalSpacing_;
    lineHeight = std::max(lineHeight, size.height());
  }
  return y + lineHeight - rect.top() + contentsMargins().bottom();
}

}  // namespace mrm
