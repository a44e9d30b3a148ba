#include "core/options/yaml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/mutation.h"
#include "tests/options/sample_options.h"

using ::testing::HasSubstr;

namespace mrm {
namespace {

class YamlTest : public ::testing::Test {
 protected:
  YamlTest() { fields.declare(options); }

  Error errorOf(std::string_view yaml) {
    try {
      readYaml(yaml, "run.yaml", options);
    } catch (const Error& error) {
      return error;
    }
    ADD_FAILURE() << "accepted: " << yaml.substr(0, 200);
    return Error("");
  }

  SampleOptions fields;
  OptionSet options;
};

TEST_F(YamlTest, SetsWhatIsNamedAndLeavesTheRest) {
  readYaml("# a comment\ntraining:\n  steps: 20\n  note: 'it''s'\n  flip: false\nmasking:\n", "f",
           options);
  EXPECT_EQ(fields.steps, 20);
  EXPECT_EQ(fields.note, "it's");
  EXPECT_FALSE(fields.flip);
  EXPECT_EQ(fields.imageRatio, 0.75);
  readYaml("", "f", options);
  readYaml("---\n# nothing\n...\n", "f", options);
  readYaml("\xEF\xBB\xBFtraining: {steps: 21, note: }\r\n", "f", options);
  EXPECT_EQ(fields.steps, 21);
  EXPECT_EQ(fields.note, "");
  readYaml("\xEF\xBB\xBF# ü\r\ntraining:\r\n  note: 'ü ''é'\r\n  tokenizer: \"é\\\"x\" # ö\r\n",
           "f", options);
  EXPECT_EQ(fields.note, "ü 'é");
  EXPECT_EQ(fields.tokenizer, "é\"x");
}

TEST_F(YamlTest, ErrorsNameFileAndLineAndTheNearestKey) {
  const struct {
    const char *yaml, *where, *problem, *advice;
  } cases[] = {
      {"training:\n  stpes: 5\n", "run.yaml:2", "there is no key 'stpes' in section training",
       "Did you mean training.steps?"},
      {"training:\n\n  image_ratio: 5\n", "run.yaml:3", "no key 'image_ratio'",
       "Did you mean masking.image_ratio?"},
      {"trainig:\n  steps: 5\n", "run.yaml:1", "there is no section 'trainig'",
       "Did you mean training?"},
      {"steps: 5\n", "run.yaml:1", "there is no section 'steps'", "Did you mean training.steps?"},
      {"training:\n  steps: many\n", "run.yaml:2",
       "training.steps must be a whole number, not 'many'", ""},
      {"training:\n  flip: yes\n", "run.yaml:2", "training.flip must be true or false", ""},
      {"masking:\n  image_ratio: 2\n", "run.yaml:2",
       "masking.image_ratio must be between 0 and 1, not '2'", ""},
      {"training:\n  steps: 1\n  flip: true\n  steps: 2\n", "run.yaml:4",
       "training.steps stands twice", ""},
      {"training:\n  steps: 1\nmasking:\ntraining:\n", "run.yaml:4",
       "section training stands twice", ""},
      {"training:\n  steps: [1, 2]\n", "run.yaml:2",
       "a list stands where a single value for training.steps", ""},
      {"training:\n  steps:\n    a: 1\n", "run.yaml:3",
       "a group of keys stands where a single value", ""},
      {"training: 5\n", "run.yaml:1", "a single value stands where the keys of section training",
       ""},
      {"- training\n", "run.yaml:1", "a list stands where a group of sections", ""},
      {"just text\n", "run.yaml:1", "a single value stands where a group of sections", ""},
      {"training:\n  note: 'open\n", "run.yaml:2", "a quote is not closed on its line", ""},
      {"training:\n  note: \"open\\\"\n  steps: 3\n", "run.yaml:2", "a quote is not closed", ""},
      {"training:\n  note: 'open", "run.yaml:2", "no valid YAML", ""},
      {"training:\n  note: |\n    text\n", "run.yaml:2", "a block of text", ""},
      {"training:\n  note: !!str a\n", "run.yaml:2", "tags (!name)", ""},
      {"training:\n  note: a\n bad: 1\n", "run.yaml:3", "no valid YAML", ""},
      {"training:\n  steps: 1\n---\ntraining:\n", "run.yaml:3", "a second document", ""},
      {"training: &a\n  steps: 1\n", "run.yaml:1", "anchors", "Write the value out."},
      {"training:\n  note: &a b\n", "run.yaml:2", "anchors", ""},
      {"training:\n  note: \x01\n", "run.yaml:2", "a control character", ""},
      {"training:\n  note: \xff\n", "run.yaml:2", "no UTF-8", ""},
      {"? [a, b]\n: c\n", "run.yaml:1", "a list stands where a section's name", ""},
  };
  for (const auto& c : cases) {
    const Error error = errorOf(c.yaml);
    EXPECT_THAT(error.where(), HasSubstr(c.where)) << c.yaml;
    EXPECT_THAT(error.problem(), HasSubstr(c.problem)) << c.yaml;
    EXPECT_THAT(error.advice(), HasSubstr(c.advice)) << c.yaml;
  }
}

TEST_F(YamlTest, ARefusedFileChangesNothing) {
  const std::string before = writeYaml(options);
  errorOf("training:\n  steps: 5\n  flip: maybe\n");
  EXPECT_EQ(writeYaml(options), before);
}

// What would cost more than the time that a test is given.
TEST_F(YamlTest, NestingAliasesAndSizeCostNothing) {
  std::string laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'p'; ++c) {
    const std::string last(1, static_cast<char>(c - 1));
    laughs += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) laughs += "*" + last + ", ";
    laughs += "]\n";
  }
  errorOf(laughs);
  errorOf("training: *a\n");
  const std::string shapes[] = {"[",  "{",   "- ",  "? ",  "{a: ", "[[a], ", "'", "\"\\",
                                "!",  "&a ", "*a ", "a: ", "|\n",  ">\n ",   "%", "#",
                                "\n", "\t",  " ",   ": ",  "--- ", "a\n"};
  for (const std::string& shape : shapes) {
    std::string deep;
    while (deep.size() + shape.size() <= kYamlLimit) deep += shape;
    for (const char* prefix : {"", "training:\n  note: ", "training:\n  "}) {
      const std::string yaml = (prefix + deep).substr(0, kYamlLimit);
      try {
        readYaml(yaml, "f", options);
      } catch (const Error&) {
      }
    }
  }
  errorOf(std::string(kYamlLimit + 1, ' '));
}

