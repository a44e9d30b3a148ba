#include "core/text/report_policy.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/printable.h"
#include "core/base/trim.h"
#include "core/text/json_reading.h"
#include "core/text/report_blanks.h"
#include "core/text/report_markup.h"
#include "core/text/unicode.h"

namespace mrm {
namespace {

constexpr std::size_t kMostSections = 16;
constexpr std::size_t kMostFallbacks = 16;
constexpr std::size_t kLongestBlankWord = 64;  // bytes
constexpr std::int64_t kMostMinimumWords = 1000;
constexpr std::string_view kWholeText = "all";
constexpr std::array<const char*, 3> kBlankNames = {"keep", "drop", "replace"};

bool isGap(char c) {
  return c == ' ' || c == '\t';
}
bool isLineEnd(char c) {
  return c == '\n' || c == '\r';
}

// Leaves out the numbers of a list, which count up from 1, and the bullets at the start of a line.
std::string withoutListNumbers(std::string_view text) {
  std::string result;
  int expected = 1;
  bool atItem = true, atLine = true;  // a sentence or line, a line starts here
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (atItem && !isGap(c)) {
      std::size_t end = at + (c == '(' ? 1 : 0);
      int number = 0;
      for (int digits = 0; end < text.size() && text[end] >= '0' && text[end] <= '9' && digits < 2;
           ++digits)
        number = number * 10 + (text[end++] - '0');
      const std::size_t length = number > 0 ? text::listNumberLength(text, at) : 0;
      const std::size_t after = at + length;
      const bool follows = after >= text.size() || isGap(text[after]) || isLineEnd(text[after]);
      const bool isBullet = atLine && (c == '-' || c == '*') && text.substr(at + 1, 1) == " ";
      if (isBullet || (length > 0 && follows && (number == expected || number == 1))) {
        if (!isBullet) expected = number + 1;
        at += isBullet ? 1 : length;
        while (at < text.size() && isGap(text[at])) ++at;
        atLine = false;
        continue;
      }
    }
    atLine = isLineEnd(c) || (atLine && isGap(c));
    if (!isGap(c)) atItem = atLine || c == '.' || c == ':' || c == ';' || c == '!' || c == '?';
    result += c;
    ++at;
  }
  return result;
}

// Without list numbers and with single blanks, as far as the policy wants it.
std::string normalized(std::string_view text, const ReportPolicy& policy) {
  std::string result = text::repairUtf8(text);
  if (policy.dropListNumbers) result = withoutListNumbers(result);  // knows bullets by their line
  return policy.normalizeSpace ? withSingleBlanks(result) : result;
}

std::string withHandledBlanks(std::string_view text, const ReportPolicy& policy) {
  std::string result(text);
  if (policy.blanks == BlankHandling::Drop) result = text::withoutBlanks(text);
  if (policy.blanks == BlankHandling::Replace) result = text::withBlanksAs(text, policy.blankWord);
  return policy.normalizeSpace ? withSingleBlanks(result) : std::string(trimmed(result));
}

bool serves(SectionKind chosen, SectionKind kind) {
  return chosen == kind || (kind == SectionKind::FindingsAndImpression &&
                            (chosen == SectionKind::Findings || chosen == SectionKind::Impression));
}

struct Reading {
  std::string text;
  std::vector<std::size_t> sections;
  bool anyText = false;       // before blanks were taken out
  std::size_t realWords = 0;  // blanks left out
};

Reading read(std::string_view report, const ReportSections& parsed, const SectionChoice& choice,
             const ReportPolicy& policy) {
  Reading reading;
  const auto add = [&](std::string_view text) {
    reading.anyText = true;
    const std::string listed = normalized(text, policy);
    reading.realWords += text::countRealWords(listed);
    const std::string part = withHandledBlanks(listed, policy);
    if (part.empty()) return;
    if (!reading.text.empty()) reading.text += policy.normalizeSpace ? ' ' : '\n';
    reading.text += part;
  };
  if (choice.empty()) {
    if (!withSingleBlanks(report).empty()) add(report);
    return reading;
  }
  std::vector<bool> taken(parsed.sections.size());
  std::vector<std::string_view> texts;
  for (const SectionKind chosen : choice) {
    for (std::size_t i = 0; i < parsed.sections.size(); ++i) {
      const ReportSection& section = parsed.sections[i];
      if (taken[i] || section.text.empty() || !serves(chosen, section.kind)) continue;
      taken[i] = true;
      if (std::find(texts.begin(), texts.end(), section.text) != texts.end()) continue;
      texts.push_back(section.text);
      reading.sections.push_back(i);
      add(section.body.of(report));
    }
  }
  return reading;
}

std::string joined(const SectionChoice& choice, const std::string& between) {
  std::string names;
  for (const SectionKind kind : choice) names += (names.empty() ? "" : between) + sectionName(kind);
  return names;
}

SectionChoice choiceFromJson(const nlohmann::json& json, const JsonFields& fields,
                             const char* key) {
  if (json.is_string() && json == kWholeText) return {};
  if (!json.is_array() || json.empty() || json.size() > kMostSections)
    fields.fail(key, "must be a list of sections or \"all\"");
  SectionChoice choice;
  for (const nlohmann::json& name : json) {
    const auto kind = name.is_string() ? sectionKind(name.get_ref<const std::string&>())
                                       : std::optional<SectionKind>();
    if (!kind) fields.fail(key, "names a section that is none");
    choice.push_back(*kind);
  }
  return choice;
}

nlohmann::ordered_json choiceToJson(const SectionChoice& choice) {
  if (choice.empty()) return kWholeText;
  auto names = nlohmann::ordered_json::array();
  for (const SectionKind kind : choice) names.push_back(sectionName(kind));
  return names;
}

}  // namespace

