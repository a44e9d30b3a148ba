// From a loader's batch to the model's tensors. Internal: includes ATen.
#pragma once

#include "core/cache/batch_loader.h"
#include "core/model/mrm_model.h"

namespace mrm {

struct PixelOptions {
  double mean = 0.4978, deviation = 0.2449;  // of pixels with white = 1
  std::int64_t lowSize = 224;                // side of the encoder's input
  bool antialias = true;                     // of the bicubic shrinking to it
};

// One channel; normalisation and the low-resolution image are computed on `device`.
MrmBatch toTensors(const RecordBatch& batch, const PixelOptions& pixels, const at::Device& device);

}  // namespace mrm
