#include "core/text/tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <thread>

#include "core/base/error.h"
#include "tests/temporary_folder.h"
#include "tests/text/odd_text.h"
#include "tests/text/tokenizer_json.h"

namespace mrm {
namespace {

using Json = nlohmann::json;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Ids from 4 on, in this order.
Json smallFile() {
  return testing::tokenizerJson({"pneumo", "##thorax", "no", "effusion", ".", "-", "x", "ray", "12",
                                 "5", "##5", "(", ")", "cm", "right", "'", "s", "\xC3\xA9"});
}

Tokenizer make(const Json& file) {
  return Tokenizer::fromJson(file.dump(), "test.json");
}

std::vector<std::string> tokensOf(const Tokenizer& tokenizer, std::string_view text) {
  std::vector<std::string> tokens;
  for (const std::int64_t id : tokenizer.pieces(text)) tokens.push_back(tokenizer.token(id));
  return tokens;
}

TEST(Tokenizer, CutsWordsIntoTheLongestPieces) {
  const Tokenizer tokenizer = make(smallFile());
  EXPECT_THAT(tokensOf(tokenizer, "No PneumoThorax."),
              ElementsAre("no", "pneumo", "##thorax", "."));
  EXPECT_THAT(tokensOf(tokenizer, "pneumothoraces effusion"), ElementsAre("[UNK]", "effusion"))
      << "one unknown piece makes the word unknown";
  EXPECT_THAT(tokensOf(tokenizer, "x-ray 125cm 12.5"),
              ElementsAre("x", "-", "ray", "12", "##5", "cm", "12", ".", "5"));
  EXPECT_THAT(tokensOf(tokenizer, ""), ElementsAre());
  EXPECT_THAT(tokensOf(tokenizer, " \n\t\xC2\xA0"), ElementsAre());
}

TEST(Tokenizer, NormalizesAsTheFileSays) {
  Json file = smallFile();
  EXPECT_THAT(tokensOf(make(file), "\xC3\x89"), ElementsAre("[UNK]"))
      << "accents go, and e is no token";
  file["normalizer"] = {{"type", "Lowercase"}};
  EXPECT_THAT(tokensOf(make(file), "\xC3\x89"), ElementsAre("\xC3\xA9"));
  file["normalizer"] = nullptr;
  EXPECT_THAT(tokensOf(make(file), "no No"), ElementsAre("no", "[UNK]"));
}

TEST(Tokenizer, FindsSpecialTokensInsideTheText) {
  const Tokenizer tokenizer = make(smallFile());
  EXPECT_THAT(tokensOf(tokenizer, "no[MASK]effusion [mask]"),
              ElementsAre("no", "[MASK]", "effusion", "[UNK]", "[UNK]", "[UNK]"));
  EXPECT_THAT(tokenizer.pieces("[CLS][PAD]"), ElementsAre(2, 0));
}

TEST(Tokenizer, EncodesWithClassTokenTruncationAndPadding) {
  const Tokenizer tokenizer = make(smallFile());
  const Encoding padded = tokenizer.encode("no pneumothorax", 6);
  EXPECT_THAT(padded.ids, ElementsAre(2, 6, 4, 5, 0, 0));
  EXPECT_THAT(padded.attentionMask, ElementsAre(1, 1, 1, 1, 0, 0));
  const Encoding cut = tokenizer.encode("no pneumothorax", 3);
  EXPECT_THAT(cut.ids, ElementsAre(2, 6, 4)) << "truncation may cut a word";
  EXPECT_THAT(cut.attentionMask, ElementsAre(1, 1, 1));
  EXPECT_THAT(tokenizer.encode("", 2).ids, ElementsAre(2, 0));
  EXPECT_THAT(tokenizer.encode("no", 1).ids, ElementsAre(2));
  EXPECT_THROW(tokenizer.encode("no", 0), Error);
  EXPECT_THROW(tokenizer.encode("no", -1), Error);
}

TEST(Tokenizer, KeepsWhatThePostProcessorAddsAndItsClassTokenOnce) {
  Json file = smallFile();
  file["post_processor"] =
      Json::parse(R"({"type": "BertProcessing", "cls": ["[CLS]", 2], "sep": [".", 8]})");
  const Tokenizer tokenizer = make(file);
  EXPECT_THAT(tokenizer.encode("no pneumothorax", 4).ids, ElementsAre(2, 6, 4, 8));
  EXPECT_THAT(tokenizer.encode("no", 5).ids, ElementsAre(2, 6, 8, 0, 0));
  EXPECT_THROW(tokenizer.encode("no", 2), Error);
}

TEST(Tokenizer, ReplacesBytesThatAreNoUtf8) {
  const Tokenizer tokenizer = make(smallFile());
  EXPECT_THAT(tokensOf(tokenizer, "no \xFF no"), ElementsAre("no", "[UNK]", "no"));
  EXPECT_THAT(tokensOf(tokenizer, "no\xE2\x82"), ElementsAre("no", "[UNK]"));
  EXPECT_EQ(tokenizer.pieces(std::string("no\0no", 5)).size(), 3U);
}

TEST(Tokenizer, AnswersAboutItsTokens) {
  const Tokenizer tokenizer = make(smallFile());
  EXPECT_EQ(tokenizer.vocabularySize(), 22);
  EXPECT_EQ(tokenizer.id("##thorax"), 5);
  EXPECT_EQ(tokenizer.id("thorax"), -1);
  EXPECT_EQ(tokenizer.id(""), -1);
  EXPECT_EQ(tokenizer.token(5), "##thorax");
  EXPECT_TRUE(tokenizer.continuesWord(5));
  EXPECT_FALSE(tokenizer.continuesWord(4));
  for (std::int64_t id = 0; id < 22; ++id) EXPECT_EQ(tokenizer.isSpecial(id), id < 4) << id;
  for (const std::int64_t id : {std::int64_t{-1}, std::int64_t{22}}) {
    EXPECT_THROW(tokenizer.token(id), std::out_of_range);
    EXPECT_THROW(tokenizer.continuesWord(id), std::out_of_range);
    EXPECT_THROW(tokenizer.isSpecial(id), std::out_of_range);
    EXPECT_THROW(tokenizer.join({id}), std::out_of_range);
  }
}

TEST(Tokenizer, JoinsPiecesForReading) {
  const Tokenizer tokenizer = make(smallFile());
  const auto again = [&](const char* text) { return tokenizer.join(tokenizer.pieces(text)); };
  EXPECT_EQ(again("pneumothorax"), "pneumothorax");
  EXPECT_EQ(again("No x-ray. Effusion (12.5 cm) ."), "no x-ray. effusion (12.5 cm).");
  EXPECT_EQ(again("right 's effusion"), "right's effusion");
  EXPECT_EQ(again("no - effusion [MASK]."), "no-effusion [MASK].");
  EXPECT_EQ(tokenizer.join({2, 6, 3, 0, 0}), "no [MASK]");
  EXPECT_EQ(tokenizer.join({5, 5}), "thoraxthorax");
  EXPECT_EQ(tokenizer.join({}), "");
}

TEST(Tokenizer, TakesAddedTokensBeyondTheVocabulary) {
  Json file = smallFile();
  file["added_tokens"].push_back(testing::addedToken(22, "[SEP]"));
  file["added_tokens"].push_back(testing::addedToken(23, "<age>"));
  file["added_tokens"][5]["special"] = false;
  const Tokenizer tokenizer = make(file);
  EXPECT_EQ(tokenizer.vocabularySize(), 24);
  EXPECT_THAT(tokenizer.pieces("no<age>[SEP]"), ElementsAre(6, 23, 22));
  EXPECT_TRUE(tokenizer.isSpecial(22));
  EXPECT_FALSE(tokenizer.isSpecial(23));
}

TEST(Tokenizer, MakesVeryLongWordsUnknown) {
  const Tokenizer tokenizer = make(testing::tokenizerJson({"a", "##a"}));
  EXPECT_EQ(tokenizer.pieces(std::string(100, 'a')).size(), 100U);
  EXPECT_THAT(tokenizer.pieces(std::string(101, 'a')), ElementsAre(1));
  EXPECT_THAT(tokenizer.pieces(std::string(10'000'000, 'a')), ElementsAre(1));
}

TEST(Tokenizer, GivesTheSameIdsToManyThreads) {
  const Tokenizer tokenizer = make(smallFile());
  const std::vector<std::string> words = {"pneumothorax", "[MASK]", "\xC3\x89", "12.5"};
  std::vector<std::string> texts;
  std::vector<std::vector<std::int64_t>> expected;
  Random random(7);
  for (int i = 0; i < 300; ++i) {
    texts.push_back(testing::oddText(random, words));
    expected.push_back(tokenizer.encode(texts.back(), 30).ids);
  }
  std::vector<int> wrong(4);
  std::vector<std::jthread> threads;
  for (int& count : wrong)
    threads.emplace_back([&] {
      for (std::size_t i = 0; i < texts.size(); ++i)
        count += tokenizer.encode(texts[i], 30).ids != expected[i];
    });
  threads.clear();
  EXPECT_THAT(wrong, ElementsAre(0, 0, 0, 0));
}

std::string errorOf(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

// The error for the small file after a change.
std::string errorAfter(const std::function<void(Json&)>& change) {
  Json file = smallFile();
  change(file);
  return errorOf([&] { make(file); });
}

TEST(TokenizerFile, NamesWhatIsNotSupported) {
  const auto with = [](const char* key, const char* value) {
    return errorAfter([&](Json& file) { file[key] = Json::parse(value); });
  };
  EXPECT_THAT(
      with("normalizer", R"({"type": "Precompiled"})"),
      AllOf(HasSubstr("test.json: normalizer"), HasSubstr("\"Precompiled\" is not supported")));
  EXPECT_THAT(with("normalizer", R"({"type": "Sequence", "normalizers": [{"type": "Nmt"}]})"),
              HasSubstr("\"Nmt\" is not supported"));
  EXPECT_THAT(
      with("normalizer", R"({"type": "Replace", "pattern": {"Regex": "a+"}, "content": ""})"),
      HasSubstr("regular expression"));
  EXPECT_THAT(
      with("normalizer", R"({"type": "Replace", "pattern": {"String": ""}, "content": "a"})"),
      HasSubstr("empty text"));
  EXPECT_THAT(with("pre_tokenizer", R"({"type": "ByteLevel"})"),
              HasSubstr("\"ByteLevel\" is not supported"));
  EXPECT_THAT(with("pre_tokenizer", R"({"type": "Punctuation", "behavior": "Nicely"})"),
              HasSubstr("Nicely"));
  EXPECT_THAT(with("post_processor", R"({"type": "ByteLevel"})"),
              HasSubstr("post-processor \"ByteLevel\""));
  EXPECT_THAT(with("version", "\"2.0\""), HasSubstr("version"));
  EXPECT_THAT(errorAfter([](Json& file) { file["model"]["type"] = "BPE"; }),
              AllOf(HasSubstr("test.json: model"), HasSubstr("\"BPE\" is not supported")));
}

TEST(TokenizerFile, NamesWhatIsWrongWithTheVocabulary) {
  const auto withId = [](const char* token, const Json& id) {
    return errorAfter([&](Json& file) { file["model"]["vocab"][token] = id; });
  };
  EXPECT_THAT(withId("no", 4),
              AllOf(HasSubstr("id 4"), HasSubstr("\"no\""), HasSubstr("\"pneumo\"")));
  EXPECT_THAT(withId("no", 22), HasSubstr("22 of \"no\" is out of range"));
  EXPECT_THAT(withId("no", -1), HasSubstr("out of range"));
  EXPECT_THAT(withId("no", 18446744073709551615U), HasSubstr("out of range"));
  EXPECT_THAT(withId("no", 1.5), HasSubstr("whole number"));
  EXPECT_THAT(withId("no", "6"), HasSubstr("whole number"));
  EXPECT_THAT(errorAfter([](Json& file) { file["model"]["vocab"] = Json::object(); }),
              HasSubstr("\"vocab\""));
  EXPECT_THAT(errorAfter([](Json& file) { file["model"]["unk_token"] = "<unk>"; }),
              HasSubstr("lacks the token \"<unk>\""));
  EXPECT_THAT(errorAfter([](Json& file) { file["model"]["continuing_subword_prefix"] = ""; }),
              HasSubstr("continuing_subword_prefix"));
  EXPECT_THAT(errorAfter([](Json& file) { file["model"]["max_input_chars_per_word"] = 1e9; }),
              HasSubstr("max_input_chars_per_word"));
  EXPECT_THAT(errorAfter([](Json& file) { file["model"]["max_input_chars_per_word"] = 0; }),
              HasSubstr("max_input_chars_per_word"));
  for (const char* key :
       {"type", "unk_token", "continuing_subword_prefix", "max_input_chars_per_word", "vocab"})
    EXPECT_THAT(errorAfter([&](Json& file) { file["model"].erase(key); }),
                AllOf(HasSubstr(key), HasSubstr("missing")));
  EXPECT_THAT(errorAfter([](Json& file) { file.erase("model"); }),
              HasSubstr("\"model\" is missing"));
}

TEST(TokenizerFile, NamesMissingSpecialTokens) {
  const std::vector<std::string> specials = {"[PAD]", "[UNK]", "[CLS]", "[MASK]"};
  for (std::size_t id = 0; id < specials.size(); ++id)
    EXPECT_THAT(errorAfter([&](Json& file) {
                  file["added_tokens"].erase(id);
                  file["model"]["vocab"].erase(specials[id]);
                  file["model"]["vocab"]["other"] = id;
                }),
                HasSubstr("lacks the token \"" + specials[id] + "\""));
  EXPECT_EQ(errorAfter([](Json& file) { file["added_tokens"].clear(); }), "no error")
      << "the vocabulary alone may hold them";
}

TEST(TokenizerFile, NamesWhatIsWrongWithAddedTokens) {
  const auto added = [](std::int64_t id, const char* content) {
    return errorAfter(
        [&](Json& file) { file["added_tokens"].push_back(testing::addedToken(id, content)); });
  };
  EXPECT_THAT(added(3, "<new>"), HasSubstr("id 3 stands twice"));
  EXPECT_THAT(added(22, "no"), HasSubstr("\"no\" has the id 22 here and 6 elsewhere"));
  EXPECT_THAT(added(25, "<new>"), HasSubstr("25"));
  EXPECT_THAT(added(1'000'000'000'000, "<new>"), HasSubstr("out of range"));
  EXPECT_THAT(added(-3, "<new>"), HasSubstr("out of range"));
  EXPECT_EQ(added(22, "<new>"), "no error");
  EXPECT_THAT(errorAfter([](Json& file) {
                for (const char* content : {"<New>", "<new>"}) {
                  Json token = testing::addedToken(
                      18 + static_cast<std::int64_t>(file["added_tokens"].size()), content);
                  token["normalized"] = true;
                  file["added_tokens"].push_back(token);
                }
              }),
              HasSubstr("the same as another"));
  EXPECT_THAT(errorAfter([](Json& file) { file["added_tokens"][0]["special"] = "yes"; }),
              HasSubstr("\"special\""));
  EXPECT_THAT(errorAfter([](Json& file) { file["added_tokens"] = 7; }), HasSubstr("added_tokens"));
}

TEST(TokenizerFile, RefusesWhatIsNoTokenizerFile) {
  const auto error = [](const std::string& text) {
    return errorOf([&] { Tokenizer::fromJson(text, "test.json"); });
  };
  EXPECT_THAT(error(""), HasSubstr("test.json: is not valid JSON"));
  EXPECT_THAT(error("{\"model\": {"), HasSubstr("is not valid JSON at byte"));
  EXPECT_THAT(error("[]"), HasSubstr("must hold an object"));
  EXPECT_THAT(error("null"), HasSubstr("must hold an object"));
  EXPECT_THAT(error("{}"), HasSubstr("\"model\" is missing"));
  EXPECT_THAT(error("{\"a\": \"\xFF\"}"), HasSubstr("is not valid JSON"));
  EXPECT_THAT(error("{\"a\": \"\\ud800\"}"), HasSubstr("is not valid JSON"));
  EXPECT_THAT(error(std::string(1'000'000, '[')), HasSubstr("nested deeper"));
  std::string many = "[0";
  for (int i = 0; i < 5'000'000; ++i) many += ",0";
  EXPECT_THAT(error(many + "]"), HasSubstr("more than 4000000 values"));
  EXPECT_THAT(error(std::string((std::size_t{64} << 20) + 1, ' ')), HasSubstr("larger than"));
  const testing::TemporaryFolder folder;
  EXPECT_THAT(errorOf([&] { Tokenizer::fromFile(folder.path() / "none.json"); }),
              HasSubstr("none.json"));
  EXPECT_THAT(errorOf([&] { Tokenizer::fromFile(folder.path()); }), HasSubstr("folder"));
}

TEST(TokenizerFile, BoundsWhatItsReplacementsDoToAText) {
  Json file = smallFile();
  Json steps = Json::array();
  for (int i = 0; i < 40; ++i)
    steps.push_back({{"type", "Replace"}, {"pattern", {{"String", "a"}}}, {"content", "aa"}});
  file["normalizer"] = {{"type", "Sequence"}, {"normalizers", steps}};
  const Tokenizer tokenizer = make(file);
  EXPECT_THAT(errorOf([&] { tokenizer.pieces("a"); }), HasSubstr("too long"));
  EXPECT_EQ(tokenizer.pieces("no").size(), 1U);
  for (int i = 0; i < 100; ++i) file["normalizer"]["normalizers"].push_back({{"type", "NFC"}});
  EXPECT_THAT(errorOf([&] { make(file); }), HasSubstr("64 normalizers"));
}

}  // namespace
}  // namespace mrm
