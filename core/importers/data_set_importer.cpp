#include "core/importers/data_set_importer.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "core/base/error.h"
#include "core/catalog/run_lengths.h"
#include "core/dicom/radiograph.h"
#include "core/importers/file_index.h"
#include "core/importers/label_cells.h"
#include "core/importers/settings.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostEntries = 20000;  // of a folder, when looking for tables

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

}  // namespace

std::vector<fs::path> filesEnding(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> found;
  std::error_code code;
  std::size_t entries = 0;
  for (auto entry = fs::directory_iterator(folder, code);
       !code && entry != fs::directory_iterator() && entries < kMostEntries;
       entry.increment(code), ++entries) {
    std::string name = lower(entry->path().filename().string());
    if (name.starts_with('.')) continue;
    if (name.ends_with(".gz")) name.resize(name.size() - 3);
    std::error_code ignored;
    if (name.ends_with(lower(ending)) && entry->is_regular_file(ignored))
      found.push_back(entry->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

fs::path fileEndingWith(const fs::path& folder, const std::vector<std::string>& endings) {
  if (folder.empty()) return {};
  for (const std::string& ending : endings)
    if (const auto found = filesEnding(folder, ending); !found.empty()) return found.front();
  return {};
}

fs::path folderOf(const fs::path& path) {
  std::error_code code;
  return fs::is_directory(path, code) ? path : fullPath(path).parent_path();
}

ImportField foundFileField(std::string name, std::string label, std::string help,
                           const fs::path& folder, const std::vector<std::string>& endings,
                           bool isRequired) {
  return fileField(std::move(name), std::move(label), std::move(help),
                   fileEndingWith(folder, endings).string(), isRequired);
}

void RowLoop::over(TableFile& table,
                   const std::function<void(const std::vector<std::string>& fields,
                                            const std::string& where)>& use) const {
  CsvReader::Row row;
  for (std::int64_t rows = 0; table.next(row); ++rows) {
    if (rows % 1024 == 0) {
      if (stop.stop_requested()) throw Stopped();
      if (progress) progress({rows, 0, "Reading " + table.name()});
    }
    const std::string where = table.where(row.line);
    if (!isBadRow(plan, row, where)) use(row.fields, where);
  }
}

std::optional<ImageExtent> extentOf(const fs::path& file) {
  try {
    const RadiographSize size = readRadiographSize(file);
    return ImageExtent{size.width, size.height};
  } catch (const std::exception&) {
    return {};
  }
}

std::string boxRunLengths(double x, double y, double width, double height, std::int64_t nominal,
                          const std::optional<ImageExtent>& extent) {
  const ImageExtent size = extent.value_or(ImageExtent{nominal, nominal});
  const double across = static_cast<double>(size.width) / static_cast<double>(nominal),
               down = static_cast<double>(size.height) / static_cast<double>(nominal);
  const auto rounded = [](double value) {
    return static_cast<std::int64_t>(std::llround(std::clamp(value, -1e9, 1e9)));
  };
  const std::int64_t left = rounded(x * across), top = rounded(y * down);
  return rectangleRunLengths(left, top, rounded((x + width) * across) - left,
                             rounded((y + height) * down) - top, size.width, size.height);
}

}  // namespace mrm
