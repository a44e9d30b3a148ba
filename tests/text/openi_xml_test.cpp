#include "core/text/openi_xml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/text/report_sections.h"
#include "tests/mutation.h"
#include "tests/shared_data.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string file(const std::string& abstract, const std::string& rest = "") {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<eCitation>\n <uId id=\"CXR7\"/>\n"
         " <MedlineCitation><Article><Abstract>\n" +
         abstract + "\n </Abstract></Article></MedlineCitation>\n" + rest + "</eCitation>\n";
}

const std::string kWhole = file(
    "<AbstractText Label=\"COMPARISON\"> </AbstractText>"
    "<AbstractText Label=\"Findings\">Heart &lt; normal.\n  Lungs &amp; pleura: "
    "clear.</AbstractText>"
    "<AbstractText Label=\"IMPRESSION\"><![CDATA[No <b>acute</b> disease.]]></AbstractText>",
    "<MeSH><major>normal</major><automatic>heart</automatic></MeSH>"
    "<parentImage id=\"CXR7_1\"><caption> Chest  PA </caption></parentImage>"
    "<parentImage id=\"CXR7_2\"><caption/></parentImage>");

std::string problem(const std::string& xml) {
  try {
    parseOpenI(xml, "7.xml");
  } catch (const Error& error) {
    EXPECT_EQ(error.where(), "7.xml");
    return error.problem();
  }
  return {};
}

TEST(OpenIXml, ReadsAReport) {
  const OpenIReport report = parseOpenI(kWhole, "7.xml");
  EXPECT_EQ(report.id, "CXR7");
  EXPECT_EQ(report.text,
            "FINDINGS: Heart < normal. Lungs & pleura: clear.\nIMPRESSION: No acute disease.");
  ASSERT_EQ(report.images.size(), 2u);
  EXPECT_EQ(report.images[0].id, "CXR7_1");
  EXPECT_EQ(report.images[0].caption, "Chest PA");
  EXPECT_EQ(report.images[1].caption, "");
  EXPECT_THAT(report.majorTerms, ElementsAre("normal"));
  EXPECT_THAT(report.automaticTerms, ElementsAre("heart"));
}

TEST(OpenIXml, AReportWithoutTextIsEmpty) {
  EXPECT_EQ(parseOpenI(file("<AbstractText Label=\"FINDINGS\"/>"), "7.xml").text, "");
}

TEST(OpenIXml, WhatIsNoReportIsNamed) {
  EXPECT_THAT(problem(""), HasSubstr("eCitation"));
  EXPECT_THAT(problem("FINDINGS: none"), HasSubstr("eCitation"));
  EXPECT_THAT(problem("<html/>"), HasSubstr("eCitation"));
  EXPECT_THAT(problem("<eCitation/>"), HasSubstr("Abstract"));
  EXPECT_THAT(problem(kWhole.substr(0, kWhole.size() / 2)), HasSubstr("no valid XML"));
  EXPECT_THAT(problem(std::string(kOpenIFileLimit + 1, ' ')), HasSubstr("larger than"));
}

TEST(OpenIXml, EntitiesAreNeverDefinedByAFile) {
  std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + before + "\">";
  }
  laughs += "]>" + file("<AbstractText>&a29;</AbstractText>").substr(39);
  EXPECT_THAT(problem(laughs), HasSubstr("document type"));
  EXPECT_THAT(problem("<!DOCTYPE x SYSTEM \"file:///etc/hostname\">" + kWhole.substr(39)),
              HasSubstr("document type"));
  EXPECT_EQ(parseOpenI(file("<AbstractText>&other;</AbstractText>"), "7.xml").text, "&other;");
}

