#include <cstddef>
#include <cstdio>
// jpeglib.h needs size_t and FILE to be declared before it.
#include <jerror.h>
#include <jpeglib.h>

#include <csetjmp>
#include <cstring>

#include "core/base/error.h"
#include "core/image/formats.h"
#include "core/image/jpeg_samples.h"
#include "core/image/luma.h"

namespace mrm {
namespace {

// At least one block component per direction is stored at full sampling, each of its 8x8 blocks
// takes at least one bit with Huffman codes, and sampling factors reach 4: 64 * 8 pixels per byte,
// twice for components that are coarse in one direction each. Arithmetic coding has no such bound.
constexpr std::int64_t kMaxPixelsPerByte = 1024;

// A progressive file may repeat scans that cost far more time than bytes. Real ones have about ten.
constexpr int kMaxScans = 100;

// Kept by libjpeg as its error manager. An error jumps back to the function that called setjmp, so
// no object with a destructor may live between the two.
struct ErrorManager {
  jpeg_error_mgr base;  // first: libjpeg's pointer to it is a pointer to this
  std::jmp_buf jump;
  char message[JMSG_LENGTH_MAX];
};

[[noreturn]] void failJump(j_common_ptr info) {
  auto* errors = reinterpret_cast<ErrorManager*>(info->err);
  errors->base.format_message(info, errors->message);
  std::longjmp(errors->jump, 1);
}

// libjpeg goes on after damaged data with a warning and invents the missing pixels. Here such a
// file is refused; warnings that leave every pixel well defined are let through.
void onMessage(j_common_ptr info, int level) {
  if (level >= 0) return;
  switch (info->err->msg_code) {
    case JWRN_EXTRANEOUS_DATA:  // bytes between segments, skipped
    case JWRN_ADOBE_XFORM:      // unknown colour transform number
    case JWRN_JFIF_MAJOR:       // unknown JFIF version
    case JWRN_TOO_MUCH_DATA:
    case JWRN_NOT_SEQUENTIAL:  // parameters of a scan that its kind ignores
      return;
    default:
      failJump(info);
  }
}

void limitScans(j_common_ptr info) {
  auto* decompress = reinterpret_cast<j_decompress_ptr>(info);
  if (decompress->input_scan_number <= kMaxScans) return;
  auto* errors = reinterpret_cast<ErrorManager*>(info->err);
  std::strcpy(errors->message, "more than 100 scans");
  std::longjmp(errors->jump, 1);
}

std::uint8_t multiplyDivide255(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t product = a * b + 128;
  return static_cast<std::uint8_t>(((product >> 8) + product) >> 8);
}

// Pillow's way: Adobe stores inks inverted, so 255 is no ink; then RGB, then luma.
std::uint8_t lumaOfInvertedCmyk(const JSAMPLE* inks) {
  const int white = inks[3];
  std::uint8_t rgb[3];
  for (int i = 0; i < 3; ++i) {
    const int value = white - multiplyDivide255(255 - inks[i], static_cast<std::uint32_t>(white));
    rgb[i] = static_cast<std::uint8_t>(value < 0 ? 0 : value);
  }
  return luma(rgb[0], rgb[1], rgb[2]);
}

class JpegReader {
 public:
  JpegReader() {
    info_.err = jpeg_std_error(&errors_.base);
    errors_.base.error_exit = failJump;
    errors_.base.emit_message = onMessage;
    errors_.message[0] = 0;
    progress_.progress_monitor = limitScans;
  }
  ~JpegReader() { jpeg_destroy_decompress(&info_); }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;

  // One of `bytes` and `file` is the source. False: see message().
  bool readHeader(std::string_view bytes, std::FILE* file) {
    if (setjmp(errors_.jump)) return false;
    jpeg_create_decompress(&info_);
    info_.progress = &progress_;
    if (file)
      jpeg_stdio_src(&info_, file);
    else
      jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes.data()),
                   static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&info_, TRUE);
    return true;
  }

  bool readPixels(std::uint8_t* gray) {
    if (setjmp(errors_.jump)) return false;
    switch (info_.jpeg_color_space) {
      case JCS_GRAYSCALE:
        info_.out_color_space = JCS_GRAYSCALE;
        break;
      case JCS_CMYK:
      case JCS_YCCK:
        info_.out_color_space = JCS_CMYK;
        break;
      case JCS_RGB:
      case JCS_YCbCr:
        info_.out_color_space = JCS_RGB;
        break;
      default:
        std::snprintf(errors_.message, sizeof errors_.message, "%d components of unknown meaning",
                      info_.num_components);
        return false;
    }
    readRows(gray);
    return true;
  }

