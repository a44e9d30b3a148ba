#include "core/importers/file_index.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/error.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

std::string_view nameOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

FileIndex::FileIndex(const fs::path& root, const ProgressSink& progress, std::stop_token stop)
    : root_(fullPath(root)) {
  std::error_code code;
  if (!fs::is_directory(root_, code))
    throw Error(code ? "cannot be read: " + code.message() : "is no folder", root_.string(),
                "Choose the folder that holds the files.");
  walk(progress, stop);
  std::sort(files_.begin(), files_.end());
  byPath_.reserve(files_.size());
  byName_.reserve(files_.size());
  for (std::size_t i = 0; i < files_.size(); ++i) {
    byPath_.emplace(files_[i], i);
    Named& named = byName_[nameOf(files_[i])];
    if (named.count++ == 0) named.first = i;
  }
}

void FileIndex::walk(const ProgressSink& progress, const std::stop_token& stop) {
  std::set<std::pair<dev_t, ino_t>> visited;
  std::vector<std::string> waiting = {""};  // relative folders, with a trailing / but for the first
  while (!waiting.empty()) {
    if (stop.stop_requested()) throw Stopped();
    const std::string folder = std::move(waiting.back());
    waiting.pop_back();
    const fs::path path = root_ / folder;
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0 || !visited.emplace(info.st_dev, info.st_ino).second)
      continue;
    std::error_code code;
    for (auto entry = fs::directory_iterator(path, code);
         !code && entry != fs::directory_iterator(); entry.increment(code)) {
      const std::string name = entry->path().filename().string();
      if (name.starts_with('.')) continue;
      std::error_code ignored;
      if (entry->is_directory(ignored))
        waiting.push_back(folder + name + "/");
      else if (entry->is_regular_file(ignored))
        files_.push_back(folder + name);
    }
    if (code) unreadable_.push_back((folder.empty() ? "." : folder) + ": " + code.message());
    if (progress && visited.size() % 256 == 0)
      progress({static_cast<std::int64_t>(files_.size()), 0, "Looking for files"});
  }
}

std::size_t FileIndex::find(std::string_view path) const {
  const auto found = byPath_.find(path);
  return found == byPath_.end() ? kNone : found->second;
}

FileIndex::Named FileIndex::named(std::string_view fileName) const {
  const auto found = byName_.find(fileName);
  return found == byName_.end() ? Named{} : found->second;
}

std::string fileEnding(std::string_view path) {
  const std::string_view name = nameOf(path);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string ending(name.substr(dot + 1));
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  // "1.2.840.113" is a name, not a file of the kind "113".
  const bool isNumber =
      ending.find_first_not_of("0123456789") == std::string::npos || ending.size() > 8;
  return isNumber ? "" : ending;
}

bool isRadiographEnding(std::string_view ending) {
  constexpr std::string_view kEndings[] = {"jpg",  "jpeg", "png",   "tif",
                                           "tiff", "dcm",  "dicom", "dic"};
  return std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
}

fs::path fullPath(const fs::path& path) {
  fs::path normal = fs::absolute(path).lexically_normal();
  if (!normal.has_filename() && normal.has_relative_path()) normal = normal.parent_path();
  return normal;
}

}  // namespace mrm
