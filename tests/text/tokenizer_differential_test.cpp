// The same ids as Hugging Face tokenizers for odd texts, under every setting that a file may have.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/text/tokenizer.h"
#include "tests/python.h"
#include "tests/temporary_folder.h"
#include "tests/text/odd_text.h"
#include "tests/text/tokenizer_json.h"

namespace mrm {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t kLength = 24;

const std::vector<std::string>& words() {
  static const std::vector<std::string> all = {
      "effusion",  "Pneumothorax", "x-ray", "no",          "[MASK]",       "[CLS]", "[PAD]",
      "[UNK]",     "[mask]",       "<B>",   "<b>",         "Tag",          "tag",   "<<S>>",
      "A\xCC\x88", "\xC3\x84",     "__",    "##a",         "\xE2\x96\x81", "  ",    "\t\n",
      "\xC2\xA0",  "don't",        "12.5",  "\xEF\xBF\xBD"};
  return all;
}

// Every code point that odd texts are made of, alone and continuing a word, so that no difference
// hides behind [UNK].
Json baseFile() {
  std::vector<std::string> tokens = {"effusion", "pneumo", "##thorax", "ray",
                                     "##ff",     "tag",    "<",        "##b"};
  for (const char32_t c : testing::oddCodePoints()) {
    std::string token;
    text::append(token, c);
    tokens.push_back(token);
    tokens.push_back("##" + token);
  }
  return testing::tokenizerJson(tokens);
}

Json addTokens(Json file) {
  const Json& vocabulary = file["model"]["vocab"];
  auto next = static_cast<std::int64_t>(vocabulary.size());
  const auto add = [&](const char* content, const std::vector<const char*>& on) {
    Json token = testing::addedToken(
        vocabulary.contains(content) ? vocabulary[content].get<std::int64_t>() : next++, content);
    token["special"] = false;
    for (const char* flag : on) token[flag] = true;
    file["added_tokens"].push_back(token);
  };
  add("<B>", {"lstrip"});
  add("<<S>>", {"lstrip", "rstrip", "single_word"});
  add("Tag", {"normalized", "single_word"});
  add("\xC3\x84", {"normalized", "rstrip"});
  add("__", {});
  add("_", {"single_word"});
  add("\t", {"lstrip", "rstrip"});
  add("\n", {});
  add("\r", {"rstrip"});
  return file;
}

struct Case {
  std::string name;
  Json file;
  bool addsClassToken = false;
};

std::vector<Case> cases() {
  const Json base = baseFile();
  std::vector<Case> all{{"published", base}, {"added tokens", addTokens(base)}};
  const auto with = [&](const char* name, const char* key, const char* value) {
    all.push_back({name, addTokens(base)});
    all.back().file[key] = Json::parse(value);
  };
  with("no normalizer", "normalizer", "null");
  with("NFD", "normalizer", R"({"type": "NFD"})");
  with("NFC", "normalizer", R"({"type": "NFC"})");
  with("NFKC", "normalizer", R"({"type": "NFKC"})");
  with("Bert normalizer", "normalizer",
       R"({"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
           "strip_accents": null, "lowercase": true})");
  with("Bert normalizer, cased", "normalizer",
       R"({"type": "BertNormalizer", "clean_text": false, "handle_chinese_chars": false,
           "strip_accents": true, "lowercase": false})");
  with("strip, replace, prepend", "normalizer",
       R"({"type": "Sequence", "normalizers": [
           {"type": "Strip", "strip_left": true, "strip_right": false},
           {"type": "Replace", "pattern": {"String": "a"}, "content": "b-a"},
           {"type": "Replace", "pattern": {"String": " "}, "content": "_"},
           {"type": "Prepend", "prepend": "\u2581"}]})");
  with("strip right", "normalizer",
       R"({"type": "Strip", "strip_left": false, "strip_right": true})");
  with("no pre-tokenizer", "pre_tokenizer", "null");
  with("white space alone", "pre_tokenizer", R"({"type": "WhitespaceSplit"})");
  with("Bert", "pre_tokenizer", R"({"type": "BertPreTokenizer"})");
  with("single digits", "pre_tokenizer",
       R"({"type": "Sequence", "pretokenizers": [
           {"type": "WhitespaceSplit"}, {"type": "Digits", "individual_digits": true}]})");
  for (const char* behavior :
       {"Removed", "Isolated", "Contiguous", "MergedWithPrevious", "MergedWithNext"})
    with(behavior, "pre_tokenizer",
         (std::string(R"({"type": "Punctuation", "behavior": ")") + behavior + "\"}").c_str());
  with("Bert processing", "post_processor",
       R"({"type": "BertProcessing", "sep": ["[MASK]", 3], "cls": ["[CLS]", 2]})");
  all.back().addsClassToken = true;
  with("template", "post_processor",
       R"({"type": "TemplateProcessing",
           "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                      {"SpecialToken": {"id": "E", "type_id": 0}}],
           "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
           "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [2], "tokens": ["[CLS]"]},
                              "E": {"id": "E", "ids": [3, 1], "tokens": ["[MASK]", "[UNK]"]}}})");
  all.back().addsClassToken = true;
  return all;
}

