// Which column of a table holds what, as far as its header and first rows show.
#pragma once

#include <string>
#include <vector>

#include "core/importers/importer.h"
#include "core/importers/table_file.h"

namespace mrm {

// By the names of the csv importer's fields: "image-column", "report-column"… Only those that were
// found; "label-columns" and "mask-columns" are lists.
ImportSettings guessColumns(const TableStart& table);

// What a mask column outlines: "lungs" of "lung_mask".
std::string maskName(const std::string& column);

}  // namespace mrm
