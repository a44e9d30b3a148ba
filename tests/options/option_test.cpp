#include "core/options/option.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/options/edit_distance.h"
#include "core/options/reference.h"
#include "tests/options/sample_options.h"

using ::testing::HasSubstr;

namespace mrm {
namespace {

class OptionTest : public ::testing::Test {
 protected:
  OptionTest() { fields.declare(options); }
  SampleOptions fields;
  OptionSet options;
};

TEST_F(OptionTest, NamesGiveSectionKeyFlagAndCaption) {
  const Option& option = options.at("masking.image_ratio");
  EXPECT_EQ(option.section(), "masking");
  EXPECT_EQ(option.key(), "image_ratio");
  EXPECT_EQ(option.flag(), "--image-ratio");
  EXPECT_EQ(option.label(), "Image ratio");
  EXPECT_EQ(option.defaultText(), "0.75");
  EXPECT_EQ(options.at("training.steps").label(), "Steps to train");
}

TEST_F(OptionTest, SetAssignsEachType) {
  options.at("masking.image_ratio").set("0.5");
  options.at("training.steps").set("-7");
  options.at("training.flip").set("false");
  options.at("training.report_loss").set("all");
  options.at("training.tokenizer").set("a b/ü.json");
  EXPECT_EQ(fields.imageRatio, 0.5);
  EXPECT_EQ(fields.steps, -7);
  EXPECT_FALSE(fields.flip);
  EXPECT_EQ(fields.reportLoss, "all");
  EXPECT_EQ(fields.tokenizer, std::filesystem::path("a b/ü.json"));
}

TEST_F(OptionTest, RefusesAndSaysWhatIsAllowedWithoutAssigning) {
  const struct {
    const char *name, *text, *problem;
  } cases[] = {
      {"masking.image_ratio", "1.5", "must be between 0 and 1, not '1.5'"},
      {"masking.image_ratio", "-0.001", "must be between 0 and 1"},
      {"masking.image_ratio", "nan", "must be a number, not 'nan'"},
      {"masking.image_ratio", "1e999", "must be a number"},
      {"masking.image_ratio", "0.5 ", "must be a number, not '0.5 '"},
      {"masking.image_ratio", "", "must be a number, not ''"},
      {"training.rate", "0", "must be at least 1e-12, not '0'"},
      {"training.steps", "3.5", "must be a whole number, not '3.5'"},
      {"training.steps", "9223372036854775808", "must be a whole number"},
      {"training.steps", "1000001", "must be at most 1000000, not '1000001'"},
      {"training.flip", "yes", "must be true or false, not 'yes'"},
      {"training.report_loss", "some", "must be one of masked, all, not 'some'"},
      {"training.note", "\xff\xfe", "UTF-8"},
      {"training.rate", "\xff\xfe", "must be a number"},
  };
  for (const auto& c : cases) {
    const std::string before = options.at(c.name).text();
    EXPECT_THAT(options.at(c.name).problemWith(c.text), HasSubstr(c.problem));
    try {
      options.at(c.name).set(c.text);
      ADD_FAILURE() << c.name << " accepted " << c.text;
    } catch (const Error& error) {
      EXPECT_EQ(error.where(), c.name);
      EXPECT_THAT(error.problem(), HasSubstr(c.problem));
    }
    EXPECT_EQ(options.at(c.name).text(), before);
  }
  EXPECT_THAT(options.at("training.note").problemWith(std::string("a\0b", 3)), HasSubstr("NUL"));
  EXPECT_THAT(options.at("training.note").problemWith(std::string(1 << 20, 'x')),
              HasSubstr("64 KiB"));
  EXPECT_EQ(options.at("training.rate").problemWith("1e-4"), "");
}

TEST_F(OptionTest, NumbersReadBackToTheIdenticalValue) {
  Random random(7);
  Option& rate = options.at("training.anything");
  for (int i = 0; i < 20000; ++i) {
    const auto value = std::bit_cast<double>(random.next());
    if (!std::isfinite(value)) continue;
    fields.anything = value;
    const std::string text = rate.text();
    fields.anything = 1;
    rate.set(text);
    ASSERT_EQ(std::bit_cast<std::uint64_t>(fields.anything), std::bit_cast<std::uint64_t>(value))
        << text;
  }
  Option& steps = options.at("training.seed");
  for (const std::int64_t value :
       {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
    fields.seed = value;
    const std::string text = steps.text();
    fields.seed = 0;
    steps.set(text);
    EXPECT_EQ(fields.seed, value);
  }
}

TEST_F(OptionTest, NearestFindsTypingErrorsWrongSectionsAndFlags) {
  EXPECT_EQ(options.nearest("masking.image_ratoi"), "masking.image_ratio");
  EXPECT_EQ(options.nearest("masking.imageratio"), "masking.image_ratio");
  EXPECT_EQ(options.nearest("training.image_ratio"), "masking.image_ratio");
  EXPECT_EQ(options.nearest("image_ratio"), "masking.image_ratio");
  EXPECT_EQ(options.nearest("--image-rato"), "masking.image_ratio");
  EXPECT_EQ(options.nearest("training.quite_another_thing"), "");
  EXPECT_EQ(options.nearest(std::string(1 << 20, 'a')), "");
}

TEST_F(OptionTest, AnUnknownNameSaysTheNearest) {
  try {
    options.at("training.stpes");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.where(), "training.stpes");
    EXPECT_EQ(error.advice(), "Did you mean training.steps?");
  }
}

TEST_F(OptionTest, MistakesInADeclarationAreLogicErrors) {
  double field = 0;
  bool flag = false;
  EXPECT_THROW(options.add("masking.image_ratio", field, ""), std::logic_error);
  EXPECT_THROW(options.add("training.image_ratio", field, ""), std::logic_error) << "same flag";
  EXPECT_THROW(options.add("nosection", field, ""), std::logic_error);
  EXPECT_THROW(options.add("unknown.key", field, ""), std::logic_error);
  EXPECT_THROW(options.section("masking", "", ""), std::logic_error);
  EXPECT_THROW(options.add("masking.flag", flag, "").range(0, 1), std::logic_error);
  EXPECT_THROW(options.add("masking.number", field, "").choices({"a"}), std::logic_error);
}

TEST(EditDistance, CountsInsertionsDeletionsSubstitutionsAndSwaps) {
  EXPECT_EQ(editDistance("", ""), 0U);
  EXPECT_EQ(editDistance("abc", ""), 3U);
  EXPECT_EQ(editDistance("", "abc"), 3U);
  EXPECT_EQ(editDistance("kitten", "sitting"), 3U);
  EXPECT_EQ(editDistance("steps", "stpes"), 1U);
  EXPECT_EQ(editDistance("ca", "abc"),
            3U);  // optimal string alignment; unrestricted Damerau gives 2
}

TEST_F(OptionTest, ReferenceHasARowForEveryOption) {
  const std::string text = markdownReference(options);
  EXPECT_THAT(text, HasSubstr("## Masking (`masking`)\n\nWhat is hidden from the model."));
  EXPECT_THAT(
      text,
      HasSubstr("| `image_ratio` | `--image-ratio` | number | between 0 and 1 |  | `0.75` | 0.75 | "
                "Share of image patches that are hidden. |\n"));
  for (const Option& option : options.options())
    EXPECT_THAT(text, HasSubstr("`" + option.flag() + "`"));
}

}  // namespace
}  // namespace mrm
