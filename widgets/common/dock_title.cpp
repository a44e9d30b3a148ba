#include "widgets/common/dock_title.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QTimer>
#include <QToolButton>

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {

DockTitle::DockTitle(QDockWidget* dock, QWidget* tools)
    : QWidget(dock),
      dock_(dock),
      name_(new QLabel(this)),
      float_(new QToolButton(this)),
      close_(new QToolButton(this)) {
  QFont strong = name_->font();
  strong.setWeight(QFont::DemiBold);
  name_->setFont(strong);
  float_->setIcon(themedIcon("float", IconTone::Secondary));
  close_->setIcon(themedIcon("close", IconTone::Secondary));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(3 * kGrid / 2, 2, kGrid / 2, 2);
  layout->setSpacing(2);
  layout->addWidget(name_);
  if (tools)
    layout->addWidget(tools, 1);
  else
    layout->addStretch(1);
  for (QToolButton* button : {float_, close_}) {
    button->setAutoRaise(true);
    button->setIconSize(QSize(14, 14));
    button->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(button);
  }
  setMinimumHeight(4 * kGrid);
  connect(float_, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
  connect(close_, &QToolButton::clicked, dock, &QDockWidget::close);
  const auto later = [this] { QTimer::singleShot(0, this, &DockTitle::updateName); };
  connect(dock, &QDockWidget::topLevelChanged, this, later);
  connect(dock, &QDockWidget::dockLocationChanged, this, later);
  connect(dock, &QDockWidget::visibilityChanged, this, later);
  dock->installEventFilter(this);
  dock->setTitleBarWidget(this);
  retranslate();
  updateName();
}

void DockTitle::updateName() {
  name_->setText(dock_->windowTitle());
  const auto* window = qobject_cast<QMainWindow*>(dock_->parentWidget());
  bool hasTab = false;
  if (window && !dock_->isFloating())
    for (const QDockWidget* other : window->tabifiedDockWidgets(dock_))
      hasTab = hasTab || !other->isHidden();
  name_->setVisible(!hasTab);
}

void DockTitle::retranslate() {
  float_->setToolTip(tr("Make it a window of its own, or put it back"));
  float_->setAccessibleName(float_->toolTip());
  close_->setToolTip(tr("Hide this panel; View > Panels shows it again"));
  close_->setAccessibleName(close_->toolTip());
}

void DockTitle::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

bool DockTitle::eventFilter(QObject* watched, QEvent* event) {
  if (watched == dock_ && event->type() == QEvent::WindowTitleChange) updateName();
  return QWidget::eventFilter(watched, event);
}

QDockWidget* addDock(QMainWindow* panels, const char* name, QWidget* content, QWidget* tools,
                     Qt::DockWidgetArea area) {
  auto* dock = new QDockWidget(panels);
  dock->setObjectName(name);
  dock->setWidget(content);
  panels->addDockWidget(area, dock);
  new DockTitle(dock, tools);
  return dock;
}

}  // namespace mrm
