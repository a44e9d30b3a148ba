// How fast pre-training steps are, with synthetic records.
#pragma once

#include <cstdint>
#include <string>

#include "core/run/pretrain_options.h"

namespace mrm {

struct BenchResult {
  std::string device;  // as chosen, with its precision
  std::int64_t parameters = 0;
  double imagesPerSecond = 0;  // by the median step
  double bestImagesPerSecond = 0;
  double floatingPointRate =
      0;                  // operations/s in matrix products that the step needs, by the median step
  double peakMemory = 0;  // bytes resident, of this process
};

// Two steps that are not counted, then `steps`: forward, backward, optimizer. Random images,
// reports of full length with random words. Uses model, masking, batch, accumulation, device,
// precision and threads of the options.
BenchResult benchPretrain(const PretrainOptions& options, std::int64_t vocabularySize,
                          std::int64_t steps);

// Operations of the matrix products in one training step (forward and twice that backward) a
// record, counting only what losses() computes. Attention products included.
double trainingOperations(const PretrainOptions& options, std::int64_t vocabularySize);

}  // namespace mrm
