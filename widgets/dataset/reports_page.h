// What the model reads of a report: sections and their order, what serves in their place, blanks;
// with a report beside as it was and as the model reads it, and the counts over the data set.
#pragma once

#include <QTimer>
#include <functional>
#include <memory>

#include "core/text/report_policy.h"
#include "widgets/dataset/dataset_page.h"
#include "widgets/dataset/report_scan.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace mrm {

class EmptyState;
class Job;
class JobBar;
class Notice;
class ReportTextView;
class SectionOrder;

class ReportsPage : public DataSetPage {
  Q_OBJECT
 public:
  explicit ReportsPage(const DataSet& dataSet, QWidget* parent = nullptr);

  QString title() const override;
  QString question() const override;
  void enter() override;
  bool isSettled() const override;

  ReportPolicy policy() const;
  const ReportScan* scan() const { return scan_.get(); }
  SectionOrder* sections() const { return sections_; }
  QComboBox* fallback() const { return fallback_; }
  QComboBox* blanks() const { return blanks_; }
  ReportTextView* original() const { return original_; }
  QPlainTextEdit* read() const { return read_; }
  QTreeWidget* counts() const { return counts_; }
  QPushButton* next() const { return next_; }
  QPushButton* previous() const { return previous_; }
  RecordId shown() const { return shown_; }

 private:
  QWidget* makeChoices();
  QWidget* makePreview();
  void setPolicy(const ReportPolicy& policy);
  void choose();  // a choice was changed
  void save();
  void startScan();
  void fillCounts();
  void jump(const QTreeWidgetItem* item);
  void move(int by, const std::function<bool(const ReportFacts&)>& suits = {});
  void load(RecordId id);
  void showReport();

  struct Loaded;
  DataSet data_;
  Job *open_, *scanning_, *save_;
  JobBar* bar_;
  QTimer scanSoon_;
  std::shared_ptr<const ReportScan> scan_;
  std::vector<SectionChoice> otherFallbacks_;  // of a policy that the choices do not offer
  std::size_t current_ = 0;                    // of scan_->reports
  RecordId shown_ = 0;
  std::shared_ptr<const Loaded> loaded_;
  int loading_ = 0, generation_ = 0;
  SectionOrder* sections_;
  QComboBox *fallback_, *blanks_;
  QLineEdit* blankWord_;
  QCheckBox *normalize_, *numbers_;
  QSpinBox* words_;
  QPushButton *previous_, *next_;
  QLabel *name_, *verdict_;
  ReportTextView* original_;
  QPlainTextEdit* read_;
  QTreeWidget* counts_;
  Notice* notice_;
  QWidget* content_;
  EmptyState* empty_;
};

}  // namespace mrm
