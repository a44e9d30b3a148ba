#include "core/text/report_policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/base/utf8.h"
#include "core/options/yaml.h"
#include "core/text/report_blanks.h"
#include "core/text/report_options.h"
#include "tests/mutation.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kReport =
    "INDICATION: Cough.\nIMPRESSION:\n1. Small effusion.\n2. No edema.\nFINDINGS: The  heart\nis "
    "big.\n";

std::string textOf(const std::string& report, const ReportPolicy& policy = {}) {
  return modelText(report, policy).text;
}

TEST(ReportPolicy, ReadsTheChosenSectionsInTheChosenOrder) {
  ReportPolicy policy;
  const ModelText both = modelText(kReport, policy);
  EXPECT_EQ(both.text, "The heart is big. Small effusion. No edema.");
  EXPECT_THAT(both.sections, ElementsAre(2, 1));
  EXPECT_EQ(both.exclusion, ReportExclusion::None);
  EXPECT_FALSE(both.fallback);
  policy.sections = {SectionKind::Impression, SectionKind::Indication, SectionKind::Technique};
  EXPECT_EQ(textOf(kReport, policy), "Small effusion. No edema. Cough.");
  policy.sections = {};
  const ModelText whole = modelText(kReport, policy);
  EXPECT_EQ(whole.text,
            "INDICATION: Cough. IMPRESSION: Small effusion. No edema. FINDINGS: The heart is big.");
  EXPECT_THAT(whole.sections, IsEmpty());
}

TEST(ReportPolicy, ASectionForBothIsReadOnceForEither) {
  const std::string report = "FINDINGS AND IMPRESSION: Normal chest.\n";
  EXPECT_EQ(textOf(report), "Normal chest.");
  ReportPolicy policy;
  policy.sections = {SectionKind::Impression};
  EXPECT_EQ(textOf(report, policy), "Normal chest.");
  policy.sections = {SectionKind::Comparison};
  EXPECT_EQ(modelText(report, policy).exclusion, ReportExclusion::NoSection);
}

TEST(ReportPolicy, RepeatedSectionsAreJoinedAndCopiesLeftOut) {
  EXPECT_EQ(textOf("FINDINGS: One.\nIMPRESSION: Two.\nFINDINGS: Three.\nFINDINGS: One.\n"),
            "One. Three. Two.");
}

TEST(ReportPolicy, FallbacksServeInTheirOrder) {
  ReportPolicy policy;
  EXPECT_EQ(textOf("The lungs are clear."), "The lungs are clear.");
  EXPECT_EQ(modelText("The lungs are clear.", policy).fallback, 0u);
  policy.fallbacks = {{SectionKind::Technique}, {}};
  const ModelText whole = modelText("INDICATION: Cough", policy);
  EXPECT_EQ(whole.text, "INDICATION: Cough");
  EXPECT_EQ(whole.fallback, 1u);
  policy.minimumWords = 3;
  policy.fallbacks = {{SectionKind::Comparison}};
  EXPECT_EQ(textOf("FINDINGS: Normal.\nCOMPARISON: None was there.", policy), "None was there.");
}

TEST(ReportPolicy, EveryExclusionHasItsReason) {
  ReportPolicy policy;
  policy.minimumWords = 2;
  const auto reason = [&](const std::string& report) {
    const ModelText text = modelText(report, policy);
    EXPECT_EQ(text.text, "");
    EXPECT_NE(text.exclusion, ReportExclusion::None);
    EXPECT_THAT(text.sections, IsEmpty());
    return text.reason;
  };
  EXPECT_EQ(reason(" \n "), "the report is empty");
  EXPECT_EQ(reason("INDICATION: Cough."), "no findings or impression");
  EXPECT_EQ(reason("FINDINGS:\nIMPRESSION:\n"), "no findings or impression");
  EXPECT_EQ(reason("FINDINGS: ___\nIMPRESSION: XXXX."), "nothing but blanks of de-identification");
  EXPECT_EQ(reason("FINDINGS: Normal. ___"), "fewer than 2 words");
}

