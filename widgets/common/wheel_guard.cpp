#include "widgets/common/wheel_guard.h"

#include <QComboBox>
#include <QEvent>

namespace mrm {
namespace {

class WheelGuard : public QObject {
 public:
  using QObject::QObject;
  bool eventFilter(QObject* watched, QEvent* event) override {
    const auto* combo = qobject_cast<QComboBox*>(watched);
    if (!combo || event->type() != QEvent::Wheel || combo->hasFocus())
      return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
  }
};

}  // namespace

void guardAgainstWheel(QComboBox* combo) {
  combo->setFocusPolicy(Qt::StrongFocus);  // the wheel gives no focus
  combo->installEventFilter(new WheelGuard(combo));
}

}  // namespace mrm
