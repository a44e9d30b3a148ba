// Where files and folders are dropped, or chosen by two buttons.
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace mrm {

class ElidedLabel;

class DropArea : public QWidget {
  Q_OBJECT
 public:
  explicit DropArea(QWidget* parent = nullptr);

  void setPath(const QString& path);  // what was chosen; empty: nothing yet
  QPushButton* fileButton() const { return file_; }
  QPushButton* folderButton() const { return folder_; }

 Q_SIGNALS:
  void dropped(const QStringList& paths);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void updateIcon();

  bool isOver_ = false;
  QString path_;
  QLabel *icon_, *text_;
  ElidedLabel* name_;
  QPushButton *file_, *folder_;
};

}  // namespace mrm
