#include "core/text/tokenizer.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/printable.h"
#include "core/base/utf8.h"
#include "core/text/joining.h"
#include "core/text/tokenizer_file.h"
#include "core/text/unicode.h"
#include "core/text/word_piece.h"

namespace mrm {
namespace {

constexpr std::size_t kMaximumFileBytes = std::size_t{64} << 20;
constexpr const char* kClassToken = "[CLS]";
constexpr std::size_t kNoLimit = static_cast<std::size_t>(-1);

// The finder of the tokens that are looked for before (or after) normalization.
text::AddedTokenFinder makeFinder(const text::TokenizerFile& file, bool normalized,
                                  const std::string& name) {
  std::vector<text::AddedToken> tokens;
  std::vector<std::string> patterns;
  std::set<std::string> known;
  for (const text::AddedToken& token : file.addedTokens) {
    if (token.normalized != normalized) continue;
    std::string pattern = token.content;
    if (normalized) file.normalizer.apply(pattern);
    if (pattern.empty() || !known.insert(pattern).second)
      throw Error("the added token " + std::to_string(token.id) + " is, once normalized, " +
                      (pattern.empty() ? "empty" : "the same as another"),
                  name);
    tokens.push_back(token);
    patterns.push_back(std::move(pattern));
  }
  return text::AddedTokenFinder(std::move(tokens), patterns);
}

}  // namespace

struct Tokenizer::Data {
  text::Normalizer normalizer;
  text::PreTokenizer preTokenizer;
  text::WordPiece model;
  text::AddedTokenFinder beforeNormalizing, afterNormalizing;

  std::vector<std::string> tokens;
  std::unordered_map<std::string_view, std::int64_t> ids;  // views into `tokens`
  std::vector<bool> continues, special;
  std::size_t prefixSize = 0;               // bytes of ##
  bool findsClassToken = false;             // "[CLS]" in a text gives the class token
  std::vector<std::int64_t> before, after;  // what the file puts around every text
  std::int64_t pad = -1, unknown = -1, classToken = -1, mask = -1;

  // The tokens of `file` are all in `allTokens`, those of the model first.
  Data(text::TokenizerFile file, std::vector<std::string> allTokens, const std::string& name);
  std::int64_t required(const std::string& token, const std::string& name) const;

