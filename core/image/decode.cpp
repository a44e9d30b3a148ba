#include "core/image/decode.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/mapped_file.h"
#include "core/image/display.h"
#include "core/image/formats.h"

namespace mrm {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{1} << 30;
constexpr const char* kSupported = "JPEG, PNG and TIFF images can be read.";

[[noreturn]] void failUnknownFormat(const std::string& name) {
  throw Error("is neither a JPEG nor a PNG nor a TIFF image", name, kSupported);
}

}  // namespace

void checkImageSize(std::int64_t width, std::int64_t height, std::size_t byteCount,
                    std::int64_t pixelsPerByte, const std::string& name) {
  const std::string size = std::to_string(width) + " x " + std::to_string(height) + " pixels";
  if (width < 1 || height < 1) throw Error("claims a size of " + size, name);
  if (width > kMaxImagePixels / height)
    throw Error("claims a size of " + size + ", more than the 2^28 that can be read", name);
  if (width * height / pixelsPerByte > static_cast<std::int64_t>(byteCount))
    throw Error(
        "is damaged or cut off: " + std::to_string(byteCount) + " bytes cannot hold " + size, name,
        "Get the file again from where it came.");
}

GrayImage decodeGray(std::string_view bytes, const std::string& name) {
  if (bytes.empty()) throw Error("is empty", name);
  if (isJpeg(bytes)) return decodeJpeg(bytes, name);
  if (isPng(bytes)) return decodePng(bytes, name);
  if (isTiff(bytes)) {
    const StoredImage image = decodeTiff(bytes, name);
    DisplayPolicy policy;
    if (!image.isDisplayReady) policy.window = DisplayPolicy::Window::FullRange;
    return toDisplay(image, policy).image;
  }
  failUnknownFormat(name);
}

GrayImage decodeGray(const std::filesystem::path& file) {
  return decodeGray(readFile(file, kMaxFileBytes), file.string());
}

StoredImage decodeStored(std::string_view bytes, const std::string& name) {
  if (isTiff(bytes)) return decodeTiff(bytes, name);
  StoredImage stored;
  const auto take = [&](const auto& image) {
    stored.width = image.width;
    stored.height = image.height;
    stored.values.assign(image.pixels.begin(), image.pixels.end());
  };
  if (isWidePng(bytes)) {
    const WidePng png = decodeWidePng(bytes, name);
    stored.bitsStored = png.significantBits;
    take(png.image);
    return stored;
  }
  take(decodeGray(bytes, name));
  stored.bitsStored = 8;
  stored.isDisplayReady = true;
  if (hasColour(bytes)) stored.notices.push_back("colour turned to luminance");
  return stored;
}

bool isImageFile(std::string_view bytes) {
  return isJpeg(bytes) || isPng(bytes) || isTiff(bytes);
}

bool holdsDisplayValues(std::string_view bytes) {
  return isJpeg(bytes) || (isPng(bytes) && !isWidePng(bytes));
}

bool hasColour(std::string_view bytes) {
  return isPng(bytes) ? isColourPng(bytes) : isColourJpeg(bytes);
}

ImageSize readImageSize(const std::filesystem::path& path) {
  const std::string name = path.string();
  std::error_code code;
  if (std::filesystem::is_directory(path, code)) throw Error("is a folder, not a file", name);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             &std::fclose);
  if (!file) throw Error(std::string("cannot be opened: ") + std::strerror(errno), name);
  char start[8] = {};
  const std::size_t count = std::fread(start, 1, sizeof start, file.get());
  std::rewind(file.get());
  if (count == 0) throw Error("is empty", name);
  if (isJpeg({start, count})) return readJpegSize(file.get(), name);
  if (isPng({start, count})) return readPngSize(file.get(), name);
  if (isTiff({start, count})) {
    const FileBytes bytes = mapFile(path);
    return readTiffSize({reinterpret_cast<const char*>(bytes.bytes.data()), bytes.bytes.size()},
                        name);
  }
  failUnknownFormat(name);
}

GrayImage wideToDisplay(const GrayImage16& image) {
  GrayImage display{image.width, image.height, std::vector<std::uint8_t>(image.pixels.size())};
  if (image.pixels.empty()) return display;
  const auto [low, high] = std::minmax_element(image.pixels.begin(), image.pixels.end());
  const std::uint32_t minimum = *low, range = static_cast<std::uint32_t>(*high) - minimum;
  if (range == 0) return display;
  std::vector<std::uint8_t> table(range +
                                  1);  // at most 65,536 entries: cheaper than a division per pixel
  for (std::uint32_t value = 0; value <= range; ++value)
    table[value] = static_cast<std::uint8_t>((value * 255 + range / 2) / range);
  std::transform(image.pixels.begin(), image.pixels.end(), display.pixels.begin(),
                 [&](std::uint16_t value) { return table[value - minimum]; });
  return display;
}

}  // namespace mrm
