// Builds files as torch.save writes them, instruction by instruction, so that tests can build bad
// ones.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace mrm::testing {

template <class Number>
std::string littleEndian(Number value) {
  std::string bytes(sizeof value, '\0');
  std::memcpy(bytes.data(), &value, sizeof value);
  return bytes;
}

// ---- pickles ---------------------------------------------------------------------------------

inline std::string text(const std::string& content) {
  return "X" + littleEndian(static_cast<std::uint32_t>(content.size())) + content;
}

inline std::string integer(std::int64_t value) {
  return "\x8a\x08" + littleEndian(value);
}

inline std::string global(const std::string& module, const std::string& name) {
  return "c" + module + "\n" + name + "\n";
}

inline std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const auto& item : items) all += item;
  return all;
}

inline std::string tuple(const std::vector<std::string>& items) {
  return "(" + joined(items) + "t";
}
inline std::string list(const std::vector<std::string>& items) {
  return "](" + joined(items) + "e";
}

// Keys and values in turn.
inline std::string dict(const std::vector<std::string>& items) {
  return "}(" + joined(items) + "u";
}

inline std::string call(const std::string& function, const std::vector<std::string>& arguments) {
  return function + tuple(arguments) + "R";
}

inline std::string storage(const std::string& type, const std::string& key, std::int64_t elements,
                           const std::vector<std::string>& view = {}) {
  std::vector<std::string> parts{text("storage"), global("torch", type), text(key), text("cpu"),
                                 integer(elements)};
  parts.insert(parts.end(), view.begin(), view.end());
  return tuple(parts) + "Q";
}

inline std::string integers(const std::vector<std::int64_t>& values) {
  std::vector<std::string> items;
  for (const auto value : values) items.push_back(integer(value));
  return tuple(items);
}

inline std::string tensor(const std::string& inStorage, std::int64_t offset,
                          const std::vector<std::int64_t>& shape,
                          const std::vector<std::int64_t>& strides) {
  return call(global("torch._utils", "_rebuild_tensor_v2"),
              {inStorage, integer(offset), integers(shape), integers(strides), "\x89",
               call(global("collections", "OrderedDict"), {})});
}

inline std::string pickle(const std::string& body) {
  return "\x80\x02" + body + ".";
}

// ---- containers ------------------------------------------------------------------------------

struct ZipOptions {
  bool zip64 = false;           // every size and offset stands in the zip64 fields
  bool dataDescriptor = false;  // sizes follow the content; the local header has none
  std::uint16_t method = 0;
  std::uint16_t flags = 0;
  std::string comment;
};

using NamedContent = std::pair<std::string, std::string>;

inline std::string zip(const std::vector<NamedContent>& entries, const ZipOptions& options = {}) {
  using U16 = std::uint16_t;
  using U32 = std::uint32_t;
  using U64 = std::uint64_t;
  const U16 flags = static_cast<U16>(options.flags | (options.dataDescriptor ? 8 : 0));
  std::string file, directory;
  for (const auto& [name, content] : entries) {
    const U32 size = static_cast<U32>(content.size());
    const U32 shown = options.zip64 ? 0xFFFFFFFF : size;
    const U32 local = options.dataDescriptor ? 0 : size;
    const std::string nameLength = littleEndian(static_cast<U16>(name.size()));
    std::string extra;
    if (options.zip64)
      extra = littleEndian(U16{1}) + littleEndian(U16{24}) + littleEndian(U64{size}) +
              littleEndian(U64{size}) + littleEndian(U64{file.size()});
    directory += "PK\x01\x02" + littleEndian(U16{45}) + littleEndian(U16{45}) +
                 littleEndian(flags) + littleEndian(options.method) + std::string(8, '\0') +
                 littleEndian(shown) + littleEndian(shown) + nameLength +
                 littleEndian(static_cast<U16>(extra.size())) + std::string(10, '\0') +
                 littleEndian(options.zip64 ? 0xFFFFFFFF : static_cast<U32>(file.size())) + name +
                 extra;
    // As torch does, a field that places the content at a multiple of 64.
    const std::size_t at = file.size() + 30 + name.size() + 4;
    const std::string padding((64 - at % 64) % 64, 'Z');
    file += "PK\x03\x04" + littleEndian(U16{45}) + littleEndian(flags) +
            littleEndian(options.method) + std::string(8, '\0') + littleEndian(local) +
            littleEndian(local) + nameLength + littleEndian(static_cast<U16>(padding.size() + 4)) +
            name + "FB" + littleEndian(static_cast<U16>(padding.size())) + padding + content;
    if (options.dataDescriptor)
      file += "PK\x07\x08" + std::string(4, '\0') + littleEndian(size) + littleEndian(size);
  }
  const U64 start = file.size(), count = entries.size();
  file += directory;
  if (options.zip64) {
    const U64 record = file.size();
    file += "PK\x06\x06" + littleEndian(U64{44}) + littleEndian(U16{45}) + littleEndian(U16{45}) +
            std::string(8, '\0') + littleEndian(count) + littleEndian(count) +
            littleEndian(U64{directory.size()}) + littleEndian(start);
    file += "PK\x06\x07" + std::string(4, '\0') + littleEndian(record) + littleEndian(U32{1});
  }
  const bool wide = options.zip64;
  file += "PK\x05\x06" + std::string(4, '\0') +
          littleEndian(static_cast<U16>(wide ? 0xFFFF : count)) +
          littleEndian(static_cast<U16>(wide ? 0xFFFF : count)) +
          littleEndian(wide ? 0xFFFFFFFF : static_cast<U32>(directory.size())) +
          littleEndian(wide ? 0xFFFFFFFF : static_cast<U32>(start)) +
          littleEndian(static_cast<U16>(options.comment.size())) + options.comment;
  return file;
}

// `storages`: key and content.
inline std::string torchZip(const std::string& dataPickle,
                            const std::vector<NamedContent>& storages = {},
                            const std::string& byteOrder = "little",
                            const ZipOptions& options = {}) {
  std::vector<NamedContent> entries{{"archive/data.pkl", dataPickle},
                                    {"archive/byteorder", byteOrder},
                                    {"archive/version", "3\n"}};
  for (const auto& [key, content] : storages) entries.emplace_back("archive/data/" + key, content);
  return zip(entries, options);
}

struct LegacyStorage {
  std::string key;
  std::int64_t elements = 0;
  std::string content;
};

inline std::string torchLegacy(const std::string& objectPickle,
                               const std::vector<LegacyStorage>& storages = {}) {
  const std::string magic("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 12);
  std::string file = pickle(magic) + pickle("M" + littleEndian(std::uint16_t{1001})) +
                     pickle(dict({text("little_endian"), "\x88"})) + objectPickle;
  std::vector<std::string> keys;
  for (const auto& each : storages) keys.push_back(text(each.key));
  file += pickle(list(keys));
  for (const auto& each : storages) file += littleEndian(each.elements) + each.content;
  return file;
}

}  // namespace mrm::testing
