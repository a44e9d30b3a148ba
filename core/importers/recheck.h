// Records that were set aside, looked at again: what they lacked may be there by now.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/catalog/catalog.h"

namespace mrm {

struct RecheckResult {
  std::vector<RecordId> restored;  // usable again
  std::int64_t remaining = 0;      // still lack a file
  std::int64_t toImport = 0;       // set aside for what the source says: to be imported again
};

// Quarantined records whose reason is a file that is missing, or that could not be read, become
// usable when image and masks are there and the image's header can be read; a record whose file is
// there and has another fault gets that as its reason. What is set aside for what its source says
// (an empty report, a label that cannot be read) stays until its source is imported again; excluded
// and usable records stay as they are. Throws Error, Stopped.
RecheckResult recheck(Catalog& catalog, std::span<const RecordId> ids,
                      const ProgressSink& progress = {}, std::stop_token stop = {});

}  // namespace mrm
