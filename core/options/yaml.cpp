#include "core/options/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/utf8.h"
#include "core/options/describe.h"
#include "core/options/edit_distance.h"

namespace mrm {
namespace {

constexpr std::size_t kLineWidth = 100;

// Receives the parser's events and accepts one shape alone: a map of sections, each a map of single
// values. No tree is built, so that neither nesting nor aliases can cost anything.
class SectionReader : public YAML::EventHandler {
 public:
  struct Setting {
    Option* option;
    std::string text;
    int line;
  };

  SectionReader(OptionSet& options, const std::string& fileName, std::string_view yaml)
      : options_(options), fileName_(fileName), yaml_(yaml) {}

  const std::vector<Setting>& settings() const { return settings_; }

  [[noreturn]] void fail(int line, const std::string& problem,
                         const std::string& advice = {}) const {
    throw Error(problem, fileName_ + ":" + std::to_string(line), advice);
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0) fail(mark, "a second document; one is expected");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { single(mark, anchor, ""); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    if (tag != "?" && tag != "!") fail(mark, "tags (!name) are not accepted here");
    if (tag == "!") refuseOpenQuote(mark);
    single(mark, anchor, value);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    fail(mark, "aliases (*name) are not accepted here", "Write the value out.");
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    fail(mark, "a list stands where " + expected() + " is expected");
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    refuseAnchor(mark, anchor);
    if (place_ == Place::Root)
      place_ = Place::SectionName;
    else if (place_ == Place::Section)
      place_ = Place::Key;
    else
      fail(mark, "a group of keys stands where " + expected() + " is expected");
  }
  void OnMapEnd() override { place_ = place_ == Place::Key ? Place::SectionName : Place::Root; }

 private:
  enum class Place { Root, SectionName, Section, Key, Value };

  [[noreturn]] void fail(const YAML::Mark& mark, const std::string& problem,
                         const std::string& advice = {}) const {
    fail(mark.line + 1, problem, advice);
  }

  void refuseAnchor(const YAML::Mark& mark, YAML::anchor_t anchor) const {
    if (anchor != 0) fail(mark, "anchors (&name) are not accepted here", "Write the value out.");
  }

  // A forgotten quote would swallow the settings after it, and the parser lets a file end inside
  // one. The parser marks every scalar that is not plain with the tag "!"; it counts columns in
  // bytes.
  void refuseOpenQuote(const YAML::Mark& mark) const {
    std::string_view line = yaml_.substr(std::min<std::size_t>(yaml_.size(), mark.pos));
    line = line.substr(0, line.find('\n'));
    if (line.starts_with('|') || line.starts_with('>'))
      fail(mark, "a block of text stands where " + expected() + " is expected");
    const bool escapes = line.starts_with('"');
    for (std::size_t i = 1; i < line.size(); ++i) {
      if (escapes && line[i] == '\\')
        ++i;
      else if (line[i] == line[0])
        return;
    }
    fail(mark, "a quote is not closed on its line");
  }

  std::string expected() const {
    switch (place_) {
      case Place::Root:
        return "a group of sections";
      case Place::SectionName:
        return "a section's name";
      case Place::Section:
        return "the keys of section " + section_;
      case Place::Key:
        return "a key of section " + section_;
      case Place::Value:
        break;
    }
    return "a single value for " + option_->name();
  }

  void single(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& value) {
    refuseAnchor(mark, anchor);
    const int line = mark.line + 1;
    switch (place_) {
      case Place::Root:
        if (!value.empty())
          fail(line, "a single value stands where " + expected() + " is expected");
        break;
      case Place::SectionName:
        enterSection(line, value);
        break;
      case Place::Section:
        if (!value.empty())
          fail(line, "a single value stands where " + expected() + " is expected");
        place_ = Place::SectionName;
        break;
      case Place::Key:
        enterKey(line, value);
        break;
      case Place::Value:
        settings_.push_back({option_, value, line});
        place_ = Place::Key;
        break;
    }
  }

  void enterSection(int line, const std::string& name) {
    const auto& sections = options_.sections();
    if (std::none_of(sections.begin(), sections.end(),
                     [&](const OptionSet::Section& section) { return section.name == name; }))
      fail(line, "there is no section " + shown(name), nearestSection(name));
    if (!sectionsSeen_.insert(name).second) fail(line, "section " + name + " stands twice");
    section_ = name;
    place_ = Place::Section;
  }

  void enterKey(int line, const std::string& key) {
    const std::string name = section_ + "." + key;
    for (Option& option : options_.options()) {
      if (option.name() != name) continue;
      if (!keysSeen_.insert(name).second) fail(line, name + " stands twice");
      option_ = &option;
      place_ = Place::Value;
      return;
    }
    const std::string near = options_.nearest(name);
    fail(line, "there is no key " + shown(key) + " in section " + section_,
         near.empty() ? "" : "Did you mean " + near + "?");
  }

