#include "core/run/run_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/utf8.h"
#include "core/run/host.h"

namespace mrm {
namespace {

constexpr std::size_t kHolderLimit = 512;  // bytes of the lock file that are read

struct flock wholeFile(short type) {
  struct flock range {};
  range.l_type = type;
  range.l_whence = SEEK_SET;
  return range;
}

// "process 4711 on node17", as the holder wrote it; it may not have got to that yet.
std::string holder(int fd) {
  std::string text(kHolderLimit, '\0');
  const ssize_t count = ::pread(fd, text.data(), text.size(), 0);
  text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  text.resize(std::min(text.size(), text.find('\n')));
  return isUtf8(text) && !text.empty() ? text : "another process";
}

}  // namespace

RunLock::RunLock(const RunPaths& run)
    : file_(::open(run.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0644)) {
  if (!file_.isOpen()) throwFileError(errno, run.lock(), "locking the run");
  struct flock range = wholeFile(F_WRLCK);
  if (::fcntl(file_.get(), F_OFD_SETLK, &range) != 0) {
    if (errno != EAGAIN && errno != EACCES) throwFileError(errno, run.lock(), "locking the run");
    throw Error("is in use by another worker: " + holder(file_.get()), run.root.string(),
                "Stop that run first, or choose another run folder.");
  }
  const std::string self = "process " + std::to_string(::getpid()) + " on " + hostName() + "\n";
  if (::ftruncate(file_.get(), 0) != 0 ||
      ::pwrite(file_.get(), self.data(), self.size(), 0) != static_cast<ssize_t>(self.size()))
    throwFileError(errno, run.lock(), "writing");
}

RunLock::~RunLock() = default;

bool RunLock::isHeld(const RunPaths& run) {
  const FileDescriptor file(::open(run.lock().c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.isOpen()) return false;
  struct flock range = wholeFile(F_WRLCK);
  return ::fcntl(file.get(), F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
}

}  // namespace mrm
