#include "widgets/models/catalog_table_model.h"

#include <QLocale>
#include <algorithm>
#include <utility>

#include "widgets/common/format.h"
#include "widgets/models/catalog_service.h"
#include "widgets/models/catalog_text.h"

namespace mrm {
namespace {

constexpr int kMostPages = 96;    // kept in memory
constexpr int kMostWanted = 8;    // what is scrolled past quickly is not fetched
constexpr int kMostUnderWay = 2;  // the next one is chosen late, by what is in view then

}  // namespace

CatalogTableModel::CatalogTableModel(CatalogService& service, QObject* parent)
    : QAbstractTableModel(parent),
      service_(service),
      ids_(std::make_shared<const std::vector<RecordId>>()),
      pages_(kMostPages) {
  // After the paint event that asks for pages.
  soon_.setSingleShot(true);
  connect(&soon_, &QTimer::timeout, this, &CatalogTableModel::fetchNext);
}

void CatalogTableModel::setRecords(Ids ids) {
  ++version_;
  wanted_.clear();
  underWay_.clear();
  if (*ids == *ids_) {
    if (!ids_->empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    return;
  }
  beginResetModel();
  ids_ = std::move(ids);
  pages_.clear();
  endResetModel();
}

RecordId CatalogTableModel::idAt(int row) const {
  return row >= 0 && row < rowCount() ? (*ids_)[static_cast<std::size_t>(row)] : 0;
}

bool CatalogTableModel::hasRow(int row) const {
  return pages_.contains(row / kPageRows);
}

const RecordRow* CatalogTableModel::rowAt(int row) const {
  if (row < 0 || row >= rowCount()) return nullptr;
  const int number = row / kPageRows;
  const Page* page = pages_.object(number);
  if (!page || page->version != version_) want(number);
  if (!page) return nullptr;
  const std::size_t at = static_cast<std::size_t>(row % kPageRows);
  return at < page->rows.size() ? &page->rows[at] : nullptr;
}

void CatalogTableModel::want(int page) const {
  if (std::find(underWay_.begin(), underWay_.end(), page) != underWay_.end()) return;
  std::erase(wanted_, page);
  wanted_.push_back(page);
  if (wanted_.size() > kMostWanted) wanted_.erase(wanted_.begin());
  if (!soon_.isActive()) soon_.start(0);
}

void CatalogTableModel::fetchNext() {
  while (!wanted_.empty() && underWay_.size() < kMostUnderWay) {
    const int page = wanted_.back();
    wanted_.pop_back();
    underWay_.push_back(page);
    const auto answered = [this, page, version = version_] {
      if (version != version_) return false;
      std::erase(underWay_, page);
      return true;
    };
    service_.ask(
        CatalogService::Topic::Rows, 0,
        [ids = ids_, page](Catalog& catalog) {
          const std::size_t from = static_cast<std::size_t>(page) * kPageRows;
          const std::size_t to = std::min(from + kPageRows, ids->size());
          return catalog.rows(std::span(*ids).subspan(from, to - from));
        },
        [this, page, answered, version = version_](std::vector<RecordRow> rows) {
          if (!answered()) return;
          const int first = page * kPageRows;
          const int last = std::min(first + kPageRows, rowCount()) - 1;
          pages_.insert(page, new Page{std::move(rows), version});
          Q_EMIT dataChanged(index(first, 0), index(last, kColumns - 1));
          fetchNext();
        },
        [this, answered](const ErrorText& error) {
          if (answered()) Q_EMIT service_.failed(error);
        });
  }
}

int CatalogTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(ids_->size());
}

int CatalogTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QString CatalogTableModel::describe(const RecordRow& row) {
  QStringList parts{tr("Record %1").arg(Format::count(row.id))};
  if (!row.patient.empty()) parts << tr("patient %1").arg(fromUtf8(row.patient));
  if (!row.view.empty()) parts << fromUtf8(row.view);
  if (row.split != Split::None) parts << CatalogText::split(row.split);
  if (row.status != RecordStatus::Usable) {
    const QString status = CatalogText::status(row.status);
    parts << (row.reason.empty() ? status : status + QStringLiteral(": ") + fromUtf8(row.reason));
  }
  return parts.join(QStringLiteral(", "));
}

QVariant CatalogTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const bool isNumber = index.column() == static_cast<int>(RecordColumn::Id) ||
                        index.column() == static_cast<int>(RecordColumn::Age);
  if (role == Qt::TextAlignmentRole)
    return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
    return {};
  const RecordRow* row = rowAt(index.row());
  if (!row)
    return role == Qt::DisplayRole && index.column() == 0 ? QStringLiteral("…") : QVariant();
  if (role == Qt::AccessibleTextRole && index.column() == 0) return describe(*row);
  if (role == Qt::ToolTipRole) {
    if ((index.column() == static_cast<int>(RecordColumn::Status) ||
         index.column() == static_cast<int>(RecordColumn::Id)) &&
        row->status != RecordStatus::Usable)
      return describe(*row);
    if (index.column() == static_cast<int>(RecordColumn::Image))
      return fromUtf8(row->image.string());
    return {};
  }
  if (index.column() == kReportColumn) return fromUtf8(row->reportStart);
  switch (static_cast<RecordColumn>(index.column())) {
    case RecordColumn::Id:
      return Format::count(row->id);
    case RecordColumn::Patient:
      return fromUtf8(row->patient);
    case RecordColumn::Study:
      return fromUtf8(row->study);
    case RecordColumn::Date:
      return fromUtf8(row->date);
    case RecordColumn::View:
      return fromUtf8(row->view);
    case RecordColumn::Sex:
      return fromUtf8(row->sex);
    case RecordColumn::Age:
      return row->age ? QLocale().toString(*row->age, 'f', *row->age < 1 ? 1 : 0) : QString();
    case RecordColumn::Split:
      return CatalogText::split(row->split);
    case RecordColumn::Status:
      return row->reason.empty()
                 ? CatalogText::status(row->status)
                 : CatalogText::status(row->status) + QStringLiteral(": ") + fromUtf8(row->reason);
    case RecordColumn::Source:
      return fromUtf8(row->source);
    case RecordColumn::Image:
      return fromUtf8(row->image.filename().string());
  }
  return {};
}

QVariant CatalogTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant((section == static_cast<int>(RecordColumn::Id) ||
                             section == static_cast<int>(RecordColumn::Age)
                         ? Qt::AlignRight
                         : Qt::AlignLeft) |
                    Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  return section == kReportColumn ? tr("Report")
                                  : CatalogText::column(static_cast<RecordColumn>(section));
}

void CatalogTableModel::retranslate() {
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
  if (!ids_->empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

}  // namespace mrm
