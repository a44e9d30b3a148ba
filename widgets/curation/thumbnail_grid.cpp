#include "widgets/curation/thumbnail_grid.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>

#include "widgets/models/catalog_session.h"
#include "widgets/models/catalog_text.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kGap = kGrid;
constexpr int kAheadRows = 2;  // made beyond what is in sight, below it

ImageKey keyOf(const RecordRow& row) {
  return {row.image, row.frame};
}

}  // namespace

ThumbnailGrid::ThumbnailGrid(CatalogSession& session, ThumbnailStore& store, QWidget* parent)
    : QAbstractItemView(parent), session_(session), store_(store) {
  setModel(&session.table());
  QItemSelectionModel* own = selectionModel();
  setSelectionModel(&session.selection());
  delete own;
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::ExtendedSelection);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setTabKeyNavigation(false);
  viewport()->setMouseTracking(true);
  connect(&store, &ThumbnailStore::made, this, [this] { viewport()->update(); });
  retranslate();
}

void ThumbnailGrid::setSide(int pixels) {
  pixels = std::clamp(pixels, kSmallest, kLargest);
  if (pixels == side_) return;
  const QModelIndex kept = currentIndex();
  side_ = pixels;
  updateGeometries();
  if (kept.isValid()) scrollTo(kept);
  viewport()->update();
}

int ThumbnailGrid::columns() const {
  return std::max(1, (viewport()->width() - kGap) / (side_ + 2 * kGap));
}

// The width that is over is shared out among the columns.
int ThumbnailGrid::pictureSide() const {
  return std::max(side_, (viewport()->width() - kGap) / columns() - 2 * kGap);
}

QSize ThumbnailGrid::cell() const {
  const int picture = pictureSide();
  return {picture + 2 * kGap, picture + 2 * kGap + fontMetrics().height() + kGap / 2};
}

int ThumbnailGrid::rows() const {
  return (session_.table().rowCount() + columns() - 1) / columns();
}

QRect ThumbnailGrid::visualRect(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  const int count = columns();
  const QPoint at(kGap / 2 + index.row() % count * cell().width(),
                  kGap / 2 + index.row() / count * cell().height() - verticalOffset());
  return style()->visualRect(layoutDirection(), viewport()->rect(), QRect(at, cell()));
}

QModelIndex ThumbnailGrid::indexAt(const QPoint& point) const {
  const QPoint at = style()->visualPos(layoutDirection(), viewport()->rect(), point);
  const int x = at.x() - kGap / 2, y = at.y() - kGap / 2 + verticalOffset();
  if (x < 0 || y < 0 || x >= columns() * cell().width()) return {};
  const int row = y / cell().height() * columns() + x / cell().width();
  return row < session_.table().rowCount() ? session_.table().index(row, 0) : QModelIndex();
}

int ThumbnailGrid::nearestRow(const QPoint& point) const {
  const QPoint at = style()->visualPos(layoutDirection(), viewport()->rect(), point);
  const int column = std::clamp((at.x() - kGap / 2) / cell().width(), 0, columns() - 1);
  const int line = std::max((at.y() - kGap / 2 + verticalOffset()) / cell().height(), 0);
  return std::min(line * columns() + column, session_.table().rowCount() - 1);
}

int ThumbnailGrid::verticalOffset() const {
  return verticalScrollBar()->value();
}

void ThumbnailGrid::scrollTo(const QModelIndex& index, ScrollHint hint) {
  if (!index.isValid()) return;
  const QRect rect = visualRect(index);
  int value = verticalScrollBar()->value();
  const int below = rect.bottom() + kGap / 2 - viewport()->height() + 1;
  if (hint == PositionAtCenter)
    value += rect.center().y() - viewport()->height() / 2;
  else if (hint == PositionAtTop || rect.top() < 0)
    value += rect.top() - kGap / 2;
  else if (hint == PositionAtBottom || below > 0)
    value += below;
  verticalScrollBar()->setValue(value);
}

