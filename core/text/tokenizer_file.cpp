#include "core/text/tokenizer_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/text/json_reading.h"

namespace mrm::text {
namespace {

constexpr std::size_t kMaximumTokens = std::size_t{1} << 20;
constexpr std::size_t kMaximumTokenBytes = 512;
constexpr std::size_t kMaximumVocabularyBytes = std::size_t{8} << 20;  // 30,000 tokens have 200 KB
constexpr std::int64_t kMaximumWordLength = 10'000;

std::string inQuotes(const std::string& token) {
  return "\"" + printable(token, 64) + "\"";
}

void readModel(const Json& json, const std::string& where, TokenizerFile& file) {
  const std::string& type = stringMember(json, "type", where);
  if (type != "WordPiece")
    throw Error("the model " + inQuotes(type) + " is not supported", where,
                "It must be WordPiece.");
  file.unknownToken = stringMember(json, "unk_token", where);
  file.continuingPrefix = stringMember(json, "continuing_subword_prefix", where);
  if (file.continuingPrefix.empty())
    throw Error("\"continuing_subword_prefix\" is empty, so that whole words cannot be told apart",
                where);
  const std::int64_t longest = integerMember(json, "max_input_chars_per_word", where);
  if (longest < 1 || longest > kMaximumWordLength)
    throw Error(
        "\"max_input_chars_per_word\" must be from 1 to " + std::to_string(kMaximumWordLength),
        where);
  file.maximumWordLength = static_cast<std::size_t>(longest);

  const Json& vocabulary = member(json, "vocab", where);
  if (!vocabulary.is_object() || vocabulary.empty())
    throw Error("\"vocab\" must be an object from tokens to ids", where);
  const std::size_t count = vocabulary.size();
  if (count > kMaximumTokens)
    throw Error("\"vocab\" has more than " + std::to_string(kMaximumTokens) + " tokens", where);
  const std::string vocabularyWhere = where + ": vocab";
  file.vocabulary.resize(count);
  std::vector<bool> taken(count);
  std::size_t bytes = 0;
  for (const auto& [token, value] : vocabulary.items()) {
    if (!value.is_number_integer())
      throw Error("the id of " + inQuotes(token) + " must be a whole number", vocabularyWhere);
    const auto id = value.get<std::int64_t>();  // what exceeds its range becomes negative
    if (id < 0 || id >= static_cast<std::int64_t>(count))
      throw Error("the id " + std::to_string(id) + " of " + inQuotes(token) +
                      " is out of range: " + std::to_string(count) + " tokens have the ids 0 to " +
                      std::to_string(count - 1),
                  vocabularyWhere);
    const auto index = static_cast<std::size_t>(id);
    if (taken[index])
      throw Error("the id " + std::to_string(id) + " stands for " +
                      inQuotes(file.vocabulary[index]) + " and for " + inQuotes(token),
                  vocabularyWhere);
    if (token.size() > kMaximumTokenBytes)
      throw Error("the token " + std::to_string(id) + " is longer than " +
                      std::to_string(kMaximumTokenBytes) + " bytes",
                  vocabularyWhere);
    bytes += token.size();
    if (bytes > kMaximumVocabularyBytes)
      throw Error("the tokens have more than " + std::to_string(kMaximumVocabularyBytes) + " bytes",
                  vocabularyWhere);
    taken[index] = true;
    file.vocabulary[index] = token;
  }
}

void readAddedTokens(const Json& json, const std::string& where, TokenizerFile& file) {
  if (!json.is_array()) throw Error("must be a list", where);
  if (json.size() > kMaximumTokens)
    throw Error("has more than " + std::to_string(kMaximumTokens) + " tokens", where);
  for (const Json& one : json) {
    AddedToken token;
    token.content = stringMember(one, "content", where);
    if (token.content.empty()) continue;  // as tokenizers does it
    if (token.content.size() > kMaximumTokenBytes)
      throw Error("holds a token longer than " + std::to_string(kMaximumTokenBytes) + " bytes",
                  where);
    const std::int64_t id = integerMember(one, "id", where);
    if (id < 0 || id >= static_cast<std::int64_t>(file.vocabulary.size() + json.size()))
      throw Error(
          "the id " + std::to_string(id) + " of " + inQuotes(token.content) + " is out of range",
          where);
    token.id = static_cast<std::int32_t>(id);
    token.singleWord = boolMember(one, "single_word", false, where);
    token.leftStrip = boolMember(one, "lstrip", false, where);
    token.rightStrip = boolMember(one, "rstrip", false, where);
    token.special = boolMember(one, "special", false, where);
    token.normalized = boolMember(one, "normalized", !token.special, where);
    file.addedTokens.push_back(std::move(token));
  }
  std::stable_sort(file.addedTokens.begin(), file.addedTokens.end(),
                   [](const AddedToken& a, const AddedToken& b) { return a.id < b.id; });
}

// An added token is a token of the vocabulary, under the same id, or a new one after it.
void checkAddedIds(const std::string& where, const TokenizerFile& file) {
  std::unordered_map<std::string_view, std::int32_t> ids;
  for (std::size_t i = 0; i < file.vocabulary.size(); ++i)
    ids.emplace(file.vocabulary[i], static_cast<std::int32_t>(i));
  std::size_t next = file.vocabulary.size();
  std::int32_t before = -1;
  for (const AddedToken& token : file.addedTokens) {
    if (token.id == before)
      throw Error("the id " + std::to_string(token.id) + " stands twice", where);
    before = token.id;
    const auto [known, isNew] = ids.emplace(token.content, token.id);
    if (known->second != token.id)
      throw Error(inQuotes(token.content) + " has the id " + std::to_string(token.id) +
                      " here and " + std::to_string(known->second) + " elsewhere",
                  where);
    if (isNew && static_cast<std::size_t>(token.id) != next++)
      throw Error("the id " + std::to_string(token.id) + " of " + inQuotes(token.content) +
                      " does not follow the ids before it",
                  where);
  }
}

std::int32_t idOf(const Json& value, const std::string& where, const TokenizerFile& file) {
  const auto size = file.vocabulary.size() + file.addedTokens.size();
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() >= size)
    throw Error("names an id that the vocabulary does not have", where);
  return value.get<std::int32_t>();
}

// [token, id] of BertProcessing.
std::int32_t idOfPair(const Json& json, const char* key, const std::string& where,
                      const TokenizerFile& file) {
  const Json& pair = member(json, key, where);
  if (!pair.is_array() || pair.size() != 2)
    throw Error(inQuotes(key) + " must be a token and its id", where);
  return idOf(pair[1], where, file);
}

void readTemplate(const Json& json, const std::string& where, TokenizerFile& file) {
  const Json& single = member(json, "single", where);
  const Json& specials = member(json, "special_tokens", where);
  if (!single.is_array() || single.size() > 64)
    throw Error("\"single\" must be a short list", where);
  if (!specials.is_object()) throw Error("\"special_tokens\" must be an object", where);
  int texts = 0;
  for (const Json& piece : single) {
    if (!piece.is_object()) throw Error("\"single\" must hold objects", where);
    if (const auto text = piece.find("Sequence"); text != piece.end()) {
      if (stringMember(*text, "id", where) != "A")
        throw Error("\"single\" must hold the text A alone", where);
      ++texts;
      continue;
    }
    const std::string& name = stringMember(member(piece, "SpecialToken", where), "id", where);
    const Json& ids = member(member(specials, name.c_str(), where), "ids", where);
    if (!ids.is_array() || ids.size() > 64) throw Error("\"ids\" must be a short list", where);
    for (const Json& id : ids)
      (texts > 0 ? file.after : file.before).push_back(idOf(id, where, file));
  }
  if (texts != 1) throw Error("\"single\" must hold the text once", where);
}

void readPostProcessor(const Json& json, const std::string& where, TokenizerFile& file) {
  const std::string& type = stringMember(json, "type", where);
  if (type == "BertProcessing") {
    file.before.push_back(idOfPair(json, "cls", where, file));
    file.after.push_back(idOfPair(json, "sep", where, file));
  } else if (type == "TemplateProcessing") {
    readTemplate(json, where, file);
  } else {
    throw Error("the post-processor " + inQuotes(type) + " is not supported", where);
  }
}

}  // namespace

