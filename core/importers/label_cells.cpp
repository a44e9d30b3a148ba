#include "core/importers/label_cells.h"

#include <algorithm>

#include "core/base/printable.h"
#include "core/importers/field_values.h"
#include "core/importers/import_reasons.h"

namespace mrm {

void takeLabel(PlanBuilder& plan, CatalogRecord& record, Label label, std::string_view cell,
               const std::string& where) {
  if (const auto value = labelOf(cell)) {
    label.value = *value;
    record.labels.push_back(std::move(label));
    return;
  }
  const std::string what = "'" + label.name + "' is '" + printable(cell, 40) + "'";
  plan.problem("bad-label", "Labels cannot be read: neither 0, 1, -1 nor a word for it",
               where + ": " + what);
  PlanBuilder::setAside(record, std::string(reasons::kBadLabel) + ": " + what + ".");
}

LabelColumns LabelColumns::allBut(const TableFile& table, const std::string& task,
                                  const std::vector<std::string>& others) {
  LabelColumns labels{task, {}, {}};
  for (std::size_t i = 0; i < table.header().size(); ++i) {
    const std::string word = plainWord(table.header()[i]);
    const bool isOther = std::any_of(others.begin(), others.end(), [&](const std::string& other) {
      return plainWord(other) == word;
    });
    if (isOther || word.empty()) continue;
    labels.names.push_back(table.header()[i]);
    labels.columns.push_back(i);
  }
  return labels;
}

void LabelColumns::take(PlanBuilder& plan, CatalogRecord& record, const CsvReader::Row& row,
                        const std::string& where) const {
  for (std::size_t i = 0; i < names.size(); ++i)
    takeLabel(plan, record, {task, names[i]}, row.fields[columns[i]], where);
}

void takeChosen(CatalogRecord& record, const std::string& task,
                const std::vector<std::string>& classes, const std::vector<std::string>& positive) {
  for (const std::string& name : classes) {
    const bool isPositive = std::find(positive.begin(), positive.end(), name) != positive.end();
    record.labels.push_back({task, name, isPositive ? LabelValue::Positive : LabelValue::Negative});
  }
}

bool isBadRow(PlanBuilder& plan, const CsvReader::Row& row, const std::string& where) {
  if (row.problem.empty()) return false;
  plan.problem("bad-row", "Lines do not fit the table", where + ": " + row.problem);
  return true;
}

}  // namespace mrm
