// Finds the model's tensors in what a checkpoint's pickle holds.
#pragma once

#include "core/checkpoint/pickle_document.h"
#include "core/checkpoint/tensor_file.h"
#include "core/checkpoint/tensor_storage.h"

namespace mrm::pickle {

// The tensors of the dictionary under 'model', 'state_dict', 'module' or 'model_state_dict', or
// else of the top level. "module." and "_orig_mod.", which DataParallel and torch.compile put
// before every name, are removed. Metadata:
//   epoch, args.lr …        plain values, also those in nested dictionaries of text keys
//   pytorch.removed_prefix  what was removed from every name
//   pytorch.not_read        the entries of which something was left out, such as 'optimizer'
// Throws Error when there are no tensors, or one has no usable name.
TensorFile readStateDict(const Document& document, Id root, TensorStorage& storage);

}  // namespace mrm::pickle
