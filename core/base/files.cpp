#include "core/base/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <regex>
#include <utility>

#include "core/base/error.h"

namespace mrm {

void throwFileError(int code, const std::filesystem::path& path, const std::string& doing) {
  std::string advice;
  if (code == ENOSPC || code == EDQUOT) advice = "Free some disk space and try again.";
  if (code == EACCES || code == EROFS) advice = "Choose a folder that you may write to.";
  throw Error(doing + " failed: " + std::strerror(code), path.string(), advice);
}

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
  AtomicFile file(path);
  file.write(bytes);
  file.commit();
}

AtomicFile::AtomicFile(std::filesystem::path path) : path_(std::move(path)), temporary_(path_) {
  // The counter keeps two threads that write the same file apart.
  static std::atomic<unsigned> counter{0};
  temporary_ += ".part" + std::to_string(::getpid()) + "-" + std::to_string(counter++);
  file_ =
      FileDescriptor(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (!file_.isOpen()) throwFileError(errno, path_, "writing");
}

AtomicFile::~AtomicFile() {
  if (file_.isOpen()) ::unlink(temporary_.c_str());
}

void AtomicFile::write(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(file_.get(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throwFileError(errno, path_, "writing");
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
}

void AtomicFile::commit() {
  if (::fsync(file_.get()) != 0) throwFileError(errno, path_, "writing");
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) throwFileError(errno, path_, "renaming");
  file_ = FileDescriptor();
  syncPath(path_.has_parent_path() ? path_.parent_path() : std::filesystem::path("."));
}

void removeLeftovers(const std::filesystem::path& folder) {
  static const std::regex left(R"(.*\.part\d+-\d+)");
  const auto old = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
  std::error_code code;
  for (auto entry = std::filesystem::directory_iterator(folder, code);
       !code && entry != std::filesystem::directory_iterator(); entry.increment(code)) {
    std::error_code ignored;
    if (entry->is_regular_file(ignored) &&
        std::regex_match(entry->path().filename().string(), left) &&
        entry->last_write_time(ignored) < old && !ignored)
      std::filesystem::remove(entry->path(), ignored);
  }
}

void syncPath(const std::filesystem::path& path) {
  const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd.isOpen()) throwFileError(errno, path, "syncing");
  if (::fsync(fd.get()) != 0 && errno != EINVAL) throwFileError(errno, path, "syncing");
}

}  // namespace mrm
