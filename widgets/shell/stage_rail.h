// The stages of the work at the window's side, in their order, with a badge where one wants
// attention.
#pragma once

#include <QButtonGroup>
#include <QHash>
#include <QWidget>

class QAction;
class QVBoxLayout;

namespace mrm {

class StageButton;

class StageRail : public QWidget {
  Q_OBJECT
 public:
  explicit StageRail(QWidget* parent = nullptr);

  // `action` shows the stage; its text and icon are the button's.
  void addStage(QAction* action);
  void setCurrent(const QAction* action);
  // A number that wants attention, with what it counts; 0: none.
  void setBadge(const QAction* action, int count, const QString& meaning);
  void setShown(const QAction* action, bool shown);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QVBoxLayout* layout_;
  QButtonGroup group_;
  QHash<const QAction*, StageButton*> buttons_;
};

}  // namespace mrm
