// Files read through memory mapping: large ones cost only the pages that are touched.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace mrm {

// The bytes of a file, and what keeps them in memory.
struct FileBytes {
  std::string name;  // for errors
  std::shared_ptr<const void> owner;
  std::span<const std::byte> bytes;
};

// Maps a regular file for reading. The file may be deleted or replaced by a rename meanwhile;
// a program that shortens it in place takes its pages away (SIGBUS), as with every mapping.
// Throws Error when the file cannot be opened or is no regular file.
FileBytes mapFile(const std::filesystem::path& path);

}  // namespace mrm
