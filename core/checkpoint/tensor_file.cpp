#include "core/checkpoint/tensor_file.h"

#include <array>
#include <limits>

#include "core/base/error.h"

namespace mrm {
namespace {

struct TypeFacts {
  const char* name;
  std::size_t bytes;
};
// In the order of DataType.
constexpr std::array<TypeFacts, 10> kTypes{{{"BOOL", 1},
                                            {"U8", 1},
                                            {"I8", 1},
                                            {"I16", 2},
                                            {"I32", 4},
                                            {"I64", 8},
                                            {"F16", 2},
                                            {"BF16", 2},
                                            {"F32", 4},
                                            {"F64", 8}}};

}  // namespace

std::size_t bytesOf(DataType type) {
  return kTypes[static_cast<std::size_t>(type)].bytes;
}

const char* nameOf(DataType type) {
  return kTypes[static_cast<std::size_t>(type)].name;
}

std::optional<DataType> dataTypeNamed(std::string_view safetensorsName) {
  for (std::size_t i = 0; i < kTypes.size(); ++i)
    if (safetensorsName == kTypes[i].name) return static_cast<DataType>(i);
  return {};
}

std::optional<std::int64_t> elementsOf(std::span<const std::int64_t> shape) {
  // Bytes must fit as well, and no type has more than 8.
  constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 8;
  std::int64_t product = 1;
  bool empty = false;
  for (const std::int64_t size : shape) {
    if (size < 0) return {};
    if (size == 0) {
      empty = true;
      continue;
    }
    if (product > limit / size) return {};
    product *= size;
  }
  return empty ? 0 : product;
}

std::int64_t NamedTensor::elements() const {
  const auto count = elementsOf(shape);
  if (!count) throw Error("a tensor's shape is impossible");
  return *count;
}

std::size_t NamedTensor::bytes() const {
  return static_cast<std::size_t>(elements()) * bytesOf(type);
}

}  // namespace mrm
