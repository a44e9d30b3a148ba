#include "core/text/personal_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "core/base/random.h"
#include "core/sample/sample_study.h"
#include "tests/mutation.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "date: 3/4/2010" for each.
std::vector<std::string> found(std::string_view text) {
  std::vector<std::string> result;
  for (const PersonalData& data : findPersonalData(text))
    result.push_back(std::string(personalDataName(data.kind)) + ": " +
                     std::string(data.range.of(text)));
  return result;
}

TEST(PersonalData, FindsWhatNamesAPerson) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Discussed with Dr. Weaver by phone.", "name: Weaver"},
      {"findings were told to Dr. J. Q. Weaver-Lund at noon", "name: J. Q. Weaver-Lund"},
      {"DR. WEAVER WAS CALLED", "name: WEAVER"},
      {"Dr O'Brien agrees", "name: O'Brien"},
      {"Dr. van der Berg agrees", "name: van der Berg"},
      {"Dr. M\xC3\xBCller agrees", "name: M\xC3\xBCller"},
      {"Mrs. Ann Weaver has a cough", "name: Ann Weaver"},
      {"Mr Weaver fell", "name: Weaver"},
      {"Frau Weber hustet", "name: Weber"},
      {"Electronically signed by: Jane Weaver", "name: Jane Weaver"},
      {"Dictated by Jane Q. Weaver", "name: Jane Q. Weaver"},
      {"READ BY WEAVER, JANE", "name: WEAVER, JANE"},
      {"Discussed with Jane Weaver at 5 pm", "name: Jane Weaver"},
      {"Patient: Weaver, Jane", "name: Weaver, Jane"},
      {"Radiologist: J. Weaver", "name: J. Weaver"},
      {"Weaver, Jane, M.D.", "name: Weaver, Jane"},
      {"Jane Weaver, MD", "name: Jane Weaver"},
      {"Jane Weaver MD, resident", "name: Jane Weaver"},
      {"WEAVER^JANE^Q", "name: WEAVER^JANE^Q"}};
  for (const auto& [text, expected] : cases)
    EXPECT_THAT(found(text), ElementsAre(expected)) << text;
}

TEST(PersonalData, FindsDates) {
  for (const char* date : {"3/14/2010",        "03/14/10",    "14.3.2010",
                           "14.03.10",         "2010-03-14",  "3-14-2010",
                           "20100314",         "03/2010",     "March 14, 2010",
                           "March 14",         "Mar 14 2010", "Mar. 14",
                           "MARCH 14, 2010",   "March 2010",  "14 March 2010",
                           "14th of March",    "14-Mar-2010", "14. M\xC3\xA4rz 2010",
                           "March 14th, 2010", "May 3",       "Sept. 3, 2010"})
    EXPECT_THAT(found(std::string("compared to ") + date + ", no change"),
                ElementsAre(std::string("date: ") + date))
        << date;
  EXPECT_THAT(found("seen on 3/14 at noon"), ElementsAre("date: 3/14"));
}

TEST(PersonalData, FindsNumbersAndAddresses) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"call (317) 555-0123 now", "phone: (317) 555-0123"},
      {"call 317-555-0123.", "phone: 317-555-0123"},
      {"call 1-317-555-0123", "phone: 1-317-555-0123"},
      {"call 317.555.0123", "phone: 317.555.0123"},
      {"+49 711 555 0123", "phone: +49 711 555 0123"},
      {"pager 55012", "phone: pager 55012"},
      {"Tel.: 0711/555-012", "phone: Tel.: 0711/555-012"},
      {"mail jane.weaver@mail.example.org please", "email: jane.weaver@mail.example.org"},
      {"MRN: 0012345", "identifier: MRN: 0012345"},
      {"Medical Record Number 12-34-56", "identifier: Medical Record Number 12-34-56"},
      {"ACCESSION #: AB12345", "identifier: ACCESSION #: AB12345"},
      {"id 53189527 was read", "identifier: 53189527"},
      {"123-45-6789", "identifier: 123-45-6789"},
      {"1.2.840.113619.2.55.3", "identifier: 1.2.840.113619.2.55.3"},
      {"A 93-year-old woman", "age: 93-year-old"},
      {"101 y/o male", "age: 101 y/o"},
      {"aged 95, with cough", "age: aged 95"},
      {"92-j\xC3\xA4hrige Patientin", "age: 92-j\xC3\xA4hrige"},
      {"lives at 12 Old Mill Road now", "address: 12 Old Mill Road"},
      {"wohnt Lindenstra\xC3\x9F"
       "e 12",
       "address: Lindenstra\xC3\x9F"
       "e 12"},
      {"film from Mercy Hospital", "place: Mercy Hospital"},
      {"film from St. Ann Medical Center", "place: St. Ann Medical Center"},
      {"aus dem Katharinen Krankenhaus", "place: Katharinen Krankenhaus"}};
  for (const auto& [text, expected] : cases)
    EXPECT_THAT(found(text), ElementsAre(expected)) << text;
}

