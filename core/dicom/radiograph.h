// From a file, DICOM or image, to what is seen and trained on: the one way for both.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/image/decode.h"
#include "core/image/display.h"

namespace mrm {

struct Radiograph {
  GrayImage image;                           // display values
  std::string audit;                         // how they came about: one line
  std::vector<std::string> notices;          // what was left out or is unusual
  double rowSpacing = 0, columnSpacing = 0;  // mm between pixels; 0: unknown
};

// Reads a DICOM file (with or without preamble) or a JPEG, PNG or TIFF image, told apart by their
// content. `frame`, from 0, is of a multi-frame DICOM file. Image files of 8 bits give what
// decodeGray() gives unless the policy asks for percentiles or the full range. Throws Error with
// the reason when the file cannot be decoded.
Radiograph loadRadiograph(const std::filesystem::path& file, std::int64_t frame = 0,
                          const DisplayPolicy& policy = {});
Radiograph loadRadiograph(const FileBytes& file, std::int64_t frame, const DisplayPolicy& policy);

// The same file's values before any table or window, for what lies under the cursor and for
// windows set by hand; toDisplay() of it is what loadRadiograph() gives. Colour and 8-bit images
// have their luminance as value.
StoredImage loadStoredImage(const std::filesystem::path& file, std::int64_t frame = 0);
StoredImage loadStoredImage(const FileBytes& file, std::int64_t frame);

// Width and height from the header alone; frames of a DICOM file, 1 of others. Throws Error.
struct RadiographSize {
  std::int64_t width = 0, height = 0, frames = 1;
};
RadiographSize readRadiographSize(const std::filesystem::path& file);

}  // namespace mrm
