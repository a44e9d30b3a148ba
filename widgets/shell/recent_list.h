// Projects that were open before, each with a thumbnail and its last run.
#pragma once

#include <QListView>
#include <QStandardItemModel>
#include <QVector>

#include "widgets/models/recent_projects.h"

namespace mrm {

class RecentList : public QListView {
  Q_OBJECT
 public:
  explicit RecentList(QWidget* parent = nullptr);

  void setEntries(const QVector<RecentProjects::Entry>& entries);
  int count() const { return model_.rowCount(); }
  QString folderAt(int row) const;

 Q_SIGNALS:
  void chosen(const QString& folder);
  void removed(const QString& folder);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  QSize sizeHint() const override;

 private:
  void retranslate();

  QStandardItemModel model_;
  QAction* remove_;
};

}  // namespace mrm

Q_DECLARE_METATYPE(mrm::RecentProjects::Entry)
