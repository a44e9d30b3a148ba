// A catalogue as a table that other programs read, with a dictionary of its columns.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>

#include "core/base/progress.h"
#include "core/catalog/catalog.h"

namespace mrm {

struct ExportedCatalog {
  std::filesystem::path csv;
  std::filesystem::path dictionary;  // beside it: "records.csv" has "records.dictionary.json"
  std::int64_t records = 0;
};

// Writes the records that the query selects, in order of ids: RFC 4180, UTF-8, one record a row,
// one column for each class of labels ("task/name", with "positive", "negative", "uncertain",
// "blank"; empty where the data set says nothing). The dictionary says of every column what it
// means, its type, its values and how often they occur. Each file is replaced atomically. Cells
// that a spreadsheet would take for a formula (= + - @ at the beginning) are written as they are,
// in quotes, which the dictionary says. Throws Error; Stopped, leaving files that were there.
ExportedCatalog exportCatalog(const Catalog& catalog, const RecordQuery& query,
                              const std::filesystem::path& csv, const ProgressSink& progress = {},
                              std::stop_token stop = {});

}  // namespace mrm
