#include "core/text/report_sections.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "core/base/random.h"
#include "core/base/utf8.h"
#include "tests/mutation.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "findings: The heart is big." for each section.
std::vector<std::string> sectionsOf(std::string_view report) {
  std::vector<std::string> lines;
  for (const ReportSection& section : parseReport(report).sections)
    lines.push_back(std::string(sectionName(section.kind)) + ": " + section.text);
  return lines;
}

TEST(ReportSections, HeadingsOnLinesOfTheirOwnAndBeforeTheirText) {
  EXPECT_THAT(
      sectionsOf("EXAMINATION: Chest, two views\nINDICATION:\n\n  Fever\n\nTECHNIQUE: upright\n"
                 "COMPARISON\nnone\n\nFINDINGS:\nBoth lungs\nare  clear.\n\nThe heart is big.\n"
                 "IMPRESSION: Cardiomegaly"),
      ElementsAre("examination: Chest, two views", "indication: Fever", "technique: upright",
                  "comparison: none", "findings: Both lungs are clear. The heart is big.",
                  "impression: Cardiomegaly"));
}

TEST(ReportSections, HeadingsInAnyCaseNumberedAndMarked) {
  for (const char* heading : {"FINDINGS:",
                              "Findings:",
                              "findings:",
                              "FINDINGS :",
                              "FINDINGS",
                              "Findings",
                              "1. FINDINGS:",
                              "2) Findings:",
                              "(3) FINDINGS",
                              "IV. FINDINGS:",
                              "**FINDINGS**",
                              "**Findings:**",
                              "__FINDINGS__:",
                              "# Findings",
                              "## 2. Findings",
                              "*Findings:*",
                              "[FINDINGS]",
                              "<b>FINDINGS</b>",
                              "<b>Findings:</b>",
                              "- Findings:",
                              "\xE2\x80\xA2 Findings:",
                              "== FINDINGS ==",
                              "FINDINGS -",
                              "FINDINGS \xE2\x80\x93",
                              "FINDINGS.",
                              "FINDINGS (TWO VIEWS):",
                              "FINDING(S):",
                              "FINDINGS\xEF\xBC\x9A",
                              "FINDINGS\n--------",
                              "Findings\n=====",
                              "IMAGING_FINDINGS:",
                              "Radiographic  findings:",
                              "CT CHEST FINDINGS:",
                              "Portable Chest Findings:"}) {
    const std::string report = std::string("HISTORY: Cough\n\n") + heading +
                               "\nSmall effusion.\n\nIMPRESSION: Effusion.\n";
    EXPECT_THAT(sectionsOf(report), ElementsAre("indication: Cough", "findings: Small effusion.",
                                                "impression: Effusion."))
        << heading;
  }
}

TEST(ReportSections, NamesOfEachKind) {
  const std::vector<std::pair<SectionKind, std::vector<std::string>>> names = {
      {SectionKind::Examination, {"EXAMINATION", "Exam", "STUDY", "Procedure", "Untersuchung"}},
      {SectionKind::Indication,
       {"INDICATION", "HISTORY", "Clinical information", "CLINICAL HISTORY", "REASON FOR EXAM",
        "Reason for the study", "Clinical details", "Presentation", "Klinik", "Klinische Angaben",
        "Fragestellung", "INDICATION/HISTORY", "CLINICAL HISTORY AND INDICATION",
        "Clinical history & reason for exam"}},
      {SectionKind::Technique, {"TECHNIQUE", "Views", "Technik"}},
      {SectionKind::Comparison,
       {"COMPARISON", "Comparisons", "COMPARISON STUDIES", "Voraufnahmen"}},
      {SectionKind::Findings,
       {"FINDINGS", "Imaging Findings", "OTHER FINDINGS", "Report", "Befund",
        "TECHNIQUE AND FINDINGS"}},
      {SectionKind::Impression,
       {"IMPRESSION", "Impressions", "CONCLUSION", "Opinion", "Summary", "Beurteilung",
        "IMPRESSION AND RECOMMENDATION", "IMPRESSION/RECOMMENDATIONS"}},
      {SectionKind::FindingsAndImpression,
       {"FINDINGS AND IMPRESSION", "Findings/Impression", "FINDINGS & IMPRESSION",
        "Befund und Beurteilung", "IMPRESSION AND FINDINGS", "Findings and conclusions"}},
      {SectionKind::Recommendation, {"RECOMMENDATION", "Recommendations", "Empfehlung"}},
      {SectionKind::Other,
       {"ADDENDUM", "WET READ", "NOTIFICATION", "Discussion", "Radiologist", "MRN"}}};
  for (const auto& [kind, headings] : names) {
    for (const std::string& heading : headings) {
      const auto sections = parseReport("Preamble.\n" + heading + ": what it says").sections;
      ASSERT_EQ(sections.size(), 2u) << heading;
      EXPECT_EQ(sections[1].kind, kind) << heading;
      EXPECT_EQ(sections[1].heading, heading);
      EXPECT_EQ(sections[1].text, "what it says");
    }
  }
}

