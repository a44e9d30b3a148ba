#include <spng.h>

#include <array>
#include <memory>

#include "core/base/error.h"
#include "core/image/formats.h"
#include "core/image/luma.h"

namespace mrm {
namespace {

// Deflate's densest coding is 1032 bytes for one; eight pixels fit a byte.
constexpr std::int64_t kMaxPixelsPerByte = std::int64_t{1032} * 8;
// For each of text, profile and other side chunks, of which nothing is used.
constexpr std::size_t kMaxChunkBytes = std::size_t{16} << 20;

using Context = std::unique_ptr<spng_ctx, void (*)(spng_ctx*)>;

[[noreturn]] void failReading(int code, const std::string& name) {
  throw Error(std::string("cannot be read as PNG: ") + spng_strerror(code), name,
              "The file may be damaged or cut off: get it again from where it came.");
}

void check(int code, const std::string& name) {
  if (code != SPNG_OK) failReading(code, name);
}

// Of IHDR, which is always the first chunk.
constexpr std::size_t kBitDepthAt = 24, kColorTypeAt = 25;

Context openContext(const std::string& name) {
  Context context(spng_ctx_new(0), &spng_ctx_free);
  if (!context) throw Error("memory ran out while reading the image", name);
  check(spng_set_chunk_limits(context.get(), kMaxChunkBytes, kMaxChunkBytes), name);
  // A damaged side chunk (a comment, a colour profile) does not touch the pixels.
  check(spng_set_crc_action(context.get(), SPNG_CRC_ERROR, SPNG_CRC_DISCARD), name);
  return context;
}

// With a header that was checked.
Context openPng(std::string_view bytes, const std::string& name, spng_ihdr& header) {
  Context context = openContext(name);
  check(spng_set_png_buffer(context.get(), bytes.data(), bytes.size()), name);
  check(spng_get_ihdr(context.get(), &header), name);
  checkImageSize(header.width, header.height, bytes.size(), kMaxPixelsPerByte, name);
  return context;
}

// Turns rows of samples as the file stores them into gray. Alpha and tRNS are ignored, as Pillow's
// convert("L") does; colours of 16 bits keep their high byte, as Pillow's reader does.
class RowToGray {
 public:
  RowToGray(spng_ctx* context, const spng_ihdr& header, const std::string& name) : header_(header) {
    if (header.color_type == SPNG_COLOR_TYPE_INDEXED) {
      spng_plte palette{};
      check(spng_get_plte(context, &palette), name);
      for (std::uint32_t i = 0; i < palette.n_entries && i < values_.size(); ++i)
        values_[i] =
            luma(palette.entries[i].red, palette.entries[i].green, palette.entries[i].blue);
    } else if (header.bit_depth <= 8) {
      const unsigned maximum = (1U << header.bit_depth) - 1;
      for (unsigned i = 0; i <= maximum; ++i)
        values_[i] = static_cast<std::uint8_t>(i * 255 / maximum);
    }
  }

  // 8-bit gray from every kind of row but wide gray.
  void operator()(const std::uint8_t* in, std::uint8_t* gray) const {
    const std::uint32_t width = header_.width;
    const std::size_t sampleBytes = header_.bit_depth == 16 ? 2 : 1;
    switch (header_.color_type) {
      case SPNG_COLOR_TYPE_GRAYSCALE:
      case SPNG_COLOR_TYPE_INDEXED: {
        const unsigned depth = header_.bit_depth, perByte = 8 / depth, mask = (1U << depth) - 1;
        for (std::uint32_t x = 0; x < width; ++x)
          gray[x] = values_[(in[x / perByte] >> (8 - depth * (x % perByte + 1))) & mask];
        break;
      }
      case SPNG_COLOR_TYPE_GRAYSCALE_ALPHA:
        for (std::uint32_t x = 0; x < width; ++x, in += 2) gray[x] = in[0];
        break;
      default: {
        const std::size_t samples = header_.color_type == SPNG_COLOR_TYPE_TRUECOLOR_ALPHA ? 4 : 3;
        for (std::uint32_t x = 0; x < width; ++x, in += samples * sampleBytes)
          gray[x] = luma(in[0], in[sampleBytes], in[2 * sampleBytes]);
      }
    }
  }

