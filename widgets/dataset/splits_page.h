// Who is trained on and who is held back: shares, seed, what is evened out, with the counts before
// they are applied, and the label fractions that follow.
#pragma once

#include <QTimer>
#include <memory>

#include "widgets/dataset/dataset_page.h"
#include "widgets/dataset/split_preview.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace mrm {

class Job;
class JobBar;
class Notice;

class SplitsPage : public DataSetPage {
  Q_OBJECT
 public:
  explicit SplitsPage(const DataSet& dataSet, QWidget* parent = nullptr);

  QString title() const override;
  QString question() const override;
  void enter() override;
  bool isSettled() const override;

  QSpinBox* share(int index) const { return shares_[static_cast<std::size_t>(index)]; }
  QSpinBox* seed() const { return seed_; }
  QComboBox* task() const { return task_; }
  QCheckBox* keepGiven() const { return keep_; }
  QPushButton* applyButton() const { return apply_; }
  QPushButton* undoButton() const { return undo_; }
  QTableWidget* table() const { return table_; }
  QTableWidget* fractions() const { return fractionTable_; }
  Notice* notice() const { return notice_; }
  QLabel* checks() const { return checks_; }
  QPushButton* checksButton() const { return showChecks_; }

 Q_SIGNALS:
  void checksRequested();

 private:
  void check();
  void preview();
  void showPreview();
  void apply();
  void undo();
  void countFractions();
  SplitPlan plan() const;
  QString planText() const;
  QString problem() const;
  void updateState();
  void fill(QTableWidget* table, const QStringList& header,
            const std::vector<std::pair<QString, QStringList>>& rows) const;

  DataSet data_;
  Job *read_, *preview_, *applying_, *fraction_, *check_;
  JobBar *bar_, *applyBar_;
  QTimer previewSoon_;
  std::shared_ptr<const SplitPreview> present_, planned_;
  std::array<QSpinBox*, 3> shares_;
  QSpinBox* seed_;
  QComboBox* task_;
  QCheckBox* keep_;
  QLabel *problem_, *changed_, *fractionTitle_, *checks_;
  QPushButton *apply_, *undo_, *showChecks_;
  QTableWidget *table_, *fractionTable_;
  Notice* notice_;
};

}  // namespace mrm
