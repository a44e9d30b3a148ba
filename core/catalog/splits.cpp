#include "core/catalog/splits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "core/catalog/label_policy.h"
#include "core/catalog/patient_groups.h"
#include "core/catalog/stratify.h"

namespace mrm {
namespace {

enum Purpose : std::uint64_t { kSplitDraw = 0x53504C54, kFractionDraw = 0x46524143 };

RecordQuery usableRecords() {
  RecordQuery query;
  query.facets[Facet::Status] = {"usable"};
  return query;
}

// Groups in random order, with the classes of which they have a positive.
struct Patients {
  std::vector<PatientGroup> groups;
  std::vector<std::vector<ClassCount>> positives;  // by group
  std::size_t classes = 0;
};

// Indices of the task's classes by number of the class; none: the number of classes there are.
std::vector<std::uint32_t> classesOf(const RecordColumns& columns, const std::string& task,
                                     std::size_t& count) {
  count = 0;
  for (const auto& labelled : columns.classes) count += !task.empty() && labelled.task == task;
  std::vector<std::uint32_t> index(columns.classes.size(), static_cast<std::uint32_t>(count));
  std::uint32_t next = 0;
  for (std::size_t i = 1; i < columns.classes.size(); ++i)
    if (!task.empty() && columns.classes[i].task == task) index[i] = next++;
  return index;
}

std::string nameOfRecord(RecordId id) {
  return "record " + std::to_string(id);
}

// The names are looked up after the columns are let go of, for they are in the file.
Patients inRandomOrder(const Catalog& catalog, Patients patients,
                       const std::vector<RecordId>& firstRecords, std::uint64_t seed,
                       std::uint64_t purpose) {
  std::vector<std::pair<double, std::string>> draws;
  for (std::size_t i = 0; i < patients.groups.size(); ++i) {
    const PatientGroup& group = patients.groups[i];
    std::string name = group.patient != 0 ? catalog.termText(group.patient)
                       : group.study != 0 ? "study " + catalog.termText(group.study)
                                          : nameOfRecord(firstRecords[i]);
    const double draw = patientDraw(seed, purpose, name);
    draws.emplace_back(draw, std::move(name));
  }
  std::vector<std::size_t> order(draws.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return draws[a] < draws[b]; });
  Patients sorted;
  sorted.classes = patients.classes;
  for (const std::size_t i : order) {
    sorted.groups.push_back(std::move(patients.groups[i]));
    sorted.positives.push_back(std::move(patients.positives[i]));
  }
  return sorted;
}

// Classes with a positive among the group's records.
std::vector<ClassCount> positivesOf(const RecordColumns& columns, const PatientGroup& group,
                                    const std::vector<std::uint32_t>& classIndex,
                                    std::size_t classes) {
  std::vector<ClassCount> positives;
  if (classes == 0) return positives;
  std::vector<std::uint32_t> found;
  for (const std::uint32_t row : group.rows)
    for (const auto& value : columns.labelSets[columns.labels[row]]) {
      const std::uint32_t index = classIndex[static_cast<std::size_t>(value.labelClass)];
      if (index < classes && value.value == LabelValue::Positive) found.push_back(index);
    }
  std::sort(found.begin(), found.end());
  for (const std::uint32_t index : found) {
    if (positives.empty() || positives.back().labelClass != index) positives.push_back({index, 0});
    ++positives.back().records;
  }
  return positives;
}

void requireTask(const Catalog& catalog, const std::string& task, const char* where) {
  const std::vector<std::string> tasks = labelTasks(catalog);
  if (std::find(tasks.begin(), tasks.end(), task) != tasks.end()) return;
  std::string known;
  for (const std::string& name : tasks) known += (known.empty() ? "" : ", ") + name;
  throw Error("there are no labels of the task '" + task + "'", where,
              tasks.empty() ? "The catalogue has no labels." : "There are: " + known + ".");
}

// The split of most records that have one; None when none has.
Split givenSplit(const PatientGroup& group, const std::vector<std::uint8_t>& splitOfRow) {
  std::array<std::size_t, 4> count{};
  for (const std::uint32_t row : group.rows) ++count[splitOfRow[row]];
  std::size_t best = 0;
  for (std::size_t split = 1; split < count.size(); ++split)
    if (count[split] > 0 && (best == 0 || count[split] > count[best])) best = split;
  return static_cast<Split>(best);
}

}  // namespace

