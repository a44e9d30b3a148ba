// What the cells of a table mean: sex, age, date, view, split, label.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/catalog_types.h"

namespace mrm {

// Letters and digits in lower case, everything else left out: "Patient ID" and "patient_id" are
// "patientid".
std::string plainWord(std::string_view text);

// Each gives nothing for a text that it cannot read, and for an empty one where it says so.

std::string sexOf(std::string_view text);  // "F", "M", "O"; "" for unknown
// Years from "58", "58.5", "58,5", "58 years", and DICOM's "058Y", "018M", "003W", "010D"; 0 to
// 150.
std::optional<double> ageOf(std::string_view text);
// YYYY-MM-DD from YYYYMMDD, YYYY-MM-DD (a time may follow), YYYY/MM/DD, DD.MM.YYYY; also YYYY and
// YYYY-MM as they are. "" for what is no date, or may be read in two ways (01/02/2020).
std::string dateOf(std::string_view text);
// One word in capitals: PA, AP, LATERAL, LL, OBLIQUE…; "" for unknown ("?", "UNKNOWN").
std::string viewOf(std::string_view text);
std::optional<Split> splitOf(std::string_view text);  // train, val, valid, dev, test… ; "" is None

// 0, 1, -1 (also 1.0 and 1,0), words such as positive, yes, negative, no, uncertain; an empty cell
// and what tables write for one (nan, NA, null) is Blank. Nothing for anything else, such as 11.
std::optional<LabelValue> labelOf(std::string_view text);

// A number with a decimal point or comma; nothing for anything else.
std::optional<double> numberOf(std::string_view text);

// The classes that a list names ("A|B", "A, B", "A; B"): separator 0 is |, else ; else , as found.
std::vector<std::string> labelList(std::string_view text, char separator = 0);
// Whether a word of a list says that nothing was found: "No Finding", "normal", "none".
bool meansNoFinding(std::string_view word);

}  // namespace mrm
