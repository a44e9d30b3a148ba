// What a transfer syntax says: how elements are encoded, and how pixels are compressed.
#pragma once

#include <string>
#include <string_view>

namespace mrm::dicom {

enum class PixelCoding {
  Native,
  EncapsulatedNative,  // uncompressed frames in fragments
  Rle,
  Jpeg,  // baseline, extended, progressive and lossless: the codestream tells
  JpegLs,
  Jpeg2000,  // HTJ2K too: the codestream tells
  DeflatedFrames,
  Unsupported  // video, JPEG XL, JPIP, and what is not known
};

struct TransferSyntax {
  std::string uid;   // empty when the file does not say
  std::string name;  // for people: "JPEG 2000"
  bool isImplicit = false, isBigEndian = false, isDeflated = false;
  bool hasBigEndianPixels = false;  // in a little-endian data set
  PixelCoding coding = PixelCoding::Native;

  bool isEncapsulated() const { return coding != PixelCoding::Native; }
};

// An UID that is not known is taken for an encapsulated one that cannot be decoded: every transfer
// syntax since 1999 is explicit little endian.
TransferSyntax transferSyntax(std::string_view uid);

}  // namespace mrm::dicom
