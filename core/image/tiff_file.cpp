#include "core/image/tiff_file.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstring>

#include "core/base/error.h"
#include "core/base/printable.h"

namespace mrm {
namespace {

// Above what the largest image that is read needs in one piece.
constexpr tmsize_t kMaxAllocation = tmsize_t{1} << 29;

int keepMessage(TIFF*, void* message, const char*, const char* format, std::va_list arguments) {
  std::array<char, 300> text{};
  std::vsnprintf(text.data(), text.size(), format, arguments);
  auto& kept = *static_cast<std::string*>(message);
  if (kept.empty()) kept = text.data();  // the first names the cause, those after it follow from it
  return 1;                              // nothing is printed
}

int dropMessage(TIFF*, void*, const char*, const char*, std::va_list) {
  return 1;
}

}  // namespace

TiffFile::TiffFile(std::string_view bytes, std::string name)
    : bytes_(bytes), name_(std::move(name)) {
  TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
  if (!options) throw Error("memory ran out while reading the image", name_);
  TIFFOpenOptionsSetMaxSingleMemAlloc(options, kMaxAllocation);
  TIFFOpenOptionsSetErrorHandlerExtR(options, keepMessage, &message_);
  TIFFOpenOptionsSetWarningHandlerExtR(options, dropMessage, nullptr);
  // "m": not mapped, libtiff gets copies only.
  tiff_ = TIFFClientOpenExt(
      "image", "rm", this, read, [](thandle_t, void*, tmsize_t) { return tmsize_t{0}; }, seek,
      [](thandle_t) { return 0; },
      [](thandle_t self) { return toff_t{static_cast<TiffFile*>(self)->bytes_.size()}; }, nullptr,
      nullptr, options);
  TIFFOpenOptionsFree(options);
  if (!tiff_) fail();
}

TiffFile::~TiffFile() {
  TIFFClose(tiff_);
}

void TiffFile::fail() const {
  throw Error(
      "cannot be read as TIFF: " + (message_.empty() ? "it is damaged" : printable(message_)),
      name_, "The file may be damaged or cut off: get it again from where it came.");
}

tmsize_t TiffFile::read(thandle_t handle, void* buffer, tmsize_t count) {
  auto& self = *static_cast<TiffFile*>(handle);
  if (count <= 0 || self.at_ >= self.bytes_.size()) return 0;
  const std::size_t part =
      std::min<std::size_t>(static_cast<std::size_t>(count), self.bytes_.size() - self.at_);
  std::memcpy(buffer, self.bytes_.data() + self.at_, part);
  self.at_ += part;
  return static_cast<tmsize_t>(part);
}

toff_t TiffFile::seek(thandle_t handle, toff_t offset, int from) {
  auto& self = *static_cast<TiffFile*>(handle);
  if (from == SEEK_CUR) offset += self.at_;
  if (from == SEEK_END) offset += self.bytes_.size();
  self.at_ = offset;
  return offset;
}

}  // namespace mrm
