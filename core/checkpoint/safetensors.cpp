#include "core/checkpoint/safetensors.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/printable.h"
#include "core/checkpoint/aligned_copy.h"
#include "core/checkpoint/safetensors_header.h"

namespace mrm {
namespace {

constexpr std::uint64_t kMaxHeader = 100'000'000;  // as the reference implementation
constexpr std::size_t kLengthBytes = 8;

std::uint64_t readLength(std::span<const std::byte> bytes) {
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i)
    length |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * i);
  return length;
}

// Wide elements first, then by name.
std::vector<std::pair<const std::string*, const NamedTensor*>> layout(const TensorFile& file) {
  std::vector<std::pair<const std::string*, const NamedTensor*>> order;
  for (const auto& [name, tensor] : file.tensors) order.emplace_back(&name, &tensor);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return bytesOf(a.second->type) > bytesOf(b.second->type);
  });
  return order;
}

}  // namespace

TensorFile readSafetensors(const std::filesystem::path& file) {
  return readSafetensors(mapFile(file));
}

TensorFile readSafetensors(const FileBytes& file) {
  const auto fail = [&](const std::string& problem) { throw Error(problem, file.name); };
  if (file.bytes.size() < kLengthBytes) fail("is too short for a safetensors file");
  const std::uint64_t length = readLength(file.bytes);
  if (length > kMaxHeader)
    fail("is no safetensors file: it announces a header of " + std::to_string(length) + " bytes");
  if (length > file.bytes.size() - kLengthBytes) fail("is cut off within its safetensors header");
  const std::string_view json(reinterpret_cast<const char*>(file.bytes.data()) + kLengthBytes,
                              static_cast<std::size_t>(length));
  SafetensorsHeader header = parseSafetensorsHeader(json, file.name);
  const auto data = file.bytes.subspan(kLengthBytes + static_cast<std::size_t>(length));

  auto& entries = header.entries;
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
    return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
  });
  TensorFile result;
  result.metadata = std::move(header.metadata);
  std::uint64_t position = 0;
  for (auto& entry : entries) {
    const std::string name = "tensor '" + printable(entry.name) + "'";
    const auto elements = elementsOf(entry.shape);
    if (!elements) fail(name + " has an impossible shape");
    if (entry.begin != position) fail(name + " overlaps another or leaves a hole before it");
    if (entry.end < entry.begin || entry.end > data.size())
      fail(name + " passes the end of the file, which may be cut off");
    const std::uint64_t bytes = entry.end - entry.begin;
    if (bytes != static_cast<std::uint64_t>(*elements) * bytesOf(entry.type))
      fail(name + " takes " + std::to_string(bytes) + " bytes, which does not fit its shape");
    position = entry.end;
    NamedTensor tensor{entry.type, std::move(entry.shape), file.owner, data.data() + entry.begin};
    if (!isAligned(tensor.data, bytesOf(tensor.type))) {
      auto copy = alignedCopy(
          data.subspan(static_cast<std::size_t>(entry.begin), static_cast<std::size_t>(bytes)));
      tensor.data = copy.get();
      tensor.storage = std::move(copy);
    }
    result.tensors.emplace(std::move(entry.name), std::move(tensor));
  }
  if (position != data.size()) fail("holds bytes that belong to no tensor");
  return result;
}

void writeSafetensors(const std::filesystem::path& file, const TensorFile& tensors) {
  const auto order = layout(tensors);
  std::string text;
  try {
    nlohmann::json header = nlohmann::json::object();
    if (!tensors.metadata.empty()) header["__metadata__"] = tensors.metadata;
    std::uint64_t position = 0;
    for (const auto& [name, tensor] : order) {
      if (*name == "__metadata__")
        throw Error("a tensor cannot be called __metadata__", file.string());
      const std::uint64_t end = position + tensor->bytes();
      header[*name] = {{"dtype", nameOf(tensor->type)},
                       {"shape", tensor->shape},
                       {"data_offsets", {position, end}}};
      position = end;
    }
    text = header.dump();
  } catch (const nlohmann::json::exception&) {
    throw Error("cannot be written: a tensor's name or the metadata is not UTF-8", file.string());
  }
  text.resize((text.size() + 7) / 8 * 8, ' ');
  if (text.size() > kMaxHeader)
    throw Error("cannot be written: the names and metadata exceed the format's 100 MB",
                file.string());

  AtomicFile out(file);
  std::string length(kLengthBytes, '\0');
  for (std::size_t i = 0; i < kLengthBytes; ++i)
    length[i] = static_cast<char>(static_cast<std::uint64_t>(text.size()) >> (8 * i));
  out.write(length);
  out.write(text);
  for (const auto& [name, tensor] : order) out.write(std::span(tensor->data, tensor->bytes()));
  out.commit();
}

}  // namespace mrm
