#include "widgets/common/disclosure.h"

#include <QVBoxLayout>

namespace mrm {

Disclosure::Disclosure(const QString& title, QWidget* content, QWidget* parent)
    : QWidget(parent), button_(new QToolButton(this)) {
  button_->setText(title);
  button_->setCheckable(true);
  button_->setAutoRaise(true);
  button_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button_->setFocusPolicy(Qt::StrongFocus);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(button_, 0, Qt::AlignLeading);
  layout->addWidget(content);
  const auto toggle = [this, content](bool open) {
    button_->setArrowType(open ? Qt::DownArrow : isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow);
    content->setVisible(open);
  };
  connect(button_, &QToolButton::toggled, this, toggle);
  toggle(false);
}

}  // namespace mrm
