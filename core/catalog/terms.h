// Texts that many records share, by number.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/catalog/sqlite.h"

namespace mrm {

enum class TermKind : std::int64_t {  // in files: never changed
  Patient = 1,
  Study = 2,
  View = 3,
  Modality = 4,
  Sex = 5,
  Date = 6,
  Reason = 7,
  Tag = 8
};

// A term is never changed or removed; 0 is the empty text.
class Terms {
 public:
  explicit Terms(Database& database) : database_(database) {}

  std::int64_t intern(TermKind kind, const std::string& text);  // adds it where it is missing
  std::int64_t find(TermKind kind, const std::string& text);    // -1 when there is none
  const std::string& text(std::int64_t id);                     // valid until the next call
  // After a change was taken back, terms that it added are no more.
  void forget();

 private:
  Database& database_;
  std::unordered_map<std::string, std::int64_t> ids_;  // kind and text
  std::unordered_map<std::int64_t, std::string> texts_;
};

}  // namespace mrm
