// Checkpoint tensors into a model, with every difference named. Internal: includes ATen.
#pragma once

#include <string>
#include <vector>

#include "core/checkpoint/describe.h"
#include "core/checkpoint/tensor_file.h"
#include "core/model/parameters.h"

namespace mrm {

struct WeightReport {
  CheckpointDifference difference;   // what differs keeps the model's values
  std::vector<std::string> resized;  // position tables: "pos_embed: 14 x 14 to 7 x 7 patches"
  std::string toText() const;        // a line for every key that differs
};

// Copies what fits by name, converting to fp32. Throws Error when a tensor holds values that are
// not finite, or when no tensor fits at all.
WeightReport loadWeights(Parameters& parameters, const TensorFile& file,
                         const std::string& fileName);

}  // namespace mrm
