// What the importers of published data sets share: a folder, and tables in it that are known by
// their names.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/importers/importer.h"

namespace mrm {

// The files in the folder (not below it) whose names end so, upper and lower case being the same,
// also compressed (".gz"); in order of their names.
std::vector<std::filesystem::path> filesEnding(const std::filesystem::path& folder,
                                               const std::string& ending);
// The first of them, for the first of the endings that there is one for; or empty.
std::filesystem::path fileEndingWith(const std::filesystem::path& folder,
                                     const std::vector<std::string>& endings);

// The folder itself, or the folder of a file; the path may be either.
std::filesystem::path folderOf(const std::filesystem::path& path);

// A file field whose value is what was found in the folder.
ImportField foundFileField(std::string name, std::string label, std::string help,
                           const std::filesystem::path& folder,
                           const std::vector<std::string>& endings, bool isRequired = false);

class TableFile;
class PlanBuilder;

// Reads tables to their ends; looks at the stop token and reports progress now and then.
struct RowLoop {
  PlanBuilder& plan;
  const ProgressSink& progress;
  const std::stop_token& stop;
  // Calls `use(fields, where)` for each row that fits the table; others are counted.
  void over(TableFile& table, const std::function<void(const std::vector<std::string>& fields,
                                                       const std::string& where)>& use) const;
};

// Width and height of an image file from its header; nothing when it cannot be told.
struct ImageExtent {
  std::int64_t width = 0, height = 0;
};
std::optional<ImageExtent> extentOf(const std::filesystem::path& file);

// A box in the data set's coordinates (an image of `nominal` x `nominal` pixels) as the run lengths
// of a mask of the image's size.
std::string boxRunLengths(double x, double y, double width, double height, std::int64_t nominal,
                          const std::optional<ImageExtent>& extent);

}  // namespace mrm
