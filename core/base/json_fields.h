// JSON from files that are not trusted: every field's type and range are checked when it is taken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace mrm {

// The object in a regular file of at most `limit` bytes. Throws Error naming the file.
nlohmann::json readJsonObject(const std::filesystem::path& file, std::size_t limit);

// Replaces the file atomically. Text that is no UTF-8 is written with U+FFFD in its place.
void writeJsonAtomically(const std::filesystem::path& file, const nlohmann::ordered_json& value);

// The fields of one object, which must outlive it. A field that is absent or null gives `absent`;
// one of another type or outside its range throws Error with `where` and the key's name.
class JsonFields {
 public:
  JsonFields(const nlohmann::json& object, std::string where);  // throws Error if it is no object

  bool boolean(const char* key, bool absent) const;
  std::int64_t integer(const char* key, std::int64_t absent,
                       std::int64_t minimum = std::numeric_limits<std::int64_t>::min(),
                       std::int64_t maximum = std::numeric_limits<std::int64_t>::max()) const;
  double number(const char* key, double absent) const;  // finite
  std::string text(const char* key, std::string_view absent, std::size_t limit = 16384) const;
  // The array's elements, at most `limit`; an empty array when absent.
  const nlohmann::json& array(const char* key, std::size_t limit) const;
  // The object under the key; an empty one when absent.
  JsonFields object(const char* key) const;

  const std::string& where() const { return where_; }
  [[noreturn]] void fail(const char* key, const std::string& problem) const;

 private:
  const nlohmann::json* find(const char* key) const;  // null when absent

  const nlohmann::json& object_;
  std::string where_;
};

}  // namespace mrm
