// A catalogue of any size with made-up records, to try the program's speed with. No patient data.
#pragma once

#include <cstdint>
#include <stop_token>

#include "core/base/progress.h"
#include "core/catalog/import_batch.h"

namespace mrm {

struct SampleCatalogOptions {
  std::int64_t records = 400000;
  std::uint64_t seed = 1;
};

// Two batches, as two hospitals would give them: patients with one to three studies of one or two
// images, reports of the sample's wording shared by the images of a study, the 14 classes of
// CheXpert, masks, official splits by patient in the first, perceptual hashes with a few near
// duplicates, and one record in a hundred that cannot be used. The images do not exist. The same
// options give the same records. Throws Stopped.
std::vector<ImportBatch> makeSampleBatches(const SampleCatalogOptions& options,
                                           const ProgressSink& progress = {},
                                           std::stop_token stop = {});

}  // namespace mrm
