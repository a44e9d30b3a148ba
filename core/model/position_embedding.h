// Fixed two-dimensional sine-cosine position tables. Internal: includes ATen.
#pragma once

#include <ATen/core/Tensor.h>

namespace mrm {

// [1, 1 + side * side, width] in fp32; the class token's row is zero. As in MAE (He et al. 2022):
// half of the width codes the column, half the row, frequencies 10000^(-2i/(width/2)), computed in
// fp64.
at::Tensor sinCosPositions(std::int64_t side, std::int64_t width);

// A learned or fixed table [1, 1 + s * s, width] for another grid: bicubic, without antialiasing,
// as is usual for ViT; the class token's row stays.
at::Tensor resizePositions(const at::Tensor& table, std::int64_t side);

}  // namespace mrm
