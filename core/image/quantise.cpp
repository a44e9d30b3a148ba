#include "core/image/quantise.h"

#include <cmath>
#include <limits>

namespace mrm {

void quantise(std::span<const float> numbers, StoredImage& image) {
  constexpr std::int32_t kSteps = 65535, kNoNumber = -1;
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const float number : numbers)
    if (std::isfinite(number)) {
      low = std::min<double>(low, number);
      high = std::max<double>(high, number);
    }
  if (!(low <= high)) low = high = 0;
  const double step = high > low ? (high - low) / kSteps : 1;
  image.values.clear();
  image.values.reserve(numbers.size());
  image.paddingFrom.reset();
  image.paddingTo.reset();
  for (const float number : numbers) {
    if (!std::isfinite(number)) image.paddingFrom = kNoNumber;
    image.values.push_back(std::isfinite(number)
                               ? static_cast<std::int32_t>(std::lround((number - low) / step))
                               : kNoNumber);
  }
  const double slope = image.hasRescale ? image.slope : 1;
  image.intercept = slope * low + (image.hasRescale ? image.intercept : 0);
  image.slope = slope * step;
  image.hasRescale = true;
  image.bitsStored = 16;
  image.isSigned = false;
  image.notices.push_back("numbers of 32 or 64 bits kept in 65,536 steps");
}

}  // namespace mrm
