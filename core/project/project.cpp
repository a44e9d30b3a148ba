#include "core/project/project.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/utf8.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kFileLimit = std::size_t{1} << 20;
constexpr std::int64_t kFormat = 1;       // of project.json
constexpr std::size_t kLongestName = 80;  // bytes of a run folder's name before a number

fs::path fileOf(const fs::path& root) {
  return root / "project.json";
}

fs::path fullPath(const fs::path& path) {
  fs::path normal = fs::absolute(path).lexically_normal();
  if (!normal.has_filename()) normal = normal.parent_path();  // of "folder/"
  return normal;
}

// A path as it is stored: relative to root when it lies inside, so that the project can be moved.
std::string stored(const fs::path& root, const fs::path& path) {
  if (path.empty()) return {};
  const fs::path full =
      path.is_absolute() ? path.lexically_normal() : (root / path).lexically_normal();
  const fs::path relative = full.lexically_relative(root);
  const bool isInside = !relative.empty() && *relative.begin() != "..";
  return (isInside ? relative : full).generic_string();
}

fs::path restored(const fs::path& root, const JsonFields& fields, const char* key) {
  fs::path path(fields.text(key, ""));
  if (path.empty() || path.is_absolute()) return path;
  const fs::path relative = path.lexically_normal();
  if (*relative.begin() == "..") fields.fail(key, "must not lead out of the project's folder");
  return (root / relative).lexically_normal();
}

// Letters of any script, digits and a few signs; never a hidden file, never empty.
std::string safeFileName(const std::string& name) {
  std::string safe;
  std::string_view rest = utf8Prefix(name, kLongestName);
  while (!rest.empty()) {
    const std::size_t length = utf8SequenceLength(rest);
    const char c = rest[0];
    const bool isSafe = length > 1 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    if (length > 0 && isSafe)
      safe += rest.substr(0, length);
    else if (!safe.empty() && safe.back() != '-')
      safe += '-';
    rest.remove_prefix(std::max<std::size_t>(length, 1));
  }
  safe.erase(0, std::min(safe.size(), safe.find_first_not_of("-.")));
  while (!safe.empty() && (safe.back() == '-' || safe.back() == '.')) safe.pop_back();
  return safe.empty() ? "run" : safe;
}

}  // namespace

Project openProject(const fs::path& root) {
  Project project;
  project.root = fullPath(root);
  const fs::path file = fileOf(project.root);
  if (!fs::exists(file))
    throw Error("is no project: it has no project.json", project.root.string(),
                "Choose a project's folder, or make a new project.");
  const json object = readJsonObject(file, kFileLimit);
  const JsonFields fields(object, file.string());
  if (fields.integer("format", 0, 0) > kFormat)
    throw Error("was made by a newer version of the program", project.root.string(),
                "Update the program.");
  project.name = fields.text("name", project.root.filename().string());
  project.synthetic = fields.boolean("synthetic", false);
  project.records = restored(project.root, fields, "records");
  if (project.records.empty() && !fs::exists(project.catalogFile()))
    fields.fail("records", "must name the table of records, for there is no catalog.db");
  const JsonFields columns = fields.object("columns");
  project.columns.image = columns.text("image", project.columns.image);
  project.columns.report = columns.text("report", project.columns.report);
  project.columns.patient = columns.text("patient", project.columns.patient);
  project.tokenizer = restored(project.root, fields, "tokenizer");
  return project;
}

void saveProject(const Project& project) {
  const fs::path root = fullPath(project.root);
  std::error_code code;
  fs::create_directories(root, code);
  if (code)
    throw Error("the folder cannot be made: " + code.message(), root.string(),
                "Choose a folder that you may write to.");
  nlohmann::ordered_json object;
  object["format"] = kFormat;
  object["name"] = project.name;
  object["synthetic"] = project.synthetic;
  object["records"] = stored(root, project.records);
  object["columns"] = {{"image", project.columns.image},
                       {"report", project.columns.report},
                       {"patient", project.columns.patient}};
  object["tokenizer"] = stored(root, project.tokenizer);
  writeJsonAtomically(fileOf(root), object);
}

std::vector<fs::path> projectRuns(const Project& project) {
  using Run = std::pair<fs::file_time_type, fs::path>;
  std::vector<Run> runs;
  std::error_code code;
  for (auto entry = fs::directory_iterator(project.runsFolder(), code);
       !code && entry != fs::directory_iterator(); entry.increment(code)) {
    // run.yaml is written when a run starts; a run that only waits has a status alone.
    for (const char* file : {"run.yaml", "status.json"}) {
      std::error_code missing;
      const auto time = fs::last_write_time(entry->path() / file, missing);
      if (missing) continue;
      runs.emplace_back(time, entry->path());
      break;
    }
  }
  std::sort(runs.begin(), runs.end(), std::greater<>());
  std::vector<fs::path> folders;
  folders.reserve(runs.size());
  for (Run& run : runs) folders.push_back(std::move(run.second));
  return folders;
}

fs::path newRunFolder(const Project& project, const std::string& name) {
  const std::string safe = safeFileName(name);
  fs::path folder = project.runsFolder() / safe;
  for (int number = 2; fs::exists(fs::symlink_status(folder)); ++number)
    folder = project.runsFolder() / (safe + "-" + std::to_string(number));
  return folder;
}

}  // namespace mrm
