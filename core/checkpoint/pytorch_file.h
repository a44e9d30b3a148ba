// Checkpoints written by torch.save, read without executing anything.
#pragma once

#include <filesystem>

#include "core/base/mapped_file.h"
#include "core/checkpoint/tensor_file.h"

namespace mrm {

// Reads zip (torch >= 1.6) and legacy files: a raw state_dict or {'model': state_dict, …}. A
// restricted unpickler builds dictionaries, lists, tuples, numbers, strings and tensors;
// OrderedDict and argparse.Namespace become plain dictionaries. Any other class or function is
// refused by its name, nothing is called. Tensors are made contiguous; sizes, strides and offsets
// are checked against their storage first. The tensors of 'model' ('state_dict', 'module', or the
// top level) are returned under their names; plain values beside them ('epoch') as metadata, as
// state_dict.h says. Throws Error.
TensorFile readPytorchFile(const std::filesystem::path& file);
TensorFile readPytorchFile(const FileBytes& file);

// By content, not by name: safetensors, zip or legacy.
TensorFile readCheckpointFile(const std::filesystem::path& file);
TensorFile readCheckpointFile(const FileBytes& file);

}  // namespace mrm
