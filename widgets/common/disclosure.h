// A line that folds further content out below it.
#pragma once

#include <QToolButton>
#include <QWidget>

namespace mrm {

class Disclosure : public QWidget {
  Q_OBJECT
 public:
  Disclosure(const QString& title, QWidget* content, QWidget* parent = nullptr);

  void setTitle(const QString& title) { button_->setText(title); }
  bool isOpen() const { return button_->isChecked(); }
  void setOpen(bool open) { button_->setChecked(open); }
  QToolButton* button() const { return button_; }

 private:
  QToolButton* button_;
};

}  // namespace mrm
