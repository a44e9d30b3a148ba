// The rows of a table as records.
#pragma once

#include <stop_token>

#include "core/importers/importer.h"
#include "core/importers/table_file.h"

namespace mrm {

TableFormat tableFormatOf(const ImportSettings& settings);  // "delimiter", "encoding"

// Header and first rows with the format that the settings give; empty when no table is named.
std::vector<std::vector<std::string>> previewTable(const std::filesystem::path& table,
                                                   const ImportSettings& settings,
                                                   std::size_t rows);

// What a known table means beyond its columns.
struct TableTraits {
  std::string listSeparators;              // of the label list; empty: | or ; or , as found
  std::vector<std::string> saysNothing;    // words of the list that stand for no statement at all
  std::string modalityColumn, radiograph;  // lines with another word there are no radiographs
};

// The plan of the csv importer, and of others that are a table with known columns: `settings` are
// complete and named as its fields.
ImportPlan planCsv(const Importer& importer, const ImportSettings& settings,
                   const ProgressSink& progress, std::stop_token stop,
                   const TableTraits& traits = {});

}  // namespace mrm
