#include "widgets/wizard/wizard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <algorithm>

#include "widgets/common/elided_label.h"
#include "widgets/common/hairline.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"
#include "widgets/wizard/wizard_page.h"

namespace mrm {
namespace {

constexpr int kListWidth = 24 * kGrid;

}  // namespace

Wizard::Wizard(QWidget* parent)
    : QDialog(parent),
      list_(new QListWidget(this)),
      stack_(new QStackedWidget(this)),
      question_(new QLabel(this)),
      cost_(new ElidedLabel(this)),
      back_(new QPushButton(tr("&Back"), this)),
      next_(new QPushButton(this)),
      cancel_(new QPushButton(tr("Cancel"), this)) {
  list_->setObjectName("wizardPages");
  list_->setAccessibleName(tr("Pages"));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setFixedWidth(kListWidth);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setIconSize(QSize(18, 18));
  list_->setSpacing(2);
  list_->viewport()->setAutoFillBackground(false);
  setTextRole(question_, TextRole::Heading);
  question_->setWordWrap(true);
  setTextRole(cost_, TextRole::Secondary);
  cost_->setObjectName("wizardCost");
  back_->setObjectName("wizardBack");
  next_->setObjectName("wizardNext");
  cancel_->setObjectName("wizardCancel");
  back_->setAutoDefault(false);
  cancel_->setAutoDefault(false);
  next_->setDefault(true);

  auto* side = new QVBoxLayout;
  side->setContentsMargins(kGrid, 2 * kGrid, kGrid, kGrid);
  side->addWidget(list_);
  auto* content = new QVBoxLayout;
  content->setContentsMargins(3 * kGrid, 2 * kGrid, 3 * kGrid, 2 * kGrid);
  content->setSpacing(2 * kGrid);
  content->addWidget(question_);
  content->addWidget(stack_, 1);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  middle->addLayout(side);
  middle->addWidget(new Hairline(Qt::Vertical));
  middle->addLayout(content, 1);
  auto* buttons = new QHBoxLayout;
  buttons->setContentsMargins(2 * kGrid, 3 * kGrid / 2, 2 * kGrid, 3 * kGrid / 2);
  buttons->setSpacing(kGrid);
  buttons->addWidget(cost_, 1);
  buttons->addWidget(cancel_);
  buttons->addSpacing(kGrid);
  buttons->addWidget(back_);
  buttons->addWidget(next_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(middle, 1);
  layout->addWidget(new Hairline);
  layout->addLayout(buttons);
  resize(118 * kGrid, 80 * kGrid);

  connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
    if (row >= 0 && row != currentIndex()) goTo(row);
  });
  connect(back_, &QPushButton::clicked, this, [this] { goTo(currentIndex() - 1); });
  connect(next_, &QPushButton::clicked, this, [this] {
    if (isDone_)
      accept();
    else if (currentIndex() + 1 < pageCount())
      goTo(currentIndex() + 1);
    else
      Q_EMIT finishRequested();
  });
  connect(cancel_, &QPushButton::clicked, this, &Wizard::reject);
}

void Wizard::addPage(WizardPage* page) {
  pages_.push_back(page);
  stack_->addWidget(page);
  const QSignalBlocker block(list_);
  auto* item = new QListWidgetItem(page->title(), list_);
  item->setSizeHint(QSize(0, 4 * kGrid));
  connect(page, &WizardPage::changed, this, &Wizard::updateState);
  if (pages_.size() == 1) enterPage(0);
  updateState();
}

int Wizard::currentIndex() const {
  return stack_->currentIndex();
}

int Wizard::reachable() const {
  int index = 0;
  while (index + 1 < pageCount() && page(index)->isComplete()) ++index;
  return index;
}

void Wizard::goTo(int index) {
  if (isDone_ || pages_.empty()) return updateState();
  index = std::clamp(index, 0, reachable());
  if (index == currentIndex() || page(currentIndex())->isBusy()) return updateState();
  enterPage(index);
}

void Wizard::enterPage(int index) {
  stack_->setCurrentIndex(index);
  WizardPage* entered = page(index);
  entered->enter();
  if (QWidget* first = entered->focusFirst())
    first->setFocus();
  else
    next_->setFocus();
  updateState();
}

QString Wizard::cost() const {
  return cost_->fullText();
}

void Wizard::showDone(const QString& primary) {
  isDone_ = true;
  donePrimary_ = primary;
  updateState();
  (primary.isEmpty() ? cancel_ : next_)->setFocus();
}

void Wizard::updateState() {
  if (pages_.empty()) return;
  const int current = currentIndex(), last = isDone_ ? pageCount() - 1 : reachable();
  const bool isBusy = page(current)->isBusy();
  const QSignalBlocker block(list_);
  list_->setCurrentRow(current);
  for (int i = 0; i < pageCount(); ++i) {
    QListWidgetItem* item = list_->item(i);
    const QString attention = i <= last ? page(i)->attention() : QString();
    const bool isBehind = isDone_ || (i < current && page(i)->isComplete());
    QString state;
    if (!attention.isEmpty()) {
      item->setIcon(themedIcon("warning", IconTone::Attention));
      state = attention;
    } else if (isBehind) {
      item->setIcon(themedIcon("check", IconTone::Success));
      state = tr("done");
    } else {
      item->setIcon(themedIcon("dot", i == current ? IconTone::Accent : IconTone::Secondary));
      state = i == current ? tr("current page") : tr("to do");
    }
    item->setText(page(i)->title());
    item->setToolTip(attention);
    item->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(page(i)->title(), state));
    QFont font = list_->font();
    if (i == current) font.setWeight(QFont::DemiBold);
    item->setFont(font);
    const bool isOpen = !isBusy && (isDone_ ? i == current : i <= last);
    item->setFlags(isOpen || i == current ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                          : Qt::NoItemFlags);
  }
  question_->setText(page(current)->question());
  QString cost;
  for (int i = current; i >= 0 && cost.isEmpty() && !isDone_; --i) cost = page(i)->cost();
  cost_->setFullText(cost);
  back_->setVisible(!isDone_ && pageCount() > 1);
  back_->setEnabled(current > 0 && !isBusy);
  const QString primary = isDone_ ? donePrimary_ : page(current)->primaryText();
  next_->setText(primary.isEmpty() ? tr("&Next") : primary);
  next_->setVisible(!isDone_ || !donePrimary_.isEmpty());
  next_->setEnabled(isDone_ || (page(current)->isComplete() && !isBusy));
  cancel_->setText(isDone_ ? tr("Close") : tr("Cancel"));
}

void Wizard::reject() {
  if (!pages_.empty() && page(currentIndex())->isBusy()) Q_EMIT leaveRequested();
  QDialog::reject();
}

}  // namespace mrm
