// Damaged tokenizer files and texts: a named error or a working tokenizer, never a crash or a hang.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/text/tokenizer.h"
#include "core/text/word_masking.h"
#include "tests/mutation.h"
#include "tests/text/odd_text.h"
#include "tests/text/tokenizer_json.h"

namespace mrm {
namespace {

using Json = nlohmann::json;

Json fullFile() {
  Json file =
      testing::tokenizerJson({"a", "##a", "no", "##thorax", ".", "1", "##2", "\xC3\xA9", "[SEP]"});
  file["normalizer"]["normalizers"].push_back(Json::parse(
      R"({"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true, "lowercase": true})"));
  file["normalizer"]["normalizers"].push_back(
      Json::parse(R"({"type": "Replace", "pattern": {"String": "x"}, "content": "aa"})"));
  file["normalizer"]["normalizers"].push_back(
      Json::parse(R"({"type": "Prepend", "prepend": "a"})"));
  file["pre_tokenizer"]["pretokenizers"].push_back(
      Json::parse(R"({"type": "Punctuation", "behavior": "MergedWithNext"})"));
  file["post_processor"] = Json::parse(
      R"({"type": "TemplateProcessing",
          "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                     {"SpecialToken": {"id": "[SEP]", "type_id": 0}}], "pair": [],
          "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [2], "tokens": ["[CLS]"]},
                             "[SEP]": {"id": "[SEP]", "ids": [12], "tokens": ["[SEP]"]}}})");
  file["padding"] = {{"strategy", {{"Fixed", 20}}}, {"pad_token", "[PAD]"}, {"pad_id", 0}};
  file["truncation"] = {{"max_length", 20}, {"strategy", "LongestFirst"}, {"stride", 0}};
  for (std::int64_t i = 0; i < 3; ++i) {
    Json token = testing::addedToken(13 + i, "<" + std::to_string(i) + ">");
    token["lstrip"] = token["rstrip"] = token["normalized"] = token["single_word"] = i > 0;
    file["added_tokens"].push_back(token);
  }
  return file;
}

// Uses everything that a tokenizer can do.
void exercise(const Tokenizer& tokenizer, const std::string& text) {
  const Encoding encoding = tokenizer.encode(text, 20);
  ASSERT_EQ(encoding.ids.size(), 20U);
  ASSERT_EQ(encoding.attentionMask.size(), 20U);
  for (const std::int64_t id : encoding.ids)
    ASSERT_TRUE(id >= 0 && id < tokenizer.vocabularySize());
  const auto masked = maskWholeWords(encoding.ids, tokenizer, 0.5, [] { return 0.25; });
  ASSERT_EQ(masked.size(), 20U);
  tokenizer.join(masked);
  tokenizer.join(tokenizer.pieces(text));
}

TEST(TokenizerHostile, SurvivesDamagedFiles) {
  const Json whole = fullFile();
  ASSERT_NO_FATAL_FAILURE(
      exercise(Tokenizer::fromJson(whole.dump(), "whole"), "no <1> athorax 12."));
  const std::string compact = whole.dump();
  const std::vector<std::string> words = {"no", "<1>", "[MASK]", "a12."};
  int opened = 0;
  constexpr int kFiles = 4000;
  for (std::uint64_t seed = 0; seed < kFiles; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const std::string damaged =
        testing::mutate(compact, random, "{}[]\":,0123456789-.eE\\untrfalse ");
    try {
      const Tokenizer tokenizer = Tokenizer::fromJson(damaged, "damaged");
      ++opened;
      ASSERT_NO_FATAL_FAILURE(exercise(tokenizer, testing::oddText(random, words)));
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()), "");
    }
  }
  EXPECT_GT(opened, 20) << "some damage leaves a file that works";
  EXPECT_LT(opened, kFiles / 2);
}

// Values of the right place but another type or size, which random bytes seldom give.
TEST(TokenizerHostile, SurvivesFilesWithOtherValues) {
  const Json whole = fullFile();
  const Json flat = whole.flatten();
  const std::vector<Json> values = {nullptr,
                                    true,
                                    -1,
                                    0,
                                    4294967295U,
                                    1e300,
                                    "",
                                    "x",
                                    "[MASK]",
                                    "Sequence",
                                    "NFKD",
                                    "Strip",
                                    "Digits",
                                    Json::array(),
                                    Json::object(),
                                    {1, 2},
                                    {{"type", "Sequence"}}};
  const std::vector<std::string> words = {"no", "<1>", "[MASK]", "a12."};
  int opened = 0, refused = 0;
  for (const auto& [place, original] : flat.items()) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      SCOPED_TRACE(place + " = " + values[i].dump());
      Json changed = whole;
      changed[Json::json_pointer(place)] = values[i];
      try {
        const Tokenizer tokenizer = Tokenizer::fromJson(changed.dump(), "changed");
        ++opened;
        Random random(i);
        ASSERT_NO_FATAL_FAILURE(exercise(tokenizer, testing::oddText(random, words)));
      } catch (const Error&) {
        ++refused;
      }
    }
    Json without = whole;
    const Json::json_pointer pointer(place);
    Json& parent = without[pointer.parent_pointer()];
    if (!parent.is_object()) continue;
    parent.erase(pointer.back());
    try {
      exercise(Tokenizer::fromJson(without.dump(), "without " + place), "no");
    } catch (const Error&) {
    }
  }
  EXPECT_GT(opened, 100);
  EXPECT_GT(refused, 100);
}

TEST(TokenizerHostile, SurvivesTextsOfAnyBytes) {
  const Tokenizer tokenizer = Tokenizer::fromJson(fullFile().dump(), "whole");
  const std::vector<std::string> words = {"no",    "<1>",   "<2>",     "[MASK]",
                                          "[CLS]", "[PAD]", "\xF0\x9F"};
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const std::string text =
        testing::mutate(testing::oddText(random, words), random, "\xC3\xE2\xF0\x80\xBF\xFF<>[] \n");
    ASSERT_NO_FATAL_FAILURE(exercise(tokenizer, text));
  }
  exercise(tokenizer, std::string(1'000'000, '\xFF'));
  exercise(tokenizer, std::string(1'000'000, '<'));

  Json file = fullFile();  // a blank that swallows the blanks around it
  file["post_processor"] = nullptr;
  file["added_tokens"].back() = testing::addedToken(15, " ");
  file["added_tokens"].back()["rstrip"] = true;
  EXPECT_EQ(Tokenizer::fromJson(file.dump(), "blank").pieces(std::string(300'000, ' ')).size(),
            300'000U);
}

}  // namespace
}  // namespace mrm
