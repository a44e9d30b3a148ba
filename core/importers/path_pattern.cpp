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

std::map<std::string, std::string> PathPattern::match(std::string_view path) const {
  std::map<std::string, std::string> found;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const Part& part = parts_[i];
    if (!part.isPlaceholder) {
      if (!path.starts_with(part.text)) return {};
      path.remove_prefix(part.text.size());
      continue;
    }
    const bool isLast = i + 1 == parts_.size();
    // {any} reaches as far as what follows it allows, the others to its first place.
    const std::size_t end = isLast               ? path.size()
                            : part.text == "any" ? path.rfind(parts_[i + 1].text)
                                                 : path.find(parts_[i + 1].text, 1);
    if (end == std::string_view::npos || (part.text != "any" && end == 0)) return {};
    const std::string_view text = path.substr(0, end);
    if (part.text != "any") {
      if (text.find('/') != std::string_view::npos) return {};
      found[part.text] = text;
    }
    path.remove_prefix(end);
  }
  if (!path.empty()) return {};
  return found;
}

}  // namespace mrm
