#include "core/options/cli.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "core/options/yaml.h"
#include "tests/options/sample_options.h"

using ::testing::HasSubstr;

namespace mrm {
namespace {

class CommandLineTest : public ::testing::Test {
 protected:
  CommandLineTest() { fields.declare(options); }
  void parse(const std::string& arguments) { app.parse(arguments); }

  SampleOptions fields;
  OptionSet options;
  CLI::App app;
  GivenOptions given;
};

TEST_F(CommandLineTest, FlagsOverrideAFileThatIsReadAfterParsing) {
  collectFromCommandLine(options, app, given);
  parse("--steps 5 --no-flip --image-ratio=0.5");
  EXPECT_EQ(fields.steps, 1000) << "parsing assigns nothing";
  readYaml("training:\n  steps: 7\n  rate: 0.5\n  flip: true\n", "f", options);
  applyGiven(given, options);
  EXPECT_EQ(fields.steps, 5);
  EXPECT_FALSE(fields.flip);
  EXPECT_EQ(fields.imageRatio, 0.5);
  EXPECT_EQ(fields.rate, 0.5);
}

TEST_F(CommandLineTest, BindingAssignsAtOnce) {
  bindToCommandLine(options, app);
  parse("--seed -3 --flip=false --report-loss all --tokenizer \"a b.json\"");
  EXPECT_EQ(fields.seed, -3);
  EXPECT_FALSE(fields.flip);
  EXPECT_EQ(fields.reportLoss, "all");
  EXPECT_EQ(fields.tokenizer, "a b.json");
}

TEST_F(CommandLineTest, ArgumentsArriveUnchanged) {
  bindToCommandLine(options, app);
  const char* values[] = {"", "[a,b]", "{}", "%%", "a,b", "-", "a\"b", "a=b", "ü ", "/x y/"};
  for (const char* value : values) {
    const char* arguments[] = {"mrm", "--note", value};
    fields.note = "other";
    app.parse(3, arguments);
    EXPECT_EQ(fields.note, value);
  }
}

TEST_F(CommandLineTest, RefusesWithTheSameMessageAsEverywhere) {
  collectFromCommandLine(options, app, given);
  try {
    parse("--image-ratio 2");
    FAIL();
  } catch (const CLI::ValidationError& error) {
    EXPECT_THAT(error.what(), HasSubstr("--image-ratio: must be between 0 and 1, not '2'"));
    EXPECT_NE(error.get_exit_code(), 0);
  }
  EXPECT_THROW(parse("--steps"), CLI::ParseError);
  EXPECT_THROW(parse("--steps 1 --steps 2"), CLI::ParseError);
  EXPECT_THROW(parse("--flip=maybe"), CLI::ParseError);
  EXPECT_THROW(parse("--stepz 1"), CLI::ExtrasError);
}

TEST_F(CommandLineTest, HelpIsGroupedAndSaysRangeUnitDefaultAndPublishedValue) {
  collectFromCommandLine(options, app, given);
  const std::string help = app.help();
  EXPECT_THAT(help, HasSubstr("Masking:"));
  EXPECT_THAT(help, HasSubstr("Training:"));
  EXPECT_THAT(help, HasSubstr("Share of image patches that are hidden. (between 0 and 1; default "
                              "0.75; published 0.75)"));
  EXPECT_THAT(help, HasSubstr("Length of the training. (at most 1000000 steps; default 1000)"));
  EXPECT_THAT(help, HasSubstr("--no-flip"));
}

}  // namespace
}  // namespace mrm