TEST(ReportSections, HeadingsWithinAParagraph) {
  EXPECT_THAT(
      sectionsOf("HISTORY: Cough. FINDINGS: Lungs are clear.IMPRESSION:1. Normal. 2. CONCLUSION: "
                 "the same"),
      ElementsAre("indication: Cough.", "findings: Lungs are clear.", "impression: 1. Normal.",
                  "impression: the same"));
  EXPECT_THAT(sectionsOf("findings: clear lungs. impression: normal"),
              ElementsAre("findings: clear lungs.", "impression: normal"));
  EXPECT_THAT(sectionsOf("EXAM: CHEST INDICATION: COUGH COMPARISON: NONE FINDINGS: CLEAR LUNGS"),
              ElementsAre("examination: CHEST", "indication: COUGH", "comparison: NONE",
                          "findings: CLEAR LUNGS"));
  EXPECT_THAT(sectionsOf("Exam: Chest Indication: Cough Comparison: None Findings: Clear"),
              ElementsAre("examination: Chest", "indication: Cough", "comparison: None",
                          "findings: Clear"));
  EXPECT_THAT(sectionsOf("The lungs are clear. **Impression:** Normal."),
              ElementsAre("unnamed: The lungs are clear.", "impression: Normal."));
  EXPECT_THAT(sectionsOf("FINDINGS: clear<br>IMPRESSION: normal<BR/>study"),
              ElementsAre("findings: clear", "impression: normal study"));
  EXPECT_THAT(sectionsOf("FINDINGS The lungs are clear. IMPRESSION No acute disease."),
              ElementsAre("findings: The lungs are clear.", "impression: No acute disease."));
}

TEST(ReportSections, SentencesAreNoHeadings) {
  for (const char* text : {"Findings are consistent with emphysema.",
                           "Findings consistent with old disease.",
                           "Comparison is made to the film of last week.",
                           "Comparison with the last film: no change.",
                           "There is no impression on the esophagus.",
                           "Impression of a nodule: none is seen.",
                           "There are the following findings: a nodule, an effusion.",
                           "There are the following\nfindings: a nodule, an effusion.",
                           "These are new\nfindings\nof the chest.",
                           "NO PRIOR FILMS FOR COMPARISON: NONE WERE SENT.",
                           "THERE ARE NO ACUTE\nFINDINGS\nIN THE CHEST",
                           "FINDINGS ARE THOSE OF HEART FAILURE.",
                           "Exam limited by motion.",
                           "Study is limited.",
                           "History of asthma.",
                           "Report was called.",
                           "Smoking History: twenty years.",
                           "No significant findings: the chest is normal.",
                           "Examination of the chest shows no change.",
                           "Technique is limited by motion.",
                           "The patient's history: unknown.",
                           "The conclusion: it is normal.",
                           "Conclusions cannot be drawn",
                           "Recommendation was made to repeat.",
                           "Chest  Comparison: There is a nodule."}) {
    EXPECT_THAT(sectionsOf(text), ElementsAre("unnamed: " + withSingleBlanks(text))) << text;
    const std::string inside = std::string("FINDINGS: ") + text;
    EXPECT_THAT(sectionsOf(inside), ElementsAre("findings: " + withSingleBlanks(text))) << inside;
  }
}

TEST(ReportSections, NamesOfOrgansAreTextOfTheirSection) {
  EXPECT_THAT(sectionsOf("FINDINGS:\nLUNGS: Clear.\nHEART: Normal.\nLINES AND TUBES: None.\n"
                         "IMPRESSION: Normal."),
              ElementsAre("findings: LUNGS: Clear. HEART: Normal. LINES AND TUBES: None.",
                          "impression: Normal."));
}

TEST(ReportSections, AFreeParagraphAfterTheComparisonIsNotPartOfIt) {
  EXPECT_THAT(
      sectionsOf(
          "                 FINAL REPORT\n HISTORY:  Cough\n and fever.\n \n COMPARISON:  ___\n"
          " \n PA and lateral views.  The lungs\n are clear.\n \n The heart is big.\n"),
      ElementsAre("unnamed: ", "indication: Cough and fever.", "comparison: ___",
                  "unnamed: PA and lateral views. The lungs are clear. The heart is big."));
  EXPECT_THAT(sectionsOf("Portable chest film.\n\nNo change.\nImpression: none"),
              ElementsAre("unnamed: Portable chest film. No change.", "impression: none"));
}

