// Makes image files of every kind for tests, sample by sample.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace mrm::testing {

struct PngSpec {
  std::uint32_t width = 1, height = 1;
  int bitDepth = 8;   // 1, 2, 4, 8, 16
  int colorType = 0;  // 0 gray, 2 RGB, 3 palette, 4 gray + alpha, 6 RGBA
  bool interlaced = false;
  // Sample `channel` of the pixel at (x, y), of bitDepth bits.
  std::function<unsigned(std::uint32_t x, std::uint32_t y, int channel)> sample;
  std::string palette, transparency;  // contents of PLTE and tRNS; no chunk when empty
};

std::string makePng(const PngSpec& spec);

// One PNG chunk with its length and check sum.
std::string pngChunk(const std::string& type, const std::string& data);
// The same file with the check sums of its chunks made right again, as far as its chunks can be
// followed.
std::string withRightChecksums(std::string png);

enum class JpegColor {
  Gray,
  Rgb,
  Cmyk
};  // RGB is stored as YCbCr, CMYK as Adobe does it, inverted

struct JpegSpec {
  int width = 8, height = 8;
  JpegColor color = JpegColor::Gray;
  bool progressive = false;
  bool twoScans = false;  // progressive gray in two scans without refinement, which may be repeated
  int quality = 100;
  std::function<int(int x, int y, int channel)> sample;
};

std::string makeJpeg(const JpegSpec& spec);

}  // namespace mrm::testing