  // The section of that near name, or the place of the option of that name: a key outside of its
  // section.
  std::string nearestSection(const std::string& name) const {
    const std::string option = options_.nearest(name);
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (const OptionSet::Section& section : options_.sections()) {
      const std::size_t distance =
          name.size() > 100 ? bestDistance : editDistance(name, section.name);
      if (distance >= bestDistance) continue;
      bestDistance = distance;
      best = section.name;
    }
    if (!best.empty()) return "Did you mean " + best + "?";
    return option.empty() ? "" : "Did you mean " + option + "?";
  }

  static std::string shown(const std::string& name) { return "'" + printable(name, 60) + "'"; }

  OptionSet& options_;
  const std::string& fileName_;
  const std::string_view yaml_;
  Place place_ = Place::Root;
  int documents_ = 0;
  std::string section_;
  Option* option_ = nullptr;
  std::set<std::string> sectionsSeen_, keysSeen_;
  std::vector<Setting> settings_;
};

// YAML allows no control characters, and the parser takes some for marks of its own.
void refuseBinary(std::string_view yaml, const SectionReader& reader) {
  if (yaml.size() > kYamlLimit) reader.fail(1, "the file is larger than 256 KiB");
  int line = 1;
  for (std::size_t i = 0; i < yaml.size();) {
    const std::size_t length = utf8SequenceLength(yaml.substr(i));
    const auto c = static_cast<unsigned char>(yaml[i]);
    if (length == 0) reader.fail(line, "bytes that are no UTF-8 text");
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f)
      reader.fail(line, "a control character");
    if (c == '\n') ++line;
    i += length;
  }
}

std::string doubleQuoted(std::string_view text) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (byte < 0x20 || byte == 0x7f) {
      quoted += {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

// Whether any YAML reader takes the bare text for this very text, and not for a number, a boolean
// or a sign.
bool isPlain(std::string_view text) {
  constexpr std::string_view kReserved[] = {"true", "false", "null", "yes", "no",
                                            "on",   "off",   "y",    "n"};
  const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (text.empty() || !(isLetter(text[0]) || text[0] == '/' || text[0] == '_')) return false;
  for (const char c : text)
    if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '/' && c != '_' && c != '.' && c != '-')
      return false;
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::find(std::begin(kReserved), std::end(kReserved), lower) == std::end(kReserved);
}

std::string yamlValue(const Option& option) {
  std::string text = option.text();
  if (std::holds_alternative<double*>(option.target())) {
    // YAML 1.1 readers (PyYAML) take 1e-05 for a string; 1.0e-05 is a number everywhere.
    const std::size_t exponent = text.find('e');
    if (exponent != std::string::npos && text.find('.') == std::string::npos)
      return text.substr(0, exponent) + ".0" + text.substr(exponent);
    return text;
  }
  const bool isText = std::holds_alternative<std::string*>(option.target()) ||
                      std::holds_alternative<std::filesystem::path*>(option.target());
  return !isText || isPlain(text) ? text : doubleQuoted(text);
}

void writeComment(std::string& yaml, const std::string& indent, const std::string& text) {
  std::istringstream words(text);
  std::string line, word;
  while (words >> word) {
    if (!line.empty() && indent.size() + 2 + line.size() + 1 + word.size() > kLineWidth) {
      yaml += indent + "# " + line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  if (!line.empty()) yaml += indent + "# " + line + "\n";
}

}  // namespace

void readYaml(std::string_view yaml, const std::string& fileName, OptionSet& options) {
  if (yaml.starts_with("\xEF\xBB\xBF")) yaml.remove_prefix(3);
  SectionReader reader(options, fileName, yaml);
  refuseBinary(yaml, reader);
  std::istringstream stream{std::string(yaml)};
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(reader)) {
    }
  } catch (const YAML::Exception& error) {
    reader.fail(error.mark.line + 1, "this is no valid YAML: " + error.msg);
  }
  // All are checked before the first is assigned: a refused file changes nothing.
  for (const auto& [option, text, line] : reader.settings())
    if (const std::string problem = option->problemWith(text); !problem.empty())
      reader.fail(line, option->name() + " " + problem);
  for (const auto& [option, text, line] : reader.settings()) option->set(text);
}

std::string writeYaml(const OptionSet& options) {
  std::string yaml;
  for (const OptionSet::Section& section : options.sections()) {
    if (!yaml.empty()) yaml += "\n";
    writeComment(yaml, "", section.help);
    yaml += section.name + ":\n";
    for (const Option& option : options.options()) {
      if (option.section() != section.name) continue;
      writeComment(yaml, "  ", describe(option));
      yaml += "  " + option.key() + ": " + yamlValue(option) + "\n";
    }
  }
  return yaml;
}

}  // namespace mrm
