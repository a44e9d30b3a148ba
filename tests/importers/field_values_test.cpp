#include "core/importers/field_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mrm {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::Optional;

TEST(FieldValues, LabelsKeepValueBlankAndUncertainApart) {
  for (const char* text : {"0", "0.0", "0,0", "-0", "no", "Negative", "FALSE", " absent "})
    EXPECT_EQ(labelOf(text), LabelValue::Negative) << text;
  for (const char* text : {"1", "1.0", "1,0", "+1", "yes", "Positive", "true", "present"})
    EXPECT_EQ(labelOf(text), LabelValue::Positive) << text;
  for (const char* text : {"-1", "-1.0", "-1,0", "uncertain", "u", "possible"})
    EXPECT_EQ(labelOf(text), LabelValue::Uncertain) << text;
  for (const char* text : {"", "  ", "nan", "NaN", "NA", "n/a", "null"})
    EXPECT_EQ(labelOf(text), LabelValue::Blank) << text;
  for (const char* text : {"11", "2", "0.5", "1 0", "pneumonia", "-", "1e", "--1", "0x1"})
    EXPECT_EQ(labelOf(text), std::nullopt) << text;
}

TEST(FieldValues, AgesAreYearsInWhateverUnitTheyAreWritten) {
  EXPECT_THAT(ageOf("58"), Optional(58.0));
  EXPECT_THAT(ageOf("058Y"), Optional(58.0));
  EXPECT_THAT(ageOf("58,5"), Optional(58.5));
  EXPECT_THAT(ageOf(" 58.5 years"), Optional(58.5));
  EXPECT_THAT(ageOf("018M"), Optional(1.5));
  EXPECT_THAT(ageOf("002W"), Optional(DoubleNear(14 / 365.25, 1e-9)));
  EXPECT_THAT(ageOf("010D"), Optional(DoubleNear(10 / 365.25, 1e-9)));
  for (const char* text : {"", "old", "-5", "58Q", "413", "1.2.3", "nan"})
    EXPECT_EQ(ageOf(text), std::nullopt) << text;
}

TEST(FieldValues, DatesThatCanBeReadInTwoWaysAreNotRead) {
  EXPECT_EQ(dateOf("20200131"), "2020-01-31");
  EXPECT_EQ(dateOf("2020-01-31 12:00"), "2020-01-31");
  EXPECT_EQ(dateOf("2020-01-31T12:00"), "2020-01-31");
  EXPECT_EQ(dateOf("2020/1/31"), "2020-01-31");
  EXPECT_EQ(dateOf("31.1.2020"), "2020-01-31");
  EXPECT_EQ(dateOf("01/31/2020"), "2020-01-31");
  EXPECT_EQ(dateOf("31/01/2020"), "2020-01-31");
  EXPECT_EQ(dateOf("2020"), "2020");
  EXPECT_EQ(dateOf("2020-02"), "2020-02");
  for (const char* text : {"01/02/2020", "", "20201331", "2020-02-30", "January", "1/2", "1.2.3.4",
                           "20-01-31", "2020-1a-01"})
    EXPECT_EQ(dateOf(text), "") << text;
}

TEST(FieldValues, ViewsAreOneWordInCapitals) {
  EXPECT_EQ(viewOf("AP Supine"), "AP");
  EXPECT_EQ(viewOf("l"), "LATERAL");
  EXPECT_EQ(viewOf("Lateral"), "LATERAL");
  EXPECT_EQ(viewOf("LL"), "LL");
  EXPECT_EQ(viewOf("pa"), "PA");
  EXPECT_EQ(viewOf("postero-anterior"), "PA");
  EXPECT_EQ(viewOf("LPO"), "LPO");
  EXPECT_EQ(viewOf("?"), "");
  EXPECT_EQ(viewOf("unknown"), "");
}

TEST(FieldValues, SexesAndSplitsInTheirUsualWords) {
  for (const char* text : {"F", "female", "Woman", "w"}) EXPECT_EQ(sexOf(text), "F") << text;
  for (const char* text : {"M", "Male", "männlich"}) EXPECT_EQ(sexOf(text), "M") << text;
  EXPECT_EQ(sexOf("O"), "O");
  for (const char* text : {"", "?", "unknown", "1"}) EXPECT_EQ(sexOf(text), "") << text;
  EXPECT_EQ(splitOf("train"), Split::Training);
  EXPECT_EQ(splitOf("validate"), Split::Validation);
  EXPECT_EQ(splitOf("TEST"), Split::Test);
  EXPECT_EQ(splitOf(""), Split::None);
  EXPECT_EQ(splitOf("fold 3"), std::nullopt);
}

TEST(FieldValues, ListsAreSeparatedByWhatTheyHold) {
  EXPECT_THAT(labelList("Cardiomegaly|Effusion| Effusion"),
              ElementsAre("Cardiomegaly", "Effusion"));
  EXPECT_THAT(labelList("A, B,,C "), ElementsAre("A", "B", "C"));
  EXPECT_THAT(labelList("A, with comma; B"), ElementsAre("A, with comma", "B"));
  EXPECT_THAT(labelList(""), ElementsAre());
  EXPECT_TRUE(meansNoFinding("No Finding"));
  EXPECT_FALSE(meansNoFinding("Nodule"));
}

}  // namespace
}  // namespace mrm
