// The pre-tokenizers of a tokenizer file: how a normalized text is cut into words.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/json_reading.h"

namespace mrm::text {

class PreTokenizer {
 public:
  PreTokenizer() = default;  // the text is one word

  // Knows Sequence, Whitespace (\w+|[^\w\s]+), WhitespaceSplit, BertPreTokenizer, Punctuation,
  // Digits, and null. Throws Error for any other, by name.
  PreTokenizer(const Json& json, const std::string& where);

  // The words of `text` (valid UTF-8), in order, none empty, as views into it. `words` is
  // overwritten.
  void split(std::string_view text, std::vector<std::string_view>& words) const;

 private:
  // Appends the parts of one word.
  using Step = std::function<void(std::string_view, std::vector<std::string_view>&)>;
  void add(const Json& json, const std::string& where);

  std::vector<Step> steps_;
};

}  // namespace mrm::text