TEST(ReportSections, SignaturesAndAdministrativeLinesEndASection) {
  EXPECT_THAT(
      sectionsOf(
          "IMPRESSION: Normal.\nElectronically signed by A. Bee\nMRN: 12\nRadiologist: C. Dee"),
      ElementsAre("impression: Normal.", "other: A. Bee", "other: 12", "other: C. Dee"));
  EXPECT_THAT(sectionsOf("IMPRESSION: Normal. Discussed with the patient: she agrees."),
              ElementsAre("impression: Normal. Discussed with the patient: she agrees."));
}

TEST(ReportSections, ADiagnosisIsAnImpressionAfterTheFindings) {
  EXPECT_THAT(sectionsOf("DIAGNOSIS: Cough\nFINDINGS: A nodule.\nDIAGNOSIS: Nodule"),
              ElementsAre("indication: Cough", "findings: A nodule.", "impression: Nodule"));
}

TEST(ReportSections, AViewNamesTheFindingsWhereNothingElseDoes) {
  EXPECT_THAT(sectionsOf("HISTORY: Cough.\n\nPORTABLE CHEST, 5:00 A.M., ___:  The heart is big.\n\n"
                         "IMPRESSION:\nCHEST: Big heart."),
              ElementsAre("indication: Cough.", "findings: The heart is big.",
                          "impression: CHEST: Big heart."));
  EXPECT_THAT(sectionsOf("PA AND LATERAL CHEST RADIOGRAPHS:\n\n Lungs are clear."),
              ElementsAre("findings: Lungs are clear."));
  EXPECT_THAT(sectionsOf("CHEST, TWO VIEWS:\nFINDINGS: Lungs are clear."),
              ElementsAre("unnamed: CHEST, TWO VIEWS:", "findings: Lungs are clear."));
  EXPECT_THAT(sectionsOf("Chest: clear. PORTABLE CHEST FILM WITHOUT A COLON"),
              ElementsAre("unnamed: Chest: clear. PORTABLE CHEST FILM WITHOUT A COLON"));
}

TEST(ReportSections, CodesAndAttestationsAfterTheImpressionAreNoPartOfIt) {
  EXPECT_THAT(
      sectionsOf(
          "NARRATIVE:\nOne view.\nIMPRESSION:\n1. Clear lungs.\nEND OF IMPRESSION:\nSUMMARY: "
          "2-ABNORMAL, PREVIOUSLY REPORTED\nI have personally reviewed the images."),
      ElementsAre("findings: One view.", "impression: 1. Clear lungs.",
                  "other: ", "other: 2-ABNORMAL, PREVIOUSLY REPORTED", "other: the images."));
  EXPECT_THAT(sectionsOf("IMPRESSION: Clear. Electronically signed by A. Bee"),
              ElementsAre("impression: Clear.", "other: A. Bee"));
  EXPECT_THAT(sectionsOf("SUMMARY: 2 cm nodule"), ElementsAre("impression: 2 cm nodule"));
  EXPECT_THAT(sectionsOf("SUMMARY: 3-4 mm nodule"), ElementsAre("impression: 3-4 mm nodule"));
}

TEST(ReportSections, RepeatedSectionsAreJoinedInOrder) {
  const ReportSections report =
      parseReport("FINDINGS: One.\nIMPRESSION: Two.\nFINDINGS: Three.\nFINDINGS:\n");
  EXPECT_EQ(report.sections.size(), 4u);
  EXPECT_EQ(report.text(SectionKind::Findings), "One. Three.");
  EXPECT_EQ(report.text(SectionKind::Technique), "");
  EXPECT_TRUE(report.has(SectionKind::Impression));
  EXPECT_FALSE(parseReport("FINDINGS: \nIMPRESSION: x").has(SectionKind::Findings));
}

TEST(ReportSections, RangesNameTheHeadingAndTheBodyInTheOriginal) {
  const std::string report =
      "\xEF\xBB\xBF* 1. **Findings:**  The   heart\n is big. \r\n\r\nIMPRESSION:\n";
  const auto sections = parseReport(report).sections;
  ASSERT_EQ(sections.size(), 2u);
  EXPECT_EQ(sections[0].headingRange.of(report), "Findings");
  EXPECT_EQ(sections[0].body.of(report), "The   heart\n is big.");
  EXPECT_EQ(sections[0].text, "The heart is big.");
  EXPECT_EQ(sections[1].headingRange.of(report), "IMPRESSION");
  EXPECT_EQ(sections[1].body.size(), 0u);
}

