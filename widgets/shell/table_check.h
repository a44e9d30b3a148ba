// Reads a table for the new project's dialog: its first rows, which columns are likely what, how
// many records fit.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include "core/catalog/records.h"

namespace mrm {

struct TablePreview {
  QStringList header;
  QVector<QStringList> rows;  // the first ones
  qsizetype rowCount = 0;
};

// Throws Error. Not for the GUI thread.
TablePreview readTablePreview(const QString& csv);

// Indices of the columns that by name or content are likely image, report, patient; -1: none is.
struct ColumnGuess {
  int image = -1, report = -1, patient = -1;
};
ColumnGuess guessColumns(const TablePreview& preview);

}  // namespace mrm
