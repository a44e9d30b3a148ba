#include "widgets/pretrain/run_list_view.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <cmath>

#include "widgets/common/format.h"
#include "widgets/models/run_list_model.h"
#include "widgets/pretrain/run_look.h"
#include "widgets/theme/style_painting.h"

namespace mrm {
namespace {

QString secondLine(const RunSummary& run) {
  QStringList parts{run.phaseText()};
  if (run.phase == RunPhase::Running || run.phase == RunPhase::Paused ||
      run.phase == RunPhase::Interrupted || run.phase == RunPhase::Stopped)
    parts << Format::percent(run.progress());
  if (run.phase == RunPhase::Running) {
    const QString left = Format::timeLeft(run.status.secondsLeft);
    if (!left.isEmpty()) parts << left;
  } else if (run.status.started != Clock::time_point{}) {
    parts << Format::ago(run.status.started);
  }
  return parts.join(QStringLiteral(" · "));
}

class RunDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    return {20 * kGrid, 2 * QFontMetrics(option.font).height() + 3 * kGrid};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& given,
             const QModelIndex& index) const override {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                          option.widget);
    const auto run = index.data(RunListModel::SummaryRole).value<RunSummary>();
    const RunLook look = lookOf(run.phase);
    const Colors& c = themeColors();
    const auto visual = [&](const QRect& r) {
      return QStyle::visualRect(option.direction, option.rect, r);
    };
    const QRect inner = option.rect.adjusted(3 * kGrid / 2, kGrid, -3 * kGrid / 2, -kGrid);
    const int line = QFontMetrics(option.font).height();
    const QRect icon(inner.left(), inner.top() + (line - 18) / 2, 18, 18);
    painter->drawPixmap(
        visual(icon),
        themedPixmap(look.icon, 18, painter->device()->devicePixelRatioF(), look.tone));
    QRect text = inner.adjusted(18 + kGrid, 0, 0, 0);
    text.setHeight(line);
    painter->setFont(option.font);
    const QFontMetrics metrics(option.font);
    const bool hasLoss = run.status.loss != 0 && std::isfinite(run.status.loss);
    if (hasLoss) {
      const QString loss = Format::number(run.status.loss, 3);
      const int width = metrics.horizontalAdvance(loss) + 2;
      painter->setPen(c.secondaryText);
      painter->drawText(visual(QRect(text.right() - width, text.top(), width + 1, line)),
                        Qt::AlignVCenter | Qt::AlignTrailing, loss);
      text.setRight(text.right() - width - kGrid);
    }
    painter->setPen(c.text);
    painter->drawText(visual(text), Qt::AlignVCenter | Qt::AlignLeading,
                      metrics.elidedText(run.name, Qt::ElideMiddle, text.width()));
    QRect second = inner.adjusted(18 + kGrid, line + 2, 0, 0);
    second.setHeight(line);
    painter->setFont(fontOf(TextRole::Small));
    painter->setPen(run.wantsAttention() || run.phase == RunPhase::Paused ? look.color
                                                                          : c.secondaryText);
    painter->drawText(
        visual(second), Qt::AlignVCenter | Qt::AlignLeading,
        painter->fontMetrics().elidedText(secondLine(run), Qt::ElideRight, second.width()));
    if (run.isActive()) {
      QRect track(text.left(), second.bottom() + 2, inner.right() - text.left() + 1, 4);
      fillRound(*painter, visual(track), c.dark ? c.controlPressed : c.hairline, Qt::transparent, 0,
                2);
      track.setWidth(static_cast<int>(track.width() * run.progress()));
      if (track.width() > 1) fillRound(*painter, visual(track), look.color, Qt::transparent, 0, 2);
    }
  }
};

}  // namespace

RunListView::RunListView(RunListModel& model, QWidget* parent) : QListView(parent), model_(model) {
  setModel(&model);
  setItemDelegate(new RunDelegate(this));
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setUniformItemSizes(true);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setContextMenuPolicy(Qt::ActionsContextMenu);
  setAccessibleName(tr("Runs"));
  connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this] { Q_EMIT currentPathChanged(currentPath()); });
}

QString RunListView::currentPath() const {
  return currentIndex().data(RunListModel::PathRole).toString();
}

void RunListView::select(const QString& path) {
  const int row = model_.rowOf(path);
  if (row >= 0) setCurrentIndex(model_.index(row));
}

void RunListView::changeEvent(QEvent* event) {
  QListView::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    setAccessibleName(tr("Runs"));
    viewport()->update();
  }
}

}  // namespace mrm
