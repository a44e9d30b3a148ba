// Reads the pixels of a catalogue's records: sizes, display audit, perceptual hashes, which look
// inverted, and which cannot be used.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>

#include "core/base/progress.h"
#include "core/catalog/catalog.h"
#include "core/image/display.h"

namespace mrm {

struct IndexResult {
  std::int64_t read = 0;         // images looked at now
  std::int64_t quarantined = 0;  // of these: cannot be decoded, or blank
  std::int64_t known = 0;        // left alone, because they were read before
  std::int64_t inverted = 0;     // look inverted against others of their source and view
};

// How the data set's images are shown: what was chosen for it, or the default.
inline constexpr const char* kDisplayPolicySetting = "display-policy";
DisplayPolicy displayPolicyOf(const Catalog& catalog);
// Whether another policy was chosen since all images were read: they are to be read again then, and
// setReadAs() says that they were, under `policy`.
bool wantsReadingAgain(const Catalog& catalog);
void setReadAs(Catalog& catalog, const DisplayPolicy& policy);

// Reads the images of these records with `threads` threads (0: one for each processor) and writes
// what is found into the catalogue as it goes, so that work that is stopped or killed goes on where
// it was. Records whose image was read before are left alone unless `again` is set (after another
// policy was chosen); those that failed are tried again: a record that can be read now is usable
// again. Throws Stopped, after what was found is written.
IndexResult indexImages(Catalog& catalog, std::span<const RecordId> ids,
                        const DisplayPolicy& policy = {}, int threads = 0,
                        const ProgressSink& progress = {}, std::stop_token stop = {},
                        bool again = false);

}  // namespace mrm
