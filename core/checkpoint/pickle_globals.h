// The classes and functions that a checkpoint may name. Nothing named by a file is ever imported or
// called: the reader knows what each of these would build, and builds that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/checkpoint/tensor_file.h"

namespace mrm::pickle {

enum class Global : std::uint8_t {
  None,
  OrderedDict,
  Set,  // set and frozenset
  Namespace,
  CodecsEncode,
  NumpyScalar,
  NumpyDtype,
  RebuildTensor,           // both versions start with storage, offset, size, stride
  RebuildTensorWithDtype,  // _rebuild_tensor_v3
  RebuildParameter,
  Size,
  Device,
  TorchDtype,
  StorageClass
};

// What `module.name` stands for; nothing when it is not allowed.
std::optional<Global> findGlobal(std::string_view module, std::string_view name);

// Why a well-known name that is not allowed is not ("a sparse tensor"); empty when nothing is
// known.
std::string_view meaningOfRefused(std::string_view module, std::string_view name);

// The element type of a storage class ("BFloat16Storage") or a dtype ("bfloat16"); nothing when
// this program has no such type (complex, quantized, unsigned 16 to 64, 8-bit floats).
std::optional<DataType> typeOfStorageClass(std::string_view name);
std::optional<DataType> typeOfTorchDtype(std::string_view name);

}  // namespace mrm::pickle
