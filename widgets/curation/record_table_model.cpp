#include "widgets/curation/record_table_model.h"

#include <algorithm>

#include "widgets/common/format.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kExcerpt = 160;  // characters of a report in the table

}  // namespace

void RecordTableModel::setTable(RecordTable table) {
  beginResetModel();
  table_ = std::move(table);
  rows_.clear();
  for (std::size_t i = 0; i < table_.records.size(); ++i) rows_.push_back({false, i});
  for (std::size_t i = 0; i < table_.rejected.size(); ++i) rows_.push_back({true, i});
  const auto number = [this](const Row& row) {
    return row.isRejected ? table_.rejected[row.index].number : table_.records[row.index].number;
  };
  std::stable_sort(rows_.begin(), rows_.end(),
                   [&](const Row& a, const Row& b) { return number(a) < number(b); });
  endResetModel();
}

int RecordTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RecordTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

const Record* RecordTableModel::record(int row) const {
  if (row < 0 || row >= rowCount()) return nullptr;
  const Row& r = rows_[static_cast<std::size_t>(row)];
  return r.isRejected ? nullptr : &table_.records[r.index];
}

const RejectedRecord* RecordTableModel::rejected(int row) const {
  if (row < 0 || row >= rowCount()) return nullptr;
  const Row& r = rows_[static_cast<std::size_t>(row)];
  return r.isRejected ? &table_.rejected[r.index] : nullptr;
}

QVariant RecordTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Record* usable = record(index.row());
  const RejectedRecord* aside = rejected(index.row());
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
    switch (index.column()) {
      case NumberColumn:
        return Format::count(usable ? usable->number : aside->number);
      case PatientColumn:
        return usable ? QString::fromStdString(usable->patient) : QString();
      case ImageColumn:
        return usable ? QString::fromStdString(usable->image.filename().string()) : QString();
      case ReportColumn: {
        QString text =
            usable ? QString::fromStdString(usable->report) : QString::fromStdString(aside->reason);
        if (role == Qt::DisplayRole) text = text.left(kExcerpt).simplified();
        return text;
      }
      default:
        return {};
    }
  }
  if (role == Qt::TextAlignmentRole && index.column() == NumberColumn)
    return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
  if (aside && index.column() == ReportColumn) {
    if (role == Qt::DecorationRole) return themedIcon("warning", IconTone::Attention);
    if (role == Qt::ForegroundRole) return themeColors().attention;
  }
  if (role == Qt::UserRole && index.column() == NumberColumn)  // to sort by
    return QVariant::fromValue<qlonglong>(usable ? usable->number : aside->number);
  if (role == Qt::UserRole) return data(index, Qt::DisplayRole);
  return {};
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant((section == NumberColumn ? Qt::AlignTrailing : Qt::AlignLeading) |
                    Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case NumberColumn:
      return tr("Record");
    case PatientColumn:
      return tr("Patient");
    case ImageColumn:
      return tr("Image");
    case ReportColumn:
      return tr("Report");
    default:
      return {};
  }
}

RecordFilter::RecordFilter(QObject* parent) : QSortFilterProxyModel(parent) {
  setSortRole(Qt::UserRole);
  setSortLocaleAware(true);
}

void RecordFilter::setText(const QString& text) {
  words_ = text.simplified().split(' ', Qt::SkipEmptyParts);
  invalidateFilter();
}

void RecordFilter::setShow(Show show) {
  show_ = show;
  invalidateFilter();
}

bool RecordFilter::filterAcceptsRow(int row, const QModelIndex&) const {
  const auto* model = static_cast<const RecordTableModel*>(sourceModel());
  const Record* usable = model->record(row);
  const RejectedRecord* aside = model->rejected(row);
  if (show_ == Show::Usable && aside) return false;
  if (show_ == Show::SetAside && usable) return false;
  if (words_.isEmpty()) return true;
  const QString all =
      usable ? QString::fromStdString(usable->patient + ' ' + usable->image.filename().string() +
                                      ' ' + usable->report)
             : QString::fromStdString(aside->reason);
  return std::all_of(words_.begin(), words_.end(),
                     [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

}  // namespace mrm