std::vector<std::pair<RecordId, Split>> planSplits(const Catalog& catalog, const SplitPlan& plan,
                                                   std::stop_token stop) {
  const std::array<double, 3> shares = {plan.training, plan.validation, plan.test};
  double sum = 0;
  for (const double share : shares) {
    if (!(share >= 0 && share <= 1))
      throw Error("a split's share must be between 0 and 1", "shares");
    sum += share;
  }
  if (std::abs(sum - 1) > 1e-6)
    throw Error("the splits' shares add up to " + std::to_string(sum), "shares",
                "Choose shares that add up to 1, such as 0.8, 0.1 and 0.1.");
  if (!plan.stratifyBy.empty()) requireTask(catalog, plan.stratifyBy, "stratification");

  Patients patients;
  std::vector<RecordId> ids, firstRecords;
  std::vector<std::uint8_t> splitOfRow;
  catalog.withColumns(
      usableRecords(), [&](const RecordColumns& columns, std::span<const std::uint32_t> rows) {
        patients.groups = groupByPatient(columns, rows);
        const auto classIndex = classesOf(columns, plan.stratifyBy, patients.classes);
        for (const PatientGroup& group : patients.groups) {
          patients.positives.push_back(positivesOf(columns, group, classIndex, patients.classes));
          firstRecords.push_back(columns.id[group.rows.front()]);
        }
        ids = columns.id;
        splitOfRow = columns.split;
      });
  patients = inRandomOrder(catalog, std::move(patients), firstRecords, plan.seed, kSplitDraw);
  if (stop.stop_requested()) throw Stopped();

  std::vector<Split> given(patients.groups.size(), Split::None);
  if (plan.keepGiven)
    for (std::size_t i = 0; i < given.size(); ++i)
      given[i] = givenSplit(patients.groups[i], splitOfRow);
  const std::vector<Split> chosen =
      stratify(patients.positives, patients.classes, given, shares, stop);

  std::vector<std::pair<RecordId, Split>> result;
  for (std::size_t i = 0; i < chosen.size(); ++i)
    for (const std::uint32_t row : patients.groups[i].rows) {
      const auto before = static_cast<Split>(splitOfRow[row]);
      result.emplace_back(ids[row], plan.keepGiven && before != Split::None ? before : chosen[i]);
    }
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<RecordId> labelFraction(const Catalog& catalog, const std::string& task, double share,
                                    std::uint64_t seed, std::stop_token stop) {
  if (!(share > 0 && share <= 1))
    throw Error("a share of the labels must be above 0 and at most 1", "share");
  requireTask(catalog, task, "label fraction");
  RecordQuery query = usableRecords();
  query.facets[Facet::Split] = {"training"};
  Patients patients;
  std::vector<RecordId> ids, firstRecords;
  catalog.withColumns(
      query, [&](const RecordColumns& columns, std::span<const std::uint32_t> rows) {
        const auto classIndex = classesOf(columns, task, patients.classes);
        std::vector<std::uint8_t> isLabelled(columns.labelSets.size(), 0);
        for (std::size_t set = 0; set < isLabelled.size(); ++set)
          for (const auto& value : columns.labelSets[set])
            if (classIndex[static_cast<std::size_t>(value.labelClass)] < patients.classes)
              isLabelled[set] = 1;
        std::vector<std::uint32_t> labelled;
        for (const std::uint32_t row : rows)
          if (isLabelled[columns.labels[row]]) labelled.push_back(row);
        patients.groups = groupByPatient(columns, labelled);
        for (const PatientGroup& group : patients.groups) {
          patients.positives.push_back(positivesOf(columns, group, classIndex, patients.classes));
          firstRecords.push_back(columns.id[group.rows.front()]);
        }
        ids = columns.id;
      });
  if (patients.groups.empty())
    throw Error("no usable record of the training split has labels of the task '" + task + "'",
                "label fraction", "Split the records first.");
  patients = inRandomOrder(catalog, std::move(patients), firstRecords, seed, kFractionDraw);
  if (stop.stop_requested()) throw Stopped();

  // The first patients of the order, and of every class the first that has a positive: both grow
  // with the share, so that smaller shares lie within larger ones.
  const std::size_t count = patients.groups.size();
  const auto wanted =
      static_cast<std::size_t>(std::max(1.0, std::round(share * static_cast<double>(count))));
  std::vector<std::uint8_t> hasPositive(patients.classes, 0);
  std::vector<RecordId> result;
  for (std::size_t i = 0; i < count; ++i) {
    bool isTaken = i < wanted;
    for (const ClassCount& positive : patients.positives[i]) {
      if (!hasPositive[positive.labelClass]) isTaken = true;
      hasPositive[positive.labelClass] = 1;
    }
    if (!isTaken) continue;
    for (const std::uint32_t row : patients.groups[i].rows) result.push_back(ids[row]);
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace mrm
