#include "core/checkpoint/pickle_document.h"

#include "core/base/error.h"

namespace mrm::pickle {
namespace {

// About 90 bytes a node; a checkpoint has some 15 nodes a tensor, with its optimizer some 60.
constexpr std::size_t kMaxNodes = 3'000'000;
constexpr std::size_t kMaxItems = 10'000'000;
constexpr std::size_t kMaxOwnedBytes = 64 << 20;

}  // namespace

Document::Document(std::string file) : file_(std::move(file)) {
  add({.kind = Kind::None});
  add({.kind = Kind::Bool, .integer = 0});
  add({.kind = Kind::Bool, .integer = 1});
  add({.kind = Kind::Tuple});
}

Id Document::add(Node node) {
  if (nodes_.size() == kMaxNodes)
    fail("holds more than " + std::to_string(kMaxNodes) + " values, which no checkpoint needs");
  nodes_.push_back(std::move(node));
  return static_cast<Id>(nodes_.size() - 1);
}

void Document::chargeItems(std::size_t count) {
  items_ += count;
  if (items_ > kMaxItems) fail("holds lists and tables too long for any checkpoint");
}

Id Document::addInteger(std::int64_t value) {
  return add({.kind = Kind::Int, .integer = value});
}

Id Document::addReal(double value) {
  return add({.kind = Kind::Float, .real = value});
}

Id Document::addText(Kind kind, std::string_view text) {
  return add({.kind = kind, .text = text});
}

Id Document::addOwnedText(Kind kind, std::string text) {
  ownedBytes_ += text.size();
  if (ownedBytes_ > kMaxOwnedBytes) fail("holds texts too long for any checkpoint");
  ownedTexts_.push_back(std::move(text));
  return addText(kind, ownedTexts_.back());
}

Id Document::addContainer(Kind kind, std::span<const Id> items) {
  chargeItems(items.size());
  return add({.kind = kind, .items = {items.begin(), items.end()}});
}

Id Document::addGlobal(Global global, std::string_view name) {
  return add({.kind = Kind::Global, .global = global, .text = name});
}

Id Document::addNumpyType(std::string_view text) {
  return addText(Kind::NumpyType, text);
}

Id Document::addStorage(StorageReference storage) {
  storages_.push_back(storage);
  return add({.kind = Kind::Storage, .integer = static_cast<std::int64_t>(storages_.size() - 1)});
}

Id Document::addTensor(TensorReference tensor) {
  if (tensors_.size() == kMaxTensors)
    fail("holds more than " + std::to_string(kMaxTensors) + " tensors");
  tensors_.push_back(std::move(tensor));
  return add({.kind = Kind::Tensor, .integer = static_cast<std::int64_t>(tensors_.size() - 1)});
}

void Document::append(Id container, std::span<const Id> items) {
  chargeItems(items.size());
  auto& target = nodes_[container].items;
  target.insert(target.end(), items.begin(), items.end());
}

const char* Document::describe(Kind kind) {
  switch (kind) {
    case Kind::None:
      return "None";
    case Kind::Bool:
      return "a truth value";
    case Kind::Int:
    case Kind::BigInt:
    case Kind::Float:
      return "a number";
    case Kind::String:
      return "a text";
    case Kind::Bytes:
      return "bytes";
    case Kind::List:
      return "a list";
    case Kind::Tuple:
      return "a tuple";
    case Kind::Set:
      return "a set";
    case Kind::Dict:
      return "a dictionary";
    case Kind::Namespace:
      return "a namespace";
    case Kind::Global:
      return "a class or function";
    case Kind::NumpyType:
      return "a numpy type";
    case Kind::Storage:
      return "a storage";
    case Kind::Tensor:
      return "a tensor";
    case Kind::Opaque:
      return "a numpy value";
  }
  return "a value";
}

void Document::fail(const std::string& problem, const std::string& advice) const {
  throw Error(problem, file_, advice);
}

}  // namespace mrm::pickle
