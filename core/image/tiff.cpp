#include <algorithm>
#include <array>
#include <cstring>

#include "core/base/error.h"
#include "core/image/formats.h"
#include "core/image/luma.h"
#include "core/image/quantise.h"
#include "core/image/tiff_file.h"

namespace mrm {
namespace {

// What is known of how densely a compression can code. LZMA is left out because its decoder takes
// as much memory as the file asks for, others because radiographs do not come in them.
struct Compression {
  std::uint16_t number = 0;
  std::int64_t bytesPerByte = 0;  // of output for one of input, at most
};
constexpr std::array<Compression, 10> kCompressions = {{{COMPRESSION_NONE, 1},
                                                        {COMPRESSION_PACKBITS, 64},
                                                        {COMPRESSION_LZW, 4096},
                                                        {COMPRESSION_DEFLATE, 1032},
                                                        {COMPRESSION_ADOBE_DEFLATE, 1032},
                                                        {COMPRESSION_JPEG, 1024},
                                                        {COMPRESSION_ZSTD, 65536},
                                                        {COMPRESSION_CCITTRLE, 8192},
                                                        {COMPRESSION_CCITTFAX3, 8192},
                                                        {COMPRESSION_CCITTFAX4, 8192}}};

struct Layout {
  std::int64_t width = 0, height = 0;
  int bits = 1, samples = 1;
  std::uint16_t format = SAMPLEFORMAT_UINT, photometric = PHOTOMETRIC_MINISBLACK;
  std::uint16_t planes = PLANARCONFIG_CONTIG, orientation = ORIENTATION_TOPLEFT;
  bool isGray() const {
    return photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE;
  }
  bool isFloat() const { return format == SAMPLEFORMAT_IEEEFP; }
  // Samples that lie beside each other in a row.
  int samplesInRow() const { return planes == PLANARCONFIG_CONTIG ? samples : 1; }
};

[[noreturn]] void failKind(const TiffFile& file, const std::string& what) {
  throw Error("is a TIFF image " + what + ", which cannot be read", file.name(),
              "Save it as TIFF with 8 or 16 bits of gray, uncompressed or with LZW or Deflate.");
}

Layout readLayout(const TiffFile& file) {
  Layout layout;
  layout.width = file.field<std::uint32_t>(TIFFTAG_IMAGEWIDTH).value_or(0);
  layout.height = file.field<std::uint32_t>(TIFFTAG_IMAGELENGTH).value_or(0);
  layout.bits = file.field<std::uint16_t>(TIFFTAG_BITSPERSAMPLE).value_or(1);
  layout.samples = file.field<std::uint16_t>(TIFFTAG_SAMPLESPERPIXEL).value_or(1);
  layout.format = file.field<std::uint16_t>(TIFFTAG_SAMPLEFORMAT).value_or(SAMPLEFORMAT_UINT);
  layout.planes = file.field<std::uint16_t>(TIFFTAG_PLANARCONFIG).value_or(PLANARCONFIG_CONTIG);
  layout.orientation = file.field<std::uint16_t>(TIFFTAG_ORIENTATION).value_or(ORIENTATION_TOPLEFT);
  const auto photometric = file.field<std::uint16_t>(TIFFTAG_PHOTOMETRIC);
  layout.photometric =
      photometric.value_or(layout.samples >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK);

  const auto number = file.field<std::uint16_t>(TIFFTAG_COMPRESSION).value_or(COMPRESSION_NONE);
  const auto* compression =
      std::find_if(kCompressions.begin(), kCompressions.end(),
                   [&](const Compression& known) { return known.number == number; });
  if (compression == kCompressions.end() || !TIFFIsCODECConfigured(number))
    failKind(file, "with compression " + std::to_string(number));
  checkImageSize(layout.width, layout.height, file.size(), compression->bytesPerByte * 8,
                 file.name());
  if (layout.samples < 1 || layout.samples > 64)
    failKind(file, "of " + std::to_string(layout.samples) + " samples per pixel");
  const bool knownBits = layout.isFloat()
                             ? layout.bits == 32 || layout.bits == 64
                             : (layout.bits >= 1 && layout.bits <= 16) || layout.bits == 32;
  if (!knownBits || (layout.format != SAMPLEFORMAT_UINT && layout.format != SAMPLEFORMAT_INT &&
                     layout.format != SAMPLEFORMAT_VOID && !layout.isFloat()))
    failKind(file, "of " + std::to_string(layout.bits) + " bits per sample (format " +
                       std::to_string(layout.format) + ")");
  return layout;
}

// Samples of a row as the file packs them, most significant bit first where they share bytes;
// libtiff has put whole bytes in native order.
void unpackRow(const std::uint8_t* row, std::size_t count, const Layout& layout, double* out) {
  const bool isSigned = layout.format == SAMPLEFORMAT_INT;
  const auto unpackAs = [&]<class T>(T) {
    for (std::size_t i = 0; i < count; ++i) {
      T value;
      std::memcpy(&value, row + i * sizeof value, sizeof value);
      out[i] = static_cast<double>(value);
    }
  };
  if (layout.isFloat()) return layout.bits == 32 ? unpackAs(float{}) : unpackAs(double{});
  switch (layout.bits) {
    case 8:
      return isSigned ? unpackAs(std::int8_t{}) : unpackAs(std::uint8_t{});
    case 16:
      return isSigned ? unpackAs(std::int16_t{}) : unpackAs(std::uint16_t{});
    case 32:
      return isSigned ? unpackAs(std::int32_t{}) : unpackAs(std::uint32_t{});
    default:
      break;
  }
  const auto bits = static_cast<std::size_t>(layout.bits);
  const std::int32_t half = 1 << (bits - 1);
  for (std::size_t i = 0; i < count; ++i) {
    std::int32_t value = 0;
    for (std::size_t bit = i * bits; bit < (i + 1) * bits; ++bit)
      value = value << 1 | (row[bit / 8] >> (7 - bit % 8) & 1);
    out[i] = isSigned && value >= half ? value - 2 * half : value;
  }
}

// Calls use(samples, x, y, count) with runs of `count` pixels, their samples beside each other.
template <class Use>
void forEachRun(const TiffFile& file, const Layout& layout, const Use& use) {
  TIFF* tiff = file.get();
  const bool isTiled = TIFFIsTiled(tiff) != 0;
  const std::int64_t blockWidth =
      isTiled ? file.field<std::uint32_t>(TIFFTAG_TILEWIDTH).value_or(0) : layout.width;
  const std::int64_t blockHeight =
      isTiled ? file.field<std::uint32_t>(TIFFTAG_TILELENGTH).value_or(0)
              : std::min<std::int64_t>(file.field<std::uint32_t>(TIFFTAG_ROWSPERSTRIP).value_or(0),
                                       layout.height);
  const tmsize_t rowBytes = isTiled ? TIFFTileRowSize(tiff) : TIFFScanlineSize(tiff);
  const std::int64_t samplesInRow = blockWidth * layout.samplesInRow();
  // Tiles may reach beyond the image, but not far.
  const std::int64_t most = kMaxImagePixels * 2 / std::max<std::int64_t>(blockHeight, 1);
  if (blockWidth < 1 || blockHeight < 1 || rowBytes < 1 || rowBytes > most ||
      (samplesInRow * layout.bits + 7) / 8 > rowBytes)
    file.fail();
  std::vector<std::uint8_t> block(static_cast<std::size_t>(rowBytes * blockHeight));
  std::vector<double> samples(static_cast<std::size_t>(samplesInRow));
  for (std::int64_t top = 0; top < layout.height; top += blockHeight)
    for (std::int64_t left = 0; left < layout.width; left += blockWidth) {
      const std::int64_t rows = std::min(blockHeight, layout.height - top);
      const auto x = static_cast<std::uint32_t>(left), y = static_cast<std::uint32_t>(top);
      const auto wanted = static_cast<tmsize_t>(rowBytes * (isTiled ? blockHeight : rows));
      const tmsize_t got =
          isTiled
              ? TIFFReadEncodedTile(tiff, TIFFComputeTile(tiff, x, y, 0, 0), block.data(), wanted)
              : TIFFReadEncodedStrip(tiff, TIFFComputeStrip(tiff, y, 0), block.data(), wanted);
      if (got != wanted) file.fail();
      for (std::int64_t row = 0; row < rows; ++row) {
        unpackRow(block.data() + row * rowBytes, samples.size(), layout, samples.data());
        use(samples.data(), left, top + row, std::min(blockWidth, layout.width - left));
      }
    }
}

void readGray(const TiffFile& file, const Layout& layout, StoredImage& image) {
  const auto pixels = static_cast<std::size_t>(layout.width * layout.height);
  const int step = layout.samplesInRow();
  const auto readInto = [&]<class T>(std::vector<T>& target) {
    target.resize(pixels);
    forEachRun(file, layout,
               [&](const double* samples, std::int64_t x, std::int64_t y, std::int64_t count) {
                 T* out = target.data() + y * layout.width + x;
                 for (std::int64_t i = 0; i < count; ++i)
                   out[i] = static_cast<T>(samples[i * step]);
               });
  };
  image.isMonochrome1 = layout.photometric == PHOTOMETRIC_MINISWHITE;
  image.isSigned = layout.format == SAMPLEFORMAT_INT;
  image.bitsStored = layout.bits;
  if (layout.isFloat() || (layout.bits == 32 && !image.isSigned)) {
    std::vector<float> numbers;
    readInto(numbers);
    return quantise(numbers, image);
  }
  readInto(image.values);
  if (image.isSigned || layout.bits > 8) return;
  const std::int32_t maximum = (1 << layout.bits) - 1;
  for (std::int32_t& value : image.values) value = value * 255 / maximum;
  image.bitsStored = 8;
  image.isDisplayReady = true;
}

void readPalette(const TiffFile& file, const Layout& layout, StoredImage& image) {
  std::array<std::uint16_t*, 3> map{};
  if (layout.bits > 8 || layout.isFloat() ||
      !TIFFGetField(file.get(), TIFFTAG_COLORMAP, &map[0], &map[1], &map[2]))
    failKind(file, "with a palette of a kind");
  const std::size_t entries = std::size_t{1} << layout.bits;
  // Some old writers put 8-bit values into the 16-bit entries.
  const bool isNarrow = std::all_of(map.begin(), map.end(), [&](const std::uint16_t* channel) {
    return std::all_of(channel, channel + entries, [](std::uint16_t value) { return value < 256; });
  });
  const int shift = isNarrow ? 0 : 8;
  std::array<std::int32_t, 256> lumaOf{};
  for (std::size_t i = 0; i < entries; ++i)
    lumaOf[i] = luma(map[0][i] >> shift, map[1][i] >> shift, map[2][i] >> shift);
  const int step = layout.samplesInRow();
  Layout indices = layout;
  indices.format = SAMPLEFORMAT_UINT;
  image.values.resize(static_cast<std::size_t>(layout.width * layout.height));
  forEachRun(file, indices,
             [&](const double* samples, std::int64_t x, std::int64_t y, std::int64_t count) {
               std::int32_t* out = image.values.data() + y * layout.width + x;
               for (std::int64_t i = 0; i < count; ++i)
                 out[i] = lumaOf[static_cast<std::size_t>(samples[i * step])];
             });
}

void readRgb(const TiffFile& file, const Layout& layout, StoredImage& image) {
  const int shift = layout.bits == 16 ? 8 : 0;
  image.values.resize(static_cast<std::size_t>(layout.width * layout.height));
  forEachRun(file, layout,
             [&](const double* in, std::int64_t x, std::int64_t y, std::int64_t count) {
               std::int32_t* out = image.values.data() + y * layout.width + x;
               for (std::int64_t i = 0; i < count; ++i, in += layout.samples)
                 out[i] = luma(static_cast<std::uint32_t>(in[0]) >> shift,
                               static_cast<std::uint32_t>(in[1]) >> shift,
                               static_cast<std::uint32_t>(in[2]) >> shift);
             });
}

// Everything else that libtiff can turn into RGB: YCbCr, CMYK, CIELab, separate planes.
void readOtherColour(const TiffFile& file, const Layout& layout, StoredImage& image) {
  std::array<char, 1024> problem{};
  if (!TIFFRGBAImageOK(file.get(), problem.data())) failKind(file, problem.data());
  // The orientation is seen to afterwards, the same way for all kinds.
  TIFFSetField(file.get(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
  std::vector<std::uint32_t> raster(static_cast<std::size_t>(layout.width * layout.height));
  if (!TIFFReadRGBAImageOriented(file.get(), static_cast<std::uint32_t>(layout.width),
                                 static_cast<std::uint32_t>(layout.height), raster.data(),
                                 ORIENTATION_TOPLEFT, 1))
    file.fail();
  image.values.resize(raster.size());
  std::transform(raster.begin(), raster.end(), image.values.begin(), [](std::uint32_t pixel) {
    return luma(TIFFGetR(pixel), TIFFGetG(pixel), TIFFGetB(pixel));
  });
}

// TIFF 6.0, Orientation: which side of the picture the first row and the first column are.
void turnUpright(StoredImage& image, int orientation) {
  if (orientation <= ORIENTATION_TOPLEFT || orientation > ORIENTATION_LEFTBOT) return;
  const std::int64_t width = image.width, height = image.height;
  const bool isTransposed = orientation >= ORIENTATION_LEFTTOP;
  const bool fromRight = orientation == ORIENTATION_TOPRIGHT ||
                         orientation == ORIENTATION_BOTRIGHT ||
                         orientation == ORIENTATION_RIGHTBOT || orientation == ORIENTATION_LEFTBOT;
  const bool fromBottom =
      orientation == ORIENTATION_BOTRIGHT || orientation == ORIENTATION_BOTLEFT ||
      orientation == ORIENTATION_RIGHTTOP || orientation == ORIENTATION_RIGHTBOT;
  std::vector<std::int32_t> upright;
  upright.reserve(image.values.size());
  const std::int64_t columns = isTransposed ? height : width, rows = isTransposed ? width : height;
  for (std::int64_t row = 0; row < rows; ++row)
    for (std::int64_t column = 0; column < columns; ++column) {
      const std::int64_t along = isTransposed ? row : column, down = isTransposed ? column : row;
      const std::int64_t x = fromRight ? width - 1 - along : along;
      const std::int64_t y = fromBottom ? height - 1 - down : down;
      upright.push_back(image.values[static_cast<std::size_t>(y * width + x)]);
    }
  image.values = std::move(upright);
  image.width = columns;
  image.height = rows;
  image.notices.push_back("turned as the file asks (orientation " + std::to_string(orientation) +
                          ")");
}

}  // namespace

bool isTiff(std::string_view bytes) {
  for (const std::string_view start : {std::string_view("II*\0", 4), std::string_view("MM\0*", 4),
                                       std::string_view("II+\0", 4), std::string_view("MM\0+", 4)})
    if (bytes.starts_with(start)) return true;
  return false;
}

StoredImage decodeTiff(std::string_view bytes, const std::string& name) {
  const TiffFile file(bytes, name);
  const Layout layout = readLayout(file);
  StoredImage image;
  image.width = layout.width;
  image.height = layout.height;
  if (layout.isGray()) {
    readGray(file, layout, image);
  } else {
    if (layout.photometric == PHOTOMETRIC_PALETTE)
      readPalette(file, layout, image);
    else if (layout.photometric == PHOTOMETRIC_RGB && layout.planes == PLANARCONFIG_CONTIG &&
             layout.samples >= 3 && layout.format == SAMPLEFORMAT_UINT &&
             (layout.bits == 8 || layout.bits == 16))
      readRgb(file, layout, image);
    else
      readOtherColour(file, layout, image);
    image.bitsStored = 8;
    image.isDisplayReady = true;
    image.notices.push_back("colour turned to luminance");
  }
  turnUpright(image, layout.orientation);
  if (!TIFFLastDirectory(file.get())) image.notices.push_back("the first of several pages");
  return image;
}

ImageSize readTiffSize(std::string_view bytes, const std::string& name) {
  const TiffFile file(bytes, name);
  const Layout layout = readLayout(file);
  if (layout.orientation >= ORIENTATION_LEFTTOP && layout.orientation <= ORIENTATION_LEFTBOT)
    return {layout.height, layout.width};
  return {layout.width, layout.height};
}

}  // namespace mrm
