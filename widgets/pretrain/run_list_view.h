// The runs of the project: name, state, progress, loss, time left.
#pragma once

#include <QListView>

namespace mrm {

class RunListModel;

class RunListView : public QListView {
  Q_OBJECT
 public:
  explicit RunListView(RunListModel& model, QWidget* parent = nullptr);

  QString currentPath() const;
  void select(const QString& path);

 Q_SIGNALS:
  void currentPathChanged(const QString& path);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  RunListModel& model_;
};

}  // namespace mrm
