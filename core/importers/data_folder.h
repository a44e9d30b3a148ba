// The folder of a data set: finds the files that its tables name, and knows which were named.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/importers/file_index.h"

namespace mrm {

class DataFolder {
 public:
  explicit DataFolder(const std::filesystem::path& root, const ProgressSink& progress = {},
                      std::stop_token stop = {}, bool allowsAbsolute = false)
      : index_(root, progress, std::move(stop)),
        allowsAbsolute_(allowsAbsolute),
        isUsed_(index_.files().size()) {}

  const std::filesystem::path& root() const { return index_.root(); }
  const FileIndex& index() const { return index_; }

  struct Found {
    std::filesystem::path path;  // as a record holds it; also of a file that is not there
    std::string problem;  // why it cannot be used: one of importReasons.h; empty: it is there
  };
  // The file of this name below the folder; it counts as used from now on. Looked for in turn: the
  // path as it is; with / for \; with one of the `endings` added; without its first folders as long
  // as they are not there (tables that name the data set's own folder); and, for a name without
  // folders, the one file of that name. Names that lead out of the folder are refused, absolute
  // ones unless they were allowed.
  Found find(std::string_view name, const std::vector<std::string>& endings = {});
  // Likewise by the name alone, whatever folders stand before it.
  Found findByName(std::string_view name, const std::vector<std::string>& endings = {});

  // Counts a file as used.
  void use(std::size_t file) { isUsed_[file] = true; }
  // Files that may be radiographs and were not used, below `folder` ("" is the whole).
  std::vector<std::string> unusedImages() const;
  // Files with one of the endings ("txt") that were not used.
  std::vector<std::string> unusedFiles(const std::vector<std::string>& endings) const;
  // Leaves a folder (relative, "masks") out of unusedImages().
  void leaveOut(const std::filesystem::path& folder);

 private:
  std::size_t look(std::string_view path, const std::vector<std::string>& endings) const;
  Found found(std::size_t file);

  FileIndex index_;
  bool allowsAbsolute_;
  std::vector<bool> isUsed_;
  std::vector<std::string> leftOut_;
};

}  // namespace mrm
