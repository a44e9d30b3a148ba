#include "core/importers/path_pattern.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/printable.h"

namespace mrm {

PathPattern::PathPattern(const std::string& pattern, const std::vector<std::string>& names) {
  const auto fail = [&](const std::string& problem) {
    std::string known;
    for (const std::string& name : names) known += "{" + name + "}, ";
    throw Error(problem, "pattern '" + printable(pattern, 100) + "'",
                "It may use " + known + "{any}: {patient}/{any}.");
  };
  for (std::size_t i = 0; i < pattern.size();) {
    if (pattern[i] != '{') {
      const std::size_t end = std::min(pattern.find('{', i), pattern.size());
      parts_.push_back({false, pattern.substr(i, end - i)});
      i = end;
      continue;
    }
    const std::size_t end = pattern.find('}', i);
    if (end == std::string::npos) fail("has a { without its }");
    const std::string name = pattern.substr(i + 1, end - i - 1);
    if (name != "any" && std::find(names.begin(), names.end(), name) == names.end())
      fail("uses {" + printable(name, 40) + "}, which is not known");
    if (!parts_.empty() && parts_.back().isPlaceholder)
      fail("has two placeholders with nothing between them");
    parts_.push_back({true, name});
    i = end + 1;
  }
}

bool PathPattern::matchFrom(std::size_t part, std::string_view path,
                            std::map<std::string, std::string>& found, int& steps) const {
  if (part == parts_.size()) return path.empty();
  const Part& now = parts_[part];
  if (!now.isPlaceholder) {
    if (!path.starts_with(now.text)) return false;
    return matchFrom(part + 1, path.substr(now.text.size()), found, steps);
  }
  const bool isAny = now.text == "any";
  for (std::size_t end = isAny ? 0 : 1; end <= path.size(); ++end) {
    if (!isAny && path[end - 1] == '/') return false;
    if (--steps < 0) return false;
    if (!matchFrom(part + 1, path.substr(end), found, steps)) continue;
    if (!isAny) found[now.text] = path.substr(0, end);
    return true;
  }
  return false;
}

std::map<std::string, std::string> PathPattern::match(std::string_view path) const {
  constexpr int kMostSteps =
      100000;  // a path of the longest length and a sensible pattern need few
  std::map<std::string, std::string> found;
  int steps = kMostSteps;
  if (!matchFrom(0, path, found, steps)) found.clear();
  return found;
}

}  // namespace mrm