TEST(ReportPolicy, BlanksAreKeptDroppedOrReplaced) {
  const std::string report = "FINDINGS: Compared to ___, XXXX-year-old with [**Name**] x-XXXX.";
  ReportPolicy policy;
  EXPECT_EQ(textOf(report, policy), "Compared to, year-old with x.");
  policy.blanks = BlankHandling::Keep;
  EXPECT_EQ(textOf(report, policy), "Compared to ___, XXXX-year-old with [**Name**] x-XXXX.");
  policy.blanks = BlankHandling::Replace;
  policy.blankWord = "blank";
  EXPECT_EQ(textOf(report, policy), "Compared to blank, blank-year-old with blank x-blank.");
}

TEST(ReportBlanks, AreTheMarksOfSeveralDataSets) {
  for (const char* blank : {"___", "_____", "XXXX", "XXX", "XXXXXXX", "[**2012-3-4**]", "[NAME]",
                            "[Date]", "<XXXX>", "[XXXX]"})
    EXPECT_EQ(text::blankLength(blank, 0), std::string(blank).size()) << blank;
  for (const char* other :
       {"__", "XX", "XXXa", "xxxx", "[R]", "[see above]", "<b>", "[**open", "X", ""})
    EXPECT_EQ(text::blankLength(other, 0), 0u) << other;
  EXPECT_EQ(text::blankLength("XXXX", 1), 0u);
  EXPECT_EQ(text::blankLength("MAXXX", 2), 0u);
  EXPECT_EQ(text::blankLength("4XXXX", 1), 4u);
  EXPECT_EQ(text::blankLength("XXXXPM", 0), 4u);
}

TEST(ReportBlanks, NothingIsLeftOfThem) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"XXXX, XXXX.", ""},
      {"Seen by ___, ___ and ___.", "Seen by, and."},
      {"The ___ is clear (___).", "The is clear."},
      {"XXXX. Heart is normal.", "Heart is normal."},
      {"Normal ___ . Clear.", "Normal. Clear."},
      {"from XXXX/XXXX/XXXX to", "from to"},
      {"nodule of .5 cm ___", "nodule of .5 cm"},
      {"A sentence was here. . And here..", "A sentence was here. And here."},
      {"nothing (here), e.g. 1.5 x 2 cm - is touched",
       "nothing (here), e.g. 1.5 x 2 cm - is touched"}};
  for (const auto& [with, without] : cases) EXPECT_EQ(text::withoutBlanks(with), without) << with;
}

TEST(ReportPolicy, ListNumbersAreLeftOutAndOtherNumbersNot) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"1. Effusion. 2. Edema.", "Effusion. Edema."},
      {"1) Effusion 2) no number", "Effusion 2) no number"},
      {"(1) Effusion. (2) Edema", "Effusion. Edema"},
      {"Nodule of 1.5 cm. 3. rib is broken", "Nodule of 1.5 cm. 3. rib is broken"},
      {"Fracture of T12. 4. rib", "Fracture of T12. 4. rib"},
      {"Chest: 1. Clear. Knee: 1. Effusion. 2. Gout.", "Chest: Clear. Knee: Effusion. Gout."},
      {"- Effusion\n- Edema", "Effusion Edema"},
      {"2 views. 1 image.", "2 views. 1 image."}};
  for (const auto& [with, without] : cases) EXPECT_EQ(textOf("FINDINGS: " + with), without) << with;
  ReportPolicy policy;
  policy.dropListNumbers = false;
  EXPECT_EQ(textOf("FINDINGS: 1. Effusion.", policy), "1. Effusion.");
}

TEST(ReportPolicy, WhiteSpaceCanStay) {
  ReportPolicy policy;
  policy.normalizeSpace = false;
  EXPECT_EQ(textOf(kReport, policy), "The  heart\nis big.\nSmall effusion.\nNo edema.");
}

