// Many record numbers in few bytes: differences of ascending numbers, seven bits a byte.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/catalog_types.h"

namespace mrm {

// `ids` ascending, above 0. Text of the shape that SQLite keeps as it is.
std::string packIds(std::span<const RecordId> ids);
// Nothing when the bytes are no such list.
std::optional<std::vector<RecordId>> unpackIds(std::string_view bytes);

// Ascending, each once.
std::vector<RecordId> sortedIds(std::span<const RecordId> ids);

}  // namespace mrm
