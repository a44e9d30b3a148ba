#include "core/model/mrm_config.h"

#include <algorithm>
#include <cmath>

namespace mrm {

std::int64_t MrmConfig::visiblePatches(double imageRatio) const {
  const auto kept = static_cast<std::int64_t>(static_cast<double>(patches()) * (1.0 - imageRatio));
  return std::clamp<std::int64_t>(kept, 1, patches() - 1);
}

MrmConfig configOf(const PretrainOptions& options, std::int64_t vocabularySize) {
  const PretrainOptions::Model& m = options.model;
  MrmConfig config;
  config.imageSize = m.imageSize;
  config.highResolution = 2 * m.imageSize;
  config.patchSize = m.patchSize;
  config.width = m.width;
  config.depth = m.depth;
  config.heads = m.heads;
  config.decoderWidth = m.decoderWidth;
  config.decoderDepth = m.decoderDepth;
  config.decoderHeads = m.decoderHeads;
  config.vocabularySize = vocabularySize;
  config.reportLength = m.reportLength;
  config.reportWidth = m.reportWidth;
  config.reportDepth = m.reportDepth;
  config.reportHeads = m.reportHeads;
  config.reportIntermediate = m.reportIntermediate;
  config.reportDropout = m.reportDropout;
  return config;
}

}  // namespace mrm
