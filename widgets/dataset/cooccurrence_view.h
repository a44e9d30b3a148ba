// How often two classes are positive together: a heat map with its scale, every value in its cell.
#pragma once

#include <QAbstractTableModel>
#include <QWidget>

#include "core/catalog/label_policy.h"

class QTableView;

namespace mrm {

class CooccurrenceModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  using QAbstractTableModel::QAbstractTableModel;

  void setMatrix(LabelCooccurrence matrix);
  const LabelCooccurrence& matrix() const { return matrix_; }
  // Share of the row's positives that are positive for the column, too; 0 without positives.
  double share(int row, int column) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  LabelCooccurrence matrix_;
};

class CooccurrenceView : public QWidget {
  Q_OBJECT
 public:
  explicit CooccurrenceView(QWidget* parent = nullptr);

  CooccurrenceModel* matrix() const { return model_; }
  QTableView* table() const { return table_; }

 private:
  CooccurrenceModel* model_;
  QTableView* table_;
};

}  // namespace mrm
