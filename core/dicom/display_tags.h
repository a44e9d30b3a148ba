// What a DICOM data set says about how its values are to be shown.
#pragma once

#include <cstdint>

#include "core/dicom/data_set.h"
#include "core/image/stored_image.h"

namespace mrm::dicom {

// Reads modality table or rescale (PS3.3 C.11.1), VOI tables and windows (C.11.2), pixel padding
// (C.7.5.1.1.2), MONOCHROME1 and Presentation LUT Shape, and the spacing of pixels into `image`,
// whose bitsStored and isSigned are set before. Of an enhanced multi-frame object the functional
// groups of `frame` (from 0) count before the shared ones, and those before the data set itself.
// Never throws for what the data set holds: what makes no sense is left out, with a notice where it
// matters.
void readDisplayTags(const DataSet& dataSet, std::int64_t frame, StoredImage& image);

// A look-up table from its descriptor and data, in an item of a sequence or in the data set itself
// (palettes); `isSigned`: how the first mapped value is taken where the file does not say. No
// entries when either is missing.
ValueTable readValueTable(const DataSet& item, Tag descriptor, Tag data, bool isSigned);

}  // namespace mrm::dicom
