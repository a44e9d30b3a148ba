// Writes the texts of declared options and importers as a source for lupdate: core/ knows no
// translations.
#include <cstdio>
#include <set>
#include <string>

#include "core/base/files.h"
#include "core/importers/importer.h"
#include "core/run/pretrain_options.h"

namespace {

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: list_option_strings FILE\n");
    return 2;
  }
  std::string out =
      "// Made by list_option_strings from the declarations of core/. For lupdate; not compiled.\n";
  std::set<std::string> seen;
  const auto addTo = [&](const char* context, const std::string& text) {
    if (!text.empty() && seen.insert(context + text).second)
      out += std::string("QT_TRANSLATE_NOOP(\"") + context + "\", " + quoted(text) + ");\n";
  };
  const auto add = [&](const std::string& text) { addTo("Options", text); };
  mrm::PretrainOptions pretrain;
  mrm::OptionSet options;
  pretrain.declare(options);
  for (const auto& section : options.sections()) {
    add(section.title);
    add(section.help);
  }
  for (const mrm::Option& option : options.options()) {
    add(option.label());
    add(option.help());
    add(option.unit());
    for (const std::string& choice : option.choices()) add(choice);
  }
  for (const mrm::PretrainPreset& preset : mrm::pretrainPresets()) {
    add(preset.title);
    add(preset.help);
  }
  for (const auto& importer : mrm::importers()) {
    addTo("Core", importer->title());
    addTo("Core", importer->help());
    for (const mrm::ImportField& field : importer->fields({})) {
      addTo("Core", field.label);
      addTo("Core", field.help);
      if (field.kind == mrm::ImportField::Kind::Choice)
        for (const std::string& choice : field.choices) addTo("Core", choice);
    }
  }
  mrm::writeFileAtomically(argv[1], out);
  return 0;
}
