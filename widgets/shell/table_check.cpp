#include "widgets/shell/table_check.h"

#include <algorithm>

#include "core/base/files.h"
#include "core/catalog/csv.h"

namespace mrm {
namespace {

constexpr std::size_t kLargestTable = std::size_t{1} << 30;  // bytes
constexpr std::size_t kRows = 20;
constexpr qsizetype kLongestCell = 300;  // characters shown of a cell

// The first column whose name is one of these words, or else holds one of them.
int named(const QStringList& header, const QStringList& words) {
  for (const QString& word : words)
    for (int i = 0; i < header.size(); ++i)
      if (header[i].compare(word, Qt::CaseInsensitive) == 0) return i;
  for (const QString& word : words)
    for (int i = 0; i < header.size(); ++i)
      if (header[i].contains(word, Qt::CaseInsensitive)) return i;
  return -1;
}

}  // namespace

TablePreview readTablePreview(const QString& csv) {
  const std::string name = csv.toStdString();
  const CsvTable table = parseCsv(readFile(name, kLargestTable), name);
  TablePreview preview;
  for (const std::string& column : table.header) preview.header << QString::fromStdString(column);
  preview.rowCount = static_cast<qsizetype>(table.rows.size());
  for (std::size_t i = 0; i < std::min(kRows, table.rows.size()); ++i) {
    QStringList row;
    for (const std::string& cell : table.rows[i])
      row << QString::fromStdString(cell).left(kLongestCell).simplified();
    preview.rows << row;
  }
  return preview;
}

ColumnGuess guessColumns(const TablePreview& preview) {
  ColumnGuess guess;
  guess.image =
      named(preview.header, {"image", "path", "file", "filename", "dicom", "Bild", "Datei"});
  guess.report =
      named(preview.header, {"report", "notes", "text", "findings", "impression", "Befund"});
  guess.patient =
      named(preview.header, {"patient_id", "patient", "subject_id", "subject", "PatientID"});
  if (guess.image < 0) {  // by content: most cells end like an image file
    for (int i = 0; i < preview.header.size() && guess.image < 0; ++i) {
      const auto hits =
          std::count_if(preview.rows.begin(), preview.rows.end(), [&](const QStringList& row) {
            const QString cell = row.value(i).toLower();
            return cell.endsWith(".png") || cell.endsWith(".jpg") || cell.endsWith(".jpeg");
          });
      if (hits * 2 > preview.rows.size()) guess.image = i;
    }
  }
  if (guess.report < 0) {  // by content: the longest texts
    qsizetype longest = 40;
    for (int i = 0; i < preview.header.size(); ++i) {
      qsizetype letters = 0;
      for (const QStringList& row : preview.rows) letters += row.value(i).size();
      const qsizetype mean = preview.rows.isEmpty() ? 0 : letters / preview.rows.size();
      if (i != guess.image && mean > longest) {
        longest = mean;
        guess.report = i;
      }
    }
  }
  return guess;
}

}  // namespace mrm