TEST(OpenIXml, DeepOrCrowdedFilesAreRefused) {
  std::string deep;
  for (int i = 0; i < 500'000; ++i) deep += "<a>";
  EXPECT_THAT(problem(deep), HasSubstr("no valid XML"));
  const std::string open = deep.substr(0, 300'000);
  std::string close;
  for (int i = 0; i < 100'000; ++i) close += "</a>";
  EXPECT_THAT(problem(file(open + close)), HasSubstr("nested deeper"));
  std::string many;
  for (int i = 0; i < 150'000; ++i) many += "<a/>";
  EXPECT_THAT(problem(file(many)), HasSubstr("more than"));
  std::string images;
  for (int i = 0; i < 1001; ++i) images += "<parentImage/>";
  EXPECT_THAT(problem(file("", images)), HasSubstr("images"));
}

TEST(OpenIXml, SurvivesDamagedFiles) {
  int read = 0;
  const char* wanted = std::getenv("MRM_XML_MUTATIONS");
  const std::uint64_t files = wanted ? std::strtoull(wanted, nullptr, 10) : 20'000;
  for (std::uint64_t seed = 0; seed < files; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const std::string damaged = testing::mutate(kWhole, random, "<>/&;\"'!?[]-= \n\xFF");
    try {
      const OpenIReport report = parseOpenI(damaged, "damaged");
      ASSERT_TRUE(isUtf8(report.text));
      parseReport(report.text);
      ++read;
    } catch (const Error& error) {
      ASSERT_FALSE(error.problem().empty());
    }
  }
  EXPECT_GT(read, static_cast<int>(files / 100));
  EXPECT_LT(read, static_cast<int>(files));
}

// The numbers were counted independently, with Python's xml.etree, from the labelled elements:
// 3,333 hold a comparison, 3,865 an indication, 3,425 findings, 3,921 an impression, 28 nothing at
// all. Three reports hold headings inside such an element: report 2800 a comparison, 3334 a
// history, 2415 a whole second report.
TEST(OpenIXml, TheCollectionHasTheSectionsThatAreCountedOtherwise) {
  MRM_SHARED_OR_SKIP(archive, "data/openi-reports/NLMCXR_reports.tgz");
  const testing::TemporaryFolder folder;
  const std::string unpack =
      "tar xzf '" + archive.string() + "' -C '" + folder.path().string() + "'";
  ASSERT_EQ(std::system(unpack.c_str()), 0);
  std::map<SectionKind, int> counts;
  int files = 0, empty = 0, both = 0, neither = 0, images = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    if (entry.path().extension() != ".xml") continue;
    ++files;
    const OpenIReport report = readOpenI(entry.path());
    images += static_cast<int>(report.images.size());
    const ReportSections parsed = parseReport(report.text);
    for (const SectionKind kind : kSectionKinds) counts[kind] += parsed.has(kind) ? 1 : 0;
    const bool findings = parsed.has(SectionKind::Findings);
    const bool impression = parsed.has(SectionKind::Impression);
    both += findings && impression ? 1 : 0;
    neither += !findings && !impression ? 1 : 0;
    empty += report.text.empty() ? 1 : 0;
    std::size_t last = 0;
    for (const ReportSection& section : parsed.sections) {
      ASSERT_LE(last, section.headingRange.begin);
      last = section.body.end;
    }
    ASSERT_LE(last, report.text.size());
  }
  EXPECT_EQ(files, 3955);
  EXPECT_EQ(images, 7470);
  EXPECT_EQ(counts[SectionKind::Comparison], 3333 + 1);
  EXPECT_EQ(counts[SectionKind::Indication], 3865);
  EXPECT_EQ(counts[SectionKind::Findings], 3425);
  EXPECT_EQ(counts[SectionKind::Impression], 3921);
  EXPECT_EQ(counts[SectionKind::Examination], 1);
  EXPECT_EQ(counts[SectionKind::Unnamed], 0);
  EXPECT_EQ(counts[SectionKind::Other], 0);
  EXPECT_EQ(both, 3419);
  EXPECT_EQ(neither, 28);
  EXPECT_EQ(empty, 28);
}

}  // namespace
}  // namespace mrm