TEST(ReportSections, NothingGivesNothing) {
  EXPECT_THAT(sectionsOf(""), IsEmpty());
  EXPECT_THAT(sectionsOf(" \n\t \r\n"), IsEmpty());
  EXPECT_THAT(sectionsOf("\xEF\xBB\xBF"), IsEmpty());
}

TEST(ReportSections, TextIsValidUtf8WithSingleBlanks) {
  EXPECT_EQ(withSingleBlanks(" a\t\n b\xC2\xA0"
                             "c\x01<br/>d <b>e</b> <f> \xFF "),
            "a b c d e <f> \xEF\xBF\xBD");
  EXPECT_EQ(parseReport("Befund: M\xC3\xBC"
                        "nze \xFF Lunge")
                .text(SectionKind::Findings),
            "M\xC3\xBC"
            "nze \xEF\xBF\xBD Lunge");
}

TEST(ReportSections, NamesOfKindsReadBack) {
  for (const SectionKind kind : kSectionKinds) EXPECT_EQ(sectionKind(sectionName(kind)), kind);
  EXPECT_FALSE(sectionKind("Findings"));
}

void expectSound(const std::string& text) {
  const ReportSections report = parseReport(text);
  std::size_t last = 0;
  for (const ReportSection& section : report.sections) {
    ASSERT_LE(last, section.headingRange.begin);
    ASSERT_LE(section.headingRange.begin, section.headingRange.end);
    ASSERT_LE(section.headingRange.end, section.body.begin);
    ASSERT_LE(section.body.begin, section.body.end);
    ASSERT_LE(section.body.end, text.size());
    ASSERT_TRUE(isUtf8(section.text));
    ASSERT_EQ(section.text, withSingleBlanks(section.body.of(text)));
    ASSERT_EQ(section.heading.empty(), section.headingRange.size() == 0);
    last = section.body.end;
  }
}

TEST(ReportSections, AnyBytesGiveAscendingRangesInsideTheText) {
  const std::vector<std::string> pieces = {"FINDINGS",   "Impression",
                                           "comparison", "HISTORY",
                                           ":",          " ",
                                           "\n",         "\n\n",
                                           "1. ",        "**",
                                           "__",         "___",
                                           "#",          "<b>",
                                           "<br>",       "</b>",
                                           "(",          ")",
                                           "[",          "]",
                                           " - ",        ".",
                                           "AND",        "/",
                                           "\xC3\xA4",   "\xFF",
                                           "\xE2\x80",   "The lungs are clear",
                                           "signed by",  "FINAL REPORT",
                                           "X",          "9",
                                           "\r",         std::string(1, '\0'),
                                           "="};
  for (std::uint64_t seed = 0; seed < 20'000; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    std::string text;
    for (std::uint64_t n = random.below(30); n > 0; --n)
      text += pieces[random.below(pieces.size())];
    if (random.chance(0.5)) text = testing::mutate(text, random, ":\n*_#<>.()- \xC3\xFF");
    ASSERT_NO_FATAL_FAILURE(expectSound(text));
  }
}

// A text of 128 KB and one of 1 MB: eight times the work, not sixty-four.
TEST(ReportSections, LongTextsTakeTimeInProportion) {
  for (const std::string unit : {" ",
                                 "\n",
                                 "FINDINGS ",
                                 "FINDINGS:",
                                 "FINDINGS\n",
                                 "Findings ",
                                 "history: ",
                                 "***",
                                 "___",
                                 "<",
                                 "<b>",
                                 "(",
                                 "1. ",
                                 "A",
                                 "Aa ",
                                 "FINDINGS (",
                                 "FINDINGS AND ",
                                 "REASON FOR ",
                                 "\n\n",
                                 "- ",
                                 "\xC3\xA4",
                                 "\xFF",
                                 "===\n",
                                 "clinical_____",
                                 "COMPARISON:\n\n",
                                 "Findings    ",
                                 "[",
                                 "IMPRESSION - "}) {
    const auto seconds = [&](std::size_t bytes) {
      std::string text;
      text.reserve(bytes + unit.size());
      while (text.size() < bytes) text += unit;
      const auto start = std::chrono::steady_clock::now();
      expectSound(text);
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const double small = seconds(std::size_t{1} << 17), large = seconds(std::size_t{1} << 20);
    EXPECT_LT(large, 30 * small + 0.5) << "'" << unit << "'";
  }
  std::string mixed;  // 10 MB of everything that looks like the beginning of a heading
  while (mixed.size() < 10'000'000)
    mixed += "FINDINGS AND (REASON FOR THE <b>**History 1. \n__comparison___Impression - IV. ";
  const auto start = std::chrono::steady_clock::now();
  parseReport(mixed);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace mrm
