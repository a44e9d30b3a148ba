// How the records of a query are spread over views, splits, sexes, findings and ages.
#pragma once

#include <array>
#include <stop_token>
#include <vector>

#include "core/catalog/catalog.h"

namespace mrm {

inline constexpr Facet kChartFacets[] = {Facet::View, Facet::Split, Facet::Sex, Facet::Finding};

struct CatalogDistribution {
  static constexpr int kDecades = 10;  // 0 to 9 years… 90 and more
  // Only what the query selects, also of the facets that it chooses itself by; most frequent first.
  std::array<std::vector<FacetCount>, std::size(kChartFacets)> counts;
  std::array<std::int64_t, kDecades> ages{};
  std::int64_t records = 0, withoutAge = 0;

  const std::vector<FacetCount>& of(Facet facet) const;
};

// Not for the GUI thread. Throws Stopped.
CatalogDistribution distributionOf(const Catalog& catalog, const RecordQuery& query,
                                   const std::stop_token& stop = {});

}  // namespace mrm
