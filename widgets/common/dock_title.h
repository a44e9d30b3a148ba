// The title bar of a panel: its name where no tab shows it, the panel's own tools, float and close.
#pragma once

#include <QWidget>

class QDockWidget;
class QHBoxLayout;
class QLabel;
class QMainWindow;
class QToolButton;

namespace mrm {

class DockTitle : public QWidget {
  Q_OBJECT
 public:
  // Becomes the dock's title bar. `tools` may be null.
  DockTitle(QDockWidget* dock, QWidget* tools);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void retranslate();
  void updateName();

  QDockWidget* dock_;
  QLabel* name_;
  QToolButton *float_, *close_;
};

// A panel with such a title. `name` is for the saved layout; `tools` may be null.
QDockWidget* addDock(QMainWindow* panels, const char* name, QWidget* content, QWidget* tools,
                     Qt::DockWidgetArea area);

}  // namespace mrm
