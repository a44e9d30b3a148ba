// Small DICOM files made by hand, right and wrong ones.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "core/dicom/dicom_file.h"
#include "core/dicom/tag.h"

namespace mrm::testing {

inline constexpr std::uint32_t kUndefinedLength = 0xFFFFFFFF;

// Writes data elements one after another.
class DicomBytes {
 public:
  explicit DicomBytes(bool isImplicit = false, bool isBigEndian = false)
      : isImplicit_(isImplicit), isBigEndian_(isBigEndian) {}

  // An element whose length is that of its value, or `length` where that is given.
  DicomBytes& add(std::uint32_t tag, const char* vr, const std::string& value) {
    return add(tag, vr, value, static_cast<std::uint32_t>(value.size()));
  }
  DicomBytes& add(std::uint32_t tag, const char* vr, const std::string& value,
                  std::uint32_t length) {
    put16(static_cast<std::uint16_t>(tag >> 16));
    put16(static_cast<std::uint16_t>(tag));
    const std::string name = vr;
    if (isImplicit_ || tag >> 16 == 0xFFFE) {
      put32(length);
    } else if (name[0] == 'O' || name == "SQ" || name == "UN" || name == "UT" || name == "UC") {
      bytes_ += name;
      put16(0);
      put32(length);
    } else {
      bytes_ += name;
      put16(static_cast<std::uint16_t>(length));
    }
    bytes_ += value;
    return *this;
  }
  DicomBytes& text(dicom::Tag tag, std::string value) {
    if (value.size() % 2) value += tag.vr == dicom::Vr("UI") ? '\0' : ' ';
    const char vr[3] = {tag.vr.first(), tag.vr.second(), 0};
    return add(tag.number, vr, value);
  }
  DicomBytes& number(dicom::Tag tag, std::uint16_t value) {
    const char vr[3] = {tag.vr.first(), tag.vr.second(), 0};
    return add(tag.number, vr, words({value}));
  }
  DicomBytes& raw(const std::string& bytes) {
    bytes_ += bytes;
    return *this;
  }

  // Numbers in this byte order.
  std::string words(std::initializer_list<std::uint16_t> values) const {
    std::string text;
    for (const std::uint16_t value : values) {
      const char low = static_cast<char>(value), high = static_cast<char>(value >> 8);
      text += isBigEndian_ ? std::string{high, low} : std::string{low, high};
    }
    return text;
  }

  // A frame's description; the pixels come after it.
  DicomBytes& image(std::uint16_t rows, std::uint16_t columns, std::uint16_t allocated,
                    std::uint16_t stored, bool isSigned = false, int frames = 1,
                    std::uint16_t samples = 1, const std::string& photometric = "MONOCHROME2") {
    number(dicom::kSamplesPerPixel, samples);
    text(dicom::kPhotometric, photometric);
    if (samples > 1) number(dicom::kPlanarConfiguration, 0);
    if (frames != 1) text(dicom::kFrames, std::to_string(frames));
    number(dicom::kRows, rows).number(dicom::kColumns, columns);
    number(dicom::kBitsAllocated, allocated).number(dicom::kBitsStored, stored);
    number(dicom::kHighBit, static_cast<std::uint16_t>(stored - 1));
    return number(dicom::kPixelRepresentation, isSigned ? 1 : 0);
  }

  const std::string& bytes() const { return bytes_; }

 private:
  void put16(std::uint16_t value) { bytes_ += words({value}); }
  void put32(std::uint32_t value) {
    const auto low = static_cast<std::uint16_t>(value),
               high = static_cast<std::uint16_t>(value >> 16);
    bytes_ += isBigEndian_ ? words({high, low}) : words({low, high});
  }

  bool isImplicit_, isBigEndian_;
  std::string bytes_;
};

// Preamble and meta header before a data set.
inline std::string withMeta(const std::string& dataSet, const std::string& transferSyntax) {
  DicomBytes meta;
  meta.text(dicom::kTransferSyntax, transferSyntax);
  DicomBytes length;
  const auto size = static_cast<std::uint16_t>(meta.bytes().size());
  length.add(0x00020000, "UL", meta.words({size, 0}));
  return std::string(128, '\0') + "DICM" + length.bytes() + meta.bytes() + dataSet;
}

inline constexpr const char* kImplicitLittle = "1.2.840.10008.1.2";
inline constexpr const char* kExplicitLittle = "1.2.840.10008.1.2.1";
inline constexpr const char* kExplicitBig = "1.2.840.10008.1.2.2";
inline constexpr const char* kDeflated = "1.2.840.10008.1.2.1.99";
inline constexpr const char* kRleLossless = "1.2.840.10008.1.2.5";
inline constexpr const char* kJpegBaseline = "1.2.840.10008.1.2.4.50";
inline constexpr const char* kJpegLsLossless = "1.2.840.10008.1.2.4.80";
inline constexpr const char* kJpeg2000Lossless = "1.2.840.10008.1.2.4.90";

// Encapsulated pixel data: an offset table and fragments.
inline std::string encapsulated(const std::vector<std::string>& fragments,
                                const std::string& table = {}) {
  DicomBytes pixels;
  pixels.add(dicom::kPixels.number, "OB", {}, kUndefinedLength);
  pixels.add(dicom::kItem, "", table);
  for (const std::string& fragment : fragments) pixels.add(dicom::kItem, "", fragment);
  return pixels.add(dicom::kSequenceEnd, "", {}).bytes();
}

inline dicom::DicomFile parseDicom(const std::string& bytes,
                                   dicom::Extent extent = dicom::Extent::Whole) {
  auto kept = std::make_shared<const std::string>(bytes);
  const std::span<const std::byte> span(reinterpret_cast<const std::byte*>(kept->data()),
                                        kept->size());
  return dicom::DicomFile::parse({"test.dcm", kept, span}, extent);
}

}  // namespace mrm::testing
