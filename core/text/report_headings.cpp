#include "core/text/report_headings.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace mrm::text {
namespace {

struct Phrase {
  std::string_view words;
  SectionKind kind;
  HeadingWeight weight;
};

using enum SectionKind;
using enum HeadingWeight;

constexpr Phrase kPhrases[] = {
    {"FINDINGS", Findings, Strong},
    {"FINDING", Findings, Strong},
    {"IMAGING FINDINGS", Findings, Strong},
    {"RADIOGRAPHIC FINDINGS", Findings, Strong},
    {"RADIOLOGICAL FINDINGS", Findings, Strong},
    {"ADDITIONAL FINDINGS", Findings, Strong},
    {"INCIDENTAL FINDINGS", Findings, Strong},
    {"OTHER FINDINGS", Findings, Strong},
    {"CHEST FINDINGS", Findings, Strong},
    {"IMAGING NOTES", Findings, Strong},
    {"NARRATIVE", Findings, Weak},
    {"OBSERVATIONS", Findings, Weak},
    {"OBSERVATION", Findings, Weak},
    {"DESCRIPTION", Findings, Weak},
    {"RESULTS", Findings, Weak},
    {"RESULT", Findings, Weak},
    {"REPORT", Findings, Weak},
    {"BEFUND", Findings, Strong},
    {"BEFUNDE", Findings, Strong},

    {"IMPRESSION", Impression, Strong},
    {"IMPRESSIONS", Impression, Strong},
    {"FINAL IMPRESSION", Impression, Strong},
    {"CONCLUSION", Impression, Strong},
    {"CONCLUSIONS", Impression, Strong},
    {"OPINION", Impression, Strong},
    {"INTERPRETATION", Impression, Weak},
    {"SUMMARY", Impression, Weak},
    {"ASSESSMENT", Impression, Weak},
    {"FINAL DIAGNOSIS", Impression, Strong},
    {"RADIOLOGICAL DIAGNOSIS", Impression, Strong},
    {"RADIOLOGIC DIAGNOSIS", Impression, Strong},
    {"BEURTEILUNG", Impression, Strong},
    {"ZUSAMMENFASSUNG", Impression, Strong},

    {"INDICATION", Indication, Strong},
    {"INDICATIONS", Indication, Strong},
    {"CLINICAL INDICATION", Indication, Strong},
    {"CLINICAL INDICATIONS", Indication, Strong},
    {"INDICATION FOR EXAM", Indication, Strong},
    {"INDICATION FOR STUDY", Indication, Strong},
    {"HISTORY", Indication, Weak},
    {"CLINICAL HISTORY", Indication, Strong},
    {"PATIENT HISTORY", Indication, Strong},
    {"MEDICAL HISTORY", Indication, Strong},
    {"PAST MEDICAL HISTORY", Indication, Strong},
    {"BRIEF HISTORY", Indication, Strong},
    {"CLINICAL INFORMATION", Indication, Strong},
    {"CLINICAL DETAILS", Indication, Strong},
    {"CLINICAL DATA", Indication, Strong},
    {"CLINICAL STATEMENT", Indication, Strong},
    {"CLINICAL QUESTION", Indication, Strong},
    {"CLINICAL PROBLEM", Indication, Strong},
    {"CLINICAL", Indication, Weak},
    {"CLINICAL DIAGNOSIS", Indication, Strong},
    {"ADMITTING DIAGNOSIS", Indication, Strong},
    {"DIAGNOSIS", Indication, Weak},
    {"REASON", Indication, Weak},
    {"REASON FOR EXAM", Indication, Strong},
    {"REASON FOR EXAMINATION", Indication, Strong},
    {"REASON FOR THE EXAM", Indication, Strong},
    {"REASON FOR THIS EXAMINATION", Indication, Strong},
    {"REASON FOR STUDY", Indication, Strong},
    {"REASON FOR THE STUDY", Indication, Strong},
    {"REASON FOR VISIT", Indication, Strong},
    {"REASON FOR ORDER", Indication, Strong},
    {"SYMPTOMS", Indication, Weak},
    {"PRESENTATION", Indication, Weak},
    {"CHIEF COMPLAINT", Indication, Strong},
    {"CLINICAL BACKGROUND", Indication, Strong},
    {"CLINICAL NOTES", Indication, Strong},
    {"INDICATION FOR EXAMINATION", Indication, Strong},
    {"MEDICAL CONDITION", Indication, Strong},
    {"REASON FOR REFERRAL", Indication, Strong},
    {"REASON FOR REQUEST", Indication, Strong},
    {"REASON FOR THIS EXAM", Indication, Strong},
    {"RELEVANT HISTORY", Indication, Strong},
    {"SIGNS AND SYMPTOMS", Indication, Strong},
    {"UNDERLYING MEDICAL CONDITION", Indication, Strong},
    {"KLINIK", Indication, Strong},
    {"KLINISCHE ANGABEN", Indication, Strong},
    {"KLINISCHE INFORMATION", Indication, Strong},
    {"ANAMNESE", Indication, Strong},
    {"INDIKATION", Indication, Strong},
    {"RECHTFERTIGENDE INDIKATION", Indication, Strong},
    {"FRAGESTELLUNG", Indication, Strong},
    {"DIAGNOSE", Indication, Weak},

    {"EXAMINATION", Examination, Strong},
    {"EXAMINATIONS", Examination, Strong},
    {"EXAM", Examination, Strong},
    {"STUDY", Examination, Weak},
    {"PROCEDURE", Examination, Weak},
    {"TYPE OF EXAM", Examination, Strong},
    {"TYPE OF EXAMINATION", Examination, Strong},
    {"EXAM TYPE", Examination, Strong},
    {"EXAM PERFORMED", Examination, Strong},
    {"EXAMINATION PERFORMED", Examination, Strong},
    {"UNTERSUCHUNG", Examination, Strong},

    {"TECHNIQUE", Technique, Strong},
    {"TECHNIQUES", Technique, Strong},
    {"VIEWS", Technique, Weak},
    {"PROTOCOL", Technique, Weak},
    {"CONTRAST", Technique, Weak},
    {"TECHNIK", Technique, Strong},
    {"METHODE", Technique, Weak},
    {"METHODIK", Technique, Strong},
    {"UNTERSUCHUNGSTECHNIK", Technique, Strong},

    {"COMPARISON", Comparison, Strong},
    {"COMPARISONS", Comparison, Strong},
    {"COMPARISON STUDY", Comparison, Strong},
    {"COMPARISON STUDIES", Comparison, Strong},
    {"COMPARISON EXAM", Comparison, Strong},
    {"COMPARED TO", Comparison, Weak},
    {"PRIOR STUDIES", Comparison, Weak},
    {"PRIOR EXAMS", Comparison, Weak},
    {"VERGLEICH", Comparison, Strong},
    {"VORAUFNAHME", Comparison, Strong},
    {"VORAUFNAHMEN", Comparison, Strong},
    {"VORUNTERSUCHUNG", Comparison, Strong},
    {"VORUNTERSUCHUNGEN", Comparison, Strong},

    {"RECOMMENDATION", Recommendation, Strong},
    {"RECOMMENDATIONS", Recommendation, Strong},
    {"EMPFEHLUNG", Recommendation, Strong},
    {"PLAN", Recommendation, Weak},

    {"FINAL REPORT", Unnamed, Title},
    {"RADIOLOGY REPORT", Unnamed, Title},
    {"PRELIMINARY REPORT", Unnamed, Title},
    {"ADDENDUM", Other, Title},
    {"FINAL ADDENDUM", Other, Title},
    {"WET READ", Other, Title},
    {"NOTIFICATION", Other, Title},
    {"NOTIFICATIONS", Other, Title},
    {"ATTESTATION", Other, Title},
    {"END OF IMPRESSION", Other, Title},
    {"PROVISIONAL FINDINGS IMPRESSION", Other, Title},
    {"DISCUSSION", Other, Weak},
    {"CASE DISCUSSION", Other, Strong},

    {"ACCESSION", Other, Label},
    {"ACCESSION NUMBER", Other, Label},
    {"ATTENDING", Other, Label},
    {"ATTENDING PHYSICIAN", Other, Label},
    {"ATTENDING RADIOLOGIST", Other, Label},
    {"AUTHOR", Other, Label},
    {"CRITICAL RESULT", Other, Label},
    {"CRITICAL RESULTS", Other, Label},
    {"DATE OF BIRTH", Other, Label},
    {"DOB", Other, Label},
    {"MRN", Other, Label},
    {"ORDERING PHYSICIAN", Other, Label},
    {"PATIENT", Other, Label},
    {"PATIENT ID", Other, Label},
    {"PATIENT NAME", Other, Label},
    {"RADIOLOGIST", Other, Label},
    {"READING PHYSICIAN", Other, Label},
    {"READING RADIOLOGIST", Other, Label},
    {"REFERRING PHYSICIAN", Other, Label},
    {"RESIDENT", Other, Label},
    {"SIGNATURE", Other, Label},

    {"APPROVED BY", Other, Signature},
    {"DICTATED BY", Other, Signature},
    {"DICTATED AND SIGNED BY", Other, Signature},
    {"ELECTRONICALLY SIGNED BY", Other, Signature},
    {"ELECTRONICALLY SIGNED", Other, Signature},
    {"FINALIZED BY", Other, Signature},
    {"I HAVE PERSONALLY REVIEWED", Other, Signature},
    {"INTERPRETED BY", Other, Signature},
    {"READ BY", Other, Signature},
    {"REPORT SIGNED BY", Other, Signature},
    {"REPORTED BY", Other, Signature},
    {"REVIEWED BY", Other, Signature},
    {"SIGNED BY", Other, Signature},
    {"TRANSCRIBED BY", Other, Signature},
    {"VERIFIED BY", Other, Signature},
};

constexpr std::size_t kMostWords = 5;     // of a phrase
constexpr std::size_t kLongestWord = 24;  // bytes
constexpr std::size_t kWidestGap = 4;     // bytes between two words
constexpr std::size_t kMostJoined = 4;    // phrases

struct Phrases {
  std::unordered_map<std::string_view, const Phrase*> byWords;
  std::unordered_set<std::string_view> firstWords;

