// From stored values to the 8-bit display values that people see and the model is trained on: one
// function for both.
#pragma once

#include <cstdint>
#include <string>

#include "core/image/gray_image.h"
#include "core/image/stored_image.h"

namespace mrm {

struct DisplayPolicy {
  enum class Window {
    File,        // the file's VOI table, else its window; else 8-bit values made for display as
                 // they are, others by percentiles
    Percentile,  // from `low` to `high` of the values that are no padding
    FullRange    // from the smallest to the largest value that is no padding
  } window = Window::File;
  int fileWindow = 0;       // which of the file's windows, from 0; the last when there are fewer
  bool preferTable = true;  // the file's VOI table before its windows
  double low = 0.5, high = 99.5;  // percent
};

struct DisplayImage {
  GrayImage image;
  std::string
      audit;  // one line: "rescale x1 -1024; window 50/350 (file 1 of 2); MONOCHROME1 inverted"
};

// Modality table or rescale, VOI (PS3.3 C.11.2), then the inversion: exactly once when the file is
// MONOCHROME1, its Presentation LUT Shape is INVERSE, or both (for a DX image both name the same
// inversion: PS3.3 C.8.11.3.1.2). Padding is left out of percentiles and ranges and shown as the
// darkest display value. A file's table or window that would leave nothing to see of an image that
// is not constant gives way to percentiles, and the audit says so.
DisplayImage toDisplay(const StoredImage& image, const DisplayPolicy& policy);

// What a stored value means (a Hounsfield unit, an optical density): after the modality table or
// rescale, before any window. PS3.3 C.11.1.
double modalityValue(const StoredImage& image, std::int32_t stored);

std::string displayPolicyJson(const DisplayPolicy& policy);
DisplayPolicy displayPolicyFromJson(const std::string& json);  // empty: the default; throws Error

}  // namespace mrm
