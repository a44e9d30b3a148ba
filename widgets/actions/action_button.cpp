#include "widgets/actions/action_button.h"

#include <QAction>

#include "widgets/theme/icons.h"

namespace mrm {

ActionButton::ActionButton(QAction* action, QWidget* parent)
    : QPushButton(parent), action_(action) {
  setAutoDefault(false);
  setObjectName("button:" + action->objectName());
  connect(action, &QAction::changed, this, &ActionButton::follow);
  connect(this, &QPushButton::clicked, action, &QAction::trigger);
  follow();
}

void ActionButton::setHiddenWhenDisabled(bool hidden) {
  hiddenWhenDisabled_ = hidden;
  follow();
}

void ActionButton::setIconTone(bool onAccent) {
  onAccent_ = onAccent;
  follow();
}

void ActionButton::follow() {
  // The action owns the shortcut: an underlined letter here would promise a second one.
  setText(QString(action_->text()).remove('&'));
  setIcon(onAccent_ && action_->isEnabled() ? themedIcon(action_->icon().name(), IconTone::OnAccent)
                                            : action_->icon());
  setToolTip(action_->toolTip());
  setWhatsThis(action_->whatsThis());
  setEnabled(action_->isEnabled());
  if (hiddenWhenDisabled_) setVisible(action_->isEnabled());
}

}  // namespace mrm
