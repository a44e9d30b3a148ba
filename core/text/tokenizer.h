// WordPiece tokenization from Hugging Face tokenizer.json files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mrm {

struct Encoding {
  std::vector<std::int64_t> ids;
  std::vector<std::int64_t> attentionMask;  // 1 for real tokens, 0 for padding
};

// Any number of threads may use one tokenizer, and its copies share what they hold.
class Tokenizer {
 public:
  // Throws Error for a file that is malformed or asks for something this class does not do, by
  // name.
  static Tokenizer fromFile(const std::filesystem::path& json);
  static Tokenizer fromJson(std::string_view json, const std::string& name);

  // `text` is UTF-8; invalid bytes become U+FFFD. [CLS] + word pieces, truncated and padded to
  // `length`, as the published data loader does it: the file's own lengths for truncation and
  // padding do not count. What its post-processor adds (a [SEP]) stays when the text is truncated.
  // Throws Error when `length` leaves no room for text.
  Encoding encode(std::string_view text, std::int64_t length) const;
  // Word pieces alone, without special tokens, truncation or padding.
  std::vector<std::int64_t> pieces(std::string_view text) const;
  // What pieces() cuts: calls `onWord` with each word of the text, normalized. Tokens that stand in
  // the text as they are ("[MASK]") are no words.
  void forEachWord(std::string_view text,
                   const std::function<void(std::string_view)>& onWord) const;
  // The pieces of a word as forEachWord() gives it; the unknown token alone when it has none.
  std::vector<std::int64_t> piecesOfWord(std::string_view word) const;

  std::int64_t vocabularySize() const;
  const std::string& token(std::int64_t id) const;  // "##ion"; throws std::out_of_range
  std::int64_t id(std::string_view token) const;    // -1 when absent
  bool continuesWord(std::int64_t id) const;        // "##ion" does; throws std::out_of_range
  bool isSpecial(std::int64_t id) const;            // [PAD], [UNK], …; throws std::out_of_range
  std::int64_t padId() const;
  std::int64_t unknownId() const;
  std::int64_t classId() const;
  std::int64_t maskId() const;

  // Joins pieces to words for people: "pneumo", "##thorax" -> "pneumothorax". Leaves out [CLS] and
  // padding; throws std::out_of_range.
  std::string join(const std::vector<std::int64_t>& ids) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace mrm
