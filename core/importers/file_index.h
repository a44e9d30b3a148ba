// The files below a folder, walked once, so that what tables name is looked up in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/progress.h"

namespace mrm {

// Regular files by their paths relative to the folder, with /, in order. Hidden files and folders
// are left out; links are followed, each folder is walked once (whatever loops they make).
class FileIndex {
 public:
  // Throws Error when the folder cannot be read; Stopped.
  explicit FileIndex(const std::filesystem::path& root, const ProgressSink& progress = {},
                     std::stop_token stop = {});
  FileIndex(const FileIndex&) = delete;  // its maps look into its texts
  FileIndex& operator=(const FileIndex&) = delete;

  const std::filesystem::path& root() const { return root_; }
  const std::vector<std::string>& files() const { return files_; }
  // Folders that could not be read ("scans/private: Permission denied").
  const std::vector<std::string>& unreadable() const { return unreadable_; }

  // The index into files(), or none.
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t find(std::string_view path) const;
  // How many files have this name, in whatever folder, and the first of them.
  struct Named {
    std::size_t first = kNone, count = 0;
  };
  Named named(std::string_view fileName) const;

 private:
  void walk(const ProgressSink& progress, const std::stop_token& stop);

  std::filesystem::path root_;
  std::vector<std::string> files_, unreadable_;
  std::unordered_map<std::string_view, std::size_t> byPath_;
  std::unordered_map<std::string_view, Named> byName_;
};

// The name's ending in lower case, without the dot; "" when there is none or it is a number.
std::string fileEnding(std::string_view path);
bool isRadiographEnding(std::string_view ending);  // what may be an image: jpg, png, tif, dcm…

// Normal, absolute, without a trailing slash.
std::filesystem::path fullPath(const std::filesystem::path& path);

}  // namespace mrm
