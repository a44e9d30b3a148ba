// An open TIFF file in memory: libtiff within bounds, its errors as Error. Only tiff.cpp needs this
// header.
#pragma once

#include <tiffio.h>

#include <optional>
#include <string>
#include <string_view>

namespace mrm {

class TiffFile {
 public:
  // Reads the first page's directory. Throws Error. `bytes` must outlive it.
  TiffFile(std::string_view bytes, std::string name);
  ~TiffFile();
  TiffFile(const TiffFile&) = delete;
  TiffFile& operator=(const TiffFile&) = delete;

  TIFF* get() const { return tiff_; }
  const std::string& name() const { return name_; }
  std::size_t size() const { return bytes_.size(); }

  // A field's value, the standard's default when it is absent, nothing when there is none.
  template <class T>
  std::optional<T> field(std::uint32_t tag) const {
    T value{};
    if (!TIFFGetFieldDefaulted(tiff_, tag, &value)) return std::nullopt;
    return value;
  }

  // Throws Error with what libtiff said last.
  [[noreturn]] void fail() const;

 private:
  static tmsize_t read(thandle_t self, void* buffer, tmsize_t count);
  static toff_t seek(thandle_t self, toff_t offset, int from);

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string name_, message_;
  TIFF* tiff_ = nullptr;
};

}  // namespace mrm