ModelText modelText(std::string_view report, const ReportSections& sections,
                    const ReportPolicy& policy) {
  ModelText result;
  const auto minimum = static_cast<std::size_t>(std::max<std::int64_t>(1, policy.minimumWords));
  bool anyText = false;
  std::size_t mostWords = 0;
  for (std::size_t i = 0; i <= policy.fallbacks.size(); ++i) {
    const SectionChoice& choice = i == 0 ? policy.sections : policy.fallbacks[i - 1];
    Reading reading = read(report, sections, choice, policy);
    if (reading.realWords >= minimum) {
      result.text = std::move(reading.text);
      result.sections = std::move(reading.sections);
      if (i > 0) result.fallback = i - 1;
      return result;
    }
    anyText |= reading.anyText;
    mostWords = std::max(mostWords, reading.realWords);
  }
  if (anyText && mostWords > 0) {
    result.exclusion = ReportExclusion::TooShort;
    result.reason = "fewer than " + std::to_string(minimum) + " words";
  } else if (anyText) {
    result.exclusion = ReportExclusion::OnlyBlanks;
    result.reason = "nothing but blanks of de-identification";
  } else if (withSingleBlanks(report).empty()) {
    result.exclusion = ReportExclusion::Empty;
    result.reason = "the report is empty";
  } else {
    result.exclusion = ReportExclusion::NoSection;
    result.reason = "no " + joined(policy.sections, " or ");
  }
  return result;
}

ModelText modelText(std::string_view report, const ReportPolicy& policy) {
  return modelText(report, parseReport(report), policy);
}

std::string choiceText(const SectionChoice& choice) {
  return choice.empty() ? std::string(kWholeText) : joined(choice, ", ");
}

SectionChoice choiceFromText(std::string_view text) {
  if (trimmed(text) == kWholeText) return {};
  SectionChoice choice;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const std::string_view name = trimmed(text.substr(at, end - at));
    const auto kind = sectionKind(name);
    if (!kind || choice.size() == kMostSections)
      throw Error("there is no section '" + printable(name, 40) + "'", "",
                  "There are " +
                      joined({std::begin(kSectionKinds), std::end(kSectionKinds)}, ", ") +
                      ", and all for the whole text.");
    choice.push_back(*kind);
    at = end + 1;
  }
  return choice;
}

std::string writeReportPolicy(const ReportPolicy& policy) {
  nlohmann::ordered_json json;
  json["sections"] = choiceToJson(policy.sections);
  json["fallbacks"] = nlohmann::ordered_json::array();
  for (const SectionChoice& choice : policy.fallbacks)
    json["fallbacks"].push_back(choiceToJson(choice));
  json["blanks"] = blankHandlingName(policy.blanks);
  json["blank_word"] = policy.blankWord;
  json["normalize_space"] = policy.normalizeSpace;
  json["drop_list_numbers"] = policy.dropListNumbers;
  json["minimum_words"] = policy.minimumWords;
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

ReportPolicy readReportPolicy(std::string_view json, const std::string& where) {
  const text::Json parsed = text::parseJson(json, where);
  const JsonFields fields(parsed, where);
  ReportPolicy policy;
  if (parsed.contains("sections"))
    policy.sections = choiceFromJson(parsed["sections"], fields, "sections");
  if (parsed.contains("fallbacks")) {
    policy.fallbacks.clear();
    for (const text::Json& choice : fields.array("fallbacks", kMostFallbacks))
      policy.fallbacks.push_back(choiceFromJson(choice, fields, "fallbacks"));
  }
  const auto blanks = blankHandling(fields.text("blanks", blankHandlingName(policy.blanks)));
  if (!blanks) fields.fail("blanks", "must be keep, drop or replace");
  policy.blanks = *blanks;
  policy.blankWord = fields.text("blank_word", policy.blankWord, kLongestBlankWord);
  policy.normalizeSpace = fields.boolean("normalize_space", policy.normalizeSpace);
  policy.dropListNumbers = fields.boolean("drop_list_numbers", policy.dropListNumbers);
  policy.minimumWords = fields.integer("minimum_words", policy.minimumWords, 1, kMostMinimumWords);
  return policy;
}

const char* blankHandlingName(BlankHandling handling) {
  return kBlankNames[static_cast<std::size_t>(handling)];
}

std::optional<BlankHandling> blankHandling(std::string_view name) {
  for (const BlankHandling handling :
       {BlankHandling::Keep, BlankHandling::Drop, BlankHandling::Replace})
    if (name == blankHandlingName(handling)) return handling;
  return std::nullopt;
}

}  // namespace mrm
