// The safetensors format.
#pragma once

#include <filesystem>

#include "core/base/mapped_file.h"
#include "core/checkpoint/tensor_file.h"

namespace mrm {

// Maps the file; tensors point into the mapping (only those whose place in the file is not aligned
// to their element are copied). Throws Error for anything malformed: header over 100 MB, offsets
// that overlap, leave holes or pass the end, unknown types, sizes that do not match.
TensorFile readSafetensors(const std::filesystem::path& file);
TensorFile readSafetensors(const FileBytes& file);

// Writes atomically (temporary name, fsync, rename), tensor by tensor. Keys in ascending order; the
// data starts at a multiple of 8 and wide elements come first, so that each tensor is aligned to
// its element. Throws Error: disk full, no permission, a name that is not UTF-8 or is
// "__metadata__".
void writeSafetensors(const std::filesystem::path& file, const TensorFile& tensors);

}  // namespace mrm
