#include "widgets/dataset/section_order.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

#include "widgets/dataset/dataset_text.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

QIcon swatch(SectionKind kind) {
  QPixmap pixmap(2 * kGrid, 2 * kGrid);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(themeColors().controlBorder);
  painter.setBrush(sectionTint(kind));
  painter.drawRoundedRect(QRectF(1.5, 1.5, 2 * kGrid - 3, 2 * kGrid - 3), 3, 3);
  return pixmap;
}

}  // namespace

SectionOrder::SectionOrder(QWidget* parent)
    : QWidget(parent),
      whole_(new QCheckBox(tr("The &whole report, headings and all"), this)),
      list_(new QListWidget(this)),
      up_(new QToolButton(this)),
      down_(new QToolButton(this)) {
  list_->setAccessibleName(tr("Sections that are read, in this order"));
  list_->setDragDropMode(QAbstractItemView::InternalMove);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  up_->setIcon(themedIcon("chevron-up"));
  down_->setIcon(themedIcon("chevron-down"));
  up_->setToolTip(tr("Read earlier (Alt+Up)"));
  down_->setToolTip(tr("Read later (Alt+Down)"));
  up_->setAccessibleName(tr("Read earlier"));
  down_->setAccessibleName(tr("Read later"));
  list_->installEventFilter(this);
  for (QToolButton* button : {up_, down_}) button->setAutoRaise(true);
  auto* arrows = new QVBoxLayout;
  arrows->addWidget(up_);
  arrows->addWidget(down_);
  arrows->addStretch();
  auto* row = new QHBoxLayout;
  row->addWidget(list_, 1);
  row->addLayout(arrows);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(whole_);
  layout->addLayout(row);
  connect(whole_, &QCheckBox::toggled, this, [this](bool isWhole) {
    for (QWidget* widget :
         {static_cast<QWidget*>(list_), static_cast<QWidget*>(up_), static_cast<QWidget*>(down_)})
      widget->setEnabled(!isWhole);
    Q_EMIT changed();
  });
  connect(list_, &QListWidget::itemChanged, this, &SectionOrder::changed);
  connect(list_->model(), &QAbstractItemModel::rowsMoved, this, &SectionOrder::changed);
  connect(up_, &QToolButton::clicked, this, [this] { move(-1); });
  connect(down_, &QToolButton::clicked, this, [this] { move(1); });
  setChoice(ReportPolicy{}.sections);
}

SectionChoice SectionOrder::choice() const {
  SectionChoice choice;
  if (whole_->isChecked()) return choice;
  for (int i = 0; i < list_->count(); ++i)
    if (list_->item(i)->checkState() == Qt::Checked)
      choice.push_back(static_cast<SectionKind>(list_->item(i)->data(Qt::UserRole).toInt()));
  return choice;
}

void SectionOrder::setChoice(const SectionChoice& choice) {
  const QSignalBlocker blockWhole(whole_);
  whole_->setChecked(choice.empty());
  for (QWidget* widget :
       {static_cast<QWidget*>(list_), static_cast<QWidget*>(up_), static_cast<QWidget*>(down_)})
    widget->setEnabled(!choice.empty());
  fill(choice);
}

void SectionOrder::fill(const SectionChoice& choice) {
  const QSignalBlocker block(list_);
  list_->clear();
  SectionChoice order = choice;  // those that are read first, the others in their own order
  for (const SectionKind kind : kSectionKinds)
    if (std::find(order.begin(), order.end(), kind) == order.end()) order.push_back(kind);
  for (std::size_t i = 0; i < order.size(); ++i) {
    auto* item = new QListWidgetItem(swatch(order[i]), DataSetText::section(order[i]), list_);
    item->setData(Qt::UserRole, static_cast<int>(order[i]));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                   Qt::ItemIsDragEnabled);
    item->setSizeHint(QSize(0, 3 * kGrid));
    item->setCheckState(i < choice.size() ? Qt::Checked : Qt::Unchecked);
  }
  list_->setCurrentRow(0);
  list_->setFixedHeight(list_->count() * list_->sizeHintForRow(0) + kGrid / 2);
}

void SectionOrder::move(int by) {
  const int row = list_->currentRow(), to = row + by;
  if (row < 0 || to < 0 || to >= list_->count()) return;
  list_->insertItem(to, list_->takeItem(row));
  list_->setCurrentRow(to);
  Q_EMIT changed();
}

bool SectionOrder::eventFilter(QObject* watched, QEvent* event) {
  if (watched == list_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isUp = key->key() == Qt::Key_Up, isDown = key->key() == Qt::Key_Down;
    if (key->modifiers().testFlag(Qt::AltModifier) && (isUp || isDown)) {
      move(isUp ? -1 : 1);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace mrm