TokenizerFile readTokenizerFile(std::string_view text, const std::string& name) {
  const Json json = parseJson(text, name);
  if (!json.is_object()) throw Error("is not a tokenizer file: it must hold an object", name);
  if (has(json, "version") && stringMember(json, "version", name) != "1.0")
    throw Error("has a version other than 1.0", name);
  const auto part = [&](const char* key) { return name + ": " + key; };
  TokenizerFile file;
  if (has(json, "normalizer")) file.normalizer = Normalizer(json["normalizer"], part("normalizer"));
  if (has(json, "pre_tokenizer"))
    file.preTokenizer = PreTokenizer(json["pre_tokenizer"], part("pre_tokenizer"));
  readModel(member(json, "model", name), part("model"), file);
  if (has(json, "added_tokens")) readAddedTokens(json["added_tokens"], part("added_tokens"), file);
  checkAddedIds(part("added_tokens"), file);
  if (has(json, "post_processor"))
    readPostProcessor(json["post_processor"], part("post_processor"), file);
  // The published data loader sets truncation and padding itself; of the file's settings it leaves
  // only the padding token.
  file.padToken =
      has(json, "padding") ? stringMember(json["padding"], "pad_token", part("padding")) : "[PAD]";
  return file;
}

}  // namespace mrm::text
