#include "core/sample/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "core/sample/sample_study.h"

namespace mrm::phantom {
namespace {

using ::testing::HasSubstr;

struct Sections {
  std::string examination, indication, findings, impression;
};

Sections split(const std::string& report) {
  const std::vector<std::string> names = {
      "EXAMINATION: ", "INDICATION: ", "FINDINGS: ", "IMPRESSION: "};
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    EXPECT_EQ(report.compare(at, names[i].size(), names[i]), 0) << report;
    at += names[i].size();
    const std::size_t end = report.find('\n', at);
    EXPECT_NE(end, std::string::npos) << report;
    parts.push_back(report.substr(at, end - at));
    EXPECT_GT(parts.back().size(), 5u) << report;
    at = end + 1;
  }
  EXPECT_EQ(at, report.size());
  return {parts[0], parts[1], parts[2], parts[3]};
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return text;
}

std::vector<std::string> sentencesOf(const std::string& text) {
  std::vector<std::string> sentences;
  std::string sentence;
  for (const char c : text) {
    sentence += c;
    if (c == '.') {
      sentences.push_back(lower(sentence));
      sentence.clear();
    }
  }
  return sentences;
}

bool contains(const std::string& text, const std::string& word) {
  return text.find(word) != std::string::npos;
}

bool denies(const std::string& sentence) {
  for (const char* word :
       {"no ", "neither", "not enlarged", "without", "resolved", "resolution", "clear"})
    if (contains(sentence, word)) return true;
  return false;
}

// Words by which a finding is named.
const std::map<std::string, std::vector<std::string>> kWords = {
    {"effusion", {"effusion"}},
    {"pneumothorax", {"pneumothorax"}},
    {"nodule", {"nodule"}},
    {"consolidation", {"consolidation", "airspace opacity", "pneumonia"}},
    {"cardiomegaly", {"heart", "cardiac silhouette", "cardiomegaly"}}};

bool names(const std::string& sentence, const std::string& finding) {
  const auto& words = kWords.at(finding);
  return std::any_of(words.begin(), words.end(),
                     [&](const auto& word) { return contains(sentence, word); });
}

std::map<std::string, bool> labelsOf(const Findings& f) {
  return {{"effusion", f.hasEffusion()},
          {"pneumothorax", f.pneumothorax.has_value()},
          {"nodule", f.nodule.has_value()},
          {"consolidation", f.consolidation.has_value()},
          {"cardiomegaly", f.cardiomegaly}};
}

template <class Function>
void forEachStudy(Function function) {
  for (std::uint64_t patient = 0; patient < 1500; ++patient)
    for (const SampleStudy& study : drawPatient(21, patient)) function(study);
}

TEST(Report, HasItsFourSectionsAndNoUnfilledWords) {
  forEachStudy([](const SampleStudy& study) {
    split(study.report);
    EXPECT_FALSE(contains(study.report, "{"));
    EXPECT_FALSE(contains(study.report, "  "));
    EXPECT_THAT(lower(split(study.report).examination), HasSubstr("synthetic"));
    EXPECT_THAT(split(study.report).examination,
                HasSubstr(study.projection.view == View::PosteroAnterior ? "PA" : "AP"));
  });
}

TEST(Report, NamesEveryFindingAndDeniesEveryAbsentOne) {
  forEachStudy([](const SampleStudy& study) {
    const Sections sections = split(study.report);
    for (const auto& [finding, present] : labelsOf(study.findings)) {
      bool named = false, denied = false;
      for (const std::string& sentence : sentencesOf(sections.findings)) {
        if (contains(sentence, "lungs are clear") &&
            (finding == "nodule" || finding == "consolidation"))
          denied = true;
        if (!names(sentence, finding)) continue;
        const bool normalHeart = finding == "cardiomegaly" && contains(sentence, "normal");
        (denies(sentence) || normalHeart ? denied : named) = true;
      }
      EXPECT_EQ(named, present) << finding << " in: " << sections.findings;
      EXPECT_TRUE(present || denied) << finding << " in: " << sections.findings;
      bool concluded = false;
      for (const std::string& sentence : sentencesOf(sections.impression))
        concluded |= names(sentence, finding) && !denies(sentence);
      EXPECT_EQ(concluded, present) << finding << " in: " << sections.impression;
    }
  });
}

TEST(Report, SidesAgreeWithTheFindings) {
  const auto check = [](const std::string& sentence, Side side) {
    EXPECT_TRUE(contains(sentence, side == Side::Right ? "right" : "left")) << sentence;
    EXPECT_FALSE(contains(sentence, side == Side::Right ? "left" : "right")) << sentence;
  };
  int checked = 0;
  forEachStudy([&](const SampleStudy& study) {
    const Findings& f = study.findings;
    for (const std::string& sentence : sentencesOf(split(study.report).findings)) {
      const bool compares = contains(sentence, "previous") || contains(sentence, "re-expanded");
      if (denies(sentence) || compares) {
        EXPECT_FALSE(contains(sentence, "left") || contains(sentence, "right")) << sentence;
        continue;
      }
      if (f.nodule && names(sentence, "nodule")) {
        check(sentence, f.nodule->side);
        const char* zones[] = {"upper", "mid", "lower"};
        EXPECT_TRUE(contains(sentence, zones[static_cast<int>(f.nodule->zone)])) << sentence;
      } else if (f.consolidation && names(sentence, "consolidation")) {
        check(sentence, f.consolidation->side);
      } else if (f.pneumothorax && names(sentence, "pneumothorax")) {
        check(sentence, f.pneumothorax->side);
      } else if (f.hasEffusion() && names(sentence, "effusion")) {
        if (f.effusion[0] && f.effusion[1]) {
          EXPECT_TRUE(contains(sentence, "bilateral") || contains(sentence, "both sides"))
              << sentence;
          if (*f.effusion[0] != *f.effusion[1])
            check(sentence, *f.effusion[0] > *f.effusion[1] ? Side::Right : Side::Left);
        } else {
          check(sentence, f.effusion[0] ? Side::Right : Side::Left);
        }
      } else {
        EXPECT_FALSE(contains(sentence, "left") || contains(sentence, " right")) << sentence;
        continue;
      }
      ++checked;
    }
  });
  EXPECT_GT(checked, 1500);
}

TEST(Report, SidesCannotBeReadOffTheRestOfTheReport) {
  int single = 0, repeated = 0;
  forEachStudy([&](const SampleStudy& study) {
    const Sections sections = split(study.report);
    const std::string before = lower(sections.examination + sections.indication);
    EXPECT_FALSE(contains(before, "left") || contains(before, "right")) << before;
    const Findings& f = study.findings;
    const int kinds = f.hasEffusion() + f.nodule.has_value() + f.consolidation.has_value() +
                      f.pneumothorax.has_value();
    if (kinds != 1 || (f.effusion[0] && f.effusion[1])) return;
    ++single;
    const std::string impression = lower(sections.impression);
    repeated += contains(impression, "left") || contains(impression, "right");
  });
  EXPECT_GT(single, 400);
  EXPECT_GT(repeated, single / 5);
  EXPECT_LT(repeated, single / 2);
}

TEST(Report, WordingVaries) {
  std::set<std::string> findings, normal;
  forEachStudy([&](const SampleStudy& study) {
    findings.insert(split(study.report).findings);
    if (study.findings.none()) normal.insert(split(study.report).findings);
  });
  EXPECT_GT(findings.size(), 900u);
  EXPECT_GT(normal.size(), 100u);
}

TEST(Report, FitsTheModelsHundredTokens) {
  int longReports = 0, all = 0;
  forEachStudy([&](const SampleStudy& study) {
    // Words and punctuation marks, which is how a tokenizer trained on them splits most of it.
    int tokens = 2;
    bool inWord = false;
    for (const char c : study.report) {
      const bool word = std::isalnum(static_cast<unsigned char>(c)) != 0;
      if (word && !inWord) ++tokens;
      if (!word && c != ' ' && c != '\n') ++tokens;
      inWord = word;
    }
    ++all;
    longReports += tokens > 100;
  });
  EXPECT_LT(longReports, all / 10);
}

}  // namespace
}  // namespace mrm::phantom
