#include "core/text/personal_numbers.h"

#include <array>

#include "core/text/report_blanks.h"
#include "core/text/word_scan.h"

namespace mrm::text {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 18> kMonths = {
    "january", "february", "march",       "april",   "may",      "june",
    "july",    "august",   "september",   "october", "november", "december",
    "januar",  "februar",  "m\xC3\xA4rz", "juni",    "juli",     "dezember"};
constexpr std::array<std::string_view, 15> kShortMonths = {"jan", "feb", "mar", "apr",  "jun",
                                                           "jul", "aug", "sep", "sept", "oct",
                                                           "nov", "dec", "okt", "dez",  "mai"};

bool isYear(std::string_view digits) {
  return digits.size() == 4 && numberOf(digits) >= 1900 && numberOf(digits) <= 2099;
}

bool isDay(std::string_view digits) {
  return !digits.empty() && digits.size() <= 2 && numberOf(digits) >= 1 && numberOf(digits) <= 31;
}

bool isMonth(std::string_view digits) {
  return isDay(digits) && numberOf(digits) <= 12;
}

// Length of a month's name, with the full stop of a short one. "may" and "march" are words, too.
std::size_t monthLength(std::string_view text, std::size_t at) {
  const std::string_view word = wordAt(text, at);
  const std::string_view name = word.substr(0, word.find('-'));
  if (name.size() < 3) return 0;
  if (!isUpperAt(text, at)) return 0;
  if (isOneOf(name, Words(kMonths))) return name.size();
  if (!isOneOf(name, Words(kShortMonths))) return 0;
  return name.size() + (isAt(text, at + name.size(), '.') ? 1 : 0);
}

// A year after blanks and a comma, from `at` on; returns where it ends, or `at`.
std::size_t skipYear(std::string_view text, std::size_t at) {
  const std::size_t start = skipAny(text, at, " ,-/.", 3);
  const std::string_view digits = digitsAt(text, start, 4);
  const bool isShort =
      digits.size() == 2 && start > at && (text[start - 1] == '-' || text[start - 1] == '/');
  if ((!isYear(digits) && !isShort) || isWordAt(text, start + digits.size())) return at;
  return start + digits.size();
}

std::size_t skipOrdinal(std::string_view text, std::size_t at) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (const std::size_t length = phraseLength(text, at, ending)) return at + length;
  return at;
}

// 3/14/2010, 14.3.2010, 2010-03-14, 03/2010
Found numericDate(std::string_view text, std::size_t at) {
  if (at > 0 && (text[at - 1] == '.' || text[at - 1] == '/' || text[at - 1] == '-')) return {};
  const std::string_view first = digitsAt(text, at, 8);
  if (first.size() == 8 && isYear(first.substr(0, 4)) && isMonth(first.substr(4, 2)) &&
      isDay(first.substr(6)) && !isWordAt(text, at + 8) && !isAt(text, at + 8, '.'))
    return {8, "a date in eight figures"};
  if (first.empty() || first.size() > 4) return {};
  const std::size_t sign = at + first.size();
  if (sign >= text.size()) return {};
  const char c = text[sign];
  if (c != '/' && c != '-' && c != '.') return {};
  const std::string_view second = digitsAt(text, sign + 1, 4);
  if (second.empty()) return {};
  std::size_t end = sign + 1 + second.size();
  if (c == '/' && isMonth(first) && isYear(second) && !isWordAt(text, end) && !isAt(text, end, '/'))
    return {end - at, "a month and a year in figures"};
  if (!isAt(text, end, c)) return {};
  const std::string_view third = digitsAt(text, end + 1, 4);
  end += 1 + third.size();
  if (third.empty() || isWordAt(text, end)) return {};
  if (isAt(text, end, c) && isDigitAt(text, end + 1)) return {};
  const bool yearFirst = isYear(first) && isMonth(second) && isDay(third);
  const bool orders = (isMonth(first) && isDay(second)) || (isDay(first) && isMonth(second));
  const bool whole = first.size() == 2 && second.size() == 2 && third.size() == 2;
  const bool shortYear = third.size() == 2 && (c == '/' || whole);
  if (yearFirst || (orders && (isYear(third) || shortYear))) return {end - at, "a date in figures"};
  return {};
}

// "on 3/14", "dated 3/14": the day alone, which without such a word is a fraction
Found dayAfterWord(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 6> kWords = {"on",    "dated", "from",
                                                             "since", "date",  "am"};
  if (at < 2 || text[at - 1] != ' ') return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 8 && isWordByte(text[begin - 1])) --begin;
  if (!isOneOf(text.substr(begin, at - 1 - begin), Words(kWords))) return {};
  const std::string_view month = digitsAt(text, at, 2);
  const std::size_t sign = at + month.size();
  if (!isMonth(month) || (!isAt(text, sign, '/'))) return {};
  const std::string_view day = digitsAt(text, sign + 1, 2);
  const std::size_t end = sign + 1 + day.size();
  if (!isDay(day) || isWordAt(text, end) || isAt(text, end, '/')) return {};
  return {end - at, "a day and a month in figures"};
}

