#include "tests/image/tiff_files.h"

#include <gtest/gtest.h>
#include <tiffio.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <vector>

#include "core/base/files.h"

namespace mrm::testing {
namespace {

void put(std::vector<std::uint8_t>& bytes, std::size_t index, const TiffSpec& spec, double value) {
  const auto putAs = [&]<class T>(T number) {
    std::memcpy(bytes.data() + index * sizeof number, &number, sizeof number);
  };
  if (spec.sampleFormat == 3)
    return spec.bits == 32 ? putAs(static_cast<float>(value)) : putAs(value);
  const auto whole = static_cast<std::int64_t>(value);
  switch (spec.bits) {
    case 8:
      return putAs(static_cast<std::uint8_t>(whole));
    case 16:
      return putAs(static_cast<std::uint16_t>(whole));
    case 32:
      return putAs(static_cast<std::uint32_t>(whole));
    default:
      for (int bit = 0; bit < spec.bits; ++bit) {
        const std::size_t at =
            index * static_cast<std::size_t>(spec.bits) + static_cast<std::size_t>(bit);
        if (whole >> (spec.bits - 1 - bit) & 1)
          bytes[at / 8] = static_cast<std::uint8_t>(bytes[at / 8] | 0x80 >> at % 8);
      }
  }
}

void setFields(TIFF* tiff, const TiffSpec& spec) {
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, spec.width);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, spec.height);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, spec.bits);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, spec.samples);
  TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, spec.sampleFormat);
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, spec.photometric);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, spec.compression);
  TIFFSetField(tiff, TIFFTAG_ORIENTATION, spec.orientation);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG,
               spec.separatePlanes ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
  if (spec.compression == COMPRESSION_JPEG) {
    TIFFSetField(tiff, TIFFTAG_JPEGQUALITY, 100);
    if (spec.photometric == PHOTOMETRIC_YCBCR)
      TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
  }
  const int usual = spec.photometric == 2 || spec.photometric == 6 ? 3
                    : spec.photometric == 5                        ? 4
                                                                   : 1;
  if (spec.samples > usual) {
    const std::vector<std::uint16_t> extra(static_cast<std::size_t>(spec.samples - usual),
                                           EXTRASAMPLE_UNASSALPHA);
    TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, static_cast<int>(extra.size()), extra.data());
  }
  if (spec.tile) {
    TIFFSetField(tiff, TIFFTAG_TILEWIDTH, spec.tile);
    TIFFSetField(tiff, TIFFTAG_TILELENGTH, spec.tile);
  } else {
    // JPEG wants whole blocks.
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP,
                 spec.compression == COMPRESSION_JPEG ? 16 : spec.rowsPerStrip);
  }
  if (spec.photometric == PHOTOMETRIC_PALETTE) {
    std::vector<std::uint16_t> red, green, blue;
    for (int i = 0; i < 1 << spec.bits; ++i) {
      red.push_back(static_cast<std::uint16_t>(i * 256));
      green.push_back(static_cast<std::uint16_t>(i * 128));
      blue.push_back(static_cast<std::uint16_t>(65535 - i * 200));
    }
    TIFFSetField(tiff, TIFFTAG_COLORMAP, red.data(), green.data(), blue.data());
  }
}

void writePage(TIFF* tiff, const TiffSpec& spec, int page) {
  setFields(tiff, spec);
  const int planes = spec.separatePlanes ? spec.samples : 1;
  const int together = spec.separatePlanes ? 1 : spec.samples;
  const std::uint32_t width = spec.tile ? spec.tile : spec.width;
  const std::uint32_t height = spec.tile ? spec.tile : 1;
  const auto rowBytes =
      static_cast<std::size_t>(spec.tile ? TIFFTileRowSize(tiff) : TIFFScanlineSize(tiff));
  for (int plane = 0; plane < planes; ++plane)
    for (std::uint32_t top = 0; top < spec.height; top += height)
      for (std::uint32_t left = 0; left < spec.width; left += width) {
        std::vector<std::uint8_t> block;
        for (std::uint32_t y = top; y < top + height; ++y) {
          std::vector<std::uint8_t> row(rowBytes + 8);
          for (std::uint32_t x = left; x < left + width && x < spec.width && y < spec.height; ++x)
            for (int s = 0; s < together; ++s)
              put(row,
                  static_cast<std::size_t>((x - left)) * static_cast<std::size_t>(together) +
                      static_cast<std::size_t>(s),
                  spec, spec.sample(x, y, spec.separatePlanes ? plane : s) / (page + 1));
          block.insert(block.end(), row.begin(),
                       row.begin() + static_cast<std::ptrdiff_t>(rowBytes));
        }
        const auto written =
            spec.tile
                ? TIFFWriteTile(tiff, block.data(), left, top, 0, static_cast<std::uint16_t>(plane))
                : TIFFWriteScanline(tiff, block.data(), top, static_cast<std::uint16_t>(plane));
        if (written < 0) throw std::runtime_error("cannot make the TIFF file");
      }
}

}  // namespace

std::string makeTiff(const TiffSpec& spec) {
  const std::filesystem::path path =
      std::filesystem::path(::testing::TempDir()) / ("made " + std::to_string(::getpid()) + ".tif");
  const std::string mode =
      std::string("w") + (spec.bigEndian ? "b" : "l") + (spec.bigTiff ? "8" : "4");
  TIFF* tiff = TIFFOpen(path.c_str(), mode.c_str());
  if (!tiff) throw std::runtime_error("cannot make the TIFF file");
  for (int page = 0; page < spec.pages; ++page) {
    writePage(tiff, spec, page);
    if (!TIFFWriteDirectory(tiff)) throw std::runtime_error("cannot make the TIFF file");
  }
  TIFFClose(tiff);
  const std::string bytes = readFile(path, std::size_t{1} << 28);
  std::filesystem::remove(path);
  return bytes;
}

}  // namespace mrm::testing
