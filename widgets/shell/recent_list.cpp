#include "widgets/shell/recent_list.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>

#include "widgets/common/format.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kThumbnail = 48, kRowHeight = 64;

QString lastRunText(const RecentProjects::Entry& entry) {
  if (!entry.isThere) return RecentList::tr("not there any more");
  if (!entry.lastRun) return RecentList::tr("no runs yet");
  const RunSummary& run = *entry.lastRun;
  QStringList parts{run.name, run.phaseText()};
  if (run.status.started != Clock::time_point{}) parts << Format::ago(run.status.started);
  return parts.join(QStringLiteral(" · "));
}

// The home folder is the user's own: "~/x" says the same in less room.
QString shortPath(const QString& folder) {
  const QString home = QDir::homePath();
  return folder.startsWith(home + '/') ? "~" + folder.mid(home.size()) : folder;
}

class RecentDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
    return {40 * kGrid, kRowHeight};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const auto entry = index.data(Qt::UserRole).value<RecentProjects::Entry>();
    const Colors& c = themeColors();
    const auto visual = [&](const QRect& r) {
      return QStyle::visualRect(option.direction, option.rect, r);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect back = option.rect.adjusted(0, 1, 0, -1);
    if (option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus)
      fillRound(*painter, back, c.selection);
    else if (option.state & QStyle::State_MouseOver)
      fillRound(*painter, back, c.controlHover);
    const QRect picture =
        visual(QRect(option.rect.left() + kGrid, option.rect.top() + (kRowHeight - kThumbnail) / 2,
                     kThumbnail, kThumbnail));
    QPainterPath frame;
    frame.addRoundedRect(picture, 5, 5);
    painter->setClipPath(frame);
    painter->fillRect(picture, c.image);
    if (!entry.thumbnail.isNull()) {
      painter->setRenderHint(QPainter::SmoothPixmapTransform);
      painter->drawImage(picture, entry.thumbnail);
    } else {
      painter->drawPixmap(
          picture.adjusted(12, 12, -12, -12),
          themedPixmap("image", 24, painter->device()->devicePixelRatioF(), IconTone::OnImage));
    }
    painter->setClipping(false);

    QRect text = option.rect.adjusted(kThumbnail + 5 * kGrid / 2, kGrid, -kGrid, -kGrid);
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    painter->setPen(entry.isThere ? c.text : c.disabledText);
    const int line = painter->fontMetrics().height();
    QRect first(text.left(), text.top() + (text.height() - 2 * line - 2) / 2, text.width(), line);
    const QString name =
        painter->fontMetrics().elidedText(entry.name, Qt::ElideRight, first.width() * 2 / 3);
    painter->drawText(visual(first), Qt::AlignLeading | Qt::AlignVCenter, name);
    int used = painter->fontMetrics().horizontalAdvance(name) + 3 * kGrid / 2;
    QRect second = first.translated(0, line + 2);
    if (entry.isSynthetic) {
      QFont small = fontOf(TextRole::Small);
      small.setWeight(QFont::DemiBold);
      painter->setFont(small);
      const QString mark = RecentList::tr("Synthetic");
      const int wide = painter->fontMetrics().horizontalAdvance(mark) + 2 * kGrid;
      const QRect box = visual(QRect(first.left() + used, first.top(), wide, first.height()));
      fillRound(*painter, box, c.attentionTint, Qt::transparent, 0, 4);
      painter->setPen(c.attention);
      painter->drawText(box, Qt::AlignCenter, mark);
      used += wide + kGrid;
    }
    painter->setFont(option.font);
    painter->setPen(c.secondaryText);
    QRect path = first;
    path.setLeft(first.left() + used);
    painter->drawText(
        visual(path), Qt::AlignTrailing | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(shortPath(entry.folder), Qt::ElideMiddle, path.width()));
    painter->drawText(
        visual(second), Qt::AlignLeading | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(lastRunText(entry), Qt::ElideRight, second.width()));
    painter->restore();
  }
};

}  // namespace

RecentList::RecentList(QWidget* parent) : QListView(parent), remove_(new QAction(this)) {
  setModel(&model_);
  setItemDelegate(new RecentDelegate(this));
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setContextMenuPolicy(Qt::ActionsContextMenu);
  viewport()->setAutoFillBackground(false);
  addAction(remove_);
  connect(remove_, &QAction::triggered, this,
          [this] { Q_EMIT removed(folderAt(currentIndex().row())); });
  connect(this, &QListView::clicked, this,
          [this](const QModelIndex& index) { Q_EMIT chosen(folderAt(index.row())); });
  retranslate();
}

void RecentList::setEntries(const QVector<RecentProjects::Entry>& entries) {
  model_.clear();
  for (const RecentProjects::Entry& entry : entries) {
    auto* item = new QStandardItem(entry.name);
    item->setData(QVariant::fromValue(entry), Qt::UserRole);
    item->setData(QStringLiteral("%1, %2").arg(entry.name, lastRunText(entry)),
                  Qt::AccessibleTextRole);
    item->setToolTip(entry.folder);
    model_.appendRow(item);
  }
  updateGeometry();
}

QString RecentList::folderAt(int row) const {
  return model_.index(row, 0).data(Qt::UserRole).value<RecentProjects::Entry>().folder;
}

QSize RecentList::sizeHint() const {
  return {60 * kGrid, std::max(1, model_.rowCount()) * kRowHeight + 2};
}

void RecentList::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
    return Q_EMIT chosen(folderAt(currentIndex().row()));
  if (event->key() == Qt::Key_Delete && currentIndex().isValid())
    return Q_EMIT removed(folderAt(currentIndex().row()));
  QListView::keyPressEvent(event);
}

void RecentList::changeEvent(QEvent* event) {
  QListView::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void RecentList::retranslate() {
  remove_->setText(tr("Take off the list"));
  setAccessibleName(tr("Recent projects"));
  viewport()->update();
}

}  // namespace mrm