  Phrases() {
    for (const Phrase& phrase : kPhrases) {
      byWords.emplace(phrase.words, &phrase);
      firstWords.insert(phrase.words.substr(0, phrase.words.find(' ')));
    }
  }
};

const Phrases& phrases() {
  static const Phrases kAll;
  return kAll;
}

bool isLetter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Appends the word at `at` in upper case and returns its end; `at` where there is none or it is
// longer than any.
std::size_t appendWord(std::string_view text, std::size_t at, std::string& key) {
  std::size_t end = at;
  while (end < text.size() && isLetter(text[end])) {
    if (end - at == kLongestWord) return at;
    key += static_cast<char>(text[end] & ~0x20);
    ++end;
  }
  return end < text.size() && isWordByte(text[end]) ? at : end;
}

std::size_t skipGap(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kWidestGap &&
         (text[end] == ' ' || text[end] == '\t' || text[end] == '_'))
    ++end;
  return end;
}

struct Match {
  const Phrase* phrase = nullptr;
  std::size_t end = 0;
};

Match phraseAt(std::string_view text, std::size_t begin) {
  Match longest;
  std::string key;
  key.reserve(64);
  std::size_t at = begin;
  for (std::size_t words = 0; words < kMostWords; ++words) {
    if (words > 0) {
      const std::size_t next = skipGap(text, at);
      if (next == at) break;
      key += ' ';
      at = next;
    }
    const std::size_t end = appendWord(text, at, key);
    if (end == at) break;
    at = end;
    if (words == 0 && !phrases().firstWords.contains(key)) break;
    const auto found = phrases().byWords.find(key);
    if (found != phrases().byWords.end()) longest = {found->second, at};
  }
  if (longest.phrase) {
    const std::string_view rest = text.substr(longest.end, 3);
    if (rest == "(S)" || rest == "(s)") longest.end += 3;
  }
  return longest;
}

