// Tables as data sets hand them out: compressed by gzip.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mrm {

bool isGzip(std::string_view bytes);

// What the members (RFC 1952) hold, one after the other. Throws Error when they are damaged or cut
// off, or hold more than `limit` bytes: no more memory than that is taken, whatever they claim.
std::string gunzip(std::string_view bytes, std::size_t limit, const std::string& name);

// The first bytes of it, at most `most`, also when the end is damaged or missing.
std::string gunzipStart(std::string_view bytes, std::size_t most, const std::string& name);

}  // namespace mrm
