// Numbers and runs of bytes taken in order from memory that an untrusted file filled.
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace mrm {

static_assert(std::endian::native == std::endian::little,
              "tensors are used as the files hold them, little-endian");

// Every read is checked against the end: nothing is returned, and nothing consumed, when too little
// is left.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes, std::size_t position = 0)
      : bytes_(bytes), position_(position < bytes.size() ? position : bytes.size()) {}

  std::size_t position() const { return position_; }
  std::size_t left() const { return bytes_.size() - position_; }

  // Little-endian.
  template <std::integral Number>
  std::optional<Number> number() {
    if (left() < sizeof(Number)) return {};
    Number value;
    std::memcpy(&value, bytes_.data() + position_, sizeof value);
    position_ += sizeof value;
    return value;
  }

  std::optional<std::span<const std::byte>> take(std::uint64_t count) {
    if (left() < count) return {};
    const auto run = bytes_.subspan(position_, static_cast<std::size_t>(count));
    position_ += static_cast<std::size_t>(count);
    return run;
  }

  std::optional<std::string_view> text(std::uint64_t count) {
    const auto run = take(count);
    if (!run) return {};
    return std::string_view(reinterpret_cast<const char*>(run->data()), run->size());
  }

 private:
  std::span<const std::byte> bytes_;
  std::size_t position_;
};

}  // namespace mrm