QModelIndex ThumbnailGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers) {
  const int count = session_.table().rowCount();
  if (count == 0) return {};
  const int current = currentIndex().isValid() ? currentIndex().row() : 0;
  const int page = std::max(1, viewport()->height() / cell().height()) * columns();
  const int forward = isRightToLeft() ? -1 : 1;
  int row = current;
  switch (action) {
    case MoveLeft:
      row -= forward;
      break;
    case MoveRight:
      row += forward;
      break;
    case MovePrevious:
      --row;
      break;
    case MoveNext:
      ++row;
      break;
    case MoveUp:
      row -= columns();
      break;
    case MoveDown:
      row += columns();
      break;
    case MovePageUp:
      row = current - page < 0 ? current % columns() : current - page;
      break;
    case MovePageDown:
      row = std::min(current + page, count - 1);
      break;
    case MoveHome:
      row = 0;
      break;
    case MoveEnd:
      row = count - 1;
      break;
  }
  // At the edges a step stays where it is: up from the first line is not its first picture.
  if (row < 0 || row >= count) row = current;
  return session_.table().index(row, 0);
}

void ThumbnailGrid::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) {
  if (session_.table().rowCount() == 0) return;
  QItemSelection chosen;
  const QPoint from = rect.topLeft(), to = rect.bottomRight();
  if (rect.width() != 1 || rect.height() != 1 || indexAt(from).isValid()) {
    // In reading order, as in a text.
    const auto [first, last] = std::minmax({nearestRow(from), nearestRow(to)});
    chosen.append(
        QItemSelectionRange(session_.table().index(first, 0),
                            session_.table().index(last, CatalogTableModel::kColumns - 1)));
  }
  selectionModel()->select(chosen, command);
}

QRegion ThumbnailGrid::visualRegionForSelection(const QItemSelection& selection) const {
  return selection.isEmpty() ? QRegion() : QRegion(viewport()->rect());
}

void ThumbnailGrid::dataChanged(const QModelIndex&, const QModelIndex&, const QList<int>&) {
  viewport()->update();
}

void ThumbnailGrid::reset() {
  QAbstractItemView::reset();
  updateGeometries();
  viewport()->update();
}

void ThumbnailGrid::updateGeometries() {
  const int height = rows() * cell().height() + kGap;
  verticalScrollBar()->setSingleStep(cell().height() / 3);
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
  QAbstractItemView::updateGeometries();
}

RowRange ThumbnailGrid::rowsInView() const {
  const int lines = viewport()->height() / cell().height() + 2;
  const int first = std::max(nearestRow(QPoint(0, 0)), 0);
  return {first, std::min(first + lines * columns(), session_.table().rowCount()) - 1};
}

bool ThumbnailGrid::isSettled() const {
  const RowRange view = rowsInView();
  for (int row = view.first; row <= view.last; ++row) {
    const RecordRow* record = session_.table().rowAt(row);
    if (!record || (!record->image.empty() && !store_.find(keyOf(*record)))) return false;
  }
  return true;
}

void ThumbnailGrid::wantVisible() {
  const CatalogTableModel& table = session_.table();
  const RowRange view = rowsInView();
  const int last = std::min(view.last + kAheadRows * columns(), table.rowCount() - 1);
  std::vector<ImageKey> keys;
  for (int row = view.first; row <= last; ++row)
    if (row <= view.last || table.hasRow(row))
      if (const RecordRow* record = table.rowAt(row))
        if (!record->image.empty() && !store_.find(keyOf(*record))) keys.push_back(keyOf(*record));
  store_.want(std::move(keys));
}

