// A push button that stands for an action of the registry.
#pragma once

#include <QPushButton>

class QAction;

namespace mrm {

// Text, icon, tool tip and whether it can be pressed follow the action; pressing triggers it.
class ActionButton : public QPushButton {
  Q_OBJECT
 public:
  explicit ActionButton(QAction* action, QWidget* parent = nullptr);

  // Hidden while the action is disabled, where several exclude one another (Pause, Resume).
  void setHiddenWhenDisabled(bool hidden);
  void setIconTone(bool onAccent);  // for a primary button

 private:
  void follow();

  QAction* action_;
  bool hiddenWhenDisabled_ = false, onAccent_ = false;
};

}  // namespace mrm
