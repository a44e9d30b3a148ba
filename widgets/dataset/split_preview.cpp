#include "widgets/dataset/split_preview.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/catalog/label_policy.h"

namespace mrm {
namespace {

constexpr std::size_t kRowsAtOnce = 4096;

std::size_t placeOf(Split split) {
  return static_cast<std::size_t>(
      std::find(SplitPreview::kSplits.begin(), SplitPreview::kSplits.end(), split) -
      SplitPreview::kSplits.begin());
}

RecordQuery usable() {
  RecordQuery query;
  query.facets[Facet::Status] = {"usable"};
  return query;
}

std::vector<std::string> classesOf(const Catalog& catalog, const std::string& task) {
  std::vector<std::string> names;
  if (task.empty()) return names;
  for (const LabelCounts& counts : countLabels(catalog, task, {})) names.push_back(counts.name);
  return names;
}

std::vector<RecordId> positives(const Catalog& catalog, const std::string& task,
                                const std::string& name) {
  RecordQuery query = usable();
  query.facets[Facet::Finding] = {task + "/" + name};
  return catalog.find(query);
}

// Counts what `preview.splits` say.
void count(SplitPreview& preview, const Catalog& catalog, const std::string& task,
           const ProgressSink& progress, const std::stop_token& stop) {
  std::vector<RecordId> ids;
  ids.reserve(preview.splits.size());
  std::unordered_map<RecordId, Split> splitOf;
  for (const auto& [id, split] : preview.splits) {
    ids.push_back(id);
    splitOf.emplace(id, split);
  }
  std::array<std::unordered_set<std::string>, SplitPreview::kSplits.size()> patients;
  for (std::size_t at = 0; at < ids.size(); at += kRowsAtOnce) {
    if (stop.stop_requested()) throw Stopped();
    if (progress)
      progress({static_cast<std::int64_t>(at), static_cast<std::int64_t>(ids.size()),
                "Counting records"});
    const std::span<const RecordId> some(ids.data() + at, std::min(kRowsAtOnce, ids.size() - at));
    for (const RecordRow& row : catalog.rows(some)) {
      const Split split = splitOf.at(row.id);
      const std::size_t place = placeOf(split);
      ++preview.records[place];
      preview.reports[place] += row.hasReport ? 1 : 0;
      preview.changed += row.split != split ? 1 : 0;
      if (!row.patient.empty()) patients[place].insert(row.patient);
    }
  }
  for (std::size_t i = 0; i < patients.size(); ++i)
    preview.patients[i] = static_cast<std::int64_t>(patients[i].size());
  for (const std::string& name : classesOf(catalog, task)) {
    if (stop.stop_requested()) throw Stopped();
    SplitPreview::Row row;
    row.name = name;
    for (const RecordId id : positives(catalog, task, name)) {
      const auto found = splitOf.find(id);
      if (found != splitOf.end()) ++row.counts[placeOf(found->second)];
    }
    preview.classes.push_back(std::move(row));
  }
}

}  // namespace

SplitPreview previewSplits(const Catalog& catalog, const SplitPlan& plan, const std::string& task,
                           const ProgressSink& progress, const std::stop_token& stop) {
  SplitPreview preview;
  if (progress) progress({0, 0, "Sharing out the patients"});
  preview.splits = planSplits(catalog, plan, stop);
  count(preview, catalog, task, progress, stop);
  return preview;
}

SplitPreview presentSplits(const Catalog& catalog, const std::string& task,
                           const ProgressSink& progress, const std::stop_token& stop) {
  SplitPreview preview;
  for (const Split split : SplitPreview::kSplits) {
    RecordQuery query = usable();
    const char* const words[] = {"training", "validation", "test", ""};
    query.facets[Facet::Split] = {words[placeOf(split)]};
    for (const RecordId id : catalog.find(query)) preview.splits.emplace_back(id, split);
  }
  count(preview, catalog, task, progress, stop);
  return preview;
}

std::vector<FractionPreview> previewFractions(const Catalog& catalog, const std::string& task,
                                              std::uint64_t seed, const std::stop_token& stop) {
  std::vector<FractionPreview> previews;
  if (task.empty()) return previews;
  RecordQuery training = usable();
  training.facets[Facet::Split] = {"training"};
  const std::vector<RecordId> trained = catalog.find(training);
  std::int64_t labelled = 0;
  for (const LabelCounts& counts : countLabels(catalog, task, {}, training))
    labelled = std::max(labelled, static_cast<std::int64_t>(trained.size()) - counts.absent);
  if (labelled == 0) return {FractionPreview{}};  // nobody to take a share of
  const std::vector<std::string> names = classesOf(catalog, task);
  std::vector<std::vector<RecordId>> byClass;
  for (const std::string& name : names) byClass.push_back(positives(catalog, task, name));
  for (const double share : {0.01, 0.1, 1.0}) {
    const std::vector<RecordId> ids = labelFraction(catalog, task, share, seed, stop);
    FractionPreview preview;
    preview.share = share;
    preview.records = static_cast<std::int64_t>(ids.size());
    std::unordered_set<std::string> patients;
    for (std::size_t at = 0; at < ids.size(); at += kRowsAtOnce) {
      if (stop.stop_requested()) throw Stopped();
      const std::span<const RecordId> some(ids.data() + at, std::min(kRowsAtOnce, ids.size() - at));
      for (const RecordRow& row : catalog.rows(some))
        if (!row.patient.empty()) patients.insert(row.patient);
    }
    preview.patients = static_cast<std::int64_t>(patients.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      SplitPreview::Row row;
      row.name = names[i];
      for (const RecordId id : byClass[i])
        row.counts[0] += std::binary_search(ids.begin(), ids.end(), id) ? 1 : 0;
      preview.classes.push_back(std::move(row));
    }
    previews.push_back(std::move(preview));
  }
  return previews;
}

}  // namespace mrm
