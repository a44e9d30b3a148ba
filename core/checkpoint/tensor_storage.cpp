#include "core/checkpoint/tensor_storage.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "core/base/printable.h"
#include "core/checkpoint/aligned_copy.h"

namespace mrm::pickle {
namespace {

// A copy of a tensor is no larger than its storage, unless it repeats elements (stride 0), and a
// storage is copied once. Twice the file holds all of both; the rest is for small repeating
// tensors.
std::size_t copyBudgetFor(const FileBytes& file) {
  return 2 * file.bytes.size() + (64u << 20);
}

bool isContiguous(const TensorReference& tensor) {
  std::int64_t expected = 1;
  for (std::size_t i = tensor.shape.size(); i-- > 0;) {
    if (tensor.shape[i] == 1) continue;
    if (tensor.strides[i] != expected) return false;
    expected *= tensor.shape[i];
  }
  return true;
}

// One past the last element that the tensor touches, for a tensor that is not empty; nothing for a
// negative offset or stride, or when it does not fit 64 bits.
std::optional<std::int64_t> endOf(const TensorReference& tensor) {
  std::int64_t last = tensor.offset;
  if (last < 0) return {};
  for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
    std::int64_t reach = 0;
    if (tensor.shape[i] > 1 && tensor.strides[i] < 0) return {};
    if (__builtin_mul_overflow(tensor.shape[i] - 1, tensor.strides[i], &reach)) return {};
    if (__builtin_add_overflow(last, reach, &last)) return {};
  }
  if (__builtin_add_overflow(last, 1, &last)) return {};
  return last;
}

// Row-major copy of a strided tensor that is not empty; `source` is its first element.
template <std::size_t elementBytes>
void gather(const TensorReference& tensor, const std::byte* source, std::byte* target) {
  const std::size_t dimensions = tensor.shape.size();
  const std::int64_t columns = dimensions > 0 ? tensor.shape.back() : 1;
  const std::int64_t step = dimensions > 0 ? tensor.strides.back() : 0;
  std::vector<std::int64_t> index(dimensions, 0);
  std::int64_t row = 0;  // of the first element, in elements
  for (;;) {
    for (std::int64_t i = 0; i < columns; ++i, target += elementBytes)
      std::memcpy(target, source + (row + i * step) * static_cast<std::int64_t>(elementBytes),
                  elementBytes);
    std::size_t axis = dimensions > 0 ? dimensions - 1 : 0;
    for (;;) {
      if (axis == 0) return;
      --axis;
      row += tensor.strides[axis];
      if (++index[axis] < tensor.shape[axis]) break;
      row -= tensor.strides[axis] * tensor.shape[axis];
      index[axis] = 0;
    }
  }
}

void swapBytes(std::span<std::byte> bytes, std::size_t elementBytes) {
  for (std::size_t at = 0; at + elementBytes <= bytes.size(); at += elementBytes)
    std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                 bytes.begin() + static_cast<std::ptrdiff_t>(at + elementBytes));
}

}  // namespace

TensorStorage::TensorStorage(const Document& document, const FileBytes& file, Locate locate,
                             bool bigEndian)
    : document_(document),
      owner_(file.owner),
      locate_(std::move(locate)),
      bigEndian_(bigEndian),
      copyBudget_(copyBudgetFor(file)) {}

std::shared_ptr<std::byte[]> TensorStorage::allocate(std::size_t bytes) {
  if (bytes > copyBudget_)
    document_.fail("holds tensors that take far more memory than the file is large");
  copyBudget_ -= bytes;
  return alignedBuffer(bytes);
}

const TensorStorage::Memory& TensorStorage::memoryOf(const StorageReference& storage) {
  const std::size_t elementBytes = bytesOf(storage.type);
  const std::size_t needed = static_cast<std::size_t>(storage.elements) * elementBytes;
  const auto [known, isNew] = memories_.try_emplace(std::pair(storage.key, storage.type));
  Memory& memory = known->second;
  const auto bytes = isNew ? locate_(storage) : memory.bytes;
  if (bytes.size() < needed)
    document_.fail("is damaged: storage '" + printable(storage.key) + "' has " +
                   std::to_string(bytes.size()) + " bytes instead of " + std::to_string(needed));
  if (!isNew) return memory;
  memory = {owner_, bytes};
  const bool swapped = bigEndian_ && elementBytes > 1;
  if (swapped || !isAligned(bytes.data(), elementBytes)) {
    const auto copy = allocate(bytes.size());
    std::copy(bytes.begin(), bytes.end(), copy.get());
    if (swapped) swapBytes({copy.get(), bytes.size()}, elementBytes);
    memory = {copy, {copy.get(), bytes.size()}};
  }
  return memory;
}

NamedTensor TensorStorage::read(const TensorReference& tensor) {
  const StorageReference& storage = document_.storage(tensor.storage);
  const auto elements = elementsOf(tensor.shape);
  if (!elements) document_.fail("is damaged: a tensor's shape is impossible");
  const Memory& memory = memoryOf(storage);
  const std::size_t elementBytes = bytesOf(storage.type);
  const std::byte* view =
      memory.bytes.data() + static_cast<std::size_t>(storage.viewOffset) * elementBytes;
  NamedTensor result{storage.type, tensor.shape, memory.owner, view};
  if (*elements == 0) return result;

  const auto end = endOf(tensor);
  if (!end || *end > storage.viewElements)
    document_.fail("is damaged: a tensor passes the end of its storage '" + printable(storage.key) +
                   "'");
  const std::byte* first = view + static_cast<std::size_t>(tensor.offset) * elementBytes;
  result.data = first;
  if (isContiguous(tensor)) return result;

  const auto copy = allocate(static_cast<std::size_t>(*elements) * elementBytes);
  result.storage = copy;
  result.data = copy.get();
  switch (elementBytes) {
    case 1:
      gather<1>(tensor, first, copy.get());
      break;
    case 2:
      gather<2>(tensor, first, copy.get());
      break;
    case 4:
      gather<4>(tensor, first, copy.get());
      break;
    default:
      gather<8>(tensor, first, copy.get());
      break;
  }
  return result;
}

}  // namespace mrm::pickle
