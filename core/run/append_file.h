// A file that only grows, by whole pieces.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/file_descriptor.h"

namespace mrm {

class AppendFile {
 public:
  explicit AppendFile(std::filesystem::path file);  // makes it when it is not there; throws Error
  // In one write() where the system allows; a piece that does not fit (disk full) is taken back
  // before the Error is thrown, so that the file stays whole. For one writer at a time.
  void append(std::string_view piece);

 private:
  std::filesystem::path path_;
  FileDescriptor file_;
};

}  // namespace mrm
