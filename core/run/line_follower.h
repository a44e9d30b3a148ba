// Follows a growing text file: the lines that were completed since the last look.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/file_descriptor.h"

namespace mrm {

// Holds the file open, so that a replaced file is told from a grown one even when the system gives
// the new one the old one's number.
class LineFollower {
 public:
  struct Limits {
    std::size_t lineBytes = std::size_t{64} << 10;  // longer lines are skipped and counted
    std::size_t pollBytes = std::size_t{64} << 20;  // read by one poll() at most
    bool skipToEnd = false;  // when more than pollBytes are unread, the older ones are left out
  };

  explicit LineFollower(std::filesystem::path file) : LineFollower(std::move(file), Limits{}) {}
  LineFollower(std::filesystem::path file, Limits limits);

  // Lines without their line feed. Empty when nothing is new, when the file is not there, or when
  // it is no regular file. When it was replaced or cut, starts at its beginning and sets
  // restarted() until the next poll.
  std::vector<std::string> poll();
  bool restarted() const { return restarted_; }
  bool atEnd() const { return atEnd_; }  // the last poll read all there was
  std::int64_t overlongLines() const { return overlong_; }
  // The file ends inside a line.
  bool isTorn() const { return !partial_.empty() || skipping_; }

 private:
  bool openIfNew();
  void split(std::string_view bytes, std::vector<std::string>& lines);

  std::filesystem::path path_;
  Limits limits_;
  FileDescriptor file_;
  std::uint64_t offset_ = 0;
  std::string partial_;  // the start of a line that is not complete yet
  bool skipping_ = false, restarted_ = false, atEnd_ = true;
  std::int64_t overlong_ = 0;
};

}  // namespace mrm
