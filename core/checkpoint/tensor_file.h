// Named tensors of a checkpoint file, independent of libtorch.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mrm {

enum class DataType { Bool, U8, I8, I16, I32, I64, F16, BF16, F32, F64 };
std::size_t bytesOf(DataType type);
const char* nameOf(DataType type);  // as safetensors writes it: "F32", "BF16"
std::optional<DataType> dataTypeNamed(std::string_view safetensorsName);

// The product of the sizes, 1 for a scalar; nothing when a size is negative or the product of those
// that are not 0 does not fit (such a shape stands in no honest file).
std::optional<std::int64_t> elementsOf(std::span<const std::int64_t> shape);

// A contiguous, row-major, little-endian tensor. `data` points into memory that `storage` keeps
// alive (a mapped file or a buffer). The readers align it to the size of an element.
struct NamedTensor {
  DataType type = DataType::F32;
  std::vector<std::int64_t> shape;
  std::shared_ptr<const void> storage;
  const std::byte* data = nullptr;

  std::int64_t elements() const;  // throws Error for a shape that elementsOf() refuses
  std::size_t bytes() const;
};

struct TensorFile {
  std::map<std::string, NamedTensor> tensors;
  std::map<std::string, std::string> metadata;
};

// What the readers accept, so that a small file cannot ask for much memory. The largest published
// language models have some tens of thousands of tensors.
inline constexpr std::size_t kMaxTensors = 200'000;
inline constexpr std::size_t kMaxDimensions = 64;

}  // namespace mrm
