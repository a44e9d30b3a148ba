// Learning-rate schedules: pure functions of a position in the training.
#pragma once

#include <cstdint>
#include <string>

namespace mrm {

// Linear from 0 to `peak` over `warmup`, then half a cosine to `minimum` at `total` (Loshchilov and
// Hutter 2017; MAE). Position, warmup and total in one unit: epochs (fractional, pre-training) or
// steps.
double warmupCosine(double position, double warmup, double total, double peak, double minimum = 0);

// Polynomial decay of power 1 from `peak` at 0 to `minimum` at `total`, in the first `warmup` steps
// multiplied by a ramp from `startRatio` to 1 (segmentation).
double warmupPolynomial(double step, double warmup, double total, double peak,
                        double startRatio = 1e-6, double minimum = 0);

// Factor on the learning rate of a ViT's parameter under layer-wise decay (Bao et al. 2022):
// decay^(depth + 1 - id), with id 0 for cls_token, mask_token, pos_embed and patch_embed, i + 1 for
// blocks.i, depth + 1 for everything else.
double layerDecayScale(const std::string& parameterName, std::int64_t depth, double decay);

}  // namespace mrm
