#include "core/catalog/label_policy.h"

#include <algorithm>
#include <array>

#include "core/catalog/record_columns.h"

namespace mrm {
namespace {

// How many of the records have each label set, and which classes the task has.
struct SetCounts {
  std::vector<std::int64_t> records;  // by set
  std::vector<std::size_t> classes;   // numbers, in the order in which the data named them first
  std::vector<std::size_t> index;     // by number of the class; others: classes.size()
  std::int64_t total = 0;
};

SetCounts countSets(const RecordColumns& columns, std::span<const std::uint32_t> rows,
                    const std::string& task) {
  SetCounts counts;
  counts.records.assign(columns.labelSets.size(), 0);
  for (const std::uint32_t row : rows) ++counts.records[columns.labels[row]];
  counts.total = static_cast<std::int64_t>(rows.size());
  for (std::size_t i = 1; i < columns.classes.size(); ++i)
    if (columns.classes[i].task == task) counts.classes.push_back(i);
  counts.index.assign(columns.classes.size(), counts.classes.size());
  for (std::size_t i = 0; i < counts.classes.size(); ++i) counts.index[counts.classes[i]] = i;
  return counts;
}

}  // namespace

std::optional<double> labelTarget(LabelValue value, const LabelPolicy& policy) {
  switch (value) {
    case LabelValue::Negative:
      return 0.0;
    case LabelValue::Positive:
      return 1.0;
    case LabelValue::Blank:
      return policy.blank == BlankAs::Zero ? std::optional(0.0) : std::nullopt;
    case LabelValue::Uncertain:
      break;
  }
  switch (policy.uncertain) {
    case UncertainAs::Zero:
      return 0.0;
    case UncertainAs::One:
      return 1.0;
    case UncertainAs::Keep:
      return 0.5;
    case UncertainAs::Ignore:
      break;
  }
  return std::nullopt;
}

std::vector<std::string> labelTasks(const Catalog& catalog) {
  std::vector<std::string> tasks;
  catalog.withColumns({}, [&](const RecordColumns& columns, std::span<const std::uint32_t>) {
    std::vector<std::uint8_t> isUsed(columns.labelSets.size(), 0);
    for (const std::uint32_t set : columns.labels) isUsed[set] = 1;
    for (std::size_t set = 0; set < isUsed.size(); ++set)
      if (isUsed[set])
        for (const auto& value : columns.labelSets[set]) {
          const std::string& task =
              columns.classes[static_cast<std::size_t>(value.labelClass)].task;
          if (std::find(tasks.begin(), tasks.end(), task) == tasks.end()) tasks.push_back(task);
        }
  });
  std::sort(tasks.begin(), tasks.end());
  return tasks;
}

std::vector<LabelCounts> countLabels(const Catalog& catalog, const std::string& task,
                                     const LabelPolicy& policy, const RecordQuery& query) {
  std::vector<LabelCounts> result;
  catalog.withColumns(
      query, [&](const RecordColumns& columns, std::span<const std::uint32_t> rows) {
        const SetCounts sets = countSets(columns, rows, task);
        for (const std::size_t number : sets.classes) {
          LabelCounts& counts = result.emplace_back();
          counts.name = columns.classes[number].name;
          counts.absent = sets.total;
        }
        const auto take = [&](LabelCounts& counts, LabelValue value, std::int64_t records) {
          const std::array<std::int64_t*, 4> fields = {&counts.negative, &counts.positive,
                                                       &counts.uncertain, &counts.blank};
          *fields[static_cast<std::size_t>(value)] += records;
          counts.absent -= records;
          const std::optional<double> target = labelTarget(value, policy);
          (!target        ? counts.leftOut
           : *target == 0 ? counts.targetZero
           : *target == 1 ? counts.targetOne
                          : counts.targetOther) += records;
        };
        for (std::size_t set = 1; set < sets.records.size(); ++set)
          if (sets.records[set])
            for (const auto& value : columns.labelSets[set]) {
              const std::size_t index = sets.index[static_cast<std::size_t>(value.labelClass)];
              if (index < result.size()) take(result[index], value.value, sets.records[set]);
            }
        for (LabelCounts& counts : result) counts.leftOut += counts.absent;
      });
  return result;
}

LabelCooccurrence labelCooccurrence(const Catalog& catalog, const std::string& task,
                                    const RecordQuery& query) {
  LabelCooccurrence result;
  catalog.withColumns(query, [&](const RecordColumns& columns,
                                 std::span<const std::uint32_t> rows) {
    const SetCounts sets = countSets(columns, rows, task);
    for (const std::size_t number : sets.classes)
      result.names.push_back(columns.classes[number].name);
    result.together.assign(sets.classes.size(), std::vector<std::int64_t>(sets.classes.size(), 0));
    std::vector<std::size_t> positive;
    for (std::size_t set = 1; set < sets.records.size(); ++set) {
      if (sets.records[set] == 0) continue;
      positive.clear();
      for (const auto& value : columns.labelSets[set]) {
        const std::size_t index = sets.index[static_cast<std::size_t>(value.labelClass)];
        if (index < result.names.size() && value.value == LabelValue::Positive)
          positive.push_back(index);
      }
      for (const std::size_t i : positive)
        for (const std::size_t j : positive) result.together[i][j] += sets.records[set];
    }
  });
  return result;
}

}  // namespace mrm
