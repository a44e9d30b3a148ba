// Makes a project from a table of records: which column holds what, a look at its rows, name and
// folder.
#pragma once

#include <QDialog>
#include <QTimer>
#include <array>

#include "core/project/project.h"
#include "widgets/shell/table_check.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace mrm {

class Notice;

class NewProjectDialog : public QDialog {
  Q_OBJECT
 public:
  explicit NewProjectDialog(QWidget* parent = nullptr);

  void setTable(const QString& csv);

  QPushButton* createButton() const { return create_; }
  QLineEdit* tableField() const { return table_; }
  QLineEdit* nameField() const { return name_; }
  QLineEdit* folderField() const { return folder_; }
  QComboBox* column(int index) const { return columns_[static_cast<std::size_t>(index)]; }
  QLabel* result() const { return result_; }
  Notice* notice() const { return notice_; }

 Q_SIGNALS:
  void created(const mrm::Project& project);

 private:
  void readTable();
  void showPreview(const TablePreview& preview);
  void checkRecords();
  void updateFolder();
  void updateState();
  void browseTable();
  void browseFolder();
  void create();
  ColumnMapping mapping() const;

  QTimer readSoon_;
  int generation_ = 0;
  bool isFolderEdited_ = false, isNameEdited_ = false, isCreating_ = false;
  qsizetype usable_ = 0;
  QLineEdit *table_, *name_, *folder_;
  std::array<QComboBox*, 3> columns_;  // image, report, patient
  QTableWidget* preview_;
  QLabel* result_;
  Notice* notice_;
  QPushButton *create_, *cancel_;
};

}  // namespace mrm
