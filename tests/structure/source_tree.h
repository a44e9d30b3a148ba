// The repository's own files, read for the tests of its structure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mrm::testing {

struct Include {
  std::string target;  // as written between the quotes or angle brackets
  bool system = false;
  int line = 0;
};

// The include directives of one source text, those in comments left out.
std::vector<Include> includesOf(const std::string& text);

// Paths from the root, "/" between folders, sorted: what git tracks, or, where the sources came
// without git, every file outside build folders and hidden folders.
std::vector<std::string> repositoryFiles();

bool isHeader(const std::string& path);
bool isSource(const std::string& path);  // headers too

std::string readRepositoryFile(const std::string& path);

// The includes of every source file of the repository, by path.
const std::map<std::string, std::vector<Include>>& includeGraph();

// The first chain of includes that leads from `path` to a header for which `wanted` is true,
// written "a.h:3 -> b.h:7 -> <c.h>"; nothing when there is none.
std::optional<std::string> chainTo(const std::string& path, bool (*wanted)(const Include&));

}  // namespace mrm::testing
