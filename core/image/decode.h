// JPEG, PNG and TIFF files to 8-bit gray, or to what they store.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/image/gray_image.h"
#include "core/image/stored_image.h"

namespace mrm {

// 8-bit gray as Pillow's convert("L") gives it: colour by ITU-R 601-2 luma (0.299 R + 0.587 G +
// 0.114 B, in 16-bit fixed point like Pillow), alpha ignored, palettes looked up; JPEG gray by its
// luma channel as stored, JPEG colour through RGB. Gray of more than 8 bits (PNG, TIFF) over its
// full range: see wideToDisplay(); of a TIFF file with several pages the first. Throws Error for
// anything that is not a whole JPEG, PNG or TIFF, or larger than 2^28 pixels (checked before memory
// is taken).
GrayImage decodeGray(const std::filesystem::path& file);
GrayImage decodeGray(std::string_view bytes, const std::string& name);

// The values that the file stores, for toDisplay(): those of 8 bits or fewer and all colour, which
// were made to be looked at, as decodeGray() gives them. Throws as that does.
StoredImage decodeStored(std::string_view bytes, const std::string& name);
// JPEG, PNG or TIFF, by the first bytes.
bool isImageFile(std::string_view bytes);
// JPEG, or PNG that is not wide gray: decodeStored() gives what decodeGray() gives, in more memory.
bool holdsDisplayValues(std::string_view bytes);
// Whether a JPEG or PNG file has colour, by its header.
bool hasColour(std::string_view bytes);

// Width and height from the header alone.
struct ImageSize {
  std::int64_t width = 0, height = 0;
};
ImageSize readImageSize(const std::filesystem::path& file);

// Linear from the image's minimum and maximum to 0…255, rounded; a constant image gives 0.
GrayImage wideToDisplay(const GrayImage16& image);

// A comment inside a PNG file (tEXt): Latin-1, the keyword 1 to 79 characters.
struct PngText {
  std::string keyword, text;
};

// PNG files, for samples and previews. 16-bit samples hold `significantBits` (1 to 16; sBIT) where
// they come from a detector, in the low bits. Throws Error when pixels and size do not match.
std::string encodePng(const GrayImage& image, const std::vector<PngText>& texts = {});
std::string encodePng(const GrayImage16& image, int significantBits,
                      const std::vector<PngText>& texts = {});

}  // namespace mrm
