// The safetensors format.
#pragma once

#include <filesystem>

#include "core/checkpoint/tensor_file.h"

namespace mrm {

// Maps the file; tensors point into the mapping. Throws Error for anything malformed: header over
// 100 MB, offsets that overlap, leave holes or pass the end, unknown types, sizes that do not
// match.
TensorFile readSafetensors(const std::filesystem::path& file);

// Writes atomically (temporary name, fsync, rename). Keys in ascending order, data aligned to 8
// bytes.
void writeSafetensors(const std::filesystem::path& file, const TensorFile& tensors);

}  // namespace mrm
