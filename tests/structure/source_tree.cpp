#include "tests/structure/source_tree.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <stdexcept>

namespace mrm::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = MRM_SOURCE_DIR;

bool endsWith(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::vector<std::string> trackedFiles() {
  const std::string command = "git -C '" + kRoot.string() + "' ls-files -z 2>/dev/null";
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return {};
  std::string all;
  std::array<char, 4096> part{};
  while (const std::size_t n = fread(part.data(), 1, part.size(), pipe)) all.append(part.data(), n);
  if (pclose(pipe) != 0) return {};
  std::vector<std::string> files;
  for (std::size_t from = 0, to; (to = all.find('\0', from)) != std::string::npos; from = to + 1)
    files.push_back(all.substr(from, to - from));
  return files;
}

std::vector<std::string> walkedFiles() {
  std::vector<std::string> files;
  for (auto it = fs::recursive_directory_iterator(kRoot); it != fs::recursive_directory_iterator();
       ++it) {
    const std::string name = it->path().filename().string();
    if (it->is_directory() && (name.starts_with("build") || (name[0] == '.' && name != ".ci")))
      it.disable_recursion_pending();
    else if (it->is_regular_file())
      files.push_back(it->path().lexically_relative(kRoot).generic_string());
  }
  return files;
}

std::optional<std::string> search(const std::string& path, bool (*wanted)(const Include&),
                                  std::set<std::string>& seen) {
  const auto& graph = includeGraph();
  const auto found = graph.find(path);
  if (found == graph.end() || !seen.insert(path).second) return std::nullopt;
  for (const Include& include : found->second) {
    const std::string here = path + ":" + std::to_string(include.line) + " -> ";
    if (wanted(include)) return here + "<" + include.target + ">";
    if (auto rest = search(include.target, wanted, seen)) return here + *rest;
  }
  return std::nullopt;
}

}  // namespace

bool isHeader(const std::string& path) {
  return endsWith(path, ".h") || endsWith(path, ".hpp");
}

bool isSource(const std::string& path) {
  return isHeader(path) || endsWith(path, ".cpp");
}

std::vector<std::string> repositoryFiles() {
  std::vector<std::string> files = trackedFiles();
  if (files.empty()) files = walkedFiles();
  std::erase_if(files, [](const std::string& file) { return !fs::is_regular_file(kRoot / file); });
  std::sort(files.begin(), files.end());
  return files;
}

std::string readRepositoryFile(const std::string& path) {
  std::ifstream file(kRoot / path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Include> includesOf(const std::string& text) {
  static const std::regex directive(R"re(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"])re");
  std::vector<Include> includes;
  bool inComment = false;
  int number = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    const std::string line = text.substr(from, to - from);
    from = to + 1;
    ++number;
    std::smatch match;
    if (!inComment && line.find("include") != std::string::npos &&
        std::regex_search(line, match, directive)) {
      includes.push_back({match[2], match[1] == "<", number});
      continue;
    }
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (!inComment && line.compare(at, 2, "//") == 0) break;
      if (line.compare(at, 2, inComment ? "*/" : "/*") == 0) {
        inComment = !inComment;
        ++at;
      }
    }
  }
  return includes;
}

const std::map<std::string, std::vector<Include>>& includeGraph() {
  static const auto graph = [] {
    std::map<std::string, std::vector<Include>> all;
    for (const std::string& file : repositoryFiles())
      if (isSource(file)) all[file] = includesOf(readRepositoryFile(file));
    return all;
  }();
  return graph;
}

std::optional<std::string> chainTo(const std::string& path, bool (*wanted)(const Include&)) {
  std::set<std::string> seen;
  return search(path, wanted, seen);
}

}  // namespace mrm::testing
