#include "core/importers/field_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "core/base/trim.h"

namespace mrm {
namespace {

bool isDigits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

int numberIn(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string dateFrom(std::string_view year, std::string_view month, std::string_view day) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (!isDigits(year) || !isDigits(month) || !isDigits(day) || year.size() != 4 ||
      month.size() > 2 || day.size() > 2)
    return {};
  const int m = numberIn(month), d = numberIn(day);
  if (m < 1 || m > 12 || d < 1 || d > kDays[static_cast<std::size_t>(m - 1)]) return {};
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::string(year) + "-" + two(m) + "-" + two(d);
}

std::string capitals(std::string_view text) {
  std::string word(text);
  for (char& c : word)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return word;
}

}  // namespace

std::string plainWord(std::string_view text) {
  std::string word;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
      word += c;
    else if (c >= 'A' && c <= 'Z')
      word += static_cast<char>(c - 'A' + 'a');
  }
  return word;
}

std::string sexOf(std::string_view text) {
  const std::string word = plainWord(text);
  if (isOneOf(word, {"f", "female", "w", "woman", "weiblich", "femme", "mujer"})) return "F";
  if (isOneOf(word, {"m", "male", "man", "mannlich", "männlich", "homme", "hombre"})) return "M";
  if (isOneOf(word, {"o", "other", "d", "divers", "x"})) return "O";
  return {};
}

std::optional<double> numberOf(std::string_view text) {
  std::string number(trimmed(text));
  if (std::count(number.begin(), number.end(), ',') == 1 && number.find('.') == std::string::npos)
    std::replace(number.begin(), number.end(), ',', '.');
  if (number.starts_with('+')) number.erase(0, 1);
  double value = 0;
  const auto [end, code] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (code != std::errc() || end != number.data() + number.size() || !std::isfinite(value))
    return {};
  return value;
}

std::optional<double> ageOf(std::string_view text) {
  text = trimmed(text);
  const std::size_t digits = std::min(text.find_first_not_of("0123456789.,"), text.size());
  const std::string unit = plainWord(text.substr(digits));
  std::optional<double> age = numberOf(text.substr(0, digits));
  if (!age) return {};
  if (isOneOf(unit, {"m", "mo", "months", "month"}))
    *age /= 12;
  else if (isOneOf(unit, {"w", "weeks", "week"}))
    *age *= 7 / 365.25;
  else if (isOneOf(unit, {"d", "days", "day"}))
    *age /= 365.25;
  else if (!isOneOf(unit, {"", "y", "yr", "yrs", "year", "years", "yearsold", "jahre"}))
    return {};
  return *age <= 150 ? age : std::nullopt;
}

std::string dateOf(std::string_view text) {
  text = trimmed(text);
  text = text.substr(0, text.find_first_of(" T"));
  if (text.size() == 8 && isDigits(text))
    return dateFrom(text.substr(0, 4), text.substr(4, 2), text.substr(6));
  if (text.size() == 4 && isDigits(text)) return std::string(text);
  if (text.size() == 7 && text[4] == '-' &&
      !dateFrom(text.substr(0, 4), text.substr(5), "1").empty())
    return std::string(text);
  std::array<std::string_view, 3> parts;
  std::size_t count = 0;
  const char separator = text.find('-') != std::string_view::npos   ? '-'
                         : text.find('/') != std::string_view::npos ? '/'
                                                                    : '.';
  for (std::string_view rest = text;; ++count) {
    if (count == 3) return {};
    const std::size_t end = rest.find(separator);
    parts[count] = rest.substr(0, end);
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  if (count != 2) return {};
  if (parts[0].size() == 4) return dateFrom(parts[0], parts[1], parts[2]);
  if (separator == '.') return dateFrom(parts[2], parts[1], parts[0]);
  // Day and month can be told apart when one of them is above 12, or both are the same.
  if (!isDigits(parts[0]) || !isDigits(parts[1])) return {};
  const int first = numberIn(parts[0]), second = numberIn(parts[1]);
  if (first > 12 || first == second) return dateFrom(parts[2], parts[1], parts[0]);
  if (second > 12) return dateFrom(parts[2], parts[0], parts[1]);
  return {};
}

std::string viewOf(std::string_view text) {
  static const std::map<std::string, std::string> kKnown = {{"posteroanterior", "PA"},
                                                            {"posterioranterior", "PA"},
                                                            {"anteroposterior", "AP"},

                                                            {"apsupine", "AP"},
                                                            {"aperect", "AP"},
                                                            {"aplateraldecubitus", "AP"},
                                                            {"apportable", "AP"},
                                                            {"l", "LATERAL"},
                                                            {"lat", "LATERAL"},
                                                            {"lateral", "LATERAL"},
                                                            {"leftlateral", "LL"},
                                                            {"rightlateral", "RL"},
                                                            {"frontal", "FRONTAL"},
                                                            {"unknown", ""},
                                                            {"na", ""},
                                                            {"nan", ""},
                                                            {"none", ""},
                                                            {"other", "OTHER"}};
  text = trimmed(text);
  const std::string plain = plainWord(text);
  if (plain.empty()) return {};
  if (const auto known = kKnown.find(plain); known != kKnown.end()) return known->second;
  return capitals(text.substr(0, text.find_first_of(" \t,;/")));
}

std::optional<Split> splitOf(std::string_view text) {
  const std::string word = plainWord(text);
  if (word.empty() || isOneOf(word, {"nan", "na", "none", "null"})) return Split::None;
  if (isOneOf(word, {"train", "training", "trn", "tr"})) return Split::Training;
  if (isOneOf(word, {"val", "valid", "validate", "validation", "dev", "development", "tune"}))
    return Split::Validation;
  if (isOneOf(word, {"test", "testing", "tst", "holdout"})) return Split::Test;
  return {};
}

std::optional<LabelValue> labelOf(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return LabelValue::Blank;
  if (const auto number = numberOf(text)) {
    if (*number == 0) return LabelValue::Negative;
    if (*number == 1) return LabelValue::Positive;
    if (*number == -1) return LabelValue::Uncertain;
    return {};
  }
  const std::string word = plainWord(text);
  if (isOneOf(word, {"positive", "pos", "yes", "y", "true", "present", "t", "p"}))
    return LabelValue::Positive;
  if (isOneOf(word, {"negative", "neg", "no", "n", "false", "absent", "f"}))
    return LabelValue::Negative;
  if (isOneOf(word, {"uncertain", "u", "possible", "maybe", "unclear", "equivocal"}))
    return LabelValue::Uncertain;
  if (isOneOf(word, {"nan", "na", "null", "none", "blank", "unmentioned", "notmentioned"}))
    return LabelValue::Blank;
  return {};
}

std::vector<std::string> labelList(std::string_view text, char separator) {
  if (separator == 0)
    separator = text.find('|') != std::string_view::npos   ? '|'
                : text.find(';') != std::string_view::npos ? ';'
                                                           : ',';
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string item(trimmed(text.substr(0, end)));
    if (!item.empty() && std::find(items.begin(), items.end(), item) == items.end())
      items.push_back(item);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

bool meansNoFinding(std::string_view word) {
  return isOneOf(plainWord(word), {"nofinding", "nofindings", "normal", "none", "healthy", "nan"});
}

}  // namespace mrm
