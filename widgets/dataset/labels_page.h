// What becomes of uncertain and blank labels, with the effect on the counts at once, and which
// classes come together.
#pragma once

#include "core/catalog/label_policy_setting.h"
#include "widgets/dataset/dataset_page.h"

class QComboBox;
class QLabel;

namespace mrm {

class CooccurrenceView;
class EmptyState;
class Job;
class JobBar;
class LabelCountsView;
class Notice;

class LabelsPage : public DataSetPage {
  Q_OBJECT
 public:
  explicit LabelsPage(const DataSet& dataSet, QWidget* parent = nullptr);

  QString title() const override;
  QString question() const override;
  void enter() override;
  bool isSettled() const override;

  QComboBox* task() const { return task_; }
  QComboBox* uncertain() const { return uncertain_; }
  QComboBox* blank() const { return blank_; }
  QComboBox* split() const { return split_; }
  LabelCountsView* counts() const { return counts_; }
  CooccurrenceView* cooccurrence() const { return together_; }

 private:
  void count();
  void choosePolicy();
  void showPolicy();
  void save();

  DataSet data_;
  LabelPolicies policies_;
  Job *read_, *count_, *save_;
  JobBar* bar_;
  QComboBox *task_, *split_, *uncertain_, *blank_;
  LabelCountsView* counts_;
  CooccurrenceView* together_;
  Notice* notice_;
  QWidget* content_;
  EmptyState* empty_;
};

}  // namespace mrm
