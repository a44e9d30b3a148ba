#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

#include "core/base/error.h"
#include "core/base/trim.h"
#include "core/dicom/frame_codec.h"
#include "core/dicom/isolated.h"
#include "core/dicom/jpeg2000_header.h"

namespace mrm::dicom {
namespace {

// OpenJPEG's stream over bytes in memory.
struct Source {
  std::span<const std::byte> bytes;
  std::size_t at = 0;

  static OPJ_SIZE_T read(void* buffer, OPJ_SIZE_T count, void* self) {
    auto* source = static_cast<Source*>(self);
    count = std::min<OPJ_SIZE_T>(count, source->bytes.size() - source->at);
    if (count == 0) return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(buffer, source->bytes.data() + source->at, count);
    source->at += count;
    return count;
  }
  static OPJ_OFF_T skip(OPJ_OFF_T count, void* self) {
    auto* source = static_cast<Source*>(self);
    if (count < 0) return -1;
    const std::size_t left = source->bytes.size() - source->at;
    if (static_cast<std::size_t>(count) > left) {
      source->at = source->bytes.size();
      return left == 0 ? -1 : static_cast<OPJ_OFF_T>(left);
    }
    source->at += static_cast<std::size_t>(count);
    return count;
  }
  static OPJ_BOOL seek(OPJ_OFF_T to, void* self) {
    auto* source = static_cast<Source*>(self);
    if (to < 0 || static_cast<std::size_t>(to) > source->bytes.size()) return OPJ_FALSE;
    source->at = static_cast<std::size_t>(to);
    return OPJ_TRUE;
  }
};

void keepMessage(const char* message, void* self) {
  auto* kept = static_cast<std::string*>(self);
  if (kept->empty()) *kept = trimmed(message);
}
void ignoreMessage(const char*, void*) {}

template <auto destroy>
struct Destroy {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Codec = std::unique_ptr<opj_codec_t, Destroy<opj_destroy_codec>>;
using Stream = std::unique_ptr<opj_stream_t, Destroy<opj_stream_destroy>>;
using Image = std::unique_ptr<opj_image_t, Destroy<opj_image_destroy>>;

constexpr std::int64_t kMaxSamples = std::int64_t{1} << 27;
constexpr const char* kAdvice = "Get the file again from where it came.";

[[noreturn]] void fail(const FrameFormat& format, const std::string& why) {
  throw Error("cannot be read as JPEG 2000: " + (why.empty() ? "it is damaged" : why), format.name,
              kAdvice);
}

Image decode(std::span<const std::byte> codestream, const FrameFormat& format) {
  Source source{codestream};
  const Stream stream(opj_stream_default_create(OPJ_TRUE));
  const Codec codec(opj_create_decompress(OPJ_CODEC_J2K));
  if (!stream || !codec) throw std::bad_alloc();
  opj_stream_set_user_data(stream.get(), &source, nullptr);
  opj_stream_set_user_data_length(stream.get(), codestream.size());
  opj_stream_set_read_function(stream.get(), &Source::read);
  opj_stream_set_skip_function(stream.get(), &Source::skip);
  opj_stream_set_seek_function(stream.get(), &Source::seek);
  std::string problem;
  opj_set_error_handler(codec.get(), keepMessage, &problem);
  opj_set_warning_handler(codec.get(), ignoreMessage, nullptr);
  opj_set_info_handler(codec.get(), ignoreMessage, nullptr);
  opj_dparameters_t parameters;
  opj_set_default_decoder_parameters(&parameters);
  if (!opj_setup_decoder(codec.get(), &parameters)) fail(format, problem);
  opj_decoder_set_strict_mode(codec.get(), OPJ_TRUE);
  opj_image_t* raw = nullptr;
  const bool hasHeader = opj_read_header(stream.get(), codec.get(), &raw);
  Image image(raw);
  if (!hasHeader || !image) fail(format, problem);
  if (!opj_decode(codec.get(), stream.get(), image.get())) fail(format, problem);
  return image;
}

// One component into its place among the samples of each pixel. Those of lower resolution are
// repeated.
template <typename Sample>
void interleave(const opj_image_comp_t& component, const FrameFormat& format, std::int64_t index,
                std::byte* to) {
  const std::int64_t stepX = component.dx, stepY = component.dy;
  auto* sample = reinterpret_cast<Sample*>(to) + index;
  for (std::int64_t y = 0; y < format.rows; ++y) {
    const std::int64_t row = std::min<std::int64_t>(y / stepY, component.h - 1);
    const OPJ_INT32* from = component.data + row * component.w;
    for (std::int64_t x = 0; x < format.columns; ++x) {
      *sample = static_cast<Sample>(
          from[stepX == 1 ? x : std::min<std::int64_t>(x / stepX, component.w - 1)]);
      sample += format.samplesPerPixel;
    }
  }
}

// Decodes the codestream to samples of `bits` in memory.
void decodeInto(std::span<const std::byte> codestream, const FrameFormat& format, int bits,
                std::span<std::byte> samples) {
  const Image image = decode(codestream, format);
  if (image->numcomps != format.samplesPerPixel) fail(format, "components are missing");
  for (std::int64_t i = 0; i < format.samplesPerPixel; ++i) {
    const opj_image_comp_t& component = image->comps[i];
    const bool isWhole = component.data && component.w > 0 && component.h > 0 && component.dx > 0 &&
                         component.dy > 0 && (component.dx > 1 || component.w == format.columns) &&
                         (component.dy > 1 || component.h == format.rows);
    if (!isWhole) fail(format, "a component is missing");
    if (bits == 8)
      interleave<std::uint8_t>(component, format, i, samples.data());
    else if (bits == 16)
      interleave<std::uint16_t>(component, format, i, samples.data());
    else
      interleave<std::uint32_t>(component, format, i, samples.data());
  }
}

// OpenJPEG 2.5.0 as Debian builds it ends the process on damaged high-throughput code-blocks, by an
// assertion.
void decodeIsolated(std::span<const std::byte> codestream, const FrameFormat& format, int bits,
                    std::span<std::byte> samples) {
  const auto problem = runIsolated(samples.size(), samples, [&](std::span<std::byte> shared) {
    decodeInto(codestream, format, bits, shared);
  });
  if (!problem) return;
  if (problem->empty()) fail(format, "it is damaged");
  throw Error(*problem, format.name, kAdvice);
}

}  // namespace

DecodedFrame decodeJpeg2000Frame(std::span<const std::byte> bytes, const FrameFormat& format) {
  const auto codestream = jpeg2000Codestream(bytes);
  const auto header = readJpeg2000Header(codestream);
  if (!header) fail(format, "it has no main header");
  checkFrameSize(format, header->rows, header->columns, header->components);
  checkFrameDensity(format, bytes.size());
  // OpenJPEG has two times four bytes for each sample.
  if (format.samples() > kMaxSamples) fail(format, "more than the 2^27 samples that can be read");
  // A tile takes 14 bytes at least, a precinct one: what claims more takes memory for nothing.
  const auto size = static_cast<std::int64_t>(bytes.size());
  if (header->tiles > size / 14 + 1 || header->precincts > 8 * size + 4096)
    fail(format, "it claims more tiles than it has room for");
  if (header->precision > 32) fail(format, "more than 32 bits per sample");

  DecodedFrame frame;
  frame.precision = header->precision;
  frame.isSigned = header->isSigned;
  frame.isLossy = !header->isReversible;
  if (header->hasColourTransform) frame.colour = FrameColour::Rgb;  // OpenJPEG undoes it
  frame.bits = header->precision <= 8 ? 8 : header->precision <= 16 ? 16 : 32;
  frame.samples.resize(static_cast<std::size_t>(format.samples() * frame.bits / 8));
  if (isClassicJpeg2000(codestream))
    decodeInto(codestream, format, frame.bits, frame.samples);
  else
    decodeIsolated(codestream, format, frame.bits, frame.samples);
  return frame;
}

}  // namespace mrm::dicom
