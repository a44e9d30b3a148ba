#include "core/run/append_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "core/base/files.h"

namespace mrm {

AppendFile::AppendFile(std::filesystem::path file)
    : path_(std::move(file)),
      file_(::open(path_.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644)) {
  if (!file_.isOpen()) throwFileError(errno, path_, "opening");
}

void AppendFile::append(std::string_view piece) {
  struct stat before {};
  if (::fstat(file_.get(), &before) != 0) throwFileError(errno, path_, "writing");
  while (!piece.empty()) {
    const ssize_t written = ::write(file_.get(), piece.data(), piece.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const int cause = errno;
      if (::ftruncate(file_.get(), before.st_size) != 0) {
        // What is left is a torn last line, which readers drop.
      }
      throwFileError(cause, path_, "writing");
    }
    piece.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace mrm
