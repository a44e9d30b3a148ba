#include "core/base/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "core/base/error.h"

namespace mrm {
namespace {

[[noreturn]] void failWith(int code, const std::filesystem::path& path, const char* doing) {
  std::string advice;
  if (code == ENOSPC || code == EDQUOT) advice = "Free some disk space and try again.";
  if (code == EACCES || code == EROFS) advice = "Choose a folder that you may write to.";
  throw Error(std::string(doing) + " failed: " + std::strerror(code), path.string(), advice);
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  operator int() const { return fd_; }

 private:
  int fd_;
};

}  // namespace

std::string readFile(const std::filesystem::path& path, std::size_t limit) {
  std::error_code code;
  if (std::filesystem::is_directory(path, code))
    throw Error("is a folder, not a file", path.string());
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(std::string("cannot be opened: ") + std::strerror(errno), path.string());
  std::string bytes;
  char buffer[1 << 16];
  while (in.read(buffer, sizeof buffer) || in.gcount() > 0) {
    if (bytes.size() + static_cast<std::size_t>(in.gcount()) > limit)
      throw Error("is larger than the " + std::to_string(limit) + " bytes allowed here",
                  path.string());
    bytes.append(buffer, static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) throw Error("cannot be read to its end", path.string());
  return bytes;
}

void writeFileAtomically(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path temporary = path;
  temporary += ".part" + std::to_string(::getpid());
  {
    const Descriptor file(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file < 0) failWith(errno, path, "writing");
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t n = ::write(file, bytes.data() + done, bytes.size() - done);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) {
        const int cause = errno;
        ::unlink(temporary.c_str());
        failWith(cause, path, "writing");
      }
      done += static_cast<std::size_t>(n);
    }
    if (::fsync(file) != 0) {
      const int cause = errno;
      ::unlink(temporary.c_str());
      failWith(cause, path, "writing");
    }
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) {
    const int cause = errno;
    ::unlink(temporary.c_str());
    failWith(cause, path, "renaming");
  }
  syncPath(path.has_parent_path() ? path.parent_path() : std::filesystem::path("."));
}

void syncPath(const std::filesystem::path& path) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd < 0) failWith(errno, path, "syncing");
  if (::fsync(fd) != 0 && errno != EINVAL) failWith(errno, path, "syncing");
}

}  // namespace mrm
