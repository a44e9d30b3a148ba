#include "core/run/step_folder.h"

#include <fcntl.h>
#include <stdio.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

#include "core/base/error.h"
#include "core/base/files.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

}  // namespace

fs::path temporaryFolder(const fs::path& folder) {
  return folder.parent_path() / ("." + folder.filename().string() + ".part");
}

std::string stepFolderName(std::int64_t step) {
  const std::string digits = std::to_string(step);
  return std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits;
}

std::vector<std::int64_t> wholeSteps(const fs::path& parent, const std::string& marker) {
  std::vector<std::int64_t> steps;
  std::error_code code;
  for (auto entry = fs::directory_iterator(parent, code);
       !code && entry != fs::directory_iterator(); entry.increment(code)) {
    const std::string name = entry->path().filename().string();
    std::int64_t step = 0;
    const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), step);
    std::error_code ignored;
    if (problem == std::errc() && step >= 0 && name == stepFolderName(step) &&
        fs::is_regular_file(entry->path() / marker, ignored))
      steps.push_back(step);
  }
  std::sort(steps.begin(), steps.end());
  return steps;
}

fs::path beginFolder(const fs::path& folder) {
  fs::path temporary = temporaryFolder(folder);
  std::error_code code;
  fs::remove_all(temporary, code);
  if (!code) fs::create_directories(temporary, code);
  if (code) throwFileError(code.value(), temporary, "making the folder");
  return temporary;
}

void commitFolder(const fs::path& folder) {
  const fs::path temporary = temporaryFolder(folder);
  std::error_code code, ignored;
  for (auto entry = fs::recursive_directory_iterator(temporary, code);
       !code && entry != fs::recursive_directory_iterator(); entry.increment(code))
    syncPath(entry->path());
  if (code) throwFileError(code.value(), temporary, "syncing");
  syncPath(temporary);
  if (::rename(temporary.c_str(), folder.c_str()) != 0) {
    if (errno != ENOTEMPTY && errno != EEXIST) throwFileError(errno, folder, "renaming");
    if (::renameat2(AT_FDCWD, temporary.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) != 0) {
      if (errno != EINVAL && errno != ENOSYS) throwFileError(errno, folder, "renaming");
      // No exchange on this file system: for a moment there is no folder of that name, never half
      // of one.
      const fs::path old = folder.parent_path() / ("." + folder.filename().string() + ".old");
      fs::remove_all(old, ignored);
      if (::rename(folder.c_str(), old.c_str()) != 0 ||
          ::rename(temporary.c_str(), folder.c_str()) != 0)
        throwFileError(errno, folder, "renaming");
      fs::remove_all(old, ignored);
    }
    fs::remove_all(temporary, ignored);
  }
  syncPath(folder.parent_path());
}

}  // namespace mrm
