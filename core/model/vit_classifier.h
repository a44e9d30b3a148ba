// The vision transformer with a linear classifier on the mean of its patch tokens.
// Internal to core/model and core/train: includes ATen.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/model/layers.h"
#include "core/model/parameters.h"

namespace mrm {

struct VitConfig {
  std::int64_t imageSize = 224, patchSize = 16, channels = 3;
  std::int64_t width = 768, depth = 12, heads = 12, classes = 14;
  double mlpRatio = 4, layerNormEpsilon = 1e-6;
  double dropPath = 0.1;  // of the last block; rises linearly from 0 at the first
  std::int64_t gridSide() const { return imageSize / patchSize; }
};

class VitClassifier {
 public:
  VitClassifier(const VitConfig& config, std::uint64_t seed);
  const VitConfig& config() const { return config_; }
  Parameters& parameters() { return parameters_; }
  const Parameters& parameters() const { return parameters_; }

  // image [N, 1 or channels, imageSize, imageSize], normalised -> logits [N, classes] in fp32.
  at::Tensor forward(const at::Tensor& image, const Compute& compute) const;

 private:
  VitConfig config_;
  Parameters parameters_;
};

}  // namespace mrm
