// The masked-record-modeling network: ViT encoder, image decoder, report decoder (Zhou et al., ICLR
// 2023). Internal to core/model and core/train: includes ATen.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/model/layers.h"
#include "core/model/mrm_config.h"
#include "core/model/parameters.h"

namespace mrm {

// N records. Pixels are normalised, fp32; one channel stands for `config.channels` equal ones.
struct MrmBatch {
  at::Tensor imageHigh;        // [N, 1 or channels, highResolution, highResolution]
  at::Tensor imageLow;         // [N, 1 or channels, imageSize, imageSize]
  at::Tensor maskNoise;        // [N, patches]: the patches with the lowest noise stay visible
  at::Tensor reportIds;        // [N, reportLength] int64, masked words replaced
  at::Tensor reportLabels;     // [N, reportLength] int64, the report itself
  at::Tensor reportAttention;  // [N, reportLength] int64, 0 on padding
  at::Tensor reportMasked;     // [N, reportLength] bool, true where a word was replaced
};

struct MrmObjective {
  double imageRatio = 0.75;
  bool normalizePatches =
      true;  // each target patch to mean 0 and deviation 1 (MAE's norm_pix_loss)
  bool allReportPositions = false;  // cross-entropy over every position, padding too, as published
};

struct MrmLosses {
  at::Tensor image;   // [] mean squared error over the hidden patches
  at::Tensor report;  // [] mean cross-entropy in nats; 0 when no position counts
};

struct MrmOutputs {
  at::Tensor latent;        // [N, 1 + visible, width], visible patches in the order of their noise
  at::Tensor prediction;    // [N, patches, patchPixels], pixels in the order row, column, channel
  at::Tensor mask;          // [N, patches], 1 where hidden
  at::Tensor idsRestore;    // [N, patches]
  at::Tensor reportLogits;  // [N, reportLength, vocabularySize]
};

class MrmModel {
 public:
  // Random weights from `seed`.
  MrmModel(const MrmConfig& config, std::uint64_t seed);

  const MrmConfig& config() const { return config_; }
  Parameters& parameters() { return parameters_; }
  const Parameters& parameters() const { return parameters_; }

  // What training needs and no more: the image decoder's last block and head see only hidden
  // patches, the report head only masked positions (unless the objective counts all), padding
  // behind the longest report is cut off. Equal to the losses of forward() up to rounding.
  MrmLosses losses(const MrmBatch& batch, const MrmObjective& objective,
                   const Compute& compute) const;

  // Everything, for inspection.
  MrmOutputs forward(const MrmBatch& batch, double imageRatio, const Compute& compute) const;
  MrmLosses lossesOf(const MrmOutputs& outputs, const MrmBatch& batch,
                     const MrmObjective& objective) const;

  // [N, patches, highPatchSize^2 * channels of the image], pixels in the order row, column,
  // channel.
  at::Tensor patchify(const at::Tensor& imageHigh) const;

 private:
  struct Visible {
    at::Tensor shuffle, restore;  // [N, patches]
    std::int64_t count = 0;       // the first `count` of shuffle are visible
  };
  Visible chooseVisible(const at::Tensor& noise, double imageRatio) const;
  at::Tensor encode(const at::Tensor& imageLow, const Visible& visible,
                    const Compute& compute) const;
  // [N, tokens, reportWidth]
  at::Tensor decodeReport(const at::Tensor& latent, const at::Tensor& ids,
                          const at::Tensor& attention, const Compute& compute) const;
  at::Tensor reportHead(const at::Tensor& hidden, const Compute& compute) const;
  // target and prediction [.., patchPixels]; the target may have one channel
  at::Tensor imageLoss(const at::Tensor& prediction, const at::Tensor& target,
                       bool normalize) const;

  MrmConfig config_;
  Parameters parameters_;
};

}  // namespace mrm
