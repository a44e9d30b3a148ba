// Reads JSON that nobody vouches for: bounded in depth and number of values, with errors that name
// the key.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace mrm::text {

using Json = nlohmann::json;

// Throws Error, naming `name` and the place, for text that is not JSON, nested deeper than 32
// levels or of more than 4 million values.
Json parseJson(std::string_view text, const std::string& name);

// `where` names the object for the error: "tokenizer.json: model". All throw Error when the key is
// missing or holds something else.
const Json& member(const Json& object, const char* key, const std::string& where);
const std::string& stringMember(const Json& object, const char* key, const std::string& where);
std::int64_t integerMember(const Json& object, const char* key, const std::string& where);

// The fallback stands where the key is missing or null.
bool boolMember(const Json& object, const char* key, bool fallback, const std::string& where);

// Whether the key is there and not null.
bool has(const Json& object, const char* key);

}  // namespace mrm::text
