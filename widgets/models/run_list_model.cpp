#include "widgets/models/run_list_model.h"

#include "widgets/common/format.h"

namespace mrm {

int RunListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

QVariant RunListModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= runs_.size()) return {};
  const RunSummary& run = runs_[index.row()];
  switch (role) {
    case Qt::DisplayRole:
      return run.name;
    case Qt::ToolTipRole:
      return run.path;
    case Qt::AccessibleTextRole:
      return QStringLiteral("%1, %2, %3")
          .arg(run.name, run.phaseText(), Format::percent(run.progress()));
    case SummaryRole:
      return QVariant::fromValue(run);
    case PathRole:
      return run.path;
    default:
      return {};
  }
}

int RunListModel::rowOf(const QString& path) const {
  for (int row = 0; row < runs_.size(); ++row)
    if (runs_[row].path == path) return row;
  return -1;
}

void RunListModel::setRuns(const QVector<RunSummary>& runs) {
  const auto contains = [](const QVector<RunSummary>& list, const QString& path) {
    return std::any_of(list.cbegin(), list.cend(),
                       [&](const RunSummary& run) { return run.path == path; });
  };
  for (int row = static_cast<int>(runs_.size()) - 1; row >= 0; --row) {
    if (contains(runs, runs_[row].path)) continue;
    beginRemoveRows({}, row, row);
    runs_.removeAt(row);
    endRemoveRows();
  }
  for (int row = 0; row < runs.size(); ++row) {
    const int now = rowOf(runs[row].path);
    if (now < 0) {
      beginInsertRows({}, row, row);
      runs_.insert(row, runs[row]);
      endInsertRows();
      continue;
    }
    if (now != row) {  // runs that stay move up only: those before `row` are in place
      beginMoveRows({}, now, now, {}, row);
      runs_.move(now, row);
      endMoveRows();
    }
    if (!(runs_[row] == runs[row])) {
      runs_[row] = runs[row];
      Q_EMIT dataChanged(index(row), index(row));
    }
  }
}

}  // namespace mrm
