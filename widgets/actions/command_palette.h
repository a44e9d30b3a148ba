// Everything that can be done, found by typing (Ctrl+K).
#pragma once

#include <QDialog>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListWidget;

namespace mrm {

class ActionRegistry;

class CommandPalette : public QDialog {
  Q_OBJECT
 public:
  CommandPalette(const ActionRegistry& registry, QWidget* parent);

  QLineEdit* input() const { return input_; }
  QListWidget* list() const { return list_; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void fill();
  void fitHeight();
  void runCurrent();

  const ActionRegistry& registry_;
  QLineEdit* input_;
  QListWidget* list_;
  QLabel* nothing_;
  int mostHeight_ = 0;
};

}  // namespace mrm
