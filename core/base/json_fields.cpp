#include "core/base/json_fields.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/files.h"

namespace mrm {

using nlohmann::json;

json readJsonObject(const std::filesystem::path& file, std::size_t limit) {
  std::error_code code;
  const auto status = std::filesystem::status(file, code);
  // A pipe or a device under the file's name would never end.
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    throw Error("is no regular file", file.string());
  json value = json::parse(readFile(file, limit), nullptr, /*allow_exceptions=*/false);
  if (!value.is_object()) throw Error("holds no JSON object", file.string());
  return value;
}

void writeJsonAtomically(const std::filesystem::path& file, const nlohmann::ordered_json& value) {
  writeFileAtomically(file, value.dump(2, ' ', false, json::error_handler_t::replace) + "\n");
}

JsonFields::JsonFields(const json& object, std::string where)
    : object_(object), where_(std::move(where)) {
  if (!object.is_object()) throw Error("an object is missing", where_);
}

const json* JsonFields::find(const char* key) const {
  const auto found = object_.find(key);
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

void JsonFields::fail(const char* key, const std::string& problem) const {
  throw Error("'" + std::string(key) + "' " + problem, where_);
}

bool JsonFields::boolean(const char* key, bool absent) const {
  const json* value = find(key);
  if (!value) return absent;
  if (!value->is_boolean()) fail(key, "must be true or false");
  return value->get<bool>();
}

std::int64_t JsonFields::integer(const char* key, std::int64_t absent, std::int64_t minimum,
                                 std::int64_t maximum) const {
  const json* value = find(key);
  if (!value) return absent;
  const bool fits = value->is_number_integer() &&
                    !(value->is_number_unsigned() &&
                      value->get<std::uint64_t>() >
                          static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
  if (!fits) fail(key, "must be a whole number");
  const auto number = value->get<std::int64_t>();
  if (number < minimum || number > maximum) fail(key, "is out of range");
  return number;
}

double JsonFields::number(const char* key, double absent) const {
  const json* value = find(key);
  if (!value) return absent;
  if (!value->is_number()) fail(key, "must be a number");
  const auto number = value->get<double>();
  if (!std::isfinite(number)) fail(key, "must be finite");
  return number;
}

std::string JsonFields::text(const char* key, std::string_view absent, std::size_t limit) const {
  const json* value = find(key);
  if (!value) return std::string(absent);
  if (!value->is_string()) fail(key, "must be text");
  const auto& text = value->get_ref<const std::string&>();
  if (text.size() > limit) fail(key, "is longer than " + std::to_string(limit) + " bytes");
  return text;
}

const json& JsonFields::array(const char* key, std::size_t limit) const {
  static const json kEmpty = json::array();
  const json* value = find(key);
  if (!value) return kEmpty;
  if (!value->is_array()) fail(key, "must be a list");
  if (value->size() > limit) fail(key, "has more than " + std::to_string(limit) + " elements");
  return *value;
}

JsonFields JsonFields::object(const char* key) const {
  static const json kEmpty = json::object();
  const json* value = find(key);
  if (value && !value->is_object()) fail(key, "must be an object");
  return {value ? *value : kEmpty, where_};
}

}  // namespace mrm
