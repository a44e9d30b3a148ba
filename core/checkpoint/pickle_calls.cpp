#include "core/checkpoint/pickle_calls.h"

#include <cstring>
#include <utility>

#include "core/base/printable.h"
#include "core/base/utf8.h"

namespace mrm::pickle {
namespace {

const Node& argument(const Document& document, Id arguments, std::size_t index,
                     const char* function) {
  const auto& items = document[arguments].items;
  if (index >= items.size())
    document.fail(std::string("is damaged: too few arguments for ") + function);
  return document[items[index]];
}

const Node& argument(const Document& document, Id arguments, std::size_t index, Kind kind,
                     const char* function) {
  const Node& node = argument(document, arguments, index, function);
  if (node.kind != kind)
    document.fail(std::string("is damaged: an argument of ") + function + " is " +
                  Document::describe(node.kind) + " instead of " + Document::describe(kind));
  return node;
}

std::vector<std::int64_t> integers(const Document& document, const Node& tuple) {
  if (tuple.items.size() > kMaxDimensions)
    document.fail("holds a tensor with more than " + std::to_string(kMaxDimensions) +
                  " dimensions");
  std::vector<std::int64_t> numbers;
  for (const Id id : tuple.items) {
    if (document[id].kind != Kind::Int)
      document.fail("is damaged: a tensor's size or stride is no whole number");
    numbers.push_back(document[id].integer);
  }
  return numbers;
}

// (storage, offset, size, stride, requires_grad, backward_hooks[, metadata])
Id rebuildTensor(Document& document, Id arguments) {
  constexpr const char* name = "_rebuild_tensor";
  // Metadata marks values as conjugated or negated, of which the storage knows nothing.
  const auto& items = document[arguments].items;
  if (items.size() > 6) {
    const Node& metadata = document[items[6]];
    if (metadata.kind != Kind::None && !metadata.items.empty())
      document.fail("holds a tensor with conjugated or negated values, which is not supported");
  }
  TensorReference tensor;
  tensor.storage =
      static_cast<std::size_t>(argument(document, arguments, 0, Kind::Storage, name).integer);
  tensor.offset = argument(document, arguments, 1, Kind::Int, name).integer;
  tensor.shape = integers(document, argument(document, arguments, 2, Kind::Tuple, name));
  tensor.strides = integers(document, argument(document, arguments, 3, Kind::Tuple, name));
  if (tensor.shape.size() != tensor.strides.size())
    document.fail("is damaged: a tensor has more sizes than strides, or fewer");
  return document.addTensor(std::move(tensor));
}

// (mapping) or (list of pairs) or ()
Id orderedDict(Document& document, Id arguments) {
  const Id dict = document.addContainer(Kind::Dict);
  const auto& items = document[arguments].items;
  if (items.empty()) return dict;
  const Node& source = document[items[0]];
  if (source.kind == Kind::Dict) {
    document.append(dict, source.items);
    return dict;
  }
  if (source.kind != Kind::List && source.kind != Kind::Tuple)
    document.fail("is damaged: an OrderedDict is made of " +
                  std::string(Document::describe(source.kind)));
  for (const Id id : source.items) {
    const Node& pair = document[id];
    if ((pair.kind != Kind::List && pair.kind != Kind::Tuple) || pair.items.size() != 2)
      document.fail("is damaged: an OrderedDict is made of something other than pairs");
    document.append(dict, pair.items);
  }
  return dict;
}

// Protocols below 3 write bytes as text in which each character stands for one byte.
Id encode(Document& document, Id arguments) {
  const auto text = argument(document, arguments, 0, Kind::String, "_codecs.encode").text;
  const auto codec = argument(document, arguments, 1, Kind::String, "_codecs.encode").text;
  if (codec != "latin1" && codec != "latin-1")
    document.fail("asks for the text encoding " + printable(codec) + ", which is not allowed");
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8SequenceLength(text.substr(at));
    const auto first = static_cast<unsigned char>(text[at]);
    if (length == 1)
      bytes += text[at];
    else if (length == 2 && first <= 0xC3)  // up to U+00FF
      bytes += static_cast<char>((first & 3) << 6 | (text[at + 1] & 0x3F));
    else
      document.fail("is damaged: bytes are not written as Latin-1");
    at += length;
  }
  return document.addOwnedText(Kind::Bytes, std::move(bytes));
}

template <class Number>
Number numberIn(std::string_view bytes) {
  Number value;
  std::memcpy(&value, bytes.data(), sizeof value);
  return value;
}

// (dtype, bytes). Kinds that a checkpoint's plain values do not need stay opaque.
Id numpyScalar(Document& document, Id arguments) {
  constexpr const char* name = "numpy scalar";
  const Node& type = argument(document, arguments, 0, Kind::NumpyType, name);
  const Node& value = argument(document, arguments, 1, name);
  if (type.integer != 0 || type.text.size() != 2 || value.kind != Kind::Bytes)
    return document.addOpaque();
  const std::size_t width = static_cast<std::size_t>(type.text[1] - '0');
  if (value.text.size() != width) return document.addOpaque();
  switch (type.text[0] << 8 | type.text[1]) {
    case 'b' << 8 | '1':
      return value.text[0] ? Document::kTrue : Document::kFalse;
    case 'i' << 8 | '1':
      return document.addInteger(numberIn<std::int8_t>(value.text));
    case 'i' << 8 | '2':
      return document.addInteger(numberIn<std::int16_t>(value.text));
    case 'i' << 8 | '4':
      return document.addInteger(numberIn<std::int32_t>(value.text));
    case 'i' << 8 | '8':
      return document.addInteger(numberIn<std::int64_t>(value.text));
    case 'u' << 8 | '1':
      return document.addInteger(numberIn<std::uint8_t>(value.text));
    case 'u' << 8 | '2':
      return document.addInteger(numberIn<std::uint16_t>(value.text));
    case 'u' << 8 | '4':
      return document.addInteger(numberIn<std::uint32_t>(value.text));
    case 'f' << 8 | '4':
      return document.addReal(numberIn<float>(value.text));
    case 'f' << 8 | '8':
      return document.addReal(numberIn<double>(value.text));
    default:
      return document.addOpaque();
  }
}

// ('cuda', 0) or ('cpu',)
Id device(Document& document, Id arguments) {
  std::string text(argument(document, arguments, 0, Kind::String, "torch.device").text);
  if (document[arguments].items.size() > 1)
    text +=
        ":" + std::to_string(argument(document, arguments, 1, Kind::Int, "torch.device").integer);
  return document.addOwnedText(Kind::String, std::move(text));
}

}  // namespace