TEST(PersonalData, LeavesTheLanguageOfReportsAlone) {
  for (const char* text :
       {"Discussed with Dr. XXXX at ___ on [**2012-3-4**].",
        "Dr. ___ was paged.",
        "Signed by ___",
        "The patient is an 89-year-old man with 3 prior films from 2010.",
        "A 1.5 x 2.3 cm nodule at T8/9.",
        "Compared to the prior CT, 3/4 of the lung is clear; murmur 2/6, 1/2 pack.",
        "ICD 593.9, 424.1, 414.01. SpO2 85%, BP 121/68, platelets 67000, temperature 98.6 F or 102 "
        "F.",
        "History of MS. MR chest and DR films of the chest. MR. Chest CT is advised.",
        "No acute disease may 2 be seen, march on.",
        "THE FINDINGS MAY REPRESENT EDEMA",
        "Discussed with the patient. Discussed with Radiology and the Emergency Department.",
        "The outside hospital and our Hospital, a clinic.",
        "Referring MD was called.",
        "Swan-Ganz catheter, Dobhoff tube, Kerley B lines, Hampton hump, Port-A-Cath.",
        "Hyperinflation with flattened diaphragms. Heart, lungs, and bones are normal.",
        "1. Chest. No active disease. 2. Lumbar spine negative.",
        "Age-indeterminate fracture, 100 years of smoking",
        "5 mm nodule in the right upper lobe, followed for 24 months; L1-2-3.",
        "Radiograph Chest PA and Lateral 90 degrees, 100 ml, 120/80",
        "Name: XXXX, MRN: ___, Patient: ___"})
    EXPECT_THAT(found(text), IsEmpty()) << text;
}

TEST(PersonalData, SeveralComeInOrder) {
  EXPECT_THAT(
      found("Dr. Weaver, 3/4/2010, called Dr. Lund (tel 555-0123) jane@example.org MRN 12345"),
      ElementsAre("name: Weaver", "date: 3/4/2010", "name: Lund", "phone: tel 555-0123",
                  "email: jane@example.org", "identifier: MRN 12345"));
}

TEST(PersonalData, TheSyntheticReportsHoldNoneButAgesAbove89) {
  std::size_t reports = 0;
  for (std::uint64_t patient = 0; patient < 200; ++patient) {
    for (const phantom::SampleStudy& study : phantom::drawPatient(1, patient)) {
      for (const PersonalData& data : findPersonalData(study.report)) {
        EXPECT_EQ(data.kind, PersonalDataKind::Age) << study.report;
        EXPECT_GE(study.report.substr(data.range.begin, 2), "90");
      }
      ++reports;
    }
  }
  EXPECT_GT(reports, 200u);
}

TEST(PersonalData, AnyBytesGiveAscendingRangesInsideTheText) {
  const std::vector<std::string> pieces = {
      "Dr. ",      "Weaver",   ", ",   "MD",  "signed by ", "3/4/2010", "March ",      "14",
      "(317) ",    "555-0123", "MRN ", "@",   "a.org",      "1.2.3.",   "93-year-old", "12 ",
      "Mill Road", "Hospital", "XXXX", "___", "\xC3\xA4",   "\xFF",     "+49",         "-",
      " ",         "\n",       "^",    "J. ", "tel "};
  for (std::uint64_t seed = 0; seed < 20'000; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    std::string text;
    for (std::uint64_t n = random.below(25); n > 0; --n)
      text += pieces[random.below(pieces.size())];
    if (random.chance(0.5)) text = testing::mutate(text, random, "0123456789./-()@+ ,^\xC3");
    std::size_t last = 0;
    for (const PersonalData& data : findPersonalData(text)) {
      ASSERT_LE(last, data.range.begin);
      ASSERT_LT(data.range.begin, data.range.end);
      ASSERT_LE(data.range.end, text.size());
      ASSERT_NE(std::string(data.reason), "");
      last = data.range.end;
    }
  }
}

TEST(PersonalData, LongTextsTakeTimeInProportion) {
  for (const std::string unit :
       {" ",        "1",          "1.", "1 ", "Dr. ",   "Dr. A",    "A",    "Aa ",    "Aa, ",
        "a@",       "@",          "a.", "(",  "(317) ", "+1",       "+",    "March ", "MRN ",
        "MRN:::: ", "signed by ", "X",  "_",  "[**",    "\xC3\xA4", "\xFF", "St. ",   "12 Aa "}) {
    std::string text;
    while (text.size() < (std::size_t{1} << 18)) text += unit;
    const auto start = std::chrono::steady_clock::now();
    findPersonalData(text);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(8)) << unit;
  }
}

}  // namespace
}  // namespace mrm
