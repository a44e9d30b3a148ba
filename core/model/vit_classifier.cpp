#include "core/model/vit_classifier.h"

#include <ATen/ATen.h>

#include "core/model/position_embedding.h"
#include "core/model/vit_input.h"

namespace mrm {

VitClassifier::VitClassifier(const VitConfig& config, std::uint64_t seed) : config_(config) {
  at::manual_seed(seed);
  Parameters& p = parameters_;
  p.add("cls_token", at::empty({1, 1, config.width}).normal_(0, 0.02));
  p.add("pos_embed", sinCosPositions(config.gridSide(), config.width));
  declarePatchEmbedding(p, config.width, config.channels, config.patchSize);
  for (std::int64_t i = 0; i < config.depth; ++i)
    declareVitBlock(p, "blocks." + std::to_string(i), config.width, config.mlpRatio);
  declareLayerNorm(p, "fc_norm", config.width);
  p.add("head.weight", at::empty({config.classes, config.width}).normal_(0, 2e-5));
  p.add("head.bias", at::zeros({config.classes}));
}

at::Tensor VitClassifier::forward(const at::Tensor& image, const Compute& compute) const {
  const Parameters& p = parameters_;
  const std::int64_t n = image.size(0);
  at::Tensor x =
      at::cat({p["cls_token"].expand({n, -1, -1}),
               embedPatches(p, patchPixelsOf(image, config_.patchSize), compute).to(at::kFloat)},
              1) +
      p["pos_embed"];
  for (std::int64_t i = 0; i < config_.depth; ++i) {
    const double share = config_.depth > 1 ? double(i) / double(config_.depth - 1) : 0;
    x = vitBlock(p, "blocks." + std::to_string(i), x, config_.heads, config_.layerNormEpsilon,
                 compute, 0, config_.dropPath * share);
  }
  const at::Tensor pooled = x.narrow(1, 1, x.size(1) - 1).mean(1);
  return linear(p, "head", layerNorm(p, "fc_norm", pooled, config_.layerNormEpsilon), compute)
      .to(at::kFloat);
}

}  // namespace mrm
