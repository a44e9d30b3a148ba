#include "core/catalog/checks.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/catalog/near_hashes.h"
#include "core/catalog/record_columns.h"
#include "core/catalog/words.h"

namespace mrm {
namespace {

using Kind = CatalogProblem::Kind;

// The usable records, as far as the checks look at them.
struct Records {
  std::vector<RecordId> ids;
  std::vector<std::uint32_t> patients;
  std::vector<Split> splits;
};

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

// "training and test"
std::string listSplits(const std::set<Split>& splits) {
  std::string list;
  std::size_t left = splits.size();
  for (const Split split : splits) {
    if (!list.empty()) list += left == 1 ? " and " : ", ";
    list += split == Split::None ? "no split" : splitWord(split);
    --left;
  }
  return list;
}

void checkPatients(const Catalog& catalog, const Records& records, CatalogCheck& check) {
  std::unordered_map<std::uint32_t, std::uint8_t> splitsOf;  // bits
  for (std::size_t i = 0; i < records.ids.size(); ++i)
    if (records.patients[i] != 0 && records.splits[i] != Split::None)
      splitsOf[records.patients[i]] |=
          static_cast<std::uint8_t>(1U << static_cast<unsigned>(records.splits[i]));
  std::map<std::uint32_t, std::vector<std::size_t>> parted;
  for (std::size_t i = 0; i < records.ids.size(); ++i) {
    const auto found = splitsOf.find(records.patients[i]);
    if (found != splitsOf.end() && (found->second & (found->second - 1)) != 0)
      parted[records.patients[i]].push_back(i);
  }
  for (const auto& [patient, of] : parted) {
    CatalogProblem problem{Kind::PatientInTwoSplits, true, {}, {}};
    std::set<Split> splits;
    for (const std::size_t i : of) {
      problem.records.push_back(records.ids[i]);
      splits.insert(records.splits[i]);
    }
    splits.erase(Split::None);
    problem.text = "Patient " + printable(catalog.termText(patient), 60) + " is in " +
                   listSplits(splits) + " (" + counted(of.size(), "record", "records") + ").";
    check.problems.push_back(std::move(problem));
  }
}

void checkImages(const Catalog& catalog, const Records& records, int distance,
                 const ProgressSink& progress, std::stop_token stop, CatalogCheck& check) {
  std::vector<std::uint64_t> hashes;
  std::vector<std::size_t> owner;
  std::vector<RecordId> inverted;
  std::size_t i = 0;
  for (const Catalog::ImageHash& image : catalog.imageHashes()) {
    while (i < records.ids.size() && records.ids[i] < image.id) ++i;
    if (i == records.ids.size()) break;
    if (records.ids[i] != image.id) continue;
    if (image.hash) {
      hashes.push_back(*image.hash);
      owner.push_back(i);
    }
    if (image.looksInverted) inverted.push_back(image.id);
  }
  check.hashed = static_cast<std::int64_t>(hashes.size());
  const auto report = [&](std::int64_t done, std::int64_t total) {
    if (progress) progress({done, total, "Comparing images"});
  };
  for (const auto& group : nearHashes(hashes, distance, report, std::move(stop))) {
    CatalogProblem problem;
    std::set<Split> splits;
    bool isIdentical = true;
    for (const std::size_t member : group) {
      problem.records.push_back(records.ids[owner[member]]);
      splits.insert(records.splits[owner[member]]);
      isIdentical = isIdentical && hashes[member] == hashes[group[0]];
    }
    std::set<Split> real = splits;
    real.erase(Split::None);
    problem.kind = real.size() > 1 ? Kind::SameImageAcrossSplits : Kind::DuplicateImage;
    problem.blocksTraining = real.size() > 1;
    problem.text = std::to_string(group.size()) +
                   (isIdentical ? " images look the same" : " images look nearly the same") +
                   " and are in " + listSplits(splits) + ".";
    check.problems.push_back(std::move(problem));
  }
  if (!inverted.empty())
    check.problems.push_back({Kind::LooksInverted, false,
                              counted(inverted.size(), "image looks", "images look") +
                                  " inverted against the others of the data set.",
                              inverted});
}

// Patients and splits with a positive, by class; and which splits have labels of which task.
struct Positives {
  std::map<std::string, std::set<Split>> splitsOfTask;
  struct OfClass {
    std::string task, name;
    std::unordered_set<std::uint64_t> patients;
    std::set<Split> splits;
    std::size_t records = 0;
  };
  std::vector<OfClass> classes;
};

constexpr std::uint64_t kUnknownPatient = std::uint64_t{1} << 32;  // plus the row: each a person

Positives countPositives(const RecordColumns& columns, std::span<const std::uint32_t> rows) {
  Positives positives;
  positives.classes.resize(columns.classes.size());
  for (std::size_t i = 1; i < columns.classes.size(); ++i) {
    positives.classes[i].task = columns.classes[i].task;
    positives.classes[i].name = columns.classes[i].name;
  }
  std::set<std::pair<std::uint32_t, std::uint8_t>> seen;
  for (const std::uint32_t row : rows) {
    const auto split = static_cast<Split>(columns.split[row]);
    if (split == Split::None) continue;
    const bool isNew = seen.emplace(columns.labels[row], columns.split[row]).second;
    for (const auto& value : columns.labelSets[columns.labels[row]]) {
      Positives::OfClass& of = positives.classes[static_cast<std::size_t>(value.labelClass)];
      if (isNew) positives.splitsOfTask[of.task].insert(split);
      if (value.value != LabelValue::Positive) continue;
      ++of.records;
      if (isNew) of.splits.insert(split);
      of.patients.insert(columns.patient[row] != 0 ? std::uint64_t{columns.patient[row]}
                                                   : kUnknownPatient + row);
    }
  }
  return positives;
}

void checkPositives(const Positives& positives, CatalogCheck& check) {
  for (const Positives::OfClass& of : positives.classes) {
    const auto inUse = positives.splitsOfTask.find(of.task);
    if (of.records == 0 || inUse == positives.splitsOfTask.end()) continue;
    std::set<Split> without;
    for (const Split split : inUse->second)
      if (!of.splits.contains(split)) without.insert(split);
    if (without.empty()) continue;
    CatalogProblem problem{Kind::NoPositives, of.patients.size() >= inUse->second.size(), {}, {}};
    problem.text = printable(findingName(of.task, of.name), 80) + " has no positives in " +
                   listSplits(without) + " (" + counted(of.records, "record", "records") + " of " +
                   counted(of.patients.size(), "patient", "patients") + " in all)" +
                   (problem.blocksTraining ? "." : ": too few patients for every split.");
    check.problems.push_back(std::move(problem));
  }
}

void checkUnsplit(const Records& records, CatalogCheck& check) {
  CatalogProblem problem{Kind::NoSplit, false, {}, {}};
  for (std::size_t i = 0; i < records.ids.size(); ++i)
    if (records.splits[i] == Split::None) problem.records.push_back(records.ids[i]);
  if (problem.records.empty()) return;
  problem.text =
      problem.records.size() == records.ids.size()
          ? "No record has a split."
          : counted(problem.records.size(), "record is", "records are") + " in no split.";
  check.problems.push_back(std::move(problem));
}

}  // namespace

bool CatalogCheck::blocksTraining() const {
  return std::any_of(problems.begin(), problems.end(),
                     [](const CatalogProblem& problem) { return problem.blocksTraining; });
}

bool CatalogCheck::blocksPretraining() const {
  return std::any_of(problems.begin(), problems.end(), [](const CatalogProblem& problem) {
    return problem.blocksTraining && problem.kind != Kind::NoPositives;
  });
}

std::string CatalogCheck::summary(Which which) const {
  std::map<Kind, std::size_t> counts;
  for (const CatalogProblem& problem : problems)
    if (which == Which::All || (problem.blocksTraining && (which == Which::BlocksTraining ||
                                                           problem.kind != Kind::NoPositives)))
      counts[problem.kind] += problem.kind == Kind::LooksInverted || problem.kind == Kind::NoSplit
                                  ? problem.records.size()
                                  : 1;
  std::string text;
  for (const auto& [kind, count] : counts) {
    if (!text.empty()) text += "; ";
    switch (kind) {
      case Kind::PatientInTwoSplits:
        text += counted(count, "patient is in two splits", "patients are in two splits");
        break;
      case Kind::SameImageAcrossSplits:
        text += counted(count, "image is in two splits", "images are in two splits");
        break;
      case Kind::DuplicateImage:
        text += counted(count, "image is there more than once", "images are there more than once");
        break;
      case Kind::NoPositives:
        text += counted(count, "class has a split without positives",
                        "classes have a split without positives");
        break;
      case Kind::LooksInverted:
        text += counted(count, "image looks inverted", "images look inverted");
        break;
      case Kind::NoSplit:
        text += counted(count, "record is in no split", "records are in no split");
        break;
    }
  }
  return text;
}

CatalogCheck checkCatalog(const Catalog& catalog, int hashDistance, const ProgressSink& progress,
                          std::stop_token stop) {
  RecordQuery usable;
  usable.facets[Facet::Status] = {"usable"};
  Records records;
  Positives positives;
  catalog.withColumns(usable,
                      [&](const RecordColumns& columns, std::span<const std::uint32_t> rows) {
                        for (const std::uint32_t row : rows) {
                          records.ids.push_back(columns.id[row]);
                          records.patients.push_back(columns.patient[row]);
                          records.splits.push_back(static_cast<Split>(columns.split[row]));
                        }
                        positives = countPositives(columns, rows);
                      });
  CatalogCheck check;
  check.of = static_cast<std::int64_t>(records.ids.size());
  checkPatients(catalog, records, check);
  if (stop.stop_requested()) throw Stopped();
  checkImages(catalog, records, hashDistance, progress, std::move(stop), check);
  checkPositives(positives, check);
  checkUnsplit(records, check);
  std::stable_sort(check.problems.begin(), check.problems.end(),
                   [](const CatalogProblem& a, const CatalogProblem& b) {
                     return std::pair(!a.blocksTraining, a.kind) <
                            std::pair(!b.blocksTraining, b.kind);
                   });
  return check;
}

}  // namespace mrm
