// One synthetic radiograph with its masks.
#pragma once

#include "core/image/gray_image.h"
#include "core/sample/anatomy.h"
#include "core/sample/findings.h"

namespace mrm::phantom {

struct Phantom {
  GrayImage16 image;  // dense tissue bright
  int significantBits = 12;
  GrayImage
      lungMask;  // 255 in the lung fields beside heart and mediastinum and above the diaphragm
  GrayImage pneumothoraxMask;  // 255 where there is pleural air
  double mmPerPixel = 0;
};

// `shorterSide` in pixels. The same arguments give the same pixels.
Phantom renderPhantom(const Anatomy& anatomy, const Projection& projection,
                      const Findings& findings, std::int64_t shorterSide, Random random);

}  // namespace mrm::phantom
