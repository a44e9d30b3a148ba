// Cells that hold the value of a class.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/importers/plan_builder.h"
#include "core/importers/table_file.h"

namespace mrm {

// Gives the record the label with the cell's value; a cell that cannot be read is a finding with
// its line, and sets the record aside.
void takeLabel(PlanBuilder& plan, CatalogRecord& record, Label label, std::string_view cell,
               const std::string& where);

// The columns of a table that hold a class each.
struct LabelColumns {
  std::string task;
  std::vector<std::string> names;
  std::vector<std::size_t> columns;

  // All columns but those named.
  static LabelColumns allBut(const TableFile& table, const std::string& task,
                             const std::vector<std::string>& others);
  void take(PlanBuilder& plan, CatalogRecord& record, const CsvReader::Row& row,
            const std::string& where) const;
};

// One of the classes is positive, or several; the others are negative.
void takeChosen(CatalogRecord& record, const std::string& task,
                const std::vector<std::string>& classes, const std::vector<std::string>& positive);

// Counts a line of another length than the header, and whether it was one.
bool isBadRow(PlanBuilder& plan, const CsvReader::Row& row, const std::string& where);

}  // namespace mrm
