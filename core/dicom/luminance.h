// Colour DICOM pixels to their luminance.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/dicom/data_set.h"
#include "core/dicom/stored_pixels.h"

namespace mrm::dicom {

// Whether one sample per pixel is an index into a palette.
bool isPalette(const StoredPixels& pixels);

// The first frame's luminance, 0 to 255: of RGB by ITU-R 601-2 luma (as decodeGray() does it), of
// YBR the Y, of a palette looked up. Throws Error with the reason when the palette is missing.
std::vector<std::int32_t> luminance(const StoredPixels& pixels, const DataSet& dataSet,
                                    const std::string& name);

}  // namespace mrm::dicom
