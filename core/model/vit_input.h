// From an image to the vision transformer's patch tokens. Internal: includes ATen.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/model/layers.h"

namespace mrm {

// image [N, C, side, side] -> [N, patches, C * patchSize^2], pixels in the order channel, row,
// column.
at::Tensor patchPixelsOf(const at::Tensor& image, std::int64_t patchSize);

// pixels [N, n, C * patchSize^2] -> [N, n, width] by patch_embed.proj, a convolution whose stride
// is its kernel, thus a matrix product. Where C is 1 and the weights have more channels, the image
// stands for equal channels.
at::Tensor embedPatches(const Parameters& p, const at::Tensor& pixels, const Compute& compute);

// patch_embed.proj with Xavier uniform weights over the flattened kernel, as in MAE.
void declarePatchEmbedding(Parameters& p, std::int64_t width, std::int64_t channels,
                           std::int64_t patchSize);

}  // namespace mrm