void ThumbnailGrid::paintCell(QPainter& painter, const QRect& rect, int row) {
  const Colors& colors = themeColors();
  const QModelIndex index = session_.table().index(row, 0);
  const bool isSelected = selectionModel()->isSelected(index);
  const QRect tile = rect.adjusted(kGap / 2, kGap / 2, -kGap / 2, -kGap / 2);
  const int side = tile.width() - kGap;
  const QRect picture(tile.left() + kGap / 2, tile.top() + kGap / 2, side, side);
  const QRect caption(picture.left(), picture.bottom() + 3, side, fontMetrics().height());
  if (isSelected) fillRound(painter, tile, colors.selection, colors.accentText, 1.5);
  painter.fillRect(picture, colors.image);
  const RecordRow* record = session_.table().rowAt(row);
  if (record) {
    const ThumbnailStore::Entry* entry = store_.find(keyOf(*record));
    if (entry && !entry->picture.isNull()) {
      const QSize size = entry->picture.size().scaled(picture.size(), Qt::KeepAspectRatio);
      QRect place(QPoint(), size);
      place.moveCenter(picture.center());
      if (record->status == RecordStatus::Excluded) painter.setOpacity(0.4);
      painter.drawPixmap(place, entry->picture);
      painter.setOpacity(1);
    } else {
      const bool isBroken = record->image.empty() || entry;
      const QPixmap sign = themedPixmap(isBroken ? "warning" : "image", 3 * kGrid,
                                        devicePixelRatioF(), IconTone::OnImage);
      QRect place(0, 0, 3 * kGrid, 3 * kGrid);
      place.moveCenter(picture.center());
      painter.setOpacity(isBroken ? 0.9 : 0.3);
      painter.drawPixmap(place, sign);
      painter.setOpacity(1);
    }
    if (record->status != RecordStatus::Usable) {
      const bool isWaiting = record->status == RecordStatus::Quarantined;
      const QRect badge(picture.right() - 3 * kGrid - 3, picture.top() + 4, 3 * kGrid, 3 * kGrid);
      fillRound(painter, badge, QColor(0, 0, 0, 170));
      painter.drawPixmap(badge.adjusted(4, 4, -4, -4),
                         themedPixmap(isWaiting ? "warning" : "exclude", 16, devicePixelRatioF(),
                                      isWaiting ? IconTone::Attention : IconTone::OnImage));
    }
    QStringList words{fromUtf8(record->patient), fromUtf8(record->view),
                      CatalogText::split(record->split)};
    words.removeAll(QString());
    painter.setPen(record->status == RecordStatus::Usable ? colors.text : colors.secondaryText);
    painter.drawText(caption, Qt::AlignLeading | Qt::AlignVCenter,
                     fontMetrics().elidedText(words.join(QStringLiteral(" · ")), Qt::ElideRight,
                                              caption.width()));
  }
  if (index.row() == currentIndex().row() && hasFocus()) drawFocus(painter, tile, false);
}

void ThumbnailGrid::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.fillRect(event->rect(), palette().base());
  const int count = session_.table().rowCount();
  if (count == 0) return;
  const int first = std::max(verticalOffset() - kGap / 2, 0) / cell().height() * columns();
  for (int row = first; row < count; ++row) {
    const QRect rect = visualRect(session_.table().index(row, 0));
    if (rect.top() > viewport()->height()) break;
    if (rect.intersects(event->rect())) paintCell(painter, rect, row);
  }
  wantVisible();
}

void ThumbnailGrid::resizeEvent(QResizeEvent* event) {
  // The picture at the top stays in sight.
  const int before = std::max(1, (event->oldSize().width() - kGap) / (side_ + 2 * kGap));
  const int top = verticalOffset() / cell().height() * before;
  QAbstractItemView::resizeEvent(event);
  updateGeometries();
  if (before != columns()) verticalScrollBar()->setValue(top / columns() * cell().height());
}

void ThumbnailGrid::scrollContentsBy(int, int) {
  viewport()->update();
}

void ThumbnailGrid::wheelEvent(QWheelEvent* event) {
  if (!(event->modifiers() & Qt::ControlModifier)) return QAbstractItemView::wheelEvent(event);
  setSide(side_ + event->angleDelta().y() / 8);
  Q_EMIT sideChanged(side_);
  event->accept();
}

bool ThumbnailGrid::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QAbstractItemView::viewportEvent(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const QModelIndex index = indexAt(help->pos());
  const RecordRow* record = index.isValid() ? session_.table().rowAt(index.row()) : nullptr;
  if (!record) {
    QToolTip::hideText();
    return true;
  }
  QStringList lines{CatalogTableModel::describe(*record), fromUtf8(record->image.string())};
  if (const auto* entry = store_.find(keyOf(*record)); entry && !entry->problem.isEmpty())
    lines << entry->problem;
  QToolTip::showText(help->globalPos(), lines.join('\n'), this, visualRect(index));
  return true;
}

void ThumbnailGrid::retranslate() {
  setAccessibleName(tr("Records as pictures"));
}

void ThumbnailGrid::changeEvent(QEvent* event) {
  QAbstractItemView::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange) updateGeometries();
}

}  // namespace mrm
