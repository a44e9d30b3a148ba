// Named tensors of a checkpoint file, independent of libtorch.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace mrm {

enum class DataType { Bool, U8, I8, I16, I32, I64, F16, BF16, F32, F64 };
std::size_t bytesOf(DataType type);
const char* nameOf(DataType type);  // as safetensors writes it: "F32", "BF16"

// A contiguous, row-major, little-endian tensor. `data` points into memory that `storage` keeps
// alive (a mapped file or a buffer).
struct NamedTensor {
  DataType type = DataType::F32;
  std::vector<std::int64_t> shape;
  std::shared_ptr<const void> storage;
  const std::byte* data = nullptr;

  std::int64_t elements() const;
  std::size_t bytes() const;
};

struct TensorFile {
  std::map<std::string, NamedTensor> tensors;
  std::map<std::string, std::string> metadata;
};

}  // namespace mrm