// "14 March 2010", "14. Mar", "14-Mar-2010", "14th of March"
Found dayAndMonth(std::string_view text, std::size_t at) {
  const std::string_view day = digitsAt(text, at, 2);
  if (!isDay(day) || (at > 0 && text[at - 1] == '.')) return {};
  std::size_t next = skipOrdinal(text, at + day.size());
  next = skipAny(text, next, ". -/", 2);
  if (next == at + day.size()) return {};
  if (const std::size_t of = phraseLength(text, next, "of"))
    next = skipAny(text, next + of, " ", 1);
  const std::size_t month = monthLength(text, next);
  if (month == 0) return {};
  const std::size_t end = skipYear(text, next + month);
  return {end - at, "a day and the name of a month"};
}

// "March 14, 2010", "Mar 14", "March 2010"
Found monthAndDay(std::string_view text, std::size_t at) {
  const std::size_t month = monthLength(text, at);
  if (month == 0) return {};
  const std::size_t next = skipAny(text, at + month, " -/,", 2);
  const std::string_view digits = digitsAt(text, next, 4);
  if (digits.empty() || next == at + month) return {};
  std::size_t end = next + digits.size();
  if (isYear(digits) && !isWordAt(text, end)) return {end - at, "the name of a month and a year"};
  if (!isDay(digits)) return {};
  end = skipOrdinal(text, end);
  if (isWordAt(text, end)) return {};
  if (isAt(text, end, '.') && isDigitAt(text, end + 1)) return {};
  const std::size_t year = skipYear(text, end);
  if (year > end) return {year - at, "the name of a month and a day"};
  // "May 3 cm": a measure
  const std::string_view unit = wordAt(text, skipAny(text, end, " ", 1));
  static constexpr std::array<std::string_view, 6> kUnits = {"cm", "mm",    "ml",
                                                             "mg", "views", "images"};
  if (isOneOf(unit, Words(kUnits))) return {};
  return {end - at, "the name of a month and a day"};
}

bool isPhoneSign(char c) {
  return c == '-' || c == '.' || c == ' ';
}

// Digits in groups, such as 3-3-4, apart by single signs; returns where they end, or `at`.
std::size_t skipGroups(std::string_view text, std::size_t at, std::span<const std::size_t> sizes,
                       bool blanksAllowed) {
  std::size_t next = at;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (i > 0) {
      if (next >= text.size() || !isPhoneSign(text[next])) return at;
      if (text[next] == ' ' && !blanksAllowed) return at;
      ++next;
    }
    const std::string_view digits = digitsAt(text, next, sizes[i]);
    if (digits.size() != sizes[i]) return at;
    next += digits.size();
  }
  const bool goesOn = isWordAt(text, next) || (next + 1 < text.size() && isPhoneSign(text[next]) &&
                                               text[next] != ' ' && isDigitAt(text, next + 1));
  return goesOn ? at : next;
}

constexpr std::array<std::size_t, 3> kAmerican = {3, 3, 4};
constexpr std::array<std::size_t, 2> kAfterArea = {3, 4};
constexpr std::array<std::size_t, 3> kSocialSecurity = {3, 2, 4};

}  // namespace

Found dateAt(std::string_view text, std::size_t at) {
  if (!isDigitAt(text, at)) return monthAndDay(text, at);
  for (const auto find : {numericDate, dayAndMonth, dayAfterWord})
    if (const Found found = find(text, at); found.length > 0) return found;
  return {};
}

Found phoneAt(std::string_view text, std::size_t at) {
  if (isAt(text, at, '(')) {
    const std::string_view area = digitsAt(text, at + 1, 3);
    if (area.size() != 3 || !isAt(text, at + 4, ')')) return {};
    const std::size_t next = skipAny(text, at + 5, " -", 1);
    const std::size_t end = skipGroups(text, next, kAfterArea, true);
    return end > next ? Found{end - at, "a phone number"} : Found{};
  }
  if (isAt(text, at, '+')) {
    std::size_t digits = 0, end = at + 1, last = at;
    for (; end < text.size() && end - at < 24; ++end) {
      if (isDigitAt(text, end)) {
        ++digits;
        last = end + 1;
      } else if (std::string_view(" -/().").find(text[end]) == std::string_view::npos) {
        break;
      }
    }
    return digits >= 9 && digits <= 15 && isDigitAt(text, at + 1)
               ? Found{last - at, "a phone number"}
               : Found{};
  }
  if (isDigitAt(text, at)) {
    if (at > 0 && (text[at - 1] == '.' || text[at - 1] == '-')) return {};
    const std::size_t start =
        isAt(text, at, '1') && (isAt(text, at + 1, '-') || isAt(text, at + 1, '.')) ? at + 2 : at;
    const std::size_t end = skipGroups(text, start, kAmerican, false);
    return end > start ? Found{end - at, "a phone number"} : Found{};
  }
  static constexpr std::array<std::string_view, 9> kWords = {
      "phone", "telephone", "tel", "fax", "pager", "beeper", "extension", "ext", "telefon"};
  const std::string_view word = wordAt(text, at);
  if (word.empty() || !isOneOf(word, Words(kWords))) return {};
  std::size_t next = skipAny(text, at + word.size(), ".:# ", 4);
  if (const std::size_t number = phraseLength(text, next, "number"))
    next = skipAny(text, next + number, ".:# ", 4);
  std::size_t digits = 0, end = next, last = next;
  for (; end < text.size() && end - next < 20; ++end) {
    if (isDigitAt(text, end)) {
      ++digits;
      last = end + 1;
    } else if (std::string_view("-/(). ").find(text[end]) == std::string_view::npos) {
      break;
    }
  }
  return digits >= 4 ? Found{last - at, "a number after a word for phone"} : Found{};
}