constexpr const char* kProgram = R"(
import json
from tokenizers import Tokenizer
for case in json.load(open('cases.json')):
    tokenizer = Tokenizer.from_file(case['file'])
    for text in case['texts']:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        pieces = tokenizer.encode(text, add_special_tokens=False).ids
        tokenizer.enable_truncation(max_length=case['length'])
        tokenizer.enable_padding(length=case['length'])
        whole = tokenizer.encode(text if case['adds_class_token'] else '[CLS] ' + text)
        print(json.dumps([pieces, whole.ids, whole.attention_mask]))
)";

TEST(TokenizerDifferential, GivesTheIdsOfTheReferenceImplementationForOddTexts) {
  MRM_PYTHON_OR_SKIP(python, "tokenizers");
  const char* setting = std::getenv("MRM_TOKENIZER_TRIALS");  // texts for each case
  const int trials = setting ? std::atoi(setting) : 150;
  const testing::TemporaryFolder folder;
  std::vector<Case> all = cases();
  std::vector<std::vector<std::string>> texts;
  Json request = Json::array();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string file = "tokenizer" + std::to_string(i) + ".json";
    testing::writeFile(folder.path() / file, all[i].file.dump());
    Random random(20, {i});
    texts.emplace_back();
    for (int trial = 0; trial < trials; ++trial)
      texts.back().push_back(testing::oddText(random, words()));
    request.push_back({{"file", file},
                       {"texts", texts.back()},
                       {"length", kLength},
                       {"adds_class_token", all[i].addsClassToken}});
  }
  testing::writeFile(folder.path() / "cases.json", request.dump(-1, ' ', true));
  std::istringstream answers(testing::runPython(python, folder.path(), kProgram));
  std::size_t compared = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    SCOPED_TRACE(all[i].name);
    const Tokenizer tokenizer = Tokenizer::fromJson(all[i].file.dump(), all[i].name);
    for (const std::string& odd : texts[i]) {
      std::string line;
      ASSERT_TRUE(std::getline(answers, line));
      const Json answer = Json::parse(line);
      const Encoding encoding = tokenizer.encode(odd, kLength);
      ASSERT_EQ(Json(tokenizer.pieces(odd)), answer[0]) << Json(odd).dump(-1, ' ', true);
      ASSERT_EQ(Json(encoding.ids), answer[1]) << Json(odd).dump(-1, ' ', true);
      ASSERT_EQ(Json(encoding.attentionMask), answer[2]);
      ++compared;
    }
  }
  EXPECT_EQ(compared, all.size() * static_cast<std::size_t>(trials));
}

}  // namespace
}  // namespace mrm
