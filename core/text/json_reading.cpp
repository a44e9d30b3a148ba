#include "core/text/json_reading.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace mrm::text {
namespace {

constexpr int kMaximumDepth = 32;
constexpr std::int64_t kMaximumValues = 4'000'000;

[[noreturn]] void wrongType(const char* key, const char* wanted, const std::string& where) {
  throw Error(std::string("\"") + key + "\" must be " + wanted, where);
}

}  // namespace

Json parseJson(std::string_view text, const std::string& name) {
  std::int64_t values = 0;
  const auto bounded = [&](int depth, Json::parse_event_t event, Json&) {
    if (depth > kMaximumDepth)
      throw Error("is nested deeper than " + std::to_string(kMaximumDepth) + " levels", name);
    if (event != Json::parse_event_t::object_end && event != Json::parse_event_t::array_end &&
        ++values > kMaximumValues)
      throw Error("holds more than " + std::to_string(kMaximumValues) + " values", name);
    return true;
  };
  try {
    return Json::parse(text.begin(), text.end(), bounded);
  } catch (const Json::exception& error) {
    // The parser's message may quote the file; its position is enough.
    const auto* parse = dynamic_cast<const Json::parse_error*>(&error);
    throw Error(parse ? "is not valid JSON at byte " + std::to_string(parse->byte)
                      : std::string("is not valid JSON"),
                name);
  }
}

bool has(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && !found->is_null();
}

const Json& member(const Json& object, const char* key, const std::string& where) {
  if (!object.is_object()) throw Error("must be an object", where);
  const auto found = object.find(key);
  if (found == object.end()) throw Error(std::string("\"") + key + "\" is missing", where);
  return *found;
}

const std::string& stringMember(const Json& object, const char* key, const std::string& where) {
  const Json& value = member(object, key, where);
  if (!value.is_string()) wrongType(key, "a text", where);
  return value.get_ref<const std::string&>();
}

std::int64_t integerMember(const Json& object, const char* key, const std::string& where) {
  const Json& value = member(object, key, where);
  if (!value.is_number_integer() ||
      (value.is_number_unsigned() && value.get<std::uint64_t>() > 0x7fffffffffffffffULL))
    wrongType(key, "a whole number", where);
  return value.get<std::int64_t>();
}

bool boolMember(const Json& object, const char* key, bool fallback, const std::string& where) {
  if (!has(object, key)) return fallback;
  const Json& value = member(object, key, where);
  if (!value.is_boolean()) wrongType(key, "true or false", where);
  return value.get<bool>();
}

}  // namespace mrm::text
