// What is wrong with the data set before it is trained on, and the records that it is about.
#pragma once

#include "core/catalog/checks.h"
#include "widgets/dataset/dataset_page.h"

class QLabel;
class QPushButton;
class QTreeWidget;

namespace mrm {

class Job;
class JobBar;
class Notice;

class ChecksPage : public DataSetPage {
  Q_OBJECT
 public:
  explicit ChecksPage(const DataSet& dataSet, QWidget* parent = nullptr);

  QString title() const override;
  QString question() const override;
  void enter() override;
  bool isSettled() const override;

  const CatalogCheck& result() const { return check_; }
  QTreeWidget* list() const { return list_; }
  QPushButton* showButton() const { return show_; }
  Notice* notice() const { return notice_; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void updateState();
  void showRecords();

  DataSet data_;
  CatalogCheck check_;
  bool isChecked_ = false;
  Job* job_;
  JobBar* bar_;
  Notice* notice_;
  QTreeWidget* list_;
  QLabel* hashed_;
  QPushButton *again_, *show_, *copy_;
};

}  // namespace mrm