Found identifierAt(std::string_view text, std::size_t at) {
  if (isDigitAt(text, at)) {
    if (at > 0 && (text[at - 1] == '.' || text[at - 1] == '-')) return {};
    if (const std::size_t end = skipGroups(text, at, kSocialSecurity, false);
        end > at && text[at + 3] == '-')
      return {end - at, "a number in the form of a social security number"};
    std::size_t end = at, dots = 0, digits = 0;
    while (end < text.size() && end - at < 70 &&
           (isDigitAt(text, end) || (text[end] == '.' && isDigitAt(text, end + 1)))) {
      if (text[end] == '.')
        ++dots;
      else
        ++digits;
      ++end;
    }
    if (dots >= 5 && digits >= 9) return {end - at, "a UID"};
    if (dots == 0 && digits >= 7 && !isWordAt(text, end)) return {end - at, "a long number"};
    return {};
  }
  static constexpr std::array<std::string_view, 17> kWords = {"medical record number",
                                                              "medical record no",
                                                              "medical record",
                                                              "record number",
                                                              "mrn",
                                                              "accession number",
                                                              "accession no",
                                                              "accession",
                                                              "acc",
                                                              "patient id",
                                                              "patient number",
                                                              "patient no",
                                                              "case number",
                                                              "account number",
                                                              "ssn",
                                                              "nhs number",
                                                              "fallnummer"};
  for (const std::string_view word : kWords) {
    const std::size_t length = phraseLength(text, at, word);
    if (length == 0) continue;
    const std::size_t next = skipAny(text, at + length, ".:#= ", 4);
    if (next == at + length) continue;
    std::size_t end = next, digits = 0;
    while (end < text.size() && end - next < 30 &&
           (isWordByte(text[end]) || (isAt(text, end, '-') && isWordAt(text, end + 1)))) {
      digits += isDigitAt(text, end) ? 1 : 0;
      ++end;
    }
    if (digits >= 3) return {end - at, "a number after a word for records"};
  }
  return {};
}

Found ageAt(std::string_view text, std::size_t at) {
  constexpr const char* kReason = "an age above 89";
  std::size_t next = at;
  if (!isDigitAt(text, at)) {
    std::size_t word = 0;
    for (const std::string_view name : {"aged", "age"})
      if (word == 0) word = phraseLength(text, at, name);
    if (word == 0) return {};
    next = skipAny(text, at + word, ": ", 2);
    const std::string_view digits = digitsAt(text, next, 3);
    if (digits.empty() || numberOf(digits) < 90 || numberOf(digits) > 125) return {};
    return {next + digits.size() - at, kReason};
  }
  if (at > 0 && (text[at - 1] == '.' || text[at - 1] == '-' || text[at - 1] == '/')) return {};
  const std::string_view digits = digitsAt(text, at, 3);
  if (digits.empty() || numberOf(digits) < 90 || numberOf(digits) > 125) return {};
  next = skipAny(text, at + digits.size(), " -", 2);
  for (const std::string_view unit :
       {"year-old", "years-old", "year old", "years old", "yr old", "yrs old", "yr-old", "y.o",
        "y/o", "yo", "yom", "yof", "y old", "years of age", "jahre alt", "j\xC3\xA4hrige",
        "j\xC3\xA4hriger", "j\xC3\xA4hrigen"})
    if (const std::size_t length = phraseLength(text, next, unit))
      return {next + length - at, kReason};
  return {};
}

Found emailAround(std::string_view text, std::size_t at, std::size_t& begin) {
  const auto isLocal = [&](std::size_t i) {
    return isWordByte(text[i]) || std::string_view(".-_+%").find(text[i]) != std::string_view::npos;
  };
  begin = at;
  while (begin > 0 && at - begin < 64 && isLocal(begin - 1)) --begin;
  while (begin < at && !isWordByte(text[begin])) ++begin;
  std::size_t end = at + 1, dots = 0;
  while (end < text.size() && end - at < 128 &&
         (isWordByte(text[end]) ||
          ((text[end] == '.' || text[end] == '-') && isWordAt(text, end + 1)))) {
    dots += text[end] == '.' ? 1 : 0;
    ++end;
  }
  if (begin == at || dots == 0 || !isLetterAt(text, end - 1)) return {};
  return {end - begin, "an e-mail address"};
}

}  // namespace mrm::text
