// Between libtorch's tensors and those of checkpoint files. Internal: includes ATen.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/checkpoint/tensor_file.h"

namespace mrm {

// A contiguous copy on the CPU that shares nothing with `tensor`.
NamedTensor toNamedTensor(const at::Tensor& tensor);
// A tensor on the CPU that owns its memory. Throws Error for types libtorch does not have.
at::Tensor toTensor(const NamedTensor& tensor);

}  // namespace mrm
