// The records that a query found, as a table: their order is known, their contents are fetched page
// by page as they come into view.
#pragma once

#include <QAbstractTableModel>
#include <QCache>
#include <QTimer>
#include <memory>
#include <vector>

#include "core/catalog/catalog_query.h"
#include "widgets/models/row_ranges.h"

namespace mrm {

class CatalogService;

class CatalogTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  using Ids = std::shared_ptr<const std::vector<RecordId>>;
  // In the order of RecordColumn, then the beginning of the report.
  static constexpr int kReportColumn = static_cast<int>(RecordColumn::Image) + 1;
  static constexpr int kColumns = kReportColumn + 1;
  static constexpr int kPageRows = 128;

  explicit CatalogTableModel(CatalogService& service, QObject* parent = nullptr);

  // Other records: a reset. The same ones: what is shown of them is fetched anew and stays until
  // then.
  void setRecords(Ids ids);
  const Ids& ids() const { return ids_; }
  RecordId idAt(int row) const;  // 0 outside
  // The row's contents, or null: then they are fetched and dataChanged() follows.
  const RecordRow* rowAt(int row) const;
  bool hasRow(int row) const;  // without fetching

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  static bool isSortable(int column) { return column < kReportColumn; }
  void retranslate();

  // What a screen reader says of a record, and the tool tip.
  static QString describe(const RecordRow& row);

 private:
  struct Page {
    std::vector<RecordRow> rows;
    quint64 version = 0;
  };

  void want(int page) const;
  void fetchNext();

  CatalogService& service_;
  Ids ids_;
  quint64 version_ = 0;  // of the records' contents, as far as this model was told
  mutable QCache<int, Page> pages_;
  mutable std::vector<int> wanted_;  // the latest last
  std::vector<int> underWay_;
  mutable QTimer soon_;
};

}  // namespace mrm
