// Fixed two-dimensional sine-cosine position tables. Internal: includes ATen.
#pragma once

#include <ATen/core/Tensor.h>

namespace mrm {

// [1, 1 + side * side, width] in fp32; the class token's row is zero. Half of the width codes the
// column, half the row, each as sines then cosines of width / 4 frequencies 10000^(-i / width),
// computed in fp64. These are the frequencies of the published MRM tables; MAE's (He et al. 2022)
// fall off four times as fast.
at::Tensor sinCosPositions(std::int64_t side, std::int64_t width);

// [length, width] in fp32: sine and cosine of position / 10000^(2i / width) (Vaswani et al. 2017),
// sines first.
at::Tensor sinePositions(std::int64_t length, std::int64_t width);

// A learned or fixed table [1, 1 + s * s, width] for another grid: bicubic, without antialiasing,
// as is usual for ViT; the class token's row stays.
at::Tensor resizePositions(const at::Tensor& table, std::int64_t side);

}  // namespace mrm
