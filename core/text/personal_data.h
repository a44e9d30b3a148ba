// A scan of reports for what looks like personal data: a help for people who look, no
// de-identification.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/report_sections.h"

namespace mrm {

enum class PersonalDataKind { Name, Date, Phone, Email, Identifier, Age, Address, Place };

inline constexpr PersonalDataKind kPersonalDataKinds[] = {
    PersonalDataKind::Name,    PersonalDataKind::Date,       PersonalDataKind::Phone,
    PersonalDataKind::Email,   PersonalDataKind::Identifier, PersonalDataKind::Age,
    PersonalDataKind::Address, PersonalDataKind::Place};

// "name", "date", …
const char* personalDataName(PersonalDataKind kind);

struct PersonalData {
  PersonalDataKind kind = PersonalDataKind::Name;
  TextRange range;     // bytes of the text
  const char* reason;  // "a word with a capital after a title"
};

// Names after titles, before degrees and after "signed by"; dates by day or month, in figures or
// words (years alone are none); phone numbers; e-mail addresses; record and accession numbers, UIDs
// and other long numbers; ages above 89; addresses and hospitals by name. The blanks of
// de-identification are none of these. In ascending order, without overlap; takes time in
// proportion to the text, which may be any bytes.
std::vector<PersonalData> findPersonalData(std::string_view text);

}  // namespace mrm
