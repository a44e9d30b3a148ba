#include "core/text/personal_data.h"

#include <array>

#include "core/text/personal_names.h"
#include "core/text/personal_numbers.h"
#include "core/text/report_blanks.h"
#include "core/text/word_scan.h"

namespace mrm {
namespace {

using text::Found;

constexpr std::array<const char*, 8> kNames = {"name",       "date", "phone",   "email",
                                               "identifier", "age",  "address", "place"};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<PersonalData> scan() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t blank = text::blankLength(text_, at);
      if (blank > 0) {
        at += blank;
        continue;
      }
      const std::size_t end = isStart(at) ? found(at) : at;
      at = std::max(end, at + 1);
    }
    return std::move(result_);
  }

 private:
  bool isStart(std::size_t at) const {
    const char c = text_[at];
    return c == '@' || c == '(' || c == '+' || (text::isWordByte(c) && text::startsWord(text_, at));
  }

  bool add(PersonalDataKind kind, std::size_t begin, const Found& found) {
    if (found.length == 0) return false;
    if (!result_.empty() && begin < result_.back().range.end) return false;
    result_.push_back({kind, {begin, begin + found.length}, found.reason});
    return true;
  }

  // Where to go on after what was found at `at`; `at` for nothing.
  std::size_t found(std::size_t at) {
    using enum PersonalDataKind;
    std::size_t begin = at;
    bool any = false;
    if (text_[at] == '@') {
      const Found email = text::emailAround(text_, at, begin);
      // Parts of the address may look like something else.
      while (email.length > 0 && !result_.empty() && result_.back().range.end > begin)
        result_.pop_back();
      any = add(Email, begin, email);
    } else if (!text::isWordByte(text_[at])) {
      any = add(Phone, at, text::phoneAt(text_, at));
    } else if (text::isDigitAt(text_, at)) {
      any = add(Date, at, text::dateAt(text_, at)) || add(Age, at, text::ageAt(text_, at)) ||
            add(Phone, at, text::phoneAt(text_, at)) ||
            add(Identifier, at, text::identifierAt(text_, at)) ||
            add(Address, at, text::addressAt(text_, at));
    } else {
      any = add(Identifier, at, text::identifierAt(text_, at)) ||
            add(Phone, at, text::phoneAt(text_, at)) || add(Age, at, text::ageAt(text_, at)) ||
            add(Date, at, text::dateAt(text_, at)) || add(Address, at, text::addressAt(text_, at));
      if (!any) any = add(Place, at, text::placeAt(text_, at));
      if (!any) {
        const Found name = text::nameAt(text_, at, begin);
        any = add(Name, begin, name);
      }
    }
    return any ? result_.back().range.end : at;
  }

  std::string_view text_;
  std::vector<PersonalData> result_;
};

}  // namespace

const char* personalDataName(PersonalDataKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<PersonalData> findPersonalData(std::string_view text) {
  return Scanner(text).scan();
}

}  // namespace mrm
