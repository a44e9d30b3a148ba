#include "widgets/dataset/report_scan.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace mrm {
namespace {

RecordQuery usable() {
  RecordQuery query;
  query.facets[Facet::Status] = {"usable"};
  return query;
}

}  // namespace

ReportScan scanReports(const Catalog& catalog, const ReportPolicy& policy,
                       const ProgressSink& progress, const std::stop_token& stop) {
  ReportScan scan;
  const auto total = static_cast<std::int64_t>(catalog.find(usable()).size());
  std::map<std::string, std::int16_t> reasonOf;
  std::int64_t done = 0;
  catalog.forEach(
      usable(),
      [&](const CatalogRecord& record) {
        if (progress && done % 256 == 0) progress({done, total, "Reading reports"});
        ++done;
        if (!record.report) {
          ++scan.withoutReport;
          return;
        }
        ReportFacts facts;
        facts.id = record.id;
        const ReportSections sections = parseReport(record.report->text);
        for (const ReportSection& section : sections.sections)
          if (!section.text.empty())
            facts.sections |= static_cast<std::uint16_t>(1U << static_cast<unsigned>(section.kind));
        for (const PersonalData& hit : findPersonalData(record.report->text))
          facts.personal |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(hit.kind));
        const ModelText text = modelText(record.report->text, sections, policy);
        if (text.exclusion == ReportExclusion::None) {
          ++scan.read;
          facts.isFallback = text.fallback.has_value();
          scan.fallback += facts.isFallback ? 1 : 0;
        } else {
          const auto [place, isNew] =
              reasonOf.try_emplace(text.reason, static_cast<std::int16_t>(scan.reasons.size()));
          if (isNew) scan.reasons.push_back({text.reason, 0});
          facts.reason = place->second;
          ++scan.reasons[static_cast<std::size_t>(facts.reason)].count;
        }
        for (std::size_t i = 0; i < scan.sections.size(); ++i)
          scan.sections[i] += facts.has(kSectionKinds[i]) ? 1 : 0;
        for (std::size_t i = 0; i < scan.personal.size(); ++i)
          scan.personal[i] += facts.has(kPersonalDataKinds[i]) ? 1 : 0;
        scan.reports.push_back(facts);
      },
      stop);
  // The most frequent reason first.
  std::vector<std::int16_t> order(scan.reasons.size());
  std::iota(order.begin(), order.end(), std::int16_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::int16_t a, std::int16_t b) {
    return scan.reasons[static_cast<std::size_t>(a)].count >
           scan.reasons[static_cast<std::size_t>(b)].count;
  });
  std::vector<ReportScan::Reason> sorted;
  std::vector<std::int16_t> placeOf(order.size());
  for (const std::int16_t from : order) {
    placeOf[static_cast<std::size_t>(from)] = static_cast<std::int16_t>(sorted.size());
    sorted.push_back(std::move(scan.reasons[static_cast<std::size_t>(from)]));
  }
  scan.reasons = std::move(sorted);
  for (ReportFacts& facts : scan.reports)
    if (facts.reason >= 0) facts.reason = placeOf[static_cast<std::size_t>(facts.reason)];
  return scan;
}

std::vector<std::string> trainingTexts(const Catalog& catalog, const ProgressSink& progress,
                                       const std::stop_token& stop) {
  if (progress) progress({0, 0, "Reading reports"});
  CatalogRecords all = readCatalogRecords(catalog, stop);
  const auto isTraining = [&](const Record& record) {
    const auto split = all.splits.find(record.number);
    return split != all.splits.end() && split->second == Split::Training;
  };
  auto& records = all.table.records;
  const bool hasTraining = std::any_of(records.begin(), records.end(), isTraining);
  std::vector<std::string> texts;
  for (Record& record : records)
    if (!hasTraining || isTraining(record)) texts.push_back(std::move(record.report));
  return texts;
}

}  // namespace mrm
