#include "core/importers/settings.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/trim.h"
#include "core/options/edit_distance.h"

namespace mrm {
namespace {

using Kind = ImportField::Kind;

[[noreturn]] void refuseUnknown(const std::string& name, const std::vector<ImportField>& fields,
                                const std::string& importer) {
  std::string nearest;
  std::size_t least = 4;
  for (const ImportField& field : fields) {
    const std::size_t distance = editDistance(printable(name, 60), field.name);
    if (distance >= least) continue;
    least = distance;
    nearest = field.name;
  }
  throw Error("the importer '" + importer + "' has no setting of this name", printable(name, 60),
              nearest.empty() ? "" : "Did you mean " + nearest + "?");
}

void checkChoice(const ImportField& field, const std::string& value) {
  if (std::find(field.choices.begin(), field.choices.end(), value) != field.choices.end()) return;
  const bool isColumn = field.kind == Kind::Column || field.kind == Kind::Columns;
  throw Error(isColumn ? "there is no column '" + printable(value, 100) + "'"
                       : "'" + printable(value, 100) + "' is none of its values",
              field.name,
              (isColumn ? "The columns are: " : "It may be: ") +
                  printable(joinList(field.choices, ", "), 1000) + ".");
}

void check(const ImportField& field, const std::string& value) {
  if (value.empty()) {
    if (field.isRequired) throw Error("is not given", field.name, field.label + ": " + field.help);
    return;
  }
  if (field.kind == Kind::Choice) checkChoice(field, value);
  if (field.kind == Kind::Column && !field.choices.empty()) checkChoice(field, value);
  if (field.kind == Kind::Columns && !field.choices.empty())
    for (const std::string& item : splitList(value, field.choices))
      checkChoice(field, item.substr(item.find('=') == std::string::npos ? 0 : item.find('=') + 1));
  if (field.kind == Kind::Switch && value != "yes" && value != "no")
    throw Error("'" + printable(value, 100) + "' is neither yes nor no", field.name);
}

ImportField make(Kind kind, std::string name, std::string label, std::string help,
                 std::string value) {
  ImportField field;
  field.kind = kind;
  field.name = std::move(name);
  field.label = std::move(label);
  field.help = std::move(help);
  field.value = std::move(value);
  return field;
}

}  // namespace

std::string settingOf(const ImportSettings& settings, const std::string& name,
                      const std::string& absent) {
  const auto found = settings.find(name);
  return found == settings.end() ? absent : std::string(trimmed(found->second));
}

bool isOn(const ImportSettings& settings, const std::string& name, bool absent) {
  return settingOf(settings, name, absent ? "yes" : "no") == "yes";
}

ImportSettings completeSettings(const Importer& importer, const ImportSettings& settings) {
  const std::vector<ImportField> fields = importer.fields(settings);
  for (const auto& [name, value] : settings)
    if (std::none_of(fields.begin(), fields.end(),
                     [&, wanted = name](const ImportField& field) { return field.name == wanted; }))
      refuseUnknown(name, fields, importer.id());
  ImportSettings complete;
  for (const ImportField& field : fields) {
    complete[field.name] = settingOf(settings, field.name, field.value);
    check(field, complete[field.name]);
  }
  return complete;
}

std::vector<std::string> splitList(std::string_view text, const std::vector<std::string>& known) {
  std::vector<std::string> items;
  const bool isOne = std::find(known.begin(), known.end(), trimmed(text)) != known.end();
  const char separator = isOne ? '\0' : text.find('|') != std::string_view::npos ? '|' : ',';
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (const std::string_view item = trimmed(text.substr(0, end)); !item.empty())
      items.emplace_back(item);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

std::string joinList(const std::vector<std::string>& items, const std::string& separator) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : separator) + item;
  return text;
}

ImportField fileField(std::string name, std::string label, std::string help, std::string value,
                      bool isRequired) {
  ImportField field =
      make(Kind::File, std::move(name), std::move(label), std::move(help), std::move(value));
  field.isRequired = isRequired;
  return field;
}

ImportField folderField(std::string name, std::string label, std::string help, std::string value,
                        bool isRequired) {
  ImportField field =
      make(Kind::Folder, std::move(name), std::move(label), std::move(help), std::move(value));
  field.isRequired = isRequired;
  return field;
}

ImportField switchField(std::string name, std::string label, std::string help, bool value) {
  return make(Kind::Switch, std::move(name), std::move(label), std::move(help),
              value ? "yes" : "no");
}

ImportField choiceField(std::string name, std::string label, std::string help, std::string value,
                        std::vector<std::string> choices) {
  ImportField field =
      make(Kind::Choice, std::move(name), std::move(label), std::move(help), std::move(value));
  field.choices = std::move(choices);
  return field;
}

ImportField columnField(std::string name, std::string label, std::string help, std::string value,
                        std::vector<std::string> columns) {
  ImportField field =
      make(Kind::Column, std::move(name), std::move(label), std::move(help), std::move(value));
  field.choices = std::move(columns);
  return field;
}

ImportField textField(std::string name, std::string label, std::string help, std::string value) {
  return make(Kind::Text, std::move(name), std::move(label), std::move(help), std::move(value));
}

ImportField emptyReportField(bool quarantines) {
  return choiceField(
      "empty-report", "Records without a report",
      "Whether a record without a report is set aside, or kept for its image, labels "
      "and masks.",
      quarantines ? "quarantine" : "keep", {"quarantine", "keep"});
}

}  // namespace mrm
