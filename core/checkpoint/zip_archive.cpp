#include "core/checkpoint/zip_archive.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/checkpoint/byte_reader.h"

namespace mrm {
namespace {

constexpr std::uint32_t kLocalHeader = 0x04034b50, kDirectoryEntry = 0x02014b50,
                        kDirectoryEnd = 0x06054b50, kZip64End = 0x06064b50,
                        kZip64Locator = 0x07064b50;
constexpr std::size_t kDirectoryEndBytes = 22, kZip64LocatorBytes = 20, kZip64EndBytes = 56,
                      kDirectoryEntryBytes = 46, kLocalHeaderBytes = 30;
constexpr std::uint32_t kDeferred32 = 0xFFFFFFFF;  // "stands in the zip64 record"
constexpr std::size_t kMaxEntries = 1'000'000;

template <class Number>
Number at(std::span<const std::byte> bytes, std::size_t offset) {
  return ByteReader(bytes, offset).number<Number>().value();
}

}  // namespace

ZipArchive::ZipArchive(const FileBytes& file) : file_(file) {
  readDirectory(findDirectory());
}

ZipArchive::Directory ZipArchive::findDirectory() const {
  // The end record is followed by a comment of at most 65,535 bytes, and nothing else.
  const std::size_t size = file_.bytes.size();
  const std::size_t reach = std::min<std::size_t>(size, kDirectoryEndBytes + 0xFFFF);
  for (std::size_t back = kDirectoryEndBytes; back <= reach; ++back) {
    const std::size_t end = size - back;
    if (at<std::uint32_t>(file_.bytes, end) != kDirectoryEnd) continue;
    if (at<std::uint16_t>(file_.bytes, end + 20) != back - kDirectoryEndBytes) continue;
    Directory directory{at<std::uint32_t>(file_.bytes, end + 16),
                        at<std::uint32_t>(file_.bytes, end + 12),
                        at<std::uint16_t>(file_.bytes, end + 10)};
    std::uint64_t limit = end;
    if (end >= kZip64LocatorBytes &&
        at<std::uint32_t>(file_.bytes, end - kZip64LocatorBytes) == kZip64Locator) {
      const std::size_t locator = end - kZip64LocatorBytes;
      const auto record = at<std::uint64_t>(file_.bytes, locator + 8);
      if (locator < kZip64EndBytes || record > locator - kZip64EndBytes ||
          at<std::uint32_t>(file_.bytes, static_cast<std::size_t>(record)) != kZip64End)
        throw Error("is a damaged zip archive: its zip64 record is not where it should be",
                    file_.name);
      const auto start = static_cast<std::size_t>(record);
      directory = {at<std::uint64_t>(file_.bytes, start + 48),
                   at<std::uint64_t>(file_.bytes, start + 40),
                   at<std::uint64_t>(file_.bytes, start + 32)};
      limit = record;
    }
    if (directory.offset > limit || directory.size > limit - directory.offset)
      throw Error("is a damaged zip archive: its directory lies outside the file", file_.name);
    return directory;
  }
  throw Error("is a zip archive without a directory at its end, so probably cut off.", file_.name,
              "Copy or download it again.");
}

void ZipArchive::readDirectory(const Directory& directory) {
  const auto damaged = [&](const std::string& problem) {
    throw Error("is a damaged zip archive: " + problem, file_.name);
  };
  directoryOffset_ = directory.offset;
  if (directory.entries > kMaxEntries || directory.entries > directory.size / kDirectoryEntryBytes)
    damaged("its directory cannot hold " + std::to_string(directory.entries) + " entries");
  ByteReader reader(file_.bytes.subspan(static_cast<std::size_t>(directory.offset),
                                        static_cast<std::size_t>(directory.size)));
  for (std::uint64_t i = 0; i < directory.entries; ++i) {
    const auto fixed = reader.take(kDirectoryEntryBytes);
    if (!fixed || at<std::uint32_t>(*fixed, 0) != kDirectoryEntry)
      damaged("its directory breaks off");
    const auto name = reader.text(at<std::uint16_t>(*fixed, 28));
    const auto extra = reader.take(at<std::uint16_t>(*fixed, 30));
    const auto comment = reader.take(at<std::uint16_t>(*fixed, 32));
    if (!name || !extra || !comment) damaged("its directory breaks off");

    Entry entry{at<std::uint32_t>(*fixed, 42), at<std::uint32_t>(*fixed, 24),
                at<std::uint32_t>(*fixed, 20), at<std::uint16_t>(*fixed, 10),
                at<std::uint16_t>(*fixed, 8)};
    ByteReader fields(*extra);
    while (const auto id = fields.number<std::uint16_t>()) {
      const auto field = fields.take(fields.number<std::uint16_t>().value_or(0));
      if (!field) break;
      if (*id != 1) continue;
      // Holds, in this order, only those values whose 32-bit field is full.
      ByteReader wide(*field);
      for (std::uint64_t* value : {&entry.size, &entry.storedSize, &entry.headerOffset}) {
        if (*value != kDeferred32) continue;
        const auto number = wide.number<std::uint64_t>();
        if (!number) damaged("the size of entry '" + printable(*name) + "' is missing");
        *value = *number;
      }
    }
    if (!entries_.emplace(*name, entry).second)
      damaged("entry '" + printable(*name) + "' stands twice");
  }
}

std::span<const std::byte> ZipArchive::entry(std::string_view name) const {
  const auto found = entries_.find(name);
  const std::string label = "entry '" + printable(name) + "'";
  if (found == entries_.end())
    throw Error("lacks the " + label + " that a checkpoint of torch.save has", file_.name);
  const Entry& entry = found->second;
  if (entry.flags & 1) throw Error("is encrypted (" + label + ")", file_.name);
  if (entry.method != 0 || entry.size != entry.storedSize)
    throw Error("is compressed (" + label + "), which torch.save never does.", file_.name,
                "Unpack it, and pack it again without compression (zip -0).");
  const auto damaged = [&]() -> Error {
    return Error("is a damaged zip archive: " + label + " is not where the directory says",
                 file_.name);
  };
  // Entries lie before the directory.
  const auto body = file_.bytes.first(static_cast<std::size_t>(directoryOffset_));
  if (entry.headerOffset > body.size()) throw damaged();
  ByteReader reader(body, static_cast<std::size_t>(entry.headerOffset));
  const auto header = reader.take(kLocalHeaderBytes);
  if (!header || at<std::uint32_t>(*header, 0) != kLocalHeader) throw damaged();
  const auto localName = reader.text(at<std::uint16_t>(*header, 26));
  const auto extra = reader.take(at<std::uint16_t>(*header, 28));
  if (!localName || *localName != name || !extra) throw damaged();
  const auto data = reader.take(entry.size);
  if (!data) throw damaged();
  return *data;
}

}  // namespace mrm
