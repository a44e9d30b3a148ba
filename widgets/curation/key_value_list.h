// Names and values in two columns, in groups; can be narrowed by typing and copied.
#pragma once

#include <QTreeWidget>

namespace mrm {

class KeyValueList : public QTreeWidget {
  Q_OBJECT
 public:
  static constexpr int kSearchRole = Qt::UserRole;  // of column 0: further text to find it by

  explicit KeyValueList(QWidget* parent = nullptr);

  QTreeWidgetItem* addGroup(const QString& title);
  // Null group: at the top.
  QTreeWidgetItem* addRow(QTreeWidgetItem* group, const QString& name, const QString& value);
  void setFilter(const QString& text);  // rows in which every word occurs
  QString asText() const;               // tabs between columns, what is hidden left out

 protected:
  void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace mrm
