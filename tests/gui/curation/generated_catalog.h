// Catalogues of any size with everything in them that the panel shows; the same seed, the same
// records.
#pragma once

#include <filesystem>

#include "core/catalog/catalog.h"

namespace mrm::testing {

// Makes `file` with so many records. Images of the first `pictures` are there, as small PNG files
// beside the catalogue; the others are not.
Catalog generateCatalog(const std::filesystem::path& file, int records, int pictures = 0);

}  // namespace mrm::testing
