#include "core/checkpoint/pytorch_file.h"

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/checkpoint/byte_reader.h"
#include "core/checkpoint/pickle_document.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/state_dict.h"
#include "core/checkpoint/tensor_storage.h"
#include "core/checkpoint/unpickler.h"
#include "core/checkpoint/zip_archive.h"

namespace mrm {
namespace {

using pickle::Document;
using pickle::Kind;
using pickle::StorageReference;

std::string_view textOf(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Entries: NAME/data.pkl, NAME/data/KEY for each storage, NAME/byteorder; NAME is any.
TensorFile readZip(const FileBytes& file) {
  constexpr std::string_view kPickle = "data.pkl";
  const ZipArchive archive(file);
  std::string folder;
  archive.forEachName([&](const std::string& name) {
    const auto slash = name.find('/');
    if (slash == std::string::npos || std::string_view(name).substr(slash + 1) != kPickle) return;
    if (!folder.empty()) throw Error("is a zip archive with more than one data.pkl", file.name);
    folder = name.substr(0, slash + 1);
  });
  if (folder.empty())
    throw Error("is a zip archive, but none that torch.save wrote: it has no data.pkl", file.name);
  if (archive.contains(folder + "constants.pkl"))
    throw Error("is a TorchScript program, not a checkpoint.", file.name,
                "Save the model's state_dict() instead.");
  bool bigEndian = false;
  if (archive.contains(folder + "byteorder")) {
    const auto order = textOf(archive.entry(folder + "byteorder"));
    bigEndian = order == "big";
    if (!bigEndian && order != "little")
      throw Error("has the unknown byte order '" + printable(order) + "'", file.name);
  }
  Document document(file.name);
  const auto root = pickle::unpickle(archive.entry(folder + std::string(kPickle)), document).root;
  pickle::TensorStorage storage(
      document, file,
      [&](const StorageReference& reference) {
        return archive.entry(folder + "data/" + std::string(reference.key));
      },
      bigEndian);
  return pickle::readStateDict(document, root, storage);
}

// torch.serialization.MAGIC_NUMBER, 0x1950a86a20f9469cfc6c, as a pickle holds it.
constexpr std::string_view kLegacyMagic("\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10);
constexpr std::int64_t kLegacyProtocol = 1001;

// Pickles of the magic number, the protocol and the writer's system; of the object; of the list of
// storage keys. Then for each key the number of elements (int64) and the elements, always
// little-endian.
class LegacyReader {
 public:
  explicit LegacyReader(const FileBytes& file) : file_(file), document_(file.name) {}

  TensorFile read() {
    Document prologue(file_.name);
    const auto& magic = prologue[nextPickle(prologue)];
    if (magic.kind != Kind::BigInt || magic.text != kLegacyMagic)
      throw Error("is a Python pickle, but none that torch.save wrote", file_.name);
    const auto& protocol = prologue[nextPickle(prologue)];
    if (protocol.kind != Kind::Int || protocol.integer != kLegacyProtocol)
      throw Error("has an unknown version of the format of torch.save", file_.name);
    if (prologue[nextPickle(prologue)].kind != Kind::Dict)
      throw Error("is damaged: the writer's system is not described", file_.name);
    const auto root = nextPickle(document_);
    Document epilogue(file_.name);
    locateStorages(epilogue, nextPickle(epilogue));

    pickle::TensorStorage storage(
        document_, file_, [&](const StorageReference& reference) { return locate(reference); },
        false);
    return pickle::readStateDict(document_, root, storage);
  }

 private:
  pickle::Id nextPickle(Document& document) {
    const auto rest = file_.bytes.subspan(position_);
    const auto pickle = pickle::unpickle(rest, document);
    position_ += pickle.end;
    return pickle.root;
  }

  void locateStorages(const Document& epilogue, pickle::Id keys) {
    // How wide a storage's elements are stands only where the object refers to it.
    std::map<std::string_view, DataType> types;
    for (const StorageReference& reference : document_.storages())
      if (types.emplace(reference.key, reference.type).first->second != reference.type)
        throw Error("is damaged: storage '" + printable(reference.key) + "' has two types",
                    file_.name);
    if (epilogue[keys].kind != Kind::List)
      throw Error("is damaged: the list of storages is missing", file_.name);
    ByteReader reader(file_.bytes, position_);
    for (const pickle::Id id : epilogue[keys].items) {
      const auto& key = epilogue[id];
      const auto type = types.find(key.text);
      if (key.kind != Kind::String || type == types.end())
        throw Error("is damaged: it holds a storage that no tensor uses", file_.name);
      const auto elements = reader.number<std::int64_t>();
      if (!elements || !elementsOf(std::span(&*elements, 1)))
        throw Error("is damaged or cut off: a storage has no size", file_.name);
      const auto bytes = reader.take(static_cast<std::uint64_t>(*elements) * bytesOf(type->second));
      if (!bytes)
        throw Error("is cut off: it ends within storage '" + printable(key.text) + "'", file_.name);
      if (!storages_.emplace(type->first, *bytes).second)
        throw Error("is damaged: storage '" + printable(key.text) + "' stands twice", file_.name);
    }
  }

  std::span<const std::byte> locate(const StorageReference& reference) const {
    const auto found = storages_.find(reference.key);
    if (found == storages_.end())
      throw Error("is damaged: it lacks storage '" + printable(reference.key) + "'", file_.name);
    return found->second;
  }

  const FileBytes& file_;
  std::size_t position_ = 0;
  Document document_;
  std::map<std::string_view, std::span<const std::byte>> storages_;
};

// What people most often have instead of a checkpoint.
struct Mistake {
  std::string_view start, problem, advice;
};
constexpr std::array kMistakes{
    Mistake{"version https://git-lfs", "is a placeholder of Git LFS, not the file itself.",
            "Fetch the file with 'git lfs pull'."},
    Mistake{"<!DOCTYPE", "is a web page, not a checkpoint.", "Download the file again."},
    Mistake{"<!doctype", "is a web page, not a checkpoint.", "Download the file again."},
    Mistake{"<html", "is a web page, not a checkpoint.", "Download the file again."},
    Mistake{"\x1f\x8b", "is compressed with gzip.", "Unpack it first (gunzip)."},
    Mistake{"\x89HDF", "is an HDF5 file of Keras or TensorFlow, which is not supported.", ""},
};

}  // namespace

TensorFile readPytorchFile(const std::filesystem::path& file) {
  return readPytorchFile(mapFile(file));
}

TensorFile readPytorchFile(const FileBytes& file) {
  const auto text = textOf(file.bytes);
  if (text.starts_with("PK")) return readZip(file);
  if (text.starts_with('\x80')) return LegacyReader(file).read();
  throw Error("is no file of torch.save", file.name);
}

TensorFile readCheckpointFile(const std::filesystem::path& file) {
  return readCheckpointFile(mapFile(file));
}

TensorFile readCheckpointFile(const FileBytes& file) {
  const auto text = textOf(file.bytes);
  if (text.empty()) throw Error("is empty", file.name);
  if (text.starts_with("PK") || text.starts_with('\x80')) return readPytorchFile(file);
  if (text.size() > 8 && text[8] == '{') return readSafetensors(file);
  for (const Mistake& mistake : kMistakes)
    if (text.starts_with(mistake.start))
      throw Error(std::string(mistake.problem), file.name, std::string(mistake.advice));
  throw Error("is no checkpoint: neither safetensors nor a file of torch.save", file.name);
}

}  // namespace mrm
