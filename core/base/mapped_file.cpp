#include "core/base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/base/error.h"

namespace mrm {

FileBytes mapFile(const std::filesystem::path& path) {
  FileBytes file{path.string(), nullptr, {}};
  // Not blocking: opening a named pipe would wait for a writer.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0)
    throw Error(std::string("cannot be opened: ") + std::strerror(errno), file.name);
  struct stat status {};
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  const std::size_t size = regular ? static_cast<std::size_t>(status.st_size) : 0;
  void* memory = nullptr;
  if (size > 0) memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  const int cause = errno;
  ::close(descriptor);
  if (S_ISDIR(status.st_mode)) throw Error("is a folder, not a file", file.name);
  if (!regular) throw Error("is no regular file", file.name);
  if (memory == MAP_FAILED)
    throw Error(std::string("cannot be mapped: ") + std::strerror(cause), file.name);
  if (size > 0) {
    file.owner = std::shared_ptr<const void>(
        memory, [size](const void* start) { ::munmap(const_cast<void*>(start), size); });
    file.bytes = {static_cast<const std::byte*>(memory), size};
  }
  return file;
}

}  // namespace mrm
