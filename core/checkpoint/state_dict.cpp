#include "core/checkpoint/state_dict.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/printable.h"
#include "core/base/utf8.h"

namespace mrm::pickle {
namespace {

constexpr std::size_t kMaxMetadata = 5000;      // entries
constexpr std::size_t kMaxMetadataText = 4096;  // bytes each, about
constexpr std::size_t kMaxListed = 64;          // items of a list shown as text
constexpr std::size_t kMaxNameBytes = 4096;
constexpr int kMaxDepth = 4;
constexpr std::array<std::string_view, 4> kModelKeys{"model", "state_dict", "module",
                                                     "model_state_dict"};
constexpr std::array<std::string_view, 2> kWrapperPrefixes{"module.", "_orig_mod."};

bool isMapping(const Node& node) {
  return node.kind == Kind::Dict || node.kind == Kind::Namespace;
}

std::optional<std::string> plainText(const Node& node) {
  switch (node.kind) {
    case Kind::None:
      return "null";
    case Kind::Bool:
      return node.integer ? "true" : "false";
    case Kind::Int:
      return std::to_string(node.integer);
    case Kind::Float: {
      std::array<char, 32> digits;
      const auto [end, error] =
          std::to_chars(digits.data(), digits.data() + digits.size(), node.real);
      return std::string(digits.data(), end);
    }
    case Kind::String:
      return printable(node.text, kMaxMetadataText);
    case Kind::Global:
      if (node.global != Global::TorchDtype) return {};
      return "torch." + printable(node.text);
    default:
      return {};
  }
}

// Collects plain values as metadata.
class Metadata {
 public:
  explicit Metadata(const Document& document) : document_(document) {}

  // Whether all of the value could be taken.
  bool add(const std::string& name, Id id, int depth = 0) {
    if (values_.size() >= kMaxMetadata) return false;
    const Node& node = document_[id];
    if (isMapping(node)) return addMapping(name, node, depth);
    const bool list = node.kind == Kind::List || node.kind == Kind::Tuple || node.kind == Kind::Set;
    const auto text = list ? listText(node) : plainText(node);
    if (text) values_[name] = *text;
    return text.has_value();
  }

  void set(const std::string& name, std::string value) { values_[name] = std::move(value); }
  std::map<std::string, std::string> take() { return std::move(values_); }

 private:
  bool addMapping(const std::string& name, const Node& node, int depth) {
    if (node.items.empty()) values_[name] = "{}";
    if (depth == kMaxDepth) return false;
    bool whole = true;
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
      // Values that are no plain ones add nothing, so that visits are counted as well.
      if (++visits_ > 4 * kMaxMetadata) return false;
      const Node& key = document_[node.items[i]];
      whole = key.kind == Kind::String &&
              add(name + "." + printable(key.text), node.items[i + 1], depth + 1) && whole;
    }
    return whole;
  }

  std::optional<std::string> listText(const Node& node) {
    if (node.items.size() > kMaxListed) return {};
    std::string text = "[";
    for (const Id id : node.items) {
      const auto item = plainText(document_[id]);
      if (!item) return {};
      if (text.size() > 1) text += ", ";
      text += *item;
    }
    return printable(text + "]", kMaxMetadataText);
  }

  const Document& document_;
  std::map<std::string, std::string> values_;
  std::size_t visits_ = 0;
};

class StateDictReader {
 public:
  StateDictReader(const Document& document, TensorStorage& storage)
      : document_(document), storage_(storage), metadata_(document) {}

  TensorFile read(Id root) {
    const Node& top = document_[root];
    if (top.kind != Kind::Dict)
      document_.fail("holds " + std::string(Document::describe(top.kind)) +
                     " instead of a state dictionary");
    const Node* model = findModel(top);
    if (!model) document_.fail("holds no state dictionary." + keysOf(top));
    if (model != &top) readBeside(top, *model);
    readModel(*model);
    removeWrapperPrefixes();
    if (!notRead_.empty()) metadata_.set("pytorch.not_read", notRead_);
    result_.metadata = metadata_.take();
    return std::move(result_);
  }

