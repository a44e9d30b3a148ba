// What a pickle holds: plain values and descriptions of tensors, in one flat store.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/checkpoint/pickle_globals.h"
#include "core/checkpoint/tensor_file.h"

namespace mrm::pickle {

using Id = std::uint32_t;  // of a node in its document

enum class Kind : std::uint8_t {
  None,
  Bool,
  Int,
  BigInt,  // text: little-endian two's complement, over 8 bytes
  Float,
  String,
  Bytes,
  List,
  Tuple,
  Set,
  Dict,       // items: key, value, key, value…
  Namespace,  // as Dict, with the names of fields as keys
  Global,
  NumpyType,  // text: kind and width ("f8"); integer: 1 when big-endian
  Storage,    // integer: index in storages
  Tensor,     // integer: index in tensors
  Opaque      // something harmless whose value is not kept
};

struct Node {
  Kind kind = Kind::None;
  Global global = Global::None;
  union {
    std::int64_t integer = 0;
    double real;
  };
  std::string_view text;
  std::vector<Id> items;
};

// A run of elements in a file's storage of the given key.
struct StorageReference {
  std::string_view key;
  DataType type = DataType::F32;
  std::int64_t elements = 0;      // of the whole storage
  std::int64_t viewOffset = 0;    // in elements
  std::int64_t viewElements = 0;  // <= elements - viewOffset
};

// Not yet checked against the storage; offset and strides in elements.
struct TensorReference {
  std::size_t storage = 0;
  std::int64_t offset = 0;
  std::vector<std::int64_t> shape, strides;
};

// Values refer to each other by id, so that lists that hold themselves, deep nesting and values
// shared a thousandfold cost nothing but what the file itself has paid for in bytes. Texts point
// into the pickle, which must outlive the document. Adding beyond the limits throws Error.
class Document {
 public:
  explicit Document(std::string file);

  // Singletons that need no node of their own.
  static constexpr Id kNone = 0, kFalse = 1, kTrue = 2, kEmptyTuple = 3;

  const Node& operator[](Id id) const { return nodes_[id]; }
  const StorageReference& storage(std::size_t index) const { return storages_[index]; }
  const std::vector<StorageReference>& storages() const { return storages_; }
  const TensorReference& tensor(std::size_t index) const { return tensors_[index]; }

  Id addInteger(std::int64_t value);
  Id addReal(double value);
  Id addText(Kind kind, std::string_view text);
  Id addOwnedText(Kind kind, std::string text);
  Id addContainer(Kind kind, std::span<const Id> items = {});
  Id addGlobal(Global global, std::string_view name);
  Id addNumpyType(std::string_view text);
  Id addStorage(StorageReference storage);
  Id addTensor(TensorReference tensor);
  Id addOpaque() { return add({.kind = Kind::Opaque}); }

  void append(Id container, std::span<const Id> items);
  void append(Id container, Id item) { append(container, std::span(&item, 1)); }
  void setBigEndian(Id numpyType) { nodes_[numpyType].integer = 1; }

  // In the words of an error: "a list".
  static const char* describe(Kind kind);
  [[noreturn]] void fail(const std::string& problem, const std::string& advice = {}) const;

 private:
  Id add(Node node);
  void chargeItems(std::size_t count);

  std::string file_;
  std::deque<Node> nodes_;
  std::vector<StorageReference> storages_;
  std::vector<TensorReference> tensors_;
  std::deque<std::string> ownedTexts_;
  std::size_t items_ = 0, ownedBytes_ = 0;
};

}  // namespace mrm::pickle
