// The marker that a radiographer lays on the detector, which here also says that the image is
// synthetic.
#pragma once

#include "core/image/gray_image.h"

namespace mrm::phantom {

// "R" at the upper left of the image, the patient's right side, and "SYN" below it.
void drawMarker(GrayImage16& image);

}  // namespace mrm::phantom