  bool readSamples(std::uint8_t* samples) {
    if (setjmp(errors_.jump)) return false;
    info_.jpeg_color_space = info_.out_color_space = JCS_UNKNOWN;  // nothing is converted
    jpeg_start_decompress(&info_);
    const std::size_t stride =
        std::size_t{info_.output_width} * static_cast<std::size_t>(info_.output_components);
    while (info_.output_scanline < info_.output_height) {
      JSAMPROW row = samples + info_.output_scanline * stride;
      jpeg_read_scanlines(&info_, &row, 1);
    }
    jpeg_finish_decompress(&info_);
    return true;
  }

  std::int64_t width() const { return info_.image_width; }
  std::int64_t height() const { return info_.image_height; }
  std::int64_t components() const { return info_.num_components; }
  bool isArithmetic() const { return info_.arith_code; }
  const char* message() const { return errors_.message; }

 private:
  void readRows(std::uint8_t* gray) {
    jpeg_start_decompress(&info_);
    const JDIMENSION width = info_.output_width;
    JSAMPARRAY row =
        info_.mem->alloc_sarray(reinterpret_cast<j_common_ptr>(&info_), JPOOL_IMAGE,
                                width * static_cast<JDIMENSION>(info_.output_components), 1);
    while (info_.output_scanline < info_.output_height) {
      if (info_.out_color_space == JCS_GRAYSCALE) {
        JSAMPROW target = gray;
        jpeg_read_scanlines(&info_, &target, 1);
      } else {
        jpeg_read_scanlines(&info_, row, 1);
        const JSAMPLE* in = row[0];
        if (info_.out_color_space == JCS_RGB)
          for (JDIMENSION x = 0; x < width; ++x, in += 3) gray[x] = luma(in[0], in[1], in[2]);
        else
          for (JDIMENSION x = 0; x < width; ++x, in += 4) gray[x] = lumaOfInvertedCmyk(in);
      }
      gray += width;
    }
    jpeg_finish_decompress(&info_);
  }

  jpeg_decompress_struct info_{};
  ErrorManager errors_{};
  jpeg_progress_mgr progress_{};
};

[[noreturn]] void failReading(const JpegReader& reader, const std::string& name) {
  throw Error(
      std::string("cannot be read as JPEG: ") + reader.message(), name,
      "The file may be damaged, or of a JPEG variant that is not supported (8-bit baseline and "
      "progressive are).");
}

void readCheckedHeader(JpegReader& reader, std::string_view bytes, const std::string& name) {
  if (!reader.readHeader(bytes, nullptr)) failReading(reader, name);
  checkImageSize(reader.width(), reader.height(), bytes.size(),
                 reader.isArithmetic() ? kMaxImagePixels : kMaxPixelsPerByte, name);
}

}  // namespace

bool isJpeg(std::string_view bytes) {
  return bytes.starts_with("\xFF\xD8\xFF");
}

GrayImage decodeJpeg(std::string_view bytes, const std::string& name) {
  JpegReader reader;
  readCheckedHeader(reader, bytes, name);
  GrayImage image{reader.width(), reader.height(), {}};
  image.pixels.resize(static_cast<std::size_t>(image.width * image.height));
  if (!reader.readPixels(image.pixels.data())) failReading(reader, name);
  return image;
}

JpegSamples decodeJpegSamples(std::string_view bytes, const std::string& name) {
  JpegReader reader;
  readCheckedHeader(reader, bytes, name);
  JpegSamples image{reader.width(), reader.height(), reader.components(), {}};
  image.samples.resize(static_cast<std::size_t>(image.width * image.height * image.components));
  if (!reader.readSamples(image.samples.data())) failReading(reader, name);
  return image;
}

bool isColourJpeg(std::string_view bytes) {
  JpegReader reader;
  return isJpeg(bytes) && reader.readHeader(bytes, nullptr) && reader.components() > 1;
}

ImageSize readJpegSize(std::FILE* file, const std::string& name) {
  JpegReader reader;
  if (!reader.readHeader({}, file)) failReading(reader, name);
  return {reader.width(), reader.height()};
}

}  // namespace mrm
