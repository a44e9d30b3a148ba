#include "core/importers/plan_builder.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/printable.h"
#include "core/base/utf8.h"
#include "core/catalog/words.h"
#include "core/importers/file_index.h"
#include "core/importers/import_reasons.h"
#include "core/importers/settings.h"

namespace mrm {
namespace {

using Severity = ImportFinding::Severity;

constexpr std::size_t kMostExamples = 10;
constexpr std::size_t kLongestExample = 300;  // bytes

// Takes over what the first lacks; names it when both say different things.
template <class Value>
void mergeValue(Value& first, Value&& second, const Value& unknown, const char* name,
                std::vector<std::string>& differing) {
  if (second == unknown || second == first) return;
  if (first == unknown)
    first = std::forward<Value>(second);
  else
    differing.emplace_back(name);
}

bool isSame(const Mask& a, const Mask& b) {
  return a.name == b.name && a.file == b.file && a.runLengths == b.runLengths;
}

}  // namespace

PlanBuilder::PlanBuilder(const Importer& importer, const std::filesystem::path& root,
                         const ImportSettings& settings, std::string name) {
  CatalogSource& source = plan_.batch.source;
  source.importer = importer.id();
  source.root = fullPath(root);
  source.name = name.empty() ? source.root.filename().string() : std::move(name);
  nlohmann::ordered_json rule = nlohmann::ordered_json::object();
  for (const auto& [key, value] : settings)
    if (!value.empty()) rule[key] = value;
  source.rule = rule.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void PlanBuilder::count(Severity severity, const std::string& kind, const std::string& text,
                        std::string_view example, std::int64_t count) {
  const auto [place, isNew] = findings_.try_emplace({kind, text}, plan_.findings.size());
  if (isNew) plan_.findings.push_back({severity, kind, text, 0, {}});
  ImportFinding& finding = plan_.findings[place->second];
  finding.count += count;
  if (!example.empty() && finding.examples.size() < kMostExamples)
    finding.examples.push_back(printable(example, kLongestExample));
}

void PlanBuilder::good(const std::string& kind, const std::string& text, std::string_view example,
                       std::int64_t n) {
  count(Severity::Good, kind, text, example, n);
}
void PlanBuilder::note(const std::string& kind, const std::string& text, std::string_view example,
                       std::int64_t n) {
  count(Severity::Note, kind, text, example, n);
}
void PlanBuilder::problem(const std::string& kind, const std::string& text,
                          std::string_view example, std::int64_t n) {
  count(Severity::Problem, kind, text, example, n);
}

void PlanBuilder::noteAll(const std::string& kind, const std::string& text,
                          const std::vector<std::string>& examples) {
  for (const std::string& example : examples) note(kind, text, example);
}

void PlanBuilder::problemAll(const std::string& kind, const std::string& text,
                             const std::vector<std::string>& examples) {
  for (const std::string& example : examples) problem(kind, text, example);
}

void PlanBuilder::setAside(CatalogRecord& record, const std::string& reason) {
  if (!record.reason.empty()) return;
  record.status = RecordStatus::Quarantined;
  record.reason = reason;
}

CatalogRecord* PlanBuilder::find(const std::string& key) {
  const auto found = byKey_.find(key);
  return found == byKey_.end() ? nullptr : &records()[found->second];
}

void PlanBuilder::add(CatalogRecord record) {
  if (record.key.empty()) record.key = record.provenance;  // of an image without a name
  // Names of files and folders may be no UTF-8; paths stay as they are.
  for (std::string* text : {&record.key, &record.patient, &record.study, &record.series,
                            &record.instance, &record.view, &record.provenance})
    *text = utf8OrWindows1252(std::move(*text));
  if (record.report) record.report->key = utf8OrWindows1252(std::move(record.report->key));
  if (!record.reason.empty()) record.status = RecordStatus::Quarantined;
  const auto [place, isNew] = byKey_.try_emplace(record.key, records().size());
  if (isNew)
    records().push_back(std::move(record));
  else
    merge(records()[place->second], std::move(record));
}

void PlanBuilder::merge(CatalogRecord& first, CatalogRecord&& second) {
  std::vector<std::string> differing;
  const std::string none;
  mergeValue(first.patient, std::move(second.patient), none, "patient", differing);
  mergeValue(first.study, std::move(second.study), none, "study", differing);
  mergeValue(first.view, std::move(second.view), none, "view", differing);
  mergeValue(first.sex, std::move(second.sex), none, "sex", differing);
  mergeValue(first.age, std::move(second.age), std::optional<double>(), "age", differing);
  mergeValue(first.date, std::move(second.date), none, "date", differing);
  mergeValue(first.split, std::move(second.split), Split::None, "split", differing);
  if (second.report) {
    if (!first.report || first.report->text.empty())
      first.report = std::move(second.report);
    else if (!second.report->text.empty() && first.report->text != second.report->text)
      differing.emplace_back("report");
  }
  for (Label& label : second.labels) {
    const auto same = std::find_if(first.labels.begin(), first.labels.end(), [&](const Label& l) {
      return l.task == label.task && l.name == label.name;
    });
    if (same == first.labels.end())
      first.labels.push_back(std::move(label));
    else if (same->value == LabelValue::Blank)
      same->value = label.value;
    else if (label.value != LabelValue::Blank && label.value != same->value)
      differing.push_back("'" + label.name + "' (" + labelValueWord(same->value) + ", " +
                          labelValueWord(label.value) + ")");
  }
  for (Mask& mask : second.masks)
    if (std::none_of(first.masks.begin(), first.masks.end(),
                     [&](const Mask& m) { return isSame(m, mask); }))
      first.masks.push_back(std::move(mask));
  if (!second.reason.empty()) setAside(first, second.reason);

  const std::string where =
      first.provenance + " and " + second.provenance + ": " + first.image.generic_string();
  if (differing.empty()) {
    note("duplicate", "Images are named more than once, saying the same", where);
    return;
  }
  std::string what;
  for (const std::string& name : differing) what += (what.empty() ? "" : ", ") + name;
  problem("conflict", "Images are named more than once, saying different things",
          where + ": " + what);
  // Without the values, so that records of a kind can be counted together.
  setAside(first, std::string(reasons::kConflict) + ": " +
                      differing.front().substr(0, differing.front().find(" (")) + ".");
}

void PlanBuilder::checkPatients() {
  struct Seen {
    const CatalogRecord *sex = nullptr, *split = nullptr;  // the first that says one
    bool isSexTold = false, isSplitTold = false;
  };
  std::unordered_map<std::string_view, Seen> patients;
  std::int64_t unknown = 0;
  for (const CatalogRecord& record : records()) {
    if (record.patient.empty()) {
      ++unknown;
      continue;
    }
    Seen& seen = patients[record.patient];
    const auto both = [&](const CatalogRecord& first) {
      return first.provenance == record.provenance
                 ? record.image.generic_string() + " (" + record.provenance + ")"
                 : first.provenance + " and " + record.provenance;
    };
    if (!record.sex.empty()) {
      if (!seen.sex) seen.sex = &record;
      if (seen.sex->sex != record.sex && !seen.isSexTold) {
        seen.isSexTold = true;
        problem("conflict", "Patients have two different sexes", both(*seen.sex));
      }
    }
    if (record.split != Split::None) {
      if (!seen.split) seen.split = &record;
      if (seen.split->split != record.split && !seen.isSplitTold) {
        seen.isSplitTold = true;
        problem("conflict", "Patients are in two splits at once", both(*seen.split));
      }
    }
  }
  if (unknown > 0)
    note("unknown-patient", "Records name no patient: splits keep them together by study alone", {},
         unknown);
  note("counts", "Patients", {}, static_cast<std::int64_t>(patients.size()));
}

void PlanBuilder::countRecords() {
  std::int64_t usable = 0, withReport = 0, withLabels = 0, withMask = 0;
  for (const CatalogRecord& record : records()) {
    if (record.status == RecordStatus::Quarantined) {
      const std::string image = record.image.generic_string();
      problem("quarantined", record.reason,
              record.provenance.empty() || record.provenance == image
                  ? image
                  : record.provenance + (image.empty() ? "" : ": " + image));
      continue;
    }
    ++usable;
    if (record.report) ++withReport;
    if (!record.masks.empty()) ++withMask;
    if (std::any_of(record.labels.begin(), record.labels.end(),
                    [](const Label& label) { return label.value != LabelValue::Blank; }))
      ++withLabels;
  }
  std::vector<ImportFinding> counts;
  counts.push_back({Severity::Good, "matched", "Records can be used", usable, {}});
  for (const auto& [text, n] : {std::pair{"of them with a report", withReport},
                                {"of them with labels", withLabels},
                                {"of them with a mask", withMask}})
    if (n > 0) counts.push_back({Severity::Good, "counts", text, n, {}});
  plan_.findings.insert(plan_.findings.begin(), counts.begin(), counts.end());
}

ImportPlan PlanBuilder::finish(bool isWhole) {
  checkPatients();
  countRecords();
  std::stable_sort(plan_.findings.begin(), plan_.findings.end(),
                   [](const ImportFinding& a, const ImportFinding& b) {
                     const auto rank = [](Severity s) {
                       return s == Severity::Good ? 0 : s == Severity::Problem ? 1 : 2;
                     };
                     return rank(a.severity) < rank(b.severity);
                   });
  plan_.batch.isWhole = isWhole;
  findings_.clear();
  byKey_.clear();
  return std::move(plan_);
}

}  // namespace mrm
