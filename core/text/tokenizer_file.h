// What a tokenizer.json file says, checked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/added_tokens.h"
#include "core/text/normalizer.h"
#include "core/text/pre_tokenizer.h"

namespace mrm::text {

struct TokenizerFile {
  Normalizer normalizer;
  PreTokenizer preTokenizer;

  std::vector<std::string> vocabulary;  // of the model; the index is the id
  std::string unknownToken;
  std::string continuingPrefix;
  std::size_t maximumWordLength = 0;  // code points

  std::vector<AddedToken>
      addedTokens;  // ordered by id; those beyond the vocabulary follow it densely

  std::string padToken;
  // What the post-processor puts around the text.
  std::vector<std::int32_t> before, after;
};

// Throws Error, naming `name` and the key, for what is malformed or not supported.
TokenizerFile readTokenizerFile(std::string_view json, const std::string& name);

}  // namespace mrm::text
