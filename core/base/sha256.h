// SHA-256 (FIPS 180-4) of bytes and of files: which data a result came from.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace mrm {

// 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

// Likewise of a file's contents, read piece by piece. Throws Error when it cannot be read.
std::string sha256OfFile(const std::filesystem::path& file);

}  // namespace mrm
