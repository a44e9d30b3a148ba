// What an importer hands to the catalogue, and what became of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/catalog/catalog_types.h"

namespace mrm {

// Records as an importer found them. `id` and `source` are given by the catalogue; a record whose
// key is there already is updated: what the source says replaces what it said before, what a person
// did (status Excluded, split and view set by hand, tags) stays.
struct ImportBatch {
  CatalogSource source;  // the source of the same importer and root is the same source
  std::vector<CatalogRecord> records;
  // Records of the source that are not in the batch are kept as they are (false), or quarantined as
  // "no longer in the source" (true).
  bool isWhole = false;
};

struct ImportResult {
  std::int64_t source = 0;
  std::int64_t added = 0, updated = 0, unchanged = 0;
  std::int64_t quarantined = 0;  // among the records of the batch
  std::int64_t gone = 0;         // no longer in the source
};

}  // namespace mrm