Id call(Document& document, Id function, Id arguments) {
  const Node& callee = document[function];
  if (callee.kind != Kind::Global)
    document.fail(std::string("is damaged: it calls ") + Document::describe(callee.kind));
  if (document[arguments].kind != Kind::Tuple)
    document.fail("is damaged: the arguments of a call are no tuple");
  const auto& items = document[arguments].items;
  switch (callee.global) {
    case Global::OrderedDict:
      return orderedDict(document, arguments);
    case Global::Set: {
      if (items.empty()) return document.addContainer(Kind::Set);
      const Node& list = argument(document, arguments, 0, Kind::List, "set");
      return document.addContainer(Kind::Set, list.items);
    }
    case Global::Namespace:
      if (!items.empty()) document.fail("is damaged: a Namespace is made with arguments");
      return document.addContainer(Kind::Namespace);
    case Global::CodecsEncode:
      return encode(document, arguments);
    case Global::NumpyDtype:
      return document.addNumpyType(
          argument(document, arguments, 0, Kind::String, "numpy.dtype").text);
    case Global::NumpyScalar:
      return numpyScalar(document, arguments);
    case Global::RebuildTensor:
      return rebuildTensor(document, arguments);
    case Global::RebuildTensorWithDtype: {
      const Node& type = argument(document, arguments, 6, Kind::Global, "_rebuild_tensor_v3");
      document.fail("holds a tensor of type torch." + printable(type.text) +
                    ", which is not supported");
    }
    case Global::RebuildParameter:
      argument(document, arguments, 0, Kind::Tensor, "_rebuild_parameter");
      return items[0];
    case Global::Size:
      argument(document, arguments, 0, Kind::Tuple, "torch.Size");
      return items[0];
    case Global::Device:
      return device(document, arguments);
    case Global::None:
    case Global::TorchDtype:
    case Global::StorageClass:
      break;
  }
  document.fail("asks to call " + printable(callee.text) + ", which is not allowed");
}

void setState(Document& document, Id object, Id state) {
  const Node& target = document[object];
  const Node& value = document[state];
  if (target.kind == Kind::Namespace && value.kind == Kind::Dict) {
    document.append(object, value.items);
    return;
  }
  // An OrderedDict's attributes: torch keeps the modules' version numbers there.
  if (target.kind == Kind::Dict && value.kind == Kind::Dict) return;
  if (target.kind == Kind::NumpyType && value.kind == Kind::Tuple) {
    const Node& order = argument(document, state, 1, Kind::String, "numpy.dtype");
    if (order.text == ">") document.setBigEndian(object);
    return;
  }
  document.fail(std::string("asks to set the attributes of ") + Document::describe(target.kind) +
                ", which is not allowed");
}

Id findStorage(Document& document, Id persistentId) {
  constexpr const char* name = "a storage";
  const Node& tuple = document[persistentId];
  if (tuple.kind != Kind::Tuple)
    document.fail("is damaged: a storage is described by " +
                  std::string(Document::describe(tuple.kind)));
  const auto what = argument(document, persistentId, 0, Kind::String, name).text;
  if (what == "module")
    document.fail("holds a whole Python module with its code, which is not allowed.",
                  "Save its state_dict() instead.");
  if (what != "storage")
    document.fail("asks for an object of kind '" + printable(what) + "', which is not allowed");
  const Node& type = argument(document, persistentId, 1, Kind::Global, name);
  if (type.global != Global::StorageClass)
    document.fail("asks for " + printable(type.text) + " as a storage, which is not allowed");
  const auto dataType = typeOfStorageClass(type.text);
  if (!dataType)
    document.fail("holds a tensor in a torch." + printable(type.text) + ", which is not supported");

  StorageReference storage;
  storage.type = *dataType;
  storage.key = argument(document, persistentId, 2, Kind::String, name).text;
  storage.elements = argument(document, persistentId, 4, Kind::Int, name).integer;
  const std::int64_t dimension = storage.elements;
  if (!elementsOf(std::span(&dimension, 1)))
    document.fail("is damaged: a storage has an impossible size");
  storage.viewElements = storage.elements;
  // Legacy files: (key of the view, offset, elements) when it is a part of the storage.
  if (tuple.items.size() > 5 && document[tuple.items[5]].kind != Kind::None) {
    argument(document, persistentId, 5, Kind::Tuple, name);
    const Id view = tuple.items[5];
    storage.viewOffset = argument(document, view, 1, Kind::Int, name).integer;
    storage.viewElements = argument(document, view, 2, Kind::Int, name).integer;
    if (storage.viewOffset < 0 || storage.viewElements < 0 ||
        storage.viewOffset > storage.elements ||
        storage.viewElements > storage.elements - storage.viewOffset)
      document.fail("is damaged: a view passes the end of its storage");
  }
  return document.addStorage(storage);
}

}  // namespace mrm::pickle
