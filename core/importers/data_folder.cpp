#include "core/importers/data_folder.h"

#include <algorithm>

#include "core/base/trim.h"
#include "core/importers/import_reasons.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

bool leadsOut(const fs::path& normal) {
  return !normal.empty() && *normal.begin() == "..";
}

}  // namespace

std::size_t DataFolder::look(std::string_view path, const std::vector<std::string>& endings) const {
  std::size_t file = index_.find(path);
  for (std::size_t i = 0; file == FileIndex::kNone && i < endings.size(); ++i)
    file = index_.find(std::string(path) + endings[i]);
  return file;
}

DataFolder::Found DataFolder::found(std::size_t file) {
  use(file);
  return {index_.files()[file], {}};
}

DataFolder::Found DataFolder::find(std::string_view name, const std::vector<std::string>& endings) {
  name = trimmed(name);
  if (name.empty() || name.find('\0') != std::string_view::npos)
    return {{}, reasons::kNoImageNamed};
  if (const std::size_t file = look(name, endings); file != FileIndex::kNone) return found(file);
  std::string spelled(name);
  std::replace(spelled.begin(), spelled.end(), '\\', '/');  // a table made on Windows
  fs::path path = fs::path(spelled).lexically_normal();
  if (path.is_absolute()) {
    const fs::path inside = path.lexically_relative(root());
    if (inside.empty() || leadsOut(inside)) {
      if (!allowsAbsolute_) return {path, reasons::kImageAbsolute};
      std::error_code code;
      return {path, fs::is_regular_file(path, code) ? "" : reasons::kImageMissing};
    }
    path = inside;
  }
  if (leadsOut(path)) return {{}, reasons::kImageOutside};
  std::string rest = path.generic_string();
  if (const std::size_t file = look(rest, endings); file != FileIndex::kNone) return found(file);
  if (rest.find('/') == std::string::npos) return findByName(rest, endings);
  for (std::size_t slash; (slash = rest.find('/')) != std::string::npos;) {
    rest.erase(0, slash + 1);
    if (rest.find('/') == std::string::npos) break;  // the bare name may be another's
    if (const std::size_t file = look(rest, endings); file != FileIndex::kNone) return found(file);
  }
  return {path, reasons::kImageMissing};
}

DataFolder::Found DataFolder::findByName(std::string_view name,
                                         const std::vector<std::string>& endings) {
  name = trimmed(name);
  name = name.substr(name.find_last_of("/\\") + 1);  // npos + 1 is 0
  if (name.empty()) return {{}, reasons::kNoImageNamed};
  FileIndex::Named named = index_.named(name);
  for (std::size_t i = 0; named.count == 0 && i < endings.size(); ++i)
    named = index_.named(std::string(name) + endings[i]);
  if (named.count == 0) return {fs::path(name), reasons::kImageMissing};
  if (named.count > 1) return {fs::path(name), reasons::kImageAmbiguous};
  return found(named.first);
}

std::vector<std::string> DataFolder::unusedImages() const {
  std::vector<std::string> unused;
  for (std::size_t i = 0; i < isUsed_.size(); ++i) {
    if (isUsed_[i]) continue;
    const std::string& file = index_.files()[i];
    const bool isOut =
        std::any_of(leftOut_.begin(), leftOut_.end(),
                    [&](const std::string& folder) { return file.starts_with(folder); });
    if (!isOut && isRadiographEnding(fileEnding(file))) unused.push_back(file);
  }
  return unused;
}

std::vector<std::string> DataFolder::unusedFiles(const std::vector<std::string>& endings) const {
  std::vector<std::string> unused;
  for (std::size_t i = 0; i < isUsed_.size(); ++i)
    if (!isUsed_[i] &&
        std::find(endings.begin(), endings.end(), fileEnding(index_.files()[i])) != endings.end())
      unused.push_back(index_.files()[i]);
  return unused;
}

void DataFolder::leaveOut(const fs::path& folder) {
  const fs::path relative =
      folder.is_absolute() ? folder.lexically_relative(root()) : folder.lexically_normal();
  if (relative.empty() || leadsOut(relative) || relative == ".") return;
  std::string text = relative.generic_string();
  if (!text.ends_with('/')) text += '/';
  leftOut_.push_back(std::move(text));
}

}  // namespace mrm
