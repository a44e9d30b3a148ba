#include "core/run/line_follower.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>

namespace mrm {

LineFollower::LineFollower(std::filesystem::path file, Limits limits)
    : path_(std::move(file)), limits_(limits) {}

bool LineFollower::openIfNew() {
  struct stat named {
  }, held{};
  if (::stat(path_.c_str(), &named) != 0 || !S_ISREG(named.st_mode)) return false;
  const bool wasOpen = file_.isOpen() && ::fstat(file_.get(), &held) == 0;
  if (wasOpen && named.st_ino == held.st_ino && named.st_dev == held.st_dev &&
      static_cast<std::uint64_t>(named.st_size) >= offset_)
    return true;
  // O_NONBLOCK: should the name have become a pipe meanwhile, opening it must not wait.
  file_ = FileDescriptor(::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file_.isOpen()) return false;
  offset_ = 0;
  partial_.clear();
  skipping_ = false;
  restarted_ = wasOpen;
  if (wasOpen) overlong_ = 0;
  return true;
}

void LineFollower::split(std::string_view bytes, std::vector<std::string>& lines) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view piece = bytes.substr(0, end);
    if (!skipping_ && partial_.size() + piece.size() > limits_.lineBytes) {
      ++overlong_;
      skipping_ = true;
      partial_.clear();
    }
    if (!skipping_) partial_ += piece;
    if (end == std::string_view::npos) return;
    if (!skipping_) lines.push_back(std::move(partial_));
    partial_.clear();
    skipping_ = false;
    bytes.remove_prefix(end + 1);
  }
}

std::vector<std::string> LineFollower::poll() {
  restarted_ = false;
  atEnd_ = true;
  std::vector<std::string> lines;
  if (!openIfNew()) return lines;
  struct stat now {};
  if (::fstat(file_.get(), &now) != 0) return lines;
  const auto size = static_cast<std::uint64_t>(now.st_size);
  if (limits_.skipToEnd && size > offset_ + limits_.pollBytes) {
    offset_ = size - limits_.pollBytes;
    partial_.clear();
    skipping_ = true;  // to the start of a line
  }
  std::array<char, 1 << 16> buffer;
  for (std::size_t left = limits_.pollBytes; left > 0;) {
    const ssize_t count = ::pread(file_.get(), buffer.data(), std::min(left, buffer.size()),
                                  static_cast<off_t>(offset_));
    if (count <= 0) return lines;
    split({buffer.data(), static_cast<std::size_t>(count)}, lines);
    offset_ += static_cast<std::uint64_t>(count);
    left -= static_cast<std::size_t>(count);
  }
  atEnd_ = false;
  return lines;
}

}  // namespace mrm