TEST(ReportPolicy, JsonReadsBack) {
  ReportPolicy policy;
  EXPECT_EQ(readReportPolicy(writeReportPolicy(policy), "policy"), policy);
  EXPECT_EQ(readReportPolicy("{}", "policy"), policy);
  policy.sections = {};
  policy.fallbacks = {{SectionKind::FindingsAndImpression, SectionKind::Other}, {}};
  policy.blanks = BlankHandling::Replace;
  policy.blankWord = "\xC3\xA4";
  policy.normalizeSpace = policy.dropListNumbers = false;
  policy.minimumWords = 7;
  EXPECT_EQ(readReportPolicy(writeReportPolicy(policy), "policy"), policy);
  EXPECT_EQ(
      writeReportPolicy(ReportPolicy()),
      R"({"sections":["findings","impression"],"fallbacks":[["unnamed"]],"blanks":"drop",)"
      R"("blank_word":"","normalize_space":true,"drop_list_numbers":true,"minimum_words":1})");
}

TEST(ReportPolicy, WrongJsonIsNamed) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"[]", "object"},
      {"{", "policy"},
      {R"({"sections": ["lungs"]})", "sections"},
      {R"({"sections": []})", "sections"},
      {R"({"sections": "findings"})", "sections"},
      {R"({"sections": [3]})", "sections"},
      {R"({"fallbacks": "all"})", "fallbacks"},
      {R"({"fallbacks": ["findings"]})", "fallbacks"},
      {R"({"blanks": "burn"})", "blanks"},
      {R"({"blank_word": 3})", "blank_word"},
      {R"({"minimum_words": 0})", "minimum_words"},
      {R"({"normalize_space": "yes"})", "normalize_space"}};
  for (const auto& [json, what] : cases) {
    try {
      readReportPolicy(json, "policy");
      ADD_FAILURE() << json;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr(what)) << json;
    }
  }
}

TEST(ReportPolicy, IsDeclaredAsOptions) {
  ReportOptions options;
  OptionSet set;
  options.declare(set);
  EXPECT_EQ(options.policy(), ReportPolicy());
  readYaml("report: {sections: 'impression , findings', fallbacks: 'unnamed; all', blanks: keep}",
           "x", set);
  const ReportPolicy policy = options.policy();
  EXPECT_THAT(policy.sections, ElementsAre(SectionKind::Impression, SectionKind::Findings));
  EXPECT_THAT(policy.fallbacks, ElementsAre(ElementsAre(SectionKind::Unnamed), IsEmpty()));
  EXPECT_EQ(ReportOptions::of(policy).policy(), policy);
  options.fallbacks = "";
  EXPECT_THAT(options.policy().fallbacks, IsEmpty());
  for (const char* wrong : {"lungs", "", "findings,", "all, findings"}) {
    options.sections = wrong;
    try {
      options.policy();
      ADD_FAILURE() << wrong;
    } catch (const Error& error) {
      EXPECT_EQ(error.where(), "report.sections");
      EXPECT_THAT(error.advice(), HasSubstr("findings and impression"));
    }
  }
}

TEST(ReportPolicy, AnyBytesGiveValidTextOrAReason) {
  const std::vector<std::string> pieces = {
      "FINDINGS:", "IMPRESSION:", "___", "XXXX", "1. ", " ",        "\n",   "normal", "(",
      ")",         "-",           "/",   ",",    ".",   "\xC3\xA4", "\xFF", "<br>",   "2) "};
  for (std::uint64_t seed = 0; seed < 20'000; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    std::string text;
    for (std::uint64_t n = random.below(30); n > 0; --n)
      text += pieces[random.below(pieces.size())];
    if (random.chance(0.3)) text = testing::mutate(text, random, ".:() \n\xC3");
    ReportPolicy policy;
    policy.blanks = static_cast<BlankHandling>(random.below(3));
    policy.blankWord = "blank";
    policy.normalizeSpace = random.chance(0.7);
    policy.dropListNumbers = random.chance(0.7);
    if (random.chance(0.3)) policy.fallbacks.push_back({});
    const ModelText result = modelText(text, policy);
    ASSERT_TRUE(isUtf8(result.text));
    ASSERT_EQ(result.exclusion == ReportExclusion::None, result.reason.empty());
    ASSERT_EQ(result.text.empty(), !result.reason.empty());
    for (std::size_t at = 0; policy.blanks != BlankHandling::Keep && at < result.text.size(); ++at)
      ASSERT_EQ(text::blankLength(result.text, at), 0u) << result.text;
    ASSERT_EQ(modelText(text, policy).text, result.text);
  }
}

}  // namespace
}  // namespace mrm
