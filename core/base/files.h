// Reading whole files within a limit, and writing them so that a crash never leaves half of one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace mrm {

// The bytes of a file. Throws Error when it cannot be read or is larger than `limit` bytes.
std::string readFile(const std::filesystem::path& path, std::size_t limit);

// Writes to a temporary name beside `path`, syncs, renames, and syncs the folder: a reader sees the
// old file or the new one, whole. Throws Error (disk full, no permission, folder gone).
void writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

// Syncs a file or folder that was written by other means, so that a rename after it is durable.
void syncPath(const std::filesystem::path& path);

}  // namespace mrm
