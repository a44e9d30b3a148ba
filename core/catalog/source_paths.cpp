#include "core/catalog/source_paths.h"

namespace mrm {

namespace fs = std::filesystem;

namespace {

bool leadsOut(const fs::path& relative) {
  return !relative.empty() && *relative.begin() == "..";
}

}  // namespace

std::string storedPath(const fs::path& folder, const fs::path& path) {
  const fs::path full = (path.is_absolute() ? path : folder / path).lexically_normal();
  const fs::path relative = full.lexically_relative(folder);
  return (relative.empty() || leadsOut(relative) ? full : relative).generic_string();
}

fs::path restoredPath(const fs::path& folder, const std::string& stored) {
  const fs::path path = fs::path(stored).lexically_normal();
  if (path.is_absolute()) return path;
  if (leadsOut(path)) return {};
  fs::path full = (folder / path).lexically_normal();
  if (!full.has_filename()) full = full.parent_path();  // of "folder/."
  return full;
}

}  // namespace mrm
