// What differs between the tensors of a checkpoint and those that a model expects, key by key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/checkpoint/tensor_file.h"

namespace mrm {

struct ExpectedTensor {
  std::string name;
  std::vector<std::int64_t> shape;
};

struct OtherShape {
  std::string name;
  std::vector<std::int64_t> expected, found;
};

// Each list in ascending order of names.
struct CheckpointDifference {
  std::vector<ExpectedTensor> missing;     // the model has it, the file does not
  std::vector<ExpectedTensor> unexpected;  // the file has it (with this shape), the model does not
  std::vector<OtherShape> otherShape;
  std::size_t equal = 0;  // tensors of the same name and shape

  bool none() const { return missing.empty() && unexpected.empty() && otherShape.empty(); }

  // For people: how many are equal, then each difference on its own line. Ends with a line break.
  std::string toText() const;
};

// Types are not compared: a model converts what it loads.
CheckpointDifference compareWithModel(const TensorFile& file,
                                      const std::vector<ExpectedTensor>& model);

// "[768, 3, 16, 16]"; "[]" for a scalar.
std::string shapeText(const std::vector<std::int64_t>& shape);

}  // namespace mrm
