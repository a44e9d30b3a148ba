// JPEG 2000: what OpenJPEG encodes comes back, signs are set right, and headers are read before
// memory is taken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openjpeg.h>

#include <cstring>
#include <memory>

#include "core/base/error.h"
#include "core/dicom/jpeg2000_header.h"
#include "core/dicom/stored_pixels.h"
#include "tests/dicom/dicom_bytes.h"

namespace mrm::testing {
namespace {

using dicom::readStoredPixels;
using dicom::StoredPixels;
using ::testing::HasSubstr;

struct Coding {
  int width = 40, height = 30, components = 1, precision = 12;
  bool isSigned = false, isLossy = false;
  int tile = 0;      // its side, 0 for none
  int precinct = 0;  // its side, 0 for the largest
  bool hasColourTransform = false;
};

std::vector<std::int32_t> plane(const Coding& c, int component) {
  std::vector<std::int32_t> values;
  const int full = 1 << c.precision;
  for (int i = 0; i < c.width * c.height; ++i)
    values.push_back((i * 37 + component * 11) % full - (c.isSigned ? full / 2 : 0));
  return values;
}

// A bare codestream.
std::string encode(const Coding& c) {
  std::vector<opj_image_cmptparm_t> parameters(static_cast<std::size_t>(c.components));
  for (auto& p : parameters) {
    p = {};
    p.dx = p.dy = 1;
    p.w = static_cast<OPJ_UINT32>(c.width);
    p.h = static_cast<OPJ_UINT32>(c.height);
    p.prec = static_cast<OPJ_UINT32>(c.precision);
    p.sgnd = c.isSigned;
  }
  opj_image_t* image = opj_image_create(static_cast<OPJ_UINT32>(c.components), parameters.data(),
                                        c.components == 3 ? OPJ_CLRSPC_SRGB : OPJ_CLRSPC_GRAY);
  image->x1 = static_cast<OPJ_UINT32>(c.width);
  image->y1 = static_cast<OPJ_UINT32>(c.height);
  for (int i = 0; i < c.components; ++i) {
    const auto values = plane(c, i);
    std::memcpy(image->comps[i].data, values.data(), values.size() * sizeof values[0]);
  }
  opj_cparameters_t coder;
  opj_set_default_encoder_parameters(&coder);
  coder.numresolution = 3;
  coder.tcp_numlayers = 1;
  coder.cp_disto_alloc = 1;
  coder.tcp_rates[0] = c.isLossy ? 4 : 0;
  coder.irreversible = c.isLossy;
  coder.tcp_mct = c.hasColourTransform ? 1 : 0;
  if (c.tile > 0) {
    coder.tile_size_on = OPJ_TRUE;
    coder.cp_tdx = coder.cp_tdy = c.tile;
  }
  if (c.precinct > 0) {
    coder.csty = 1;
    coder.res_spec = 1;
    coder.prcw_init[0] = coder.prch_init[0] = c.precinct;
  }
  opj_codec_t* codec = opj_create_compress(OPJ_CODEC_J2K);
  opj_setup_encoder(codec, &coder, image);
  opj_stream_t* stream = opj_stream_default_create(OPJ_FALSE);
  std::string bytes;
  opj_stream_set_user_data(stream, &bytes, nullptr);
  opj_stream_set_write_function(stream, [](void* from, OPJ_SIZE_T count, void* to) -> OPJ_SIZE_T {
    static_cast<std::string*>(to)->append(static_cast<const char*>(from), count);
    return count;
  });
  const bool isDone = opj_start_compress(codec, image, stream) && opj_encode(codec, stream) &&
                      opj_end_compress(codec, stream);
  opj_stream_destroy(stream);
  opj_destroy_codec(codec);
  opj_image_destroy(image);
  if (!isDone) throw std::runtime_error("encoding failed");
  return bytes;
}

DicomBytes file(const Coding& c, const std::vector<std::string>& fragments, bool isSigned) {
  DicomBytes bytes;
  bytes.image(static_cast<std::uint16_t>(c.height), static_cast<std::uint16_t>(c.width),
              c.precision > 8 ? 16 : 8, static_cast<std::uint16_t>(c.precision), isSigned, 1,
              static_cast<std::uint16_t>(c.components),
              c.components == 1 ? "MONOCHROME2" : "YBR_RCT");
  return bytes.raw(encapsulated(fragments));
}

StoredPixels read(const DicomBytes& bytes) {
  return readStoredPixels(parseDicom(withMeta(bytes.bytes(), kJpeg2000Lossless)));
}

std::vector<std::int32_t> values(const StoredPixels& pixels) {
  std::vector<std::int32_t> all;
  for (std::size_t i = 0; i + 1 < pixels.bytes.size(); i += 2) {
    std::uint16_t value;
    std::memcpy(&value, pixels.bytes.data() + i, 2);
    all.push_back(pixels.kind == dicom::SampleKind::Signed ? static_cast<std::int16_t>(value)
                                                           : value);
  }
  return all;
}

std::span<const std::byte> span(const std::string& text) {
  return {reinterpret_cast<const std::byte*>(text.data()), text.size()};
}

TEST(Jpeg2000, LosslessComesBackWithAndWithoutTilesAndSigns) {
  for (const bool isSigned : {false, true})
    for (const int tile : {0, 16})
      for (const int precision : {9, 12, 16}) {
        Coding c;
        c.isSigned = isSigned;
        c.tile = tile;
        c.precision = precision;
        const StoredPixels pixels = read(file(c, {encode(c)}, isSigned));
        EXPECT_EQ(values(pixels), plane(c, 0)) << isSigned << " " << tile << " " << precision;
        EXPECT_FALSE(pixels.isLossy);
      }
}

TEST(Jpeg2000, FragmentsOfACodestreamAreJoined) {
  const Coding c;
  const std::string stream = encode(c);
  EXPECT_EQ(values(read(file(c, {stream.substr(0, 100), stream.substr(100)}, false))), plane(c, 0));
}

TEST(Jpeg2000, TheHeadersSignHoldsWhereTheCodestreamHasAnother) {
  Coding c;
  c.isSigned = true;
  auto expected = plane(c, 0);
  for (auto& value : expected) value &= 0xFFF;
  EXPECT_EQ(values(read(file(c, {encode(c)}, false))), expected);
  c.isSigned = false;
  expected = plane(c, 0);
  for (auto& value : expected) value = value >= 2048 ? value - 4096 : value;
  EXPECT_EQ(values(read(file(c, {encode(c)}, true))), expected);
}

TEST(Jpeg2000, ColourIsInterleavedAndItsTransformUndone) {
  Coding c;
  c.components = 3;
  c.hasColourTransform = true;
  const StoredPixels pixels = read(file(c, {encode(c)}, false));
  EXPECT_EQ(pixels.photometric, "RGB");
  const auto found = values(pixels);
  for (int component = 0; component < 3; ++component) {
    const auto expected = plane(c, component);
    for (std::size_t i = 0; i < expected.size(); ++i)
      ASSERT_EQ(found[3 * i + static_cast<std::size_t>(component)], expected[i]);
  }
}

TEST(Jpeg2000, LossyIsToldByTheCodestream) {
  Coding c;
  c.isLossy = true;
  EXPECT_TRUE(read(file(c, {encode(c)}, false)).isLossy);
}

TEST(Jpeg2000, TheHeaderIsReadWithoutDecoding) {
  Coding c;
  c.tile = 16;
  c.isSigned = true;
  const std::string stream = encode(c);
  const auto header = dicom::readJpeg2000Header(span(stream));
  ASSERT_TRUE(header);
  EXPECT_EQ(header->columns, 40);
  EXPECT_EQ(header->rows, 30);
  EXPECT_EQ(header->precision, 12);
  EXPECT_TRUE(header->isSigned);
  EXPECT_TRUE(header->isReversible);
  EXPECT_EQ(header->tiles, 6);
  EXPECT_TRUE(dicom::isClassicJpeg2000(span(stream)));
}

// Bit 6 of a code-block style: high-throughput, in the main header or in a tile's.
TEST(Jpeg2000, HighThroughputAndWhatCannotBeFollowedIsNoClassic) {
  std::string stream = encode({});
  const std::size_t style = stream.find("\xFF\x52") + 12;
  stream[style] = static_cast<char>(stream[style] | 0x40);
  EXPECT_FALSE(dicom::isClassicJpeg2000(span(stream)));
  std::string lost = encode({});
  lost[lost.find("\xFF\x90") + 6] = 0x7F;  // the length of the tile-part
  EXPECT_FALSE(dicom::isClassicJpeg2000(span(lost)));
}

std::string problemOf(const Coding& c, const std::string& stream) {
  try {
    read(file(c, {stream}, false));
  } catch (const Error& error) {
    return error.problem();
  }
  return "nothing";
}

TEST(Jpeg2000, WhatClaimsMoreTilesThanItHasRoomForIsRefused) {
  const Coding c;
  std::string stream = encode(c);
  const std::size_t size = stream.find("\xFF\x51");
  std::string tiny = stream;
  for (const std::size_t at : {size + 22, size + 26})
    tiny.replace(at, 4, std::string("\0\0\0\x01", 4));
  EXPECT_THAT(problemOf(c, tiny), HasSubstr("more tiles than it has room for"));
}

TEST(Jpeg2000, ATruncatedCodestreamIsRefused) {
  const Coding c;
  const std::string stream = encode(c);
  for (const std::size_t size :
       {stream.size() / 2, std::size_t{90}, std::size_t{30}, std::size_t{3}})
    EXPECT_THAT(problemOf(c, stream.substr(0, size)), HasSubstr("cannot be read as JPEG 2000"))
        << size;
}

TEST(Jpeg2000, ACodestreamInAJp2FileIsFound) {
  const Coding c;
  const std::string stream = encode(c);
  std::string file2000(
      "\0\0\0\x0CjP  \r\n\x87\n\0\0\0\x14"
      "ftypjp2 \0\0\0\0jp2 \0\0\0\0jp2c",
      40);
  EXPECT_EQ(values(read(file(c, {file2000 + stream}, false))), plane(c, 0));
}

}  // namespace
}  // namespace mrm::testing
