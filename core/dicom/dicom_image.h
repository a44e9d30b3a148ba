// A frame of a DICOM file as an image of stored values, with all that the file says of its display.
#pragma once

#include "core/dicom/dicom_file.h"
#include "core/dicom/stored_pixels.h"
#include "core/image/stored_image.h"

namespace mrm::dicom {

// Colour becomes luminance. Throws Error with the reason when the frame (from 0) cannot be decoded.
StoredImage storedImageOf(const DicomFile& file, std::int64_t frame);
// The same of pixels that were decoded already: the first frame in `pixels` is frame `frame`.
StoredImage storedImageOf(const DicomFile& file, const StoredPixels& pixels, std::int64_t frame);

// Pixels of one sample as values; real numbers and those that need more than 31 bits in steps (see
// core/image/quantise.h).
void takeValues(const StoredPixels& pixels, StoredImage& image);

}  // namespace mrm::dicom
