// What filters, sorting and counting look at, column by column in memory: some 70 bytes a record.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/catalog/catalog_types.h"
#include "core/catalog/terms.h"
#include "core/catalog/value_sets.h"

namespace mrm {

// SQLite alone takes seconds for the counts of all facets of 400,000 records; these columns take
// milliseconds. They are read when first needed, and after each change, by whichever program, only
// the records that it changed are read again. Row i of every column is the same record; rows are
// in order of ids. Patients and the like are numbers of terms, equal for equal texts.
class RecordColumns {
 public:
  RecordColumns(Database& database, Terms& terms, ValueSets& sets)
      : database_(database), terms_(terms), sets_(sets) {}

  // Brings the columns up to date with the file, within a transaction of the caller.
  void refresh();
  std::int64_t revision() const { return revision_; }
  // The revision at which a record last got another report.
  std::int64_t reportRevision() const { return reportRevision_; }

  std::size_t size() const { return id.size(); }
  // Row of a record, or size() when there is none.
  std::size_t rowOf(RecordId record) const;

  std::vector<RecordId> id;
  std::vector<std::uint32_t> source, patient, study, view, modality, sex, date, reason, labels,
      tags;
  std::vector<std::int64_t> report;
  std::vector<float> age;                        // not a number: unknown
  std::vector<std::uint8_t> split, status;       // enumerators
  std::vector<std::uint8_t> hasReport, hasMask;  // 0, 1

  // By number of the set; [0] is the empty one.
  std::vector<std::vector<ValueSets::ClassValue>> labelSets;
  std::vector<std::vector<std::int64_t>> tagSets;
  // By number; unused numbers are empty.
  std::vector<ValueSets::LabelClass> classes;
  std::vector<std::string> sourceNames;
  std::uint32_t termLimit = 0;  // terms are below

 private:
  void readAll();
  void readSets(bool isComplete);
  void readRecords(std::span<const RecordId> ids);
  void appendRow(const Query& query);
  void setRow(std::size_t row, const Query& query);
  void resize(std::size_t rows);
  std::uint32_t number(const Query& query, int column, std::size_t limit) const;

  Database& database_;
  Terms& terms_;
  ValueSets& sets_;
  std::int64_t revision_ = 0;  // 0: nothing was read
  std::int64_t reportRevision_ = 0;
  bool isReportChanged_ = false;
  std::vector<std::int64_t> blankReports_;  // ascending
};

}  // namespace mrm
