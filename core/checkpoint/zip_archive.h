// Stored (uncompressed) entries of a zip archive, found in place.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "core/base/mapped_file.h"

namespace mrm {

// Reads the directory at the archive's end (APPNOTE.TXT 6.3, with zip64), which states the sizes
// also of entries whose own header defers them to a data descriptor.
class ZipArchive {
 public:
  // Throws Error when there is no such directory or it does not fit the file.
  explicit ZipArchive(const FileBytes& file);

  // In the order of the alphabet.
  template <class Visitor>
  void forEachName(Visitor visit) const {
    for (const auto& [name, entry] : entries_) visit(name);
  }
  bool contains(std::string_view name) const { return entries_.contains(name); }

  // The bytes of an entry, in the memory that the file's owner keeps. Throws Error when there is
  // none of this name, when it is compressed or encrypted, or when its place is outside the file.
  std::span<const std::byte> entry(std::string_view name) const;

 private:
  struct Entry {
    std::uint64_t headerOffset = 0, size = 0, storedSize = 0;
    std::uint16_t method = 0, flags = 0;
  };
  struct Directory {
    std::uint64_t offset = 0, size = 0, entries = 0;
  };

  Directory findDirectory() const;
  void readDirectory(const Directory& directory);

  FileBytes file_;
  std::uint64_t directoryOffset_ = 0;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace mrm
