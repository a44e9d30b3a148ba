#include "widgets/models/catalog_distribution.h"

#include <algorithm>

#include "core/base/error.h"

namespace mrm {
namespace {

// The values of a facet among the selected records alone. facetCounts() leaves the query's own
// choice of the facet aside, which for a record with one value is told apart by the value.
std::vector<FacetCount> countsWithin(const Catalog& catalog, Facet facet,
                                     const RecordQuery& query) {
  std::vector<FacetCount> counts = catalog.facetCounts(facet, query);
  const auto chosen = query.facets.find(facet);
  if (chosen == query.facets.end()) return counts;
  if (facet != Facet::Finding) {
    std::erase_if(counts,
                  [&](const FacetCount& count) { return !chosen->second.contains(count.value); });
    return counts;
  }
  // A record has several findings: of each, how many there are with one of those chosen and with
  // this one is what there is of either, less what there is of both.
  for (FacetCount& count : counts) {
    if (chosen->second.contains(count.value)) continue;
    RecordQuery either = query;
    const auto size = [&](std::set<std::string> values) {
      either.facets[Facet::Finding] = std::move(values);
      return static_cast<std::int64_t>(catalog.find(either).size());
    };
    std::set<std::string> both = chosen->second;
    both.insert(count.value);
    count.count = size(chosen->second) + size({count.value}) - size(std::move(both));
  }
  std::erase_if(counts, [](const FacetCount& count) { return count.count == 0; });
  std::stable_sort(counts.begin(), counts.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
  return counts;
}

}  // namespace

const std::vector<FacetCount>& CatalogDistribution::of(Facet facet) const {
  const auto* place = std::find(std::begin(kChartFacets), std::end(kChartFacets), facet);
  return counts.at(static_cast<std::size_t>(place - std::begin(kChartFacets)));
}

CatalogDistribution distributionOf(const Catalog& catalog, const RecordQuery& query,
                                   const std::stop_token& stop) {
  const auto goOn = [&] {
    if (stop.stop_requested()) throw Stopped();
  };
  CatalogDistribution found;
  for (std::size_t i = 0; i < found.counts.size(); ++i) {
    found.counts[i] = countsWithin(catalog, kChartFacets[i], query);
    goOn();
  }
  // Ordered by age, the place of each decade's first record tells the counts: a few rows are read
  // in place of all.
  const std::vector<RecordId> ids = catalog.find(query, {RecordColumn::Age, false});
  goOn();
  found.records = static_cast<std::int64_t>(ids.size());
  const auto ageAt = [&](std::size_t at) {
    const std::vector<RecordRow> rows = catalog.rows(std::span(ids).subspan(at, 1));
    return rows.empty() ? std::nullopt : rows.front().age;
  };
  if (ids.empty()) return found;
  const bool unknownFirst = !ageAt(0);
  // The first place in [from, ids.size()) where `isAfter`, which stays true from there on.
  const auto firstPlace = [&](std::size_t from, auto isAfter) {
    std::size_t to = ids.size();
    while (from < to) {
      const std::size_t middle = from + (to - from) / 2;
      if (isAfter(ageAt(middle)))
        to = middle;
      else
        from = middle + 1;
    }
    return from;
  };
  using Age = std::optional<double>;
  std::size_t from =
      unknownFirst ? firstPlace(0, [](const Age& age) { return age.has_value(); }) : 0;
  found.withoutAge = static_cast<std::int64_t>(from);
  for (int decade = 0; decade < CatalogDistribution::kDecades; ++decade) {
    const bool isLast = decade + 1 == CatalogDistribution::kDecades;
    const double end = 10.0 * (decade + 1);
    const std::size_t next =
        firstPlace(from, [&](const Age& age) { return !age || (!isLast && *age >= end); });
    found.ages[static_cast<std::size_t>(decade)] = static_cast<std::int64_t>(next - from);
    from = next;
    goOn();
  }
  if (!unknownFirst) found.withoutAge = static_cast<std::int64_t>(ids.size() - from);
  return found;
}

}  // namespace mrm
