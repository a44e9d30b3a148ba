// One reader per file format, and the check they share. Only decode.cpp needs this header.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "core/image/decode.h"
#include "core/image/stored_image.h"

namespace mrm {

// Throws Error when the size is zero or larger than kMaxImagePixels, or when `byteCount` bytes, at
// the format's densest possible coding of `pixelsPerByte`, cannot hold that many pixels: a header
// that claims more than its file can deliver takes no memory.
void checkImageSize(std::int64_t width, std::int64_t height, std::size_t byteCount,
                    std::int64_t pixelsPerByte, const std::string& name);

bool isJpeg(std::string_view bytes);
GrayImage decodeJpeg(std::string_view bytes, const std::string& name);
ImageSize readJpegSize(std::FILE* file, const std::string& name);
bool isColourJpeg(std::string_view bytes);  // false, too, when there is no header to tell

bool isPng(std::string_view bytes);
GrayImage decodePng(std::string_view bytes, const std::string& name);
ImageSize readPngSize(std::FILE* file, const std::string& name);
// Gray of 16 bits, with or without alpha: for these decodePng() takes the full range.
bool isWidePng(std::string_view bytes);
struct WidePng {
  GrayImage16 image;
  int significantBits = 16;  // sBIT
};
WidePng decodeWidePng(std::string_view bytes, const std::string& name);
// Whether its pixels have a colour, by its header.
bool isColourPng(std::string_view bytes);

bool isTiff(std::string_view bytes);
// Gray as stored; 1 to 8 unsigned bits and colour as 8-bit values made for display. Of several
// pages the first.
StoredImage decodeTiff(std::string_view bytes, const std::string& name);
ImageSize readTiffSize(std::string_view bytes, const std::string& name);

}  // namespace mrm
