// Small tokenizer files for the tests.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace mrm::testing {

inline nlohmann::json addedToken(std::int64_t id, const std::string& content) {
  return {{"id", id},        {"content", content},  {"single_word", false}, {"lstrip", false},
          {"rstrip", false}, {"normalized", false}, {"special", true}};
}

// The published normalizers and pre-tokenizers over [PAD], [UNK], [CLS], [MASK] and these tokens.
inline nlohmann::json tokenizerJson(const std::vector<std::string>& tokens) {
  nlohmann::json json = nlohmann::json::parse(R"({
    "version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
    "normalizer": {"type": "Sequence", "normalizers": [
      {"type": "Lowercase"}, {"type": "NFKD"}, {"type": "StripAccents"}]},
    "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
      {"type": "Whitespace"}, {"type": "Digits", "individual_digits": false}]},
    "post_processor": null, "decoder": null,
    "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
              "max_input_chars_per_word": 100, "vocab": {}}})");
  std::int64_t id = 0;
  for (const char* special : {"[PAD]", "[UNK]", "[CLS]", "[MASK]"}) {
    json["added_tokens"].push_back(addedToken(id, special));
    json["model"]["vocab"][special] = id++;
  }
  for (const std::string& token : tokens)
    if (json["model"]["vocab"].emplace(token, id).second) ++id;
  return json;
}

}  // namespace mrm::testing
