#include "core/options/reference.h"

#include <algorithm>

#include "core/options/describe.h"

namespace mrm {
namespace {

// Text inside a table's cell: a bar would end the cell, a line break the row.
std::string cell(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '|' || c == '<' || c == '*' || c == '\\') escaped += '\\';
    escaped += c == '\n' || c == '\r' ? ' ' : c;
  }
  return escaped;
}

std::string code(const std::string& text) {
  if (text.empty()) return {};
  std::string escaped = "`";
  for (const char c : text) {
    if (c == '|') escaped += '\\';
    escaped += c == '\n' || c == '\r' ? ' ' : c == '`' ? '\'' : c;
  }
  return escaped + "`";
}

}  // namespace

std::string markdownReference(const OptionSet& options, int level) {
  std::string text;
  for (const OptionSet::Section& section : options.sections()) {
    text += std::string(static_cast<std::size_t>(level), '#') + " " + section.title + " (`" +
            section.name + "`)\n\n" + section.help + "\n\n";
    text += "| Key | Flag | Type | Allowed | Unit | Default | Published | Meaning |\n";
    text += "|---|---|---|---|---|---|---|---|\n";
    for (const Option& option : options.options()) {
      if (option.section() != section.name) continue;
      text += "| " + code(option.key()) + " | " + code(option.flag()) + " | " + typeText(option) +
              " | " + cell(allowedText(option)) + " | " + cell(option.unit()) + " | " +
              code(option.defaultText()) + " | " + cell(option.published()) + " | " +
              cell(option.help()) + " |\n";
    }
    text += "\n";
  }
  return text;
}

}  // namespace mrm
