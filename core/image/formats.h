// One reader per file format, and the check they share. Only decode.cpp needs this header.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "core/image/decode.h"

namespace mrm {

// Throws Error when the size is zero or larger than kMaxImagePixels, or when `byteCount` bytes, at
// the format's densest possible coding of `pixelsPerByte`, cannot hold that many pixels: a header
// that claims more than its file can deliver takes no memory.
void checkImageSize(std::int64_t width, std::int64_t height, std::size_t byteCount,
                    std::int64_t pixelsPerByte, const std::string& name);

bool isJpeg(std::string_view bytes);
GrayImage decodeJpeg(std::string_view bytes, const std::string& name);
ImageSize readJpegSize(std::FILE* file, const std::string& name);

bool isPng(std::string_view bytes);
GrayImage decodePng(std::string_view bytes, const std::string& name);
ImageSize readPngSize(std::FILE* file, const std::string& name);

}  // namespace mrm
