#include "core/train/schedule.h"

#include <cmath>
#include <cstdlib>
#include <numbers>

namespace mrm {

double warmupCosine(double position, double warmup, double total, double peak, double minimum) {
  if (position < warmup) return peak * position / warmup;
  if (total <= warmup) return peak;
  const double progress = std::min(1.0, (position - warmup) / (total - warmup));
  return minimum + (peak - minimum) * 0.5 * (1.0 + std::cos(std::numbers::pi * progress));
}

double warmupPolynomial(double step, double warmup, double total, double peak, double startRatio,
                        double minimum) {
  const double regular = (peak - minimum) * (1.0 - std::min(1.0, step / total)) + minimum;
  if (step >= warmup) return regular;
  return regular * (1.0 - (1.0 - step / warmup) * (1.0 - startRatio));
}

double layerDecayScale(const std::string& name, std::int64_t depth, double decay) {
  std::int64_t layer = depth + 1;
  if (name == "cls_token" || name == "mask_token" || name == "pos_embed" ||
      name.rfind("patch_embed.", 0) == 0)
    layer = 0;
  else if (name.rfind("blocks.", 0) == 0)
    layer = std::strtoll(name.c_str() + 7, nullptr, 10) + 1;
  return std::pow(decay, static_cast<double>(depth + 1 - layer));
}

}  // namespace mrm
