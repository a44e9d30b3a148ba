// What stands where nothing is yet: what will be here, and the way there.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace mrm {

class EmptyState : public QWidget {
  Q_OBJECT
 public:
  explicit EmptyState(const QString& icon, QWidget* parent = nullptr);

  void setTexts(const QString& title, const QString& sentence);
  // The first one is the primary one.
  QPushButton* addButton();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void updateIcon();

  QString icon_;
  QLabel *picture_, *title_, *sentence_;
  QHBoxLayout* buttons_;
};

}  // namespace mrm
