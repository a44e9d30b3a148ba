// What the model restores of a few records, for the run folder. Internal to core/train: includes
// ATen.
#pragma once

#include "core/cache/batch_loader.h"
#include "core/model/mrm_model.h"
#include "core/run/preview.h"
#include "core/train/tensor_batch.h"

namespace mrm {

// Writes previews/<step>/ for the first `count` records of `batch`. Hidden patches are shown in one
// gray in the masked image; the restored image keeps the visible ones. Where patches are
// normalised, restored ones get mean and deviation of the original, as is usual for MAE.
void writePreview(const RunPaths& run, std::int64_t step, const MrmModel& model,
                  const MrmObjective& objective, const RecordBatch& batch, std::int64_t count,
                  const SampleSource& source, const PixelOptions& pixels, const at::Device& device);

}  // namespace mrm
