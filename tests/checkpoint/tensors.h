// Small tensors for the tests, and their comparison.
#pragma once

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/checkpoint/tensor_file.h"
#include "tests/temporary_folder.h"

namespace mrm::testing {

template <class Number>
NamedTensor makeTensor(DataType type, std::vector<std::int64_t> shape,
                       const std::vector<Number>& values) {
  const std::size_t bytes = values.size() * sizeof(Number);
  std::shared_ptr<std::byte[]> buffer(new std::byte[bytes]);
  if (bytes > 0) std::memcpy(buffer.get(), values.data(), bytes);
  return {type, std::move(shape), buffer, buffer.get()};
}

inline std::string bytesIn(const NamedTensor& tensor) {
  return tensor.bytes() == 0
             ? std::string()
             : std::string(reinterpret_cast<const char*>(tensor.data), tensor.bytes());
}

inline void expectSameTensors(const TensorFile& actual, const TensorFile& expected) {
  std::string actualNames, expectedNames;
  for (const auto& [name, tensor] : actual.tensors) actualNames += name + "\n";
  for (const auto& [name, tensor] : expected.tensors) expectedNames += name + "\n";
  ASSERT_EQ(actualNames, expectedNames);
  for (const auto& [name, tensor] : expected.tensors) {
    SCOPED_TRACE(name);
    const NamedTensor& other = actual.tensors.at(name);
    EXPECT_STREQ(nameOf(other.type), nameOf(tensor.type));
    EXPECT_EQ(other.shape, tensor.shape);
    EXPECT_EQ(bytesIn(other), bytesIn(tensor));
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(other.data) % bytesOf(other.type), 0u);
  }
}

inline std::filesystem::path fixture(const char* name) {
  return std::filesystem::path(MRM_SOURCE_DIR) / "tests/checkpoint/data" / name;
}

// A file that stands in memory of exactly its size, so that a sanitizer sees the first byte read
// too far.
inline FileBytes inMemory(const std::string& content) {
  std::shared_ptr<std::byte[]> buffer(new std::byte[content.size()]);
  if (!content.empty()) std::memcpy(buffer.get(), content.data(), content.size());
  return {"file in memory", buffer, {buffer.get(), content.size()}};
}

}  // namespace mrm::testing