// Where the next phrase would start after "and", "/", "&" or ","; `at` when nothing joins.
std::size_t skipJoint(std::string_view text, std::size_t at) {
  std::size_t end = skipGap(text, at);
  if (end >= text.size()) return at;
  if (text[end] == '/' || text[end] == '&' || text[end] == '+' || text[end] == ',')
    return skipGap(text, end + 1);
  if (end == at) return at;
  std::string word;
  end = appendWord(text, end, word);
  if (word != "AND" && word != "UND" && word != "OR") return at;
  const std::size_t next = skipGap(text, end);
  return next == end ? at : next;
}

}  // namespace

bool isWordByte(char byte) {
  return isLetter(byte) || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80;
}

std::optional<Heading> headingAt(std::string_view text, std::size_t begin) {
  const Match first = phraseAt(text, begin);
  if (!first.phrase) return std::nullopt;
  Heading heading{first.phrase->kind, first.phrase->weight, first.end};
  if (heading.weight == Title || heading.weight == Label || heading.weight == Signature)
    return heading;
  bool findings = heading.kind == Findings, impression = heading.kind == Impression;
  for (std::size_t joined = 1; joined < kMostJoined; ++joined) {
    const std::size_t at = skipJoint(text, heading.end);
    if (at == heading.end) break;
    const Match next = phraseAt(text, at);
    if (!next.phrase || (next.phrase->weight != Strong && next.phrase->weight != Weak)) break;
    findings |= next.phrase->kind == Findings;
    impression |= next.phrase->kind == Impression;
    if (next.phrase->weight == Strong) heading.weight = Strong;
    heading.end = next.end;
  }
  if (findings && impression)
    heading.kind = FindingsAndImpression;
  else if (findings)
    heading.kind = Findings;
  else if (impression)
    heading.kind = Impression;
  return heading;
}

}  // namespace mrm::text