  // Wide gray, big-endian, with or without alpha.
  void operator()(const std::uint8_t* in, std::uint16_t* gray) const {
    const int step = header_.color_type == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA ? 4 : 2;
    for (std::uint32_t x = 0; x < header_.width; ++x, in += step)
      gray[x] = static_cast<std::uint16_t>(in[0] << 8 | in[1]);
  }

 private:
  spng_ihdr header_;
  std::array<std::uint8_t, 256>
      values_{};  // of a sample or palette index; 0 beyond the palette's end
};

// Adam7: where the pixels of each pass lie.
constexpr std::uint32_t kPassLeft[7] = {0, 4, 0, 2, 0, 1, 0};
constexpr std::uint32_t kPassStep[7] = {8, 8, 4, 4, 2, 2, 1};

template <class Pixel>
void readRows(spng_ctx* context, const spng_ihdr& header, std::vector<Pixel>& pixels,
              const std::string& name) {
  const RowToGray convert(context, header, name);
  check(spng_decode_image(context, nullptr, 0, SPNG_FMT_RAW, SPNG_DECODE_PROGRESSIVE), name);
  std::size_t total = 0;
  check(spng_decoded_image_size(context, SPNG_FMT_RAW, &total), name);
  const std::size_t width = header.width;
  std::vector<std::uint8_t> row(total / header.height);
  std::vector<Pixel> passRow(header.interlace_method ? width : 0);
  pixels.resize(width * header.height);
  for (int code = SPNG_OK; code != SPNG_EOI;) {
    spng_row_info place{};
    check(spng_get_row_info(context, &place), name);
    if (header.interlace_method)
      std::fill(row.begin(), row.end(), std::uint8_t{0});  // narrow samples are or-ed in
    code = spng_decode_row(context, row.data(), row.size());
    if (code != SPNG_OK && code != SPNG_EOI) failReading(code, name);
    Pixel* target = pixels.data() + place.row_num * width;
    if (!header.interlace_method) {
      convert(row.data(), target);
      continue;
    }
    convert(row.data(), passRow.data());
    for (std::size_t x = kPassLeft[place.pass]; x < width; x += kPassStep[place.pass])
      target[x] = passRow[x];
  }
  check(spng_decode_chunks(context), name);  // to the file's end, so that a cut-off file is noticed
}

}  // namespace

bool isPng(std::string_view bytes) {
  return bytes.starts_with(std::string_view("\x89PNG\r\n\x1a\n", 8));
}

GrayImage decodePng(std::string_view bytes, const std::string& name) {
  if (isWidePng(bytes)) return wideToDisplay(decodeWidePng(bytes, name).image);
  spng_ihdr header{};
  const Context context = openPng(bytes, name, header);
  GrayImage image{header.width, header.height, {}};
  readRows(context.get(), header, image.pixels, name);
  return image;
}

bool isWidePng(std::string_view bytes) {
  return isPng(bytes) && bytes.size() > kColorTypeAt && bytes[kBitDepthAt] == 16 &&
         (bytes[kColorTypeAt] == SPNG_COLOR_TYPE_GRAYSCALE ||
          bytes[kColorTypeAt] == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA);
}

bool isColourPng(std::string_view bytes) {
  return isPng(bytes) && bytes.size() > kColorTypeAt &&
         (bytes[kColorTypeAt] & SPNG_COLOR_TYPE_TRUECOLOR) != 0;
}

WidePng decodeWidePng(std::string_view bytes, const std::string& name) {
  spng_ihdr header{};
  const Context context = openPng(bytes, name, header);
  WidePng png{{header.width, header.height, {}}, 16};
  spng_sbit significant{};
  if (spng_get_sbit(context.get(), &significant) == SPNG_OK)
    png.significantBits = significant.grayscale_bits;  // 1 to 16, checked by libspng
  readRows(context.get(), header, png.image.pixels, name);
  return png;
}

ImageSize readPngSize(std::FILE* file, const std::string& name) {
  const Context context = openContext(name);
  check(spng_set_png_file(context.get(), file), name);
  spng_ihdr header{};
  check(spng_get_ihdr(context.get(), &header), name);
  return {header.width, header.height};
}

}  // namespace mrm
