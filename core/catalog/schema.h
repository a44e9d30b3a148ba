// The tables of a catalogue, and whether a file has exactly these.
#pragma once

#include <cstdint>

#include "core/catalog/sqlite.h"

namespace mrm {

inline constexpr std::int64_t kCatalogId = 0x4D524D43;  // "MRMC": application_id of a catalogue
inline constexpr std::int64_t kCatalogVersion = 2;      // user_version

// In an empty database.
void createSchema(Database& database);

// Throws Error unless the file is a catalogue of this or an older version with the tables of that
// version and nothing else: no trigger, no view, no other table. Brings an older one up to date
// after copying it beside itself ("catalog.db.version-1").
void checkSchema(Database& database);

// The statements that make an empty catalogue of a version, for trying the way from it to this one.
std::string schemaOfVersion(std::int64_t version);

}  // namespace mrm
