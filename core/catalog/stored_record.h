// A record as the tables hold it, and its way to and from CatalogRecord.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/catalog/catalog_types.h"
#include "core/catalog/record_fields.h"
#include "core/catalog/terms.h"
#include "core/catalog/value_sets.h"

namespace mrm {

struct StoredRecord {
  RecordId id = 0;
  std::int64_t source = 0;
  std::string key;
  std::array<SqlValue, kFieldCount> values;

  SqlValue& operator[](Field field) { return values[fieldIndex(field)]; }
  const SqlValue& operator[](Field field) const { return values[fieldIndex(field)]; }
  std::int64_t integer(Field field) const;  // 0 for another type
  bool isNull(Field field) const { return std::holds_alternative<std::monostate>((*this)[field]); }
  RecordStatus status() const;
  std::int64_t reason() const;  // a term
};

class RecordStore {
 public:
  RecordStore(Database& database, Terms& terms, ValueSets& sets)
      : database_(database), terms_(terms), sets_(sets) {}

  // Nothing when there is none, or an import that was undone had added it.
  std::optional<StoredRecord> read(RecordId id);
  RecordId insert(const StoredRecord& record);
  std::optional<RecordId> find(std::int64_t source, const std::string& key);

  // All fields but Present, ByHand, Report and Masks; texts are interned.
  StoredRecord encode(const CatalogRecord& record);
  // The report's and the mask set's numbers; those of `current` where these say the same.
  std::int64_t reportFor(const CatalogRecord& record, std::int64_t source, std::int64_t current);
  std::int64_t masksFor(const CatalogRecord& record, std::int64_t current);

  CatalogRecord decode(const StoredRecord& record);

  void forget() { lastReports_.clear(); }

 private:
  Database& database_;
  Terms& terms_;
  ValueSets& sets_;
  std::unordered_map<std::string, std::int64_t> lastReports_;  // by key, of one import
};

}  // namespace mrm
