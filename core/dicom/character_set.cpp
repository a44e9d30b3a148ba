#include "core/dicom/character_set.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "core/base/trim.h"
#include "core/base/utf8.h"
#include "core/dicom/converter.h"

namespace mrm::dicom {
namespace {

constexpr char kEscape = '\x1b';

bool isPlainAscii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != kEscape; });
}

// A coded set of characters that bytes below 0x80 (G0) or from there on (G1) stand for.
struct Set {
  std::string_view number;    // of the ISO register: "100"
  std::string_view escape;    // that selects it, without the escape character
  const char* encoding;       // that has it in the place where it is put
  bool isLow = false;         // G0: two bytes below 0x80 a character
  std::string_view prefix{};  // of each character in the encoding
};

// PS3.3 tables C.12-3 and C.12-4. ASCII and the Roman half of JIS X 0201 are what is left when no
// set is selected.
constexpr std::array<Set, 17> kSets = {{
    {"100", "-A", "ISO-8859-1"},
    {"101", "-B", "ISO-8859-2"},
    {"109", "-C", "ISO-8859-3"},
    {"110", "-D", "ISO-8859-4"},
    {"144", "-L", "ISO-8859-5"},
    {"127", "-G", "ISO-8859-6"},
    {"126", "-F", "ISO-8859-7"},
    {"138", "-H", "ISO-8859-8"},
    {"148", "-M", "ISO-8859-9"},
    {"203", "-b", "ISO-8859-15"},
    {"166", "-T", "TIS-620"},
    {"13", ")I", "Shift_JIS"},  // katakana: single bytes there
    {"87", "$B", "EUC-JP", true},
    {"", "$@", "EUC-JP", true},  // the edition before
    {"159", "$(D", "EUC-JP", true, "\x8f"},
    {"149", "$)C", "EUC-KR"},
    {"58", "$)A", "GBK"},
}};

const Set* setOfNumber(std::string_view number) {
  const auto found = std::find_if(kSets.begin(), kSets.end(), [&](const Set& set) {
    return !set.number.empty() && set.number == number;
  });
  return found == kSets.end() ? nullptr : &*found;
}

// What a term says: "ISO_IR 100" and "ISO 2022 IR 100" alike, with "-" or "_" for blanks.
struct Term {
  std::string name;                // upper case, with blanks
  const Set* set = nullptr;        // null for ASCII and for encodings of their own
  const char* encoding = nullptr;  // of multi-byte sets that allow no escapes
};

Term readTerm(std::string_view text) {
  Term term;
  for (const char c : trimmed(text))
    term.name +=
        c == '-' || c == '_' ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const std::size_t ir = term.name.find("IR ");
  const std::string_view number =
      ir == std::string::npos ? std::string_view() : std::string_view(term.name).substr(ir + 3);
  term.set = setOfNumber(number);
  if (number == "192" || term.name == "UTF 8" || term.name == "UTF8") term.encoding = "UTF-8";
  if (term.name == "GB18030") term.encoding = "GB18030";
  if (term.name == "GBK") term.encoding = "GBK";
  if (term.name == "LATIN1" || term.name == "ISO 8859 1") term.set = setOfNumber("100");
  return term;
}

std::vector<Term> readTerms(std::string_view terms) {
  std::vector<Term> all;
  for (std::size_t from = 0; from <= terms.size();) {
    const std::size_t to = std::min(terms.find('\\', from), terms.size());
    all.push_back(readTerm(terms.substr(from, to - from)));
    from = to + 1;
  }
  return all;
}

std::string latin1ToUtf8(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x80) {
      text += c;
    } else {
      text += static_cast<char>(0xC0 | code >> 6);
      text += static_cast<char>(0x80 | (code & 0x3F));
    }
  }
  return text;
}

std::string asUtf8OrLatin1(std::string_view bytes) {
  return isUtf8(bytes) ? std::string(bytes) : latin1ToUtf8(bytes);
}

// Text with escape sequences, run by run of one set.
class EscapedText {
 public:
  EscapedText(const std::vector<Term>& terms, bool isName) : isName_(isName) {
    first_ = terms.front().set;
    if (first_ && first_->isLow) first_ = nullptr;  // double bytes are never there from the start
    // Some writers leave out the escape where there is one set only.
    for (const Term& term : terms)
      if (!fallback_ && term.set && !term.set->isLow) fallback_ = term.set;
  }

  std::string convert(std::string_view bytes) {
    reset();
    for (std::size_t at = 0; at < bytes.size();) {
      if (bytes[at] == kEscape) {
        const std::size_t length = select(bytes.substr(at + 1));
        if (length > 0) {
          at += 1 + length;
          continue;
        }
      }
      if (low_ && bytes[at] > ' ' && at + 1 < bytes.size()) {
        put(low_, bytes.substr(at, 2));
        at += 2;
        continue;
      }
      const bool isHigh = static_cast<unsigned char>(bytes[at]) >= 0x80;
      put(isHigh ? (high_ ? high_ : fallback_) : nullptr, bytes.substr(at, 1));
      if (endsEscapes(bytes[at])) reset();
      ++at;
    }
    flush();
    return std::move(text_);
  }

 private:
  void reset() {
    low_ = nullptr;
    high_ = first_;
  }

  bool endsEscapes(char c) const {
    return c == '\\' || c == '\n' || c == '\r' || c == '\f' || c == '\t' ||
           (isName_ && (c == '^' || c == '='));
  }

  // The length of the escape sequence that `rest` starts with; 0 when it is none.
  std::size_t select(std::string_view rest) {
    if (rest.starts_with("(B") || rest.starts_with("(J")) {
      low_ = nullptr;
      return 2;
    }
    for (const Set& set : kSets) {
      if (!rest.starts_with(set.escape)) continue;
      (set.isLow ? low_ : high_) = &set;
      return set.escape.size();
    }
    return 0;
  }

  void put(const Set* set, std::string_view bytes) {
    if (set != run_) flush();
    run_ = set;
    if (set && set->isLow) {  // as the encoding has it: with the high bits set
      pending_ += set->prefix;
      for (const char c : bytes)
        pending_ += static_cast<char>(static_cast<unsigned char>(c) | 0x80);
    } else {
      pending_ += bytes;
    }
  }

  void flush() {
    if (!run_ || !appendAsUtf8(pending_, run_->encoding, text_)) text_ += asUtf8OrLatin1(pending_);
    pending_.clear();
  }

  const Set* first_ = nullptr;     // G1 at the start of each part
  const Set* fallback_ = nullptr;  // G1 where none is selected
  bool isName_;
  const Set* low_ = nullptr;
  const Set* high_ = nullptr;
  const Set* run_ = nullptr;  // of the bytes that are pending
  std::string pending_, text_;
};

}  // namespace

std::string toUtf8(std::string_view bytes, std::string_view terms, bool isName) {
  if (isPlainAscii(bytes)) return std::string(bytes);
  const std::vector<Term> all = readTerms(terms);
  if (const char* encoding = all.front().encoding) {
    std::string text;
    if (appendAsUtf8(bytes, encoding, text)) return text;
    return asUtf8OrLatin1(bytes);
  }
  if (all.size() == 1 && !all.front().set && bytes.find(kEscape) == std::string_view::npos)
    return asUtf8OrLatin1(bytes);
  return EscapedText(all, isName).convert(bytes);
}

}  // namespace mrm::dicom
