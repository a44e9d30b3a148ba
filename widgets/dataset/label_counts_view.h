// How often a task's classes are negative, positive, uncertain, blank and absent, and what a policy
// makes of them: numbers with a bar for each class.
#pragma once

#include <QAbstractTableModel>
#include <QTableView>
#include <vector>

#include "core/catalog/label_policy.h"

namespace mrm {

class LabelCountsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column {
    Name,
    Bar,
    Positive,
    Negative,
    Uncertain,
    Blank,
    Absent,
    TargetOne,
    TargetZero,
    TargetOther,
    LeftOut,
    Columns
  };
  using QAbstractTableModel::QAbstractTableModel;

  void setCounts(std::vector<LabelCounts> counts);
  const std::vector<LabelCounts>& counts() const { return counts_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::vector<LabelCounts> counts_;
};

class LabelCountsView : public QTableView {
  Q_OBJECT
 public:
  explicit LabelCountsView(QWidget* parent = nullptr);

  LabelCountsModel* counts() const { return model_; }
  QString asText() const;  // tab-separated, for the clipboard

 private:
  LabelCountsModel* model_;
};

}  // namespace mrm
