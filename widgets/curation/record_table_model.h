// The records of a project as a table model: those that can be used and those set aside, with the
// reason.
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <vector>

#include "core/catalog/records.h"

namespace mrm {

class RecordTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { NumberColumn, PatientColumn, ImageColumn, ReportColumn, ColumnCount };
  using QAbstractTableModel::QAbstractTableModel;

  void setTable(RecordTable table);
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  // Null for a row that was set aside (record) or can be used (rejected).
  const Record* record(int row) const;
  const RejectedRecord* rejected(int row) const;
  int recordCount() const { return static_cast<int>(table_.records.size()); }
  int rejectedCount() const { return static_cast<int>(table_.rejected.size()); }

 private:
  struct Row {
    bool isRejected;
    std::size_t index;
  };

  RecordTable table_;
  std::vector<Row> rows_;  // in the order of the table's lines
};

// Which records are shown.
class RecordFilter : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  enum class Show { All, Usable, SetAside };
  explicit RecordFilter(QObject* parent = nullptr);

  void setText(const QString& text);  // each of its words must occur in the row
  void setShow(Show show);

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  QStringList words_;
  Show show_ = Show::All;
};

}  // namespace mrm
