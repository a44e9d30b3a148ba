#include "core/options/describe.h"

#include <charconv>
#include <cmath>
#include <iterator>
#include <vector>

namespace mrm {

std::string numberText(double number) {
  char buffer[32];
  const bool isWhole = std::trunc(number) == number && std::abs(number) < 1e15;
  const auto end = isWhole
                       ? std::to_chars(buffer, std::end(buffer), number, std::chars_format::fixed)
                       : std::to_chars(buffer, std::end(buffer), number);
  return {buffer, end.ptr};
}

std::string typeText(const Option& option) {
  struct Names {
    std::string operator()(const bool*) const { return "boolean"; }
    std::string operator()(const std::int64_t*) const { return "whole number"; }
    std::string operator()(const double*) const { return "number"; }
    std::string operator()(const std::string*) const { return "text"; }
    std::string operator()(const std::filesystem::path*) const { return "path"; }
  };
  return std::visit(Names{}, option.target());
}

std::string allowedText(const Option& option) {
  if (option.hasRange()) {
    if (std::isinf(option.maximum())) return "at least " + numberText(option.minimum());
    if (std::isinf(option.minimum())) return "at most " + numberText(option.maximum());
    return "between " + numberText(option.minimum()) + " and " + numberText(option.maximum());
  }
  std::string text;
  for (const std::string& choice : option.choices())
    text += (text.empty() ? "one of " : ", ") + choice;
  return text;
}

std::string describe(const Option& option) {
  std::vector<std::string> facts;
  std::string allowed = allowedText(option);
  if (!option.unit().empty())
    allowed = allowed.empty() ? "in " + option.unit() : allowed + " " + option.unit();
  if (!allowed.empty()) facts.push_back(allowed);
  if (!option.defaultText().empty()) facts.push_back("default " + option.defaultText());
  if (!option.published().empty()) facts.push_back("published " + option.published());
  std::string text;
  for (const std::string& fact : facts) text += (text.empty() ? " (" : "; ") + fact;
  return option.help() + text + (text.empty() ? "" : ")");
}

}  // namespace mrm
