// Integers and floating-point numbers from bytes in a given order.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace mrm::dicom {

inline std::uint16_t read16(const std::byte* from, bool isBigEndian) {
  const auto a = static_cast<std::uint16_t>(from[0]), b = static_cast<std::uint16_t>(from[1]);
  return static_cast<std::uint16_t>(isBigEndian ? a << 8 | b : b << 8 | a);
}

inline std::uint32_t read32(const std::byte* from, bool isBigEndian) {
  const std::uint32_t first = read16(from, isBigEndian), second = read16(from + 2, isBigEndian);
  return isBigEndian ? first << 16 | second : second << 16 | first;
}

inline std::uint64_t read64(const std::byte* from, bool isBigEndian) {
  const std::uint64_t first = read32(from, isBigEndian), second = read32(from + 4, isBigEndian);
  return isBigEndian ? first << 32 | second : second << 32 | first;
}

inline float readFloat(const std::byte* from, bool isBigEndian) {
  return std::bit_cast<float>(read32(from, isBigEndian));
}

inline double readDouble(const std::byte* from, bool isBigEndian) {
  return std::bit_cast<double>(read64(from, isBigEndian));
}

}  // namespace mrm::dicom
