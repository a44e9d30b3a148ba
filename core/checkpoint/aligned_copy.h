// Copies of bytes that a file holds at an odd address, placed where any element type may start.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>

namespace mrm {

inline bool isAligned(const std::byte* address, std::size_t elementBytes) {
  return reinterpret_cast<std::uintptr_t>(address) % elementBytes == 0;
}

// Uninitialised memory; new[] aligns it for every fundamental type.
inline std::shared_ptr<std::byte[]> alignedBuffer(std::size_t bytes) {
  return std::shared_ptr<std::byte[]>(new std::byte[bytes]);
}

inline std::shared_ptr<std::byte[]> alignedCopy(std::span<const std::byte> bytes) {
  auto copy = alignedBuffer(bytes.size());
  if (!bytes.empty()) std::memcpy(copy.get(), bytes.data(), bytes.size());
  return copy;
}

}  // namespace mrm
