// Small DICOM files (explicit VR, little endian), for tests.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace mrm::testing {

// Elements by tag, each with its representation and value.
class DicomBytes {
 public:
  DicomBytes& set(std::uint32_t tag, const std::string& vr, std::string value) {
    if (value.size() % 2 == 1) value += vr == "UI" ? '\0' : ' ';
    elements_[tag] = {vr, std::move(value)};
    return *this;
  }
  DicomBytes& number(std::uint32_t tag, std::uint16_t value) {
    return set(tag, "US", {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8)});
  }
  // A 4 x 2 image with pixels.
  DicomBytes& pixels(std::uint16_t frames = 1) {
    number(0x00280002, 1).set(0x00280004, "CS", "MONOCHROME2").number(0x00280010, 2);
    number(0x00280011, 4).number(0x00280100, 8).number(0x00280101, 8).number(0x00280102, 7);
    number(0x00280103, 0);
    if (frames > 1) set(0x00280008, "IS", std::to_string(frames));
    return set(0x7FE00010, "OB", std::string(8U * frames, '\x20'));
  }
  // An item of a sequence: its elements without meta header.
  std::string item() const {
    const std::string bytes = elements();
    return "\xFE\xFF" + std::string("\x00\xE0", 2) + number32(bytes.size()) + bytes;
  }
  std::string file() const {
    DicomBytes meta;
    meta.set(0x00020010, "UI", "1.2.840.10008.1.2.1");
    const std::string header = meta.elements();
    DicomBytes length;
    length.set(0x00020000, "UL", number32(header.size()));
    return std::string(128, '\0') + "DICM" + length.elements() + header + elements();
  }

 private:
  static std::string number32(std::size_t value) {
    std::string bytes;
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(value >> shift & 0xFF);
    return bytes;
  }
  std::string elements() const {
    std::string bytes;
    for (const auto& [tag, element] : elements_) {
      const std::uint16_t group = static_cast<std::uint16_t>(tag >> 16);
      for (const std::uint16_t part : {group, static_cast<std::uint16_t>(tag & 0xFFFF)}) {
        bytes += static_cast<char>(part & 0xFF);
        bytes += static_cast<char>(part >> 8);
      }
      bytes += element.first;
      const bool isLong = element.first == "OB" || element.first == "SQ" || element.first == "UT";
      if (isLong)
        bytes += std::string(2, '\0') + number32(element.second.size());
      else
        bytes += number32(element.second.size()).substr(0, 2);
      bytes += element.second;
    }
    return bytes;
  }

  std::map<std::uint32_t, std::pair<std::string, std::string>> elements_;
};

// A radiograph of its patient and study.
inline DicomBytes radiograph(const std::string& instance, const std::string& patient,
                             const std::string& study) {
  DicomBytes dicom;
  dicom.set(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.1").set(0x00080018, "UI", instance);
  dicom.set(0x00080060, "CS", "CR").set(0x00100020, "LO", patient).set(0x0020000D, "UI", study);
  return dicom.pixels();
}

}  // namespace mrm::testing
