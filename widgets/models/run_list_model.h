// The runs of the open project as a list model.
#pragma once

#include <QAbstractListModel>
#include <QVector>

#include "widgets/models/run_summary.h"

namespace mrm {

class RunListModel : public QAbstractListModel {
  Q_OBJECT
 public:
  enum Role { SummaryRole = Qt::UserRole, PathRole };
  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

  // Replaces the runs, keeping the indexes of those that stay: selection and scroll position
  // survive.
  void setRuns(const QVector<RunSummary>& runs);
  const QVector<RunSummary>& runs() const { return runs_; }
  int rowOf(const QString& path) const;  // -1 when it is not there

 private:
  QVector<RunSummary> runs_;
};

}  // namespace mrm
