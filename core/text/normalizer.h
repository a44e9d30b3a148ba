// The normalizers of a tokenizer file: what is done to a text before it is cut into words.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/text/json_reading.h"

namespace mrm::text {

class Normalizer {
 public:
  Normalizer() = default;  // changes nothing

  // Knows Sequence, Lowercase, NFD, NFC, NFKD, NFKC, StripAccents, BertNormalizer, Strip, Replace
  // (of a text), Prepend, and null. Throws Error for any other, by name.
  Normalizer(const Json& json, const std::string& where);

  // `text` is valid UTF-8. Throws Error when the file's replacements blow it up beyond all measure.
  void apply(std::string& text) const;

 private:
  using Step = std::function<void(std::string&)>;
  void add(const Json& json, const std::string& where);
  void addBert(const Json& json, const std::string& where);

  std::vector<Step> steps_;
};

}  // namespace mrm::text
