#include "core/sample/findings.h"

#include <gtest/gtest.h>

#include <map>

#include "core/sample/sample_study.h"

namespace mrm::phantom {
namespace {

TEST(Course, FindingsAreAsFrequentAsPromisedAndSidesAreBalanced) {
  std::map<std::string, int> count;
  int studies = 0;
  for (std::uint64_t patient = 0; patient < 3000; ++patient)
    for (const SampleStudy& study : drawPatient(9, patient)) {
      const Findings& f = study.findings;
      ++studies;
      count["none"] += f.none();
      count["effusion"] += f.hasEffusion();
      count["cardiomegaly"] += f.cardiomegaly;
      count["nodule"] += f.nodule.has_value();
      count["consolidation"] += f.consolidation.has_value();
      count["pneumothorax"] += f.pneumothorax.has_value();
      count["effusion right"] += f.effusion[0] && !f.effusion[1];
      count["effusion left"] += f.effusion[1] && !f.effusion[0];
      count["both"] += f.effusion[0] && f.effusion[1];
      if (f.nodule) ++count[f.nodule->side == Side::Right ? "nodule right" : "nodule left"];
      if (f.consolidation)
        ++count[f.consolidation->side == Side::Right ? "patch right" : "patch left"];
      if (f.pneumothorax) ++count[f.pneumothorax->side == Side::Right ? "air right" : "air left"];
    }
  EXPECT_NEAR(studies / 3000.0, 1.95, 0.1);
  EXPECT_NEAR(count["none"] / double(studies), 1 / 3.0, 0.05);
  for (const char* finding :
       {"effusion", "cardiomegaly", "nodule", "consolidation", "pneumothorax"}) {
    EXPECT_GT(count[finding] / double(studies), 0.10) << finding;
    EXPECT_LT(count[finding] / double(studies), 0.32) << finding;
  }
  EXPECT_GT(count["both"], studies / 100);
  for (const char* finding : {"effusion", "nodule", "patch", "air"}) {
    const double right = count[std::string(finding) + " right"],
                 left = count[std::string(finding) + " left"];
    EXPECT_NEAR(right / (right + left), 0.5, 0.06) << finding;
  }
}

TEST(Course, NothingLiesWhereSomethingElseHidesIt) {
  for (std::uint64_t patient = 0; patient < 3000; ++patient)
    for (const SampleStudy& study : drawPatient(4, patient)) {
      const Findings& f = study.findings;
      const auto covered = [&](Side side) {
        return f.effusionOn(side) > Extent::Small ||
               (f.pneumothorax && f.pneumothorax->side == side);
      };
      EXPECT_FALSE(f.nodule && covered(f.nodule->side));
      EXPECT_FALSE(f.consolidation && covered(f.consolidation->side));
      EXPECT_FALSE(f.pneumothorax && f.effusionOn(f.pneumothorax->side));
      EXPECT_FALSE(f.effusion[0] == Extent::Large && f.effusion[1] == Extent::Large);
      EXPECT_FALSE(f.nodule && f.consolidation && f.nodule->side == f.consolidation->side &&
                   f.nodule->zone == f.consolidation->zone);
    }
}

TEST(Course, APatientStaysThatPatient) {
  int withSeveral = 0;
  for (std::uint64_t patient = 0; patient < 200; ++patient) {
    const std::vector<SampleStudy> studies = drawPatient(2, patient);
    ASSERT_GE(studies.size(), 1u);
    ASSERT_LE(studies.size(), 3u);
    withSeveral += studies.size() > 1;
    for (const SampleStudy& study : studies) {
      EXPECT_EQ(study.anatomy.seed, studies[0].anatomy.seed);
      EXPECT_EQ(study.anatomy.sex, studies[0].anatomy.sex);
      EXPECT_EQ(study.findings.cardiomegaly, studies[0].findings.cardiomegaly);
      EXPECT_TRUE(!study.findings.nodule ||
                  (studies[0].findings.nodule &&
                   study.findings.nodule->side == studies[0].findings.nodule->side));
    }
  }
  EXPECT_GT(withSeveral, 100);
}

}  // namespace
}  // namespace mrm::phantom
