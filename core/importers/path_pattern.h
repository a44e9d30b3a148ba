// What the names of folders and files say: "{patient}/{study}_{view}".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mrm {

// Each {name} stands for one or more characters other than /, {any} for any number of any; as few
// as will do, from the left. Everything else stands for itself.
class PathPattern {
 public:
  // Throws Error for a brace that is not closed, a name that is none of `names` or "any", and two
  // placeholders without anything between them.
  PathPattern(const std::string& pattern, const std::vector<std::string>& names);

  // The placeholders' texts when the path (with /, without the file's ending) fits; else nothing.
  std::map<std::string, std::string> match(std::string_view path) const;
  bool isEmpty() const { return parts_.empty(); }

 private:
  struct Part {
    bool isPlaceholder = false;
    std::string text;  // the placeholder's name, or what stands for itself
  };
  bool matchFrom(std::size_t part, std::string_view path, std::map<std::string, std::string>& found,
                 int& steps) const;

  std::vector<Part> parts_;
};

}  // namespace mrm
