#include "core/catalog/catalog_records.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/catalog/checks.h"
#include "core/text/report_policy.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

// By what records are kept together.
std::string patientOf(const CatalogRecord& record) {
  if (!record.patient.empty()) return record.patient;
  if (!record.study.empty()) return "study " + record.study;
  return "record " + std::to_string(record.id);
}

}  // namespace

fs::path catalogFileOf(const fs::path& path) {
  std::error_code code;
  return fs::is_directory(path, code) ? path / "catalog.db" : path;
}

ReportPolicy reportPolicyOf(const Catalog& catalog) {
  const std::string json = catalog.setting(kReportPolicySetting);
  return json.empty() ? ReportPolicy{} : readReportPolicy(json, catalog.file().string());
}

CatalogRecords readCatalogRecords(const Catalog& catalog, std::stop_token stop) {
  const ReportPolicy policy = reportPolicyOf(catalog);
  CatalogRecords result;
  result.displayPolicy = catalog.setting("display-policy");
  std::unordered_map<std::string, std::size_t> recordOfImage;
  const auto reject = [&](const CatalogRecord& record, std::string reason) {
    result.table.rejected.push_back({record.id, std::move(reason)});
  };
  catalog.forEach(
      {},
      [&](const CatalogRecord& record) {
        if (record.status == RecordStatus::Excluded) return reject(record, "it is excluded");
        if (record.status == RecordStatus::Quarantined) return reject(record, "it is quarantined");
        if (!record.report) return reject(record, "it has no report");
        ModelText text = modelText(record.report->text, policy);
        if (text.text.empty())
          return reject(record, "the report has nothing to read: " + text.reason);
        Record usable;
        usable.number = record.id;
        usable.image = catalog.imagePath(record);
        usable.frame = record.frame;
        usable.report = std::move(text.text);
        usable.patient = patientOf(record);
        if (usable.image.empty()) return reject(record, "no image is named");
        const auto [same, isNew] =
            recordOfImage.try_emplace(usable.image.string() + "\n" + std::to_string(usable.frame),
                                      result.table.records.size());
        if (!isNew && result.table.records[same->second].patient != usable.patient)
          return reject(record, "record " +
                                    std::to_string(result.table.records[same->second].number) +
                                    " gives the same image to another patient");
        if (record.split != Split::None) result.splits[record.id] = record.split;
        result.table.records.push_back(std::move(usable));
      },
      std::move(stop));
  return result;
}

PatientSplit sidesOf(const std::vector<Record>& records,
                     const std::unordered_map<std::int64_t, Split>& splits, double validationShare,
                     std::uint64_t seed, std::vector<std::string>& notes) {
  PatientSplit sides;
  std::vector<Record> training;  // without their reports
  std::vector<std::size_t> places;
  std::size_t test = 0, none = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto found = splits.find(records[i].number);
    const Split split = found == splits.end() ? Split::None : found->second;
    if (split == Split::Validation) sides.validation.push_back(i);
    if (split == Split::Training) sides.training.push_back(i);
    test += split == Split::Test;
    none += split == Split::None;
  }
  if (none == records.size()) {
    notes.push_back("The catalogue has no splits: patients are held back at random.");
    return splitByPatient(records, validationShare, seed);
  }
  if (test > 0)
    notes.push_back(counted(test, "record of the test split is", "records of the test split are") +
                    " left out.");
  if (none > 0)
    notes.push_back(counted(none, "record without a split is", "records without a split are") +
                    " left out.");
  if (!sides.validation.empty() || validationShare == 0) return sides;

  notes.push_back(
      "The catalogue has no validation split: patients of the training split are held back at "
      "random.");
  for (const std::size_t i : sides.training) {
    Record record;
    record.patient = records[i].patient;
    training.push_back(std::move(record));
  }
  const PatientSplit within = splitByPatient(training, validationShare, seed);
  PatientSplit chosen;
  for (const std::size_t i : within.training) chosen.training.push_back(sides.training[i]);
  for (const std::size_t i : within.validation) chosen.validation.push_back(sides.training[i]);
  return chosen;
}

void requireSoundSplits(const Catalog& catalog, const ProgressSink& progress,
                        std::stop_token stop) {
  const CatalogCheck check = checkCatalog(catalog, 4, progress, std::move(stop));
  if (!check.blocksPretraining()) return;
  throw Error("the splits are not sound: " + check.summary(CatalogCheck::Which::BlocksPretraining),
              catalog.file().string(),
              "The records concerned are listed by the checks (mrm catalog check): put them into "
              "one split or exclude them.");
}

std::string contentHash(const std::vector<Record>& records, const PatientSplit& split,
                        const std::string& displayPolicy) {
  std::string lines = "display " + displayPolicy + "\n";
  const auto add = [&](const std::vector<std::size_t>& side, const char* name) {
    for (const std::size_t i : side)
      lines += std::string(name) + " " + std::to_string(records[i].number) + " " +
               std::to_string(records[i].frame) + " " + sha256(records[i].report) + "\n";
  };
  add(split.training, "training");
  add(split.validation, "validation");
  return sha256(lines);
}

}  // namespace mrm
