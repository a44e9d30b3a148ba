#include "tests/image/image_files.h"

#include <cstdio>
#include <cstdlib>
#include <stdexcept>
// jpeglib.h needs size_t and FILE to be declared before it.
#include <jpeglib.h>
#include <zlib.h>

namespace mrm::testing {
namespace {

std::string bigEndian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift);
  return bytes;
}

std::uint32_t readBigEndian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::string checksum(const std::string& bytes) {
  return bigEndian(static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()))));
}

struct Pass {
  std::uint32_t left, top, stepX, stepY;
};
constexpr Pass kAdam7[] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
                           {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};

}  // namespace

std::string pngChunk(const std::string& type, const std::string& data) {
  return bigEndian(static_cast<std::uint32_t>(data.size())) + type + data + checksum(type + data);
}

std::string makePng(const PngSpec& spec) {
  const int channels = spec.colorType == 2   ? 3
                       : spec.colorType == 4 ? 2
                       : spec.colorType == 6 ? 4
                                             : 1;
  std::string raw;
  const auto addPass = [&](const Pass& pass) {
    if (pass.left >= spec.width) return;
    for (std::uint32_t y = pass.top; y < spec.height; y += pass.stepY) {
      raw += '\0';  // no filter
      unsigned pending = 0;
      int bits = 0;
      for (std::uint32_t x = pass.left; x < spec.width; x += pass.stepX)
        for (int channel = 0; channel < channels; ++channel) {
          const unsigned sample = spec.sample(x, y, channel);
          if (spec.bitDepth == 16) raw += static_cast<char>(sample >> 8);
          if (spec.bitDepth >= 8) {
            raw += static_cast<char>(sample);
            continue;
          }
          pending = pending << spec.bitDepth | sample;
          bits += spec.bitDepth;
          if (bits == 8) {
            raw += static_cast<char>(pending);
            pending = 0;
            bits = 0;
          }
        }
      if (bits) raw += static_cast<char>(pending << (8 - bits));
    }
  };
  if (spec.interlaced)
    for (const Pass& pass : kAdam7) addPass(pass);
  else
    addPass({0, 0, 1, 1});

  uLongf length = compressBound(raw.size());
  std::string packed(length, '\0');
  if (compress(reinterpret_cast<Bytef*>(packed.data()), &length,
               reinterpret_cast<const Bytef*>(raw.data()), raw.size()) != Z_OK)
    throw std::runtime_error("compress");
  packed.resize(length);

  std::string header = bigEndian(spec.width) + bigEndian(spec.height);
  for (const int value : {spec.bitDepth, spec.colorType, 0, 0, spec.interlaced ? 1 : 0})
    header += static_cast<char>(value);
  std::string file("\x89PNG\r\n\x1a\n", 8);
  file += pngChunk("IHDR", header);
  if (!spec.palette.empty()) file += pngChunk("PLTE", spec.palette);
  if (!spec.transparency.empty()) file += pngChunk("tRNS", spec.transparency);
  return file + pngChunk("IDAT", packed) + pngChunk("IEND", "");
}

std::string withRightChecksums(std::string png) {
  for (std::size_t at = 8; at + 12 <= png.size();) {
    const std::size_t length = readBigEndian(png, at);
    if (length > png.size() - at - 12) break;
    png.replace(at + 8 + length, 4, checksum(png.substr(at + 4, length + 4)));
    at += length + 12;
  }
  return png;
}

std::string makeJpeg(const JpegSpec& spec) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &bytes, &size);
  info.image_width = static_cast<JDIMENSION>(spec.width);
  info.image_height = static_cast<JDIMENSION>(spec.height);
  info.input_components = spec.color == JpegColor::Gray ? 1 : spec.color == JpegColor::Rgb ? 3 : 4;
  info.in_color_space = spec.color == JpegColor::Gray  ? JCS_GRAYSCALE
                        : spec.color == JpegColor::Rgb ? JCS_RGB
                                                       : JCS_CMYK;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, spec.quality, TRUE);
  if (spec.progressive) jpeg_simple_progression(&info);
  const jpeg_scan_info scans[] = {{1, {0}, 0, 0, 0, 0}, {1, {0}, 1, 63, 0, 0}};
  if (spec.twoScans) {
    info.scan_info = scans;
    info.num_scans = 2;
  }
  jpeg_start_compress(&info, TRUE);
  std::vector<JSAMPLE> row(static_cast<std::size_t>(spec.width * info.input_components));
  while (info.next_scanline < info.image_height) {
    for (int x = 0; x < spec.width; ++x)
      for (int channel = 0; channel < info.input_components; ++channel)
        row[static_cast<std::size_t>(x * info.input_components + channel)] =
            static_cast<JSAMPLE>(spec.sample(x, static_cast<int>(info.next_scanline), channel));
    JSAMPROW pointer = row.data();
    jpeg_write_scanlines(&info, &pointer, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  std::string file(reinterpret_cast<char*>(bytes), size);
  std::free(bytes);
  return file;
}

}  // namespace mrm::testing