TEST_F(YamlTest, WhatIsWrittenReadsBackToTheIdenticalValues) {
  Random random(11);
  const std::string pieces[] = {
      "a",      "B",      "7",  "-",    ".",    " ",  "'",   "\"",   "\\",   "\n",   "\t",
      "\r",     ":",      ": ", "#",    " #",   "{",  "]",   ",",    "&",    "*",    "!",
      "|",      ">",      "%",  "@",    "`",    "~",  "ü",   "日本", "\x01", "\x7f", "\u0085",
      "\u2028", "\uFEFF", "😀",  "null", "true", "no", "1e5", "---",  "?",    "\x1f", "\U0010FFFF"};
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::uint64_t n = random.below(6); n > 0; --n)
      text += pieces[random.below(std::size(pieces))];
    fields.note = text;
    fields.tokenizer = text + "/x";
    fields.anything = std::bit_cast<double>(random.next());
    if (!std::isfinite(fields.anything)) fields.anything = 0.1;
    fields.seed = static_cast<std::int64_t>(random.next());
    fields.flip = random.chance(0.5);
    const std::string yaml = writeYaml(options);
    SampleOptions copy;
    OptionSet copied;
    copy.declare(copied);
    copy.note = "other";
    ASSERT_NO_THROW(readYaml(yaml, "f", copied)) << yaml;
    ASSERT_EQ(copy.note, fields.note) << yaml;
    ASSERT_EQ(copy.tokenizer, fields.tokenizer) << yaml;
    ASSERT_EQ(std::bit_cast<std::uint64_t>(copy.anything),
              std::bit_cast<std::uint64_t>(fields.anything));
    ASSERT_EQ(copy.seed, fields.seed);
    ASSERT_EQ(copy.flip, fields.flip);
    ASSERT_EQ(writeYaml(copied).size() > 0, true);
  }
}

TEST_F(YamlTest, CommentsSayHelpRangeUnitAndPublishedValue) {
  const std::string yaml = writeYaml(options);
  EXPECT_THAT(yaml, HasSubstr("# What is hidden from the model.\nmasking:\n"
                              "  # Share of image patches that are hidden. (between 0 and 1; "
                              "default 0.75; published 0.75)\n"
                              "  image_ratio: 0.75\n"));
  EXPECT_THAT(yaml, HasSubstr("(at most 1000000 steps; default 1000)\n  steps: 1000\n"));
  EXPECT_THAT(yaml, HasSubstr("  rate: 1.0e-04\n"));  // a number to YAML 1.1 readers also
  EXPECT_THAT(yaml, HasSubstr("  note: \"\"\n"));
}

TEST_F(YamlTest, MutatedFilesAreReadOrRefusedByName) {
  const std::string valid = writeYaml(options);
  Random random(3);
  int refused = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string yaml = mrm::testing::mutate(valid, random, "\n :#-?&*!|>'\"%@`[]{},~\t0eE.");
    const std::string before = writeYaml(options);
    try {
      readYaml(yaml, "run.yaml", options);
    } catch (const Error& error) {
      ++refused;
      ASSERT_THAT(error.where(), ::testing::StartsWith("run.yaml:"));
      ASSERT_EQ(writeYaml(options), before);
    }
  }
  EXPECT_GT(refused, 1000);
  EXPECT_LT(refused, 3000);
}

}  // namespace
}  // namespace mrm
