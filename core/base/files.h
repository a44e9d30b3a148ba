// Reading whole files within a limit, and writing them so that a crash never leaves half of one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "core/base/file_descriptor.h"

namespace mrm {

// The bytes of a file. Throws Error when it cannot be read or is larger than `limit` bytes.
std::string readFile(const std::filesystem::path& path, std::size_t limit);

// Writes to a temporary name beside `path`, syncs, renames, and syncs the folder: a reader sees the
// old file or the new one, whole. Throws Error (disk full, no permission, folder gone).
void writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

// The same for content too large to hold in one string: write in pieces, then commit(). Without a
// commit the destructor removes the temporary file and `path` stays as it was.
class AtomicFile {
 public:
  explicit AtomicFile(std::filesystem::path path);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::span<const std::byte> bytes);
  void write(std::string_view bytes) { write(std::as_bytes(std::span(bytes))); }
  void commit();  // once, after the last write

 private:
  std::filesystem::path path_, temporary_;
  FileDescriptor file_;
};

// Removes from a folder (not from those inside it) what writers left that were killed in the middle
// of an atomic write. Only what is older than an hour: a younger one may still be written.
void removeLeftovers(const std::filesystem::path& folder);

// Syncs a file or folder that was written by other means, so that a rename after it is durable.
void syncPath(const std::filesystem::path& path);

// Throws Error for a failed call of the operating system: `doing` ("writing"), the meaning of its
// errno `code`, and advice where there is some.
[[noreturn]] void throwFileError(int code, const std::filesystem::path& path,
                                 const std::string& doing);

}  // namespace mrm
