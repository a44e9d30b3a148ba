#include "core/text/personal_names.h"

#include <array>
#include <string>
#include <unordered_set>

#include "core/text/report_blanks.h"
#include "core/text/word_scan.h"

namespace mrm::text {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::size_t kMostParts = 4;  // of a name

// Words with capitals that stand where names may stand and are none.
constexpr std::string_view kNoNames[] = {
    "a",          "abdomen",     "acute",       "after",      "all",        "an",
    "and",        "ap",          "as",          "at",         "attending",  "by",
    "called",     "cardiac",     "cardiology",  "care",       "chest",      "clinic",
    "clinical",   "clinician",   "compared",    "comparison", "ct",         "day",
    "department", "doctor",      "dr",          "during",     "ed",         "emergency",
    "er",         "exam",        "examination", "family",     "findings",   "floor",
    "follow-up",  "for",         "from",        "frontal",    "he",         "heart",
    "her",        "his",         "history",     "hospital",   "i",          "icu",
    "if",         "imaging",     "impression",  "in",         "indication", "internal",
    "is",         "it",          "lateral",     "left",       "local",      "lung",
    "lungs",      "md",          "medical",     "medicine",   "micu",       "mri",
    "neurology",  "new",         "no",          "none",       "not",        "nurse",
    "nursing",    "of",          "office",      "on",         "oncology",   "or",
    "ordering",   "our",         "outpatient",  "outside",    "pa",         "pain",
    "patient",    "pediatric",   "phone",       "physician",  "portable",   "preliminary",
    "pulmonary",  "radiologist", "radiology",   "referring",  "report",     "resident",
    "right",      "rn",          "scan",        "see",        "service",    "she",
    "sicu",       "staff",       "study",       "surgeon",    "surgery",    "surgical",
    "team",       "technique",   "telephone",   "that",       "the",        "they",
    "this",       "to",          "trauma",      "unit",       "unknown",    "via",
    "view",       "views",       "was",         "we",         "were",       "when",
    "who",        "with",        "xr",          "your",       "january",    "february",
    "march",      "april",       "may",         "june",       "july",       "august",
    "september",  "october",     "november",    "december",   "pm",         "am",
    "bei",        "der",         "die",         "das",        "und"};

bool isNoName(std::string_view word) {
  static const std::unordered_set<std::string_view> kAll(std::begin(kNoNames), std::end(kNoNames));
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return kAll.contains(lower);
}

bool startsCapital(std::string_view text, std::size_t at) {
  return isUpperAt(text, at) || (at < text.size() && static_cast<unsigned char>(text[at]) >= 0xC3 &&
                                 static_cast<unsigned char>(text[at]) < 0xF5);
}

// A word with a capital that may be part of a name: "Smith", "O'Brien", "SMITH"; empty for others.
std::string_view namePart(std::string_view text, std::size_t at) {
  if (!startsCapital(text, at) || blankLength(text, at) > 0) return {};
  const std::string_view word = wordAt(text, at);
  if (word.size() < 2 || isNoName(word)) return {};
  return word;
}

// "J." or "J"
std::size_t initialLength(std::string_view text, std::size_t at) {
  if (!isUpperAt(text, at) || isWordAt(text, at + 1)) return 0;
  return isAt(text, at + 1, '.') ? 2 : 1;
}

bool isParticle(std::string_view word) {
  static constexpr std::array<std::string_view, 11> kParticles = {
      "von", "van", "de", "del", "della", "la", "le", "bin", "den", "der", "dem"};
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

struct Name {
  std::size_t end = 0;
  std::size_t parts = 0;  // words, without initials
  bool hasComma = false;
};

// "Jane Q. Smith", "van der Berg", "Smith, Jane" from `at` on.
Name nameFrom(std::string_view text, std::size_t at, bool commaAllowed) {
  Name name{at};
  std::size_t next = at;
  for (std::size_t i = 0; i < kMostParts; ++i) {
    const std::string_view word = namePart(text, next);
    const std::string_view particle = word.empty() ? wordAt(text, next) : std::string_view();
    if (!word.empty()) {
      ++name.parts;
      name.end = next += word.size();
    } else if (const std::size_t initial = initialLength(text, next)) {
      next += initial;
      if (name.parts > 0) name.end = next;
    } else if (isParticle(particle)) {
      next += particle.size();
    } else {
      break;
    }
    if (commaAllowed && !name.hasComma && name.parts == 1 && isAt(text, next, ',') &&
        isAt(text, next + 1, ' ') && !namePart(text, next + 2).empty()) {
      name.hasComma = true;
      ++next;
    }
    if (!isAt(text, next, ' ')) break;
    ++next;
  }
  return name;
}

// Length of a title with the blank after it; 0 for none.
std::size_t titleLength(std::string_view text, std::size_t at) {
  // Without its full stop, what is all in capitals is an abbreviation: MR, MS, DR.
  static constexpr std::array<std::string_view, 20> kTitles = {
      "Dr.", "Dr",   "DR.", "Drs.", "Doctor", "Prof.", "Prof", "PROF.", "Professor", "Mr.",
      "Mr",  "Mrs.", "Mrs", "MRS.", "Ms.",    "Ms",    "Miss", "Herr",  "Frau",      "Herrn"};
  for (const std::string_view title : kTitles) {
    if (text.substr(at, title.size()) != title) continue;
    std::size_t end = at + title.size();
    if (title.back() != '.' && isWordAt(text, end)) continue;
    if (title.back() != '.' && isAt(text, end, '.')) continue;
    const std::size_t blanks = skipAny(text, end, " ", 2);
    if (blanks > end || title.back() == '.') return blanks - at;
  }
  return 0;
}

// Length of "signed by ", "Radiologist: " and the like; 0 for none.
std::size_t introductionLength(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 16> kBefore = {
      "signed by",       "dictated by",       "transcribed by", "read by",
      "reviewed by",     "interpreted by",    "approved by",    "verified by",
      "finalized by",    "reported by",       "performed by",   "discussed with",
      "communicated to", "communicated with", "reported to",    "conveyed to"};
  static constexpr std::array<std::string_view, 14> kLabels = {"patient",
                                                               "patient name",
                                                               "name",
                                                               "radiologist",
                                                               "attending",
                                                               "attending physician",
                                                               "resident",
                                                               "physician",
                                                               "referring physician",
                                                               "ordering physician",
                                                               "author",
                                                               "technologist",
                                                               "patientenname",
                                                               "befunder"};
  for (const std::string_view phrase : kBefore)
    if (const std::size_t length = phraseLength(text, at, phrase)) {
      const std::size_t end = skipAny(text, at + length, ": ", 3);
      return end > at + length ? end - at : 0;
    }
  for (const std::string_view label : kLabels)
    if (const std::size_t length = phraseLength(text, at, label))
      if (isAt(text, at + length, ':')) return skipAny(text, at + length + 1, " ", 3) - at;
  return 0;
}

std::size_t degreeLength(std::string_view text, std::size_t at) {
  for (const std::string_view degree : {"m.d.", "md", "d.o.", "ph.d.", "phd", "r.n.", "rn", "np",
                                        "pa-c", "frcr", "mbbs", "r.t.", "dr. med"})
    if (const std::size_t length = phraseLength(text, at, degree);
        length > 0 && isUpperAt(text, at))
      return length;
  return 0;
}

// "Smith, Jane, MD", "Jane Smith MD"
Found nameBeforeDegree(std::string_view text, std::size_t at) {
  const Name name = nameFrom(text, at, true);
  if (name.parts == 0) return {};
  const bool comma = isAt(text, name.end, ',');
  const std::size_t degree = skipAny(text, name.end, ", ", 2);
  if (degree == name.end || degreeLength(text, degree) == 0) return {};
  if (!comma && name.parts < 2) return {};
  return {name.end - at, "a name before a degree"};
}

}  // namespace

Found nameAt(std::string_view text, std::size_t at, std::size_t& begin) {
  begin = at;
  if (const std::size_t title = titleLength(text, at)) {
    begin = at + title;
    const Name name = nameFrom(text, begin, false);
    return name.parts > 0 ? Found{name.end - begin, "a word with a capital after a title"}
                          : Found{};
  }
  if (const std::size_t introduction = introductionLength(text, at)) {
    begin = at + introduction;
    if (titleLength(text, begin) > 0) return {};  // found by its title
    const Name name = nameFrom(text, begin, true);
    return name.parts > 0 ? Found{name.end - begin, "words with capitals after a word for a person"}
                          : Found{};
  }
  const std::string_view word = namePart(text, at);
  if (word.empty()) return {};
  if (isAt(text, at + word.size(), '^') && isLetterAt(text, at + word.size() + 1)) {
    std::size_t end = at;
    while (end < text.size() && end - at < 64 && (isWordByte(text[end]) || text[end] == '^')) ++end;
    return {end - at, "a name as DICOM writes it"};
  }
  return nameBeforeDegree(text, at);
}

Found addressAt(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 13> kStreets = {
      "street",    "st",   "avenue", "ave",     "road",    "rd",   "drive",
      "boulevard", "blvd", "lane",   "highway", "parkway", "place"};
  if (!isDigitAt(text, at)) {
    const std::string_view word = wordAt(text, at);
    if (!startsCapital(text, at) || word.size() < 7) return {};
    if (!word.ends_with("stra\xC3\x9F"
                        "e") &&
        !word.ends_with("strasse"))
      return {};
    if (!isAt(text, at + word.size(), ' ')) return {};
    const std::string_view number = digitsAt(text, at + word.size() + 1, 3);
    return number.empty() ? Found{}
                          : Found{word.size() + 1 + number.size(), "a street and a number"};
  }
  const std::string_view number = digitsAt(text, at, 5);
  if (number.empty() || !isAt(text, at + number.size(), ' ')) return {};
  std::size_t next = at + number.size() + 1;
  for (int words = 0; words < 4; ++words) {
    const std::string_view word = wordAt(text, next);
    if (word.empty() || !startsCapital(text, next)) return {};
    if (words > 0 && isOneOf(word, Words(kStreets)))
      return {next + word.size() - at, "a number and a street"};
    if (isNoName(word) || blankLength(text, next) > 0) return {};
    next += word.size();
    if (isAt(text, next, '.')) ++next;
    if (!isAt(text, next, ' ')) return {};
    ++next;
  }
  return {};
}

Found placeAt(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 6> kPlaces = {
      "hospital", "infirmary", "klinikum", "krankenhaus", "universit\xC3\xA4tsklinikum", "clinic"};
  std::size_t next = at;
  for (int words = 0; words < 5; ++words) {
    const std::string_view word = wordAt(text, next);
    if (word.empty() || !startsCapital(text, next)) return {};
    const std::size_t end = next + word.size();
    if (words > 0) {
      if (isOneOf(word, Words(kPlaces))) return {end - at, "a name before a word for a hospital"};
      for (const std::string_view place : {"medical center", "medical centre", "health system"})
        if (const std::size_t length = phraseLength(text, next, place))
          return {next + length - at, "a name before a word for a hospital"};
    }
    const bool isSaint = word == "St" || word == "ST";
    if ((!isSaint && isNoName(word)) || blankLength(text, next) > 0) return {};
    // A place that only "University" names is none that tells.
    if (words == 0 && isSame(word, "university")) return {};
    next = end;
    if (isSaint && isAt(text, next, '.')) ++next;
    if (!isAt(text, next, ' ')) return {};
    ++next;
    if (const std::size_t of = phraseLength(text, next, "of"))
      next = skipAny(text, next + of, " ", 1);
  }
  return {};
}

}  // namespace mrm::text