  // Both return false to end the work.
  template <class OnWord, class OnToken>
  void forEachWord(std::string_view text, const OnWord& onWord, const OnToken& onToken) const;
  // Ends as soon as there are `limit` ids; there may be some more then.
  void appendPieces(std::string_view text, std::size_t limit,
                    std::vector<std::int64_t>& result) const;
};

Tokenizer::Data::Data(text::TokenizerFile file, std::vector<std::string> allTokens,
                      const std::string& name)
    : normalizer(file.normalizer),
      preTokenizer(std::move(file.preTokenizer)),
      model(file.vocabulary, file.continuingPrefix,
            static_cast<std::int32_t>(
                std::find(file.vocabulary.begin(), file.vocabulary.end(), file.unknownToken) -
                file.vocabulary.begin()),
            file.maximumWordLength),
      beforeNormalizing(makeFinder(file, false, name)),
      afterNormalizing(makeFinder(file, true, name)),
      tokens(std::move(allTokens)),
      before(file.before.begin(), file.before.end()),
      after(file.after.begin(), file.after.end()) {
  const std::string& prefix = file.continuingPrefix;
  prefixSize = prefix.size();
  special.resize(tokens.size());
  for (const text::AddedToken& token : file.addedTokens)
    special[static_cast<std::size_t>(token.id)] = token.special;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    ids.emplace(tokens[i], static_cast<std::int64_t>(i));
  unknown = required(file.unknownToken, name);
  if (static_cast<std::size_t>(unknown) >= file.vocabulary.size())
    throw Error("the token for unknown words is not in the model's vocabulary", name);
  pad = required(file.padToken, name);
  classToken = required(kClassToken, name);
  mask = required("[MASK]", name);
  for (const std::int64_t id : {pad, unknown, classToken, mask})
    special[static_cast<std::size_t>(id)] = true;
  if (std::set<std::int64_t>{pad, unknown, classToken, mask}.size() != 4)
    throw Error("the tokens for padding, unknown words, [CLS] and [MASK] must differ", name);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    continues.push_back(!special[i] && tokens[i].size() > prefix.size() &&
                        tokens[i].starts_with(prefix));
  std::vector<std::int64_t> found;
  appendPieces(std::string(kClassToken) + " ", 1, found);
  findsClassToken = !found.empty() && found.front() == classToken;
}

std::int64_t Tokenizer::Data::required(const std::string& token, const std::string& name) const {
  const auto found = ids.find(token);
  if (found == ids.end())
    throw Error("the vocabulary lacks the token \"" + printable(token, 64) + "\"", name);
  return found->second;
}

template <class OnWord, class OnToken>
void Tokenizer::Data::forEachWord(std::string_view text, const OnWord& onWord,
                                  const OnToken& onToken) const {
  std::string repaired, normalized;
  if (!text::isAscii(text) && !isUtf8(text)) {
    repaired = text::repairUtf8(text);
    text = repaired;
  }
  std::vector<std::string_view> words;
  const auto onNormalized = [&](std::string_view part) {
    preTokenizer.split(part, words);
    return std::all_of(words.begin(), words.end(), onWord);
  };
  const auto onText = [&](std::string_view part) {
    normalized.assign(part);
    normalizer.apply(normalized);
    return afterNormalizing.forEach(normalized, onNormalized, onToken);
  };
  beforeNormalizing.forEach(text, onText, onToken);
}

void Tokenizer::Data::appendPieces(std::string_view text, std::size_t limit,
                                   std::vector<std::int64_t>& result) const {
  forEachWord(
      text,
      [&](std::string_view word) {
        model.append(word, result);
        return result.size() < limit;
      },
      [&](std::int64_t id) {
        result.push_back(id);
        return result.size() < limit;
      });
}

Tokenizer Tokenizer::fromFile(const std::filesystem::path& json) {
  return fromJson(readFile(json, kMaximumFileBytes), json.string());
}

Tokenizer Tokenizer::fromJson(std::string_view json, const std::string& name) {
  if (json.size() > kMaximumFileBytes)
    throw Error("is larger than the " + std::to_string(kMaximumFileBytes) + " bytes allowed here",
                name);
  text::TokenizerFile file = text::readTokenizerFile(json, name);
  std::vector<std::string> tokens = file.vocabulary;
  for (const text::AddedToken& token : file.addedTokens)
    if (static_cast<std::size_t>(token.id) == tokens.size()) tokens.push_back(token.content);
  Tokenizer tokenizer;
  tokenizer.data_ = std::make_shared<const Data>(std::move(file), std::move(tokens), name);
  return tokenizer;
}

Encoding Tokenizer::encode(std::string_view text, std::int64_t length) const {
  const auto around = static_cast<std::int64_t>(data_->before.size() + data_->after.size());
  if (length <= around)
    throw Error("a length of " + std::to_string(length) + " leaves no room for text", "",
                "Choose more than " + std::to_string(around) + ".");
  // The published data loader puts "[CLS] " before the report and tokenizes both at once.
  const std::size_t end = static_cast<std::size_t>(length) - data_->after.size();
  Encoding encoding;
  encoding.ids = data_->before;
  if (encoding.ids.empty() || encoding.ids.front() != data_->classToken) {
    if (data_->findsClassToken) {
      std::string whole = kClassToken;
      whole.append(" ").append(text);
      data_->appendPieces(whole, end, encoding.ids);
    } else {
      encoding.ids.push_back(data_->classToken);
      if (encoding.ids.size() < end) data_->appendPieces(text, end, encoding.ids);
    }
  } else {
    data_->appendPieces(text, end, encoding.ids);
  }
  if (encoding.ids.size() > end) encoding.ids.resize(end);
  encoding.ids.insert(encoding.ids.end(), data_->after.begin(), data_->after.end());
  encoding.attentionMask.assign(encoding.ids.size(), 1);
  encoding.ids.resize(static_cast<std::size_t>(length), data_->pad);
  encoding.attentionMask.resize(static_cast<std::size_t>(length), 0);
  return encoding;
}

std::vector<std::int64_t> Tokenizer::pieces(std::string_view text) const {
  std::vector<std::int64_t> ids;
  data_->appendPieces(text, kNoLimit, ids);
  return ids;
}

void Tokenizer::forEachWord(std::string_view text,
                            const std::function<void(std::string_view)>& onWord) const {
  data_->forEachWord(
      text,
      [&](std::string_view word) {
        onWord(word);
        return true;
      },
      [](std::int64_t) { return true; });
}

std::vector<std::int64_t> Tokenizer::piecesOfWord(std::string_view word) const {
  std::vector<std::int64_t> ids;
  data_->model.append(word, ids);
  return ids;
}

std::int64_t Tokenizer::vocabularySize() const {
  return static_cast<std::int64_t>(data_->tokens.size());
}

const std::string& Tokenizer::token(std::int64_t id) const {
  return data_->tokens.at(static_cast<std::size_t>(id));
}

std::int64_t Tokenizer::id(std::string_view token) const {
  const auto found = data_->ids.find(token);
  return found == data_->ids.end() ? -1 : found->second;
}

bool Tokenizer::continuesWord(std::int64_t id) const {
  return data_->continues.at(static_cast<std::size_t>(id));
}

bool Tokenizer::isSpecial(std::int64_t id) const {
  return data_->special.at(static_cast<std::size_t>(id));
}

std::int64_t Tokenizer::padId() const {
  return data_->pad;
}
std::int64_t Tokenizer::unknownId() const {
  return data_->unknown;
}
std::int64_t Tokenizer::classId() const {
  return data_->classToken;
}
std::int64_t Tokenizer::maskId() const {
  return data_->mask;
}

std::string Tokenizer::join(const std::vector<std::int64_t>& ids) const {
  std::string joined, word;
  for (const std::int64_t id : ids) {
    if (id == data_->pad || id == data_->classToken) continue;
    if (continuesWord(id)) {
      word += token(id).substr(data_->prefixSize);
      continue;
    }
    text::appendWord(joined, word);
    word = token(id);
  }
  text::appendWord(joined, word);
  return joined;
}

}  // namespace mrm
