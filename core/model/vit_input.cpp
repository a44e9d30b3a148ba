#include "core/model/vit_input.h"

#include <ATen/ATen.h>

#include <cmath>

namespace mrm {

at::Tensor patchPixelsOf(const at::Tensor& image, std::int64_t s) {
  const std::int64_t n = image.size(0), c = image.size(1), g = image.size(2) / s;
  return image.reshape({n, c, g, s, g, s})
      .permute({0, 2, 4, 1, 3, 5})
      .reshape({n, g * g, c * s * s});
}

at::Tensor embedPatches(const Parameters& p, const at::Tensor& pixels, const Compute& compute) {
  const at::Tensor& kernel = p["patch_embed.proj.weight"];
  const std::int64_t perChannel = kernel.size(2) * kernel.size(3);
  const at::Tensor weight = pixels.size(2) == perChannel
                                ? kernel.sum(1).reshape({kernel.size(0), perChannel})
                                : kernel.reshape({kernel.size(0), -1});
  const at::Tensor& bias = p["patch_embed.proj.bias"];
  if (!compute.bf16) return at::linear(pixels, weight, bias);
  return at::linear(pixels.to(at::kBFloat16), weight.to(at::kBFloat16), bias.to(at::kBFloat16));
}

void declarePatchEmbedding(Parameters& p, std::int64_t width, std::int64_t channels,
                           std::int64_t patchSize) {
  const std::int64_t in = channels * patchSize * patchSize;
  const double bound = std::sqrt(6.0 / static_cast<double>(in + width));
  p.add("patch_embed.proj.weight",
        at::empty({width, channels, patchSize, patchSize}).uniform_(-bound, bound));
  p.add("patch_embed.proj.bias", at::zeros({width}));
}

}  // namespace mrm
