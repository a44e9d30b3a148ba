// Sizes of a masked-record-modeling network.
#pragma once

#include <cstdint>

#include "core/run/pretrain_options.h"

namespace mrm {

// The defaults are the published ViT-B/16 model (151.6 million parameters).
struct MrmConfig {
  std::int64_t imageSize = 224;       // side of the encoder's input, pixels
  std::int64_t highResolution = 448;  // side of the image whose patches are restored, pixels
  std::int64_t patchSize = 16;  // of the input; the restored patch is larger by the same factor
  std::int64_t channels = 3;    // the gray image, repeated
  std::int64_t width = 768, depth = 12, heads = 12;
  std::int64_t decoderWidth = 768, decoderDepth = 4, decoderHeads = 6;
  std::int64_t vocabularySize = 30000, reportLength = 100, tokenTypes = 2;
  std::int64_t reportWidth = 384, reportDepth = 6, reportHeads = 6, reportIntermediate = 1536;
  double mlpRatio = 4, layerNormEpsilon = 1e-6, reportLayerNormEpsilon = 1e-12;
  double reportDropout = 0.1;

  std::int64_t gridSide() const { return imageSize / patchSize; }
  std::int64_t patches() const { return gridSide() * gridSide(); }
  std::int64_t highPatchSize() const { return highResolution / gridSide(); }
  std::int64_t patchPixels() const { return highPatchSize() * highPatchSize() * channels; }
  // Patches the encoder sees: floor of the share that is not hidden, as published; at least one.
  std::int64_t visiblePatches(double imageRatio) const;
};

// `options.resolveModel()` must have been called.
MrmConfig configOf(const PretrainOptions& options, std::int64_t vocabularySize);

}  // namespace mrm