 private:
  bool hasTensor(const Node& node) const {
    if (node.kind != Kind::Dict) return false;
    for (std::size_t i = 1; i < node.items.size(); i += 2)
      if (document_[node.items[i]].kind == Kind::Tensor) return true;
    return false;
  }

  const Node* findModel(const Node& top) const {
    for (const std::string_view name : kModelKeys)
      // From the end: in a dictionary the last value of a key counts.
      for (std::size_t i = top.items.size() / 2; i-- > 0;) {
        const Node& key = document_[top.items[2 * i]];
        if (key.kind != Kind::String || key.text != name) continue;
        const Node& value = document_[top.items[2 * i + 1]];
        if (hasTensor(value)) return &value;
        break;
      }
    return hasTensor(top) ? &top : nullptr;
  }

  std::string keysOf(const Node& top) const {
    std::string keys;
    for (std::size_t i = 0; i < top.items.size() && keys.size() < 200; i += 2)
      keys += (keys.empty() ? " Its entries are: " : ", ") +
              plainText(document_[top.items[i]]).value_or("?");
    return keys;
  }

  void readBeside(const Node& top, const Node& model) {
    for (std::size_t i = 0; i + 1 < top.items.size(); i += 2) {
      if (&document_[top.items[i + 1]] == &model) continue;
      const auto name = plainText(document_[top.items[i]]).value_or("?");
      if (!metadata_.add(name, top.items[i + 1])) addNotRead(name);
    }
  }

  void readModel(const Node& model) {
    for (std::size_t i = 0; i + 1 < model.items.size(); i += 2) {
      const Node& key = document_[model.items[i]];
      const Node& value = document_[model.items[i + 1]];
      const bool named = key.kind == Kind::String && isUtf8(key.text) &&
                         key.text.size() <= kMaxNameBytes && key.text != "__metadata__";
      if (value.kind != Kind::Tensor) {
        const std::string name = plainText(key).value_or("?");
        if (!metadata_.add(name, model.items[i + 1])) addNotRead(name);
        continue;
      }
      if (!named)
        document_.fail("holds a tensor whose name is not usable: " +
                       plainText(key).value_or(Document::describe(key.kind)));
      if (result_.tensors.size() == kMaxTensors)
        document_.fail("holds more than " + std::to_string(kMaxTensors) + " tensors");
      const auto index = static_cast<std::size_t>(value.integer);
      result_.tensors.insert_or_assign(std::string(key.text),
                                       storage_.read(document_.tensor(index)));
    }
  }

  void removeWrapperPrefixes() {
    std::string removed;
    for (bool again = true; again;) {
      again = false;
      for (const std::string_view prefix : kWrapperPrefixes) {
        // Names are sorted: the first and the last share a prefix only if all do. A name that is
        // nothing but the prefix stays.
        const auto& first = result_.tensors.begin()->first;
        if (!first.starts_with(prefix) || !result_.tensors.rbegin()->first.starts_with(prefix) ||
            first.size() == prefix.size())
          continue;
        std::map<std::string, NamedTensor> shorter;
        for (auto& [name, tensor] : result_.tensors)
          shorter.emplace_hint(shorter.end(), name.substr(prefix.size()), std::move(tensor));
        result_.tensors = std::move(shorter);
        removed += prefix;
        again = true;
      }
    }
    if (!removed.empty()) metadata_.set("pytorch.removed_prefix", removed);
  }

  void addNotRead(const std::string& name) {
    if (notRead_.size() < kMaxMetadataText) notRead_ += (notRead_.empty() ? "" : ", ") + name;
  }

  const Document& document_;
  TensorStorage& storage_;
  Metadata metadata_;
  std::string notRead_;
  TensorFile result_;
};

}  // namespace

TensorFile readStateDict(const Document& document, Id root, TensorStorage& storage) {
  return StateDictReader(document, storage).read(root);
}

}  // namespace mrm::pickle
