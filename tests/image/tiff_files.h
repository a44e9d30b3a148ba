// Makes TIFF files of every kind for tests, sample by sample, with libtiff.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace mrm::testing {

struct TiffSpec {
  std::uint32_t width = 1, height = 1;
  int bits = 8, samples = 1;
  int photometric = 1;   // 0 min is white, 1 min is black, 2 RGB, 3 palette, 5 CMYK, 6 YCbCr
  int sampleFormat = 1;  // 1 unsigned, 2 signed, 3 floating point
  int compression = 1;   // 1 none, 4 group 4, 5 LZW, 7 JPEG, 8 Deflate, 32773 PackBits, 50000 Zstd
  int orientation = 1;
  bool separatePlanes = false, bigEndian = false, bigTiff = false;
  std::uint32_t tile = 0;  // side of its tiles; 0: strips
  std::uint32_t rowsPerStrip = 7;
  int pages = 1;  // each further one is darker
  std::function<double(std::uint32_t x, std::uint32_t y, int sample)> sample;
};

// Palettes have red = index * 256, green = index * 128, blue = 65535 - index * 200.
std::string makeTiff(const TiffSpec& spec);

}  // namespace mrm::testing
