// Turns the tensors that a pickle describes into bytes of the file's storages.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "core/base/mapped_file.h"
#include "core/checkpoint/pickle_document.h"
#include "core/checkpoint/tensor_file.h"

namespace mrm::pickle {

// Tensors that are contiguous in a storage point into it, so that those which share a storage share
// memory. Others are copied, as are storages of big-endian files and those at an odd address; what
// all copies together may take is bounded by the size of the file.
class TensorStorage {
 public:
  using Locate = std::function<std::span<const std::byte>(const StorageReference&)>;

  // `locate` gives the bytes that the file holds for a storage; at least as many as it has elements
  // are needed, which is checked here.
  TensorStorage(const Document& document, const FileBytes& file, Locate locate, bool bigEndian);

  // Throws Error when sizes, strides and offset pass the storage.
  NamedTensor read(const TensorReference& tensor);

 private:
  struct Memory {
    std::shared_ptr<const void> owner;
    std::span<const std::byte> bytes;
  };

  const Memory& memoryOf(const StorageReference& storage);
  std::shared_ptr<std::byte[]> allocate(std::size_t bytes);

  const Document& document_;
  std::shared_ptr<const void> owner_;
  Locate locate_;
  bool bigEndian_;
  std::size_t copyBudget_;
  std::map<std::pair<std::string_view, DataType>, Memory> memories_;
};

}  // namespace mrm::pickle
