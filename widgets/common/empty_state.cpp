#include "widgets/common/empty_state.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/workbench_style.h"

namespace mrm {

EmptyState::EmptyState(const QString& icon, QWidget* parent)
    : QWidget(parent),
      icon_(icon),
      picture_(new QLabel(this)),
      title_(new QLabel(this)),
      sentence_(new QLabel(this)),
      buttons_(new QHBoxLayout) {
  setTextRole(title_, TextRole::Heading);
  setTextRole(sentence_, TextRole::Secondary);
  title_->setAlignment(Qt::AlignCenter);
  title_->setWordWrap(true);
  sentence_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
  sentence_->setWordWrap(true);
  sentence_->setMaximumWidth(60 * kGrid);
  sentence_->setMinimumWidth(24 * kGrid);
  picture_->setAlignment(Qt::AlignCenter);
  buttons_->setSpacing(kGrid);

  auto* layout = new QVBoxLayout(this);
  layout->addStretch(2);
  layout->addWidget(picture_);
  layout->addSpacing(kGrid);
  layout->addWidget(title_);
  // In a row of its own: an aligned item would get the height of its unwrapped text.
  auto* wrapped = new QHBoxLayout;
  wrapped->addStretch(1);
  wrapped->addWidget(sentence_, 1000);
  wrapped->addStretch(1);
  layout->addLayout(wrapped);
  layout->addSpacing(kGrid);
  auto* row = new QHBoxLayout;
  row->addStretch();
  row->addLayout(buttons_);
  row->addStretch();
  layout->addLayout(row);
  layout->addStretch(3);
  updateIcon();
}

void EmptyState::setTexts(const QString& title, const QString& sentence) {
  title_->setText(title);
  sentence_->setText(sentence);
  sentence_->setVisible(!sentence.isEmpty());
  setAccessibleName(title);
  setAccessibleDescription(sentence);
}

QPushButton* EmptyState::addButton() {
  auto* button = new QPushButton(this);
  if (buttons_->count() == 0) button->setProperty(kPrimary, true);
  button->setAutoDefault(false);
  buttons_->addWidget(button);
  return button;
}

void EmptyState::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) updateIcon();
}

void EmptyState::updateIcon() {
  picture_->setPixmap(themedPixmap(icon_, 6 * kGrid, devicePixelRatioF(), IconTone::Secondary));
}

}  // namespace mrm
