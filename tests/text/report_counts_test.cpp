#include "core/text/report_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

TEST(ReportCounts, TellWhatReportsHoldAndWhyOthersAreLeftOut) {
  ReportPolicy policy;
  policy.fallbacks = {{SectionKind::Technique}, {SectionKind::Unnamed}};
  ReportCounts counts;
  for (const char* report :
       {"FINDINGS: Clear.\nFINDINGS: Normal.\nIMPRESSION: Dr. Weaver, seen on 3/4/2010.",
        "FINDINGS:\nIMPRESSION: Clear.", "Clear lungs.", "TECHNIQUE: upright", "HISTORY: Cough.",
        "", "FINDINGS: ___", "IMPRESSION: XXXX."}) {
    const ReportSections sections = parseReport(report);
    counts.add(sections, modelText(report, sections, policy), policy, findPersonalData(report));
  }
  EXPECT_EQ(counts.reports, 8);
  EXPECT_EQ(counts.with(SectionKind::Findings), 2);
  EXPECT_EQ(counts.with(SectionKind::Impression), 3);
  EXPECT_EQ(counts.with(SectionKind::Unnamed), 1);
  EXPECT_EQ(counts.with(SectionKind::Indication), 1);
  EXPECT_EQ(counts.read, 4);
  EXPECT_THAT(counts.fallbacks, ElementsAre(Pair("technique", 1), Pair("unnamed", 1)));
  EXPECT_THAT(counts.excluded, ElementsAre(Pair("no findings or impression", 1),
                                           Pair("nothing but blanks of de-identification", 2),
                                           Pair("the report is empty", 1)));
  EXPECT_EQ(counts.withPersonalData, 1);
  EXPECT_EQ(counts.personalData[static_cast<std::size_t>(PersonalDataKind::Name)], 1);
  EXPECT_EQ(counts.personalData[static_cast<std::size_t>(PersonalDataKind::Date)], 1);
}

}  // namespace
}  // namespace mrm
