// From stored values to the 8-bit display values that people see and the model is trained on: one
// function for both.
#pragma once

#include <string>

#include "core/image/gray_image.h"
#include "core/image/stored_image.h"

namespace mrm {

struct DisplayPolicy {
  enum class Window {
    File,        // the file's VOI table, else its window, else percentiles
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

// Modality table or rescale, VOI (PS3.3 C.11.2), then presentation inversion and MONOCHROME1
// exactly once together (both: none). Padding is left out of percentiles and ranges and shown as
// the darkest display value.
DisplayImage toDisplay(const StoredImage& image, const DisplayPolicy& policy);

std::string displayPolicyJson(const DisplayPolicy& policy);
DisplayPolicy displayPolicyFromJson(const std::string& json);  // empty: the default; throws Error

}  // namespace mrm
