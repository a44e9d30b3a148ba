// Compressed frames: made with the encoders of DCMTK's tools, OpenJPEG and CharLS, decoded, and
// compared with what went in.
#include <charls/charls.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/dicom/encapsulated_frames.h"
#include "core/dicom/frame_codec.h"
#include "core/dicom/stored_pixels.h"
#include "tests/dicom/dicom_bytes.h"
#include "tests/temporary_folder.h"

namespace mrm::testing {
namespace {

using dicom::readStoredPixels;
using dicom::StoredPixels;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

bool hasTool(const std::string& name) {
  return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

// Smooth with some noise, so that every coder has something to do, of `bits` bits.
std::string pixelText(std::size_t count, int bits, bool isSigned, Random& random) {
  std::string text;
  const std::int64_t full = std::int64_t{1} << bits;
  for (std::size_t i = 0; i < count; ++i) {
    const auto noise =
        static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(full / 16 + 1)));
    std::int64_t value =
        (static_cast<std::int64_t>(i) * full / static_cast<std::int64_t>(count) + noise) % full;
    if (isSigned) value -= full / 2;
    text += static_cast<char>(value);
    if (bits > 8) text += static_cast<char>(value >> 8);
  }
  return text;
}

struct Sort {
  int bits;
  bool isSigned;
  std::uint16_t samples;
  int frames;
};

std::vector<Sort> sorts() {
  std::vector<Sort> all;
  for (const int bits : {8, 10, 12, 16})
    for (const bool isSigned : {false, true})
      for (const std::uint16_t samples : {std::uint16_t{1}, std::uint16_t{3}})
        for (const int frames : {1, 3}) all.push_back({bits, isSigned, samples, frames});
  return all;
}

std::string nativeFile(const Sort& s, Random& random) {
  DicomBytes bytes;
  bytes.text(dicom::kSopClass, "1.2.840.10008.5.1.4.1.1.7").text(dicom::kSopInstance, "1.2.3");
  bytes.text(dicom::kStudyInstance, "1.2.4").text(dicom::kSeriesInstance, "1.2.5");
  bytes.image(13, 11, s.bits > 8 ? 16 : 8, static_cast<std::uint16_t>(s.bits), s.isSigned, s.frames,
              s.samples, s.samples == 1 ? "MONOCHROME2" : "RGB");
  std::string pixels = pixelText(13u * 11u * s.samples * static_cast<unsigned>(s.frames), s.bits,
                                 s.isSigned, random);
  if (pixels.size() % 2) pixels += '\0';
  bytes.add(dicom::kPixels.number, s.bits > 8 ? "OW" : "OB", pixels);
  return withMeta(bytes.bytes(), kExplicitLittle);
}

// Compresses by a command that ends in "input output" and expects the same pixels back.
void expectLossless(const std::vector<std::string>& commands, std::size_t least) {
  const TemporaryFolder folder;
  const auto native = folder.path() / "native.dcm", compressed = folder.path() / "compressed.dcm";
  Random random(11);
  std::size_t done = 0;
  for (const Sort& sort : sorts()) {
    writeFile(native, nativeFile(sort, random));
    const StoredPixels expected = readStoredPixels(dicom::DicomFile::open(native));
    for (const std::string& command : commands) {
      SCOPED_TRACE(command + ", " + std::to_string(sort.bits) + " bits, signed " +
                   std::to_string(sort.isSigned) + ", samples " + std::to_string(sort.samples) +
                   ", frames " + std::to_string(sort.frames));
      std::filesystem::remove(compressed);
      const std::string line =
          command + " '" + native.string() + "' '" + compressed.string() + "' >/dev/null 2>&1";
      if (std::system(line.c_str()) != 0) continue;  // some codings have no signs, or no colours
      ++done;
      const auto file = dicom::DicomFile::open(compressed);
      EXPECT_TRUE(file.transferSyntax().isEncapsulated());
      const StoredPixels found = readStoredPixels(file);
      EXPECT_EQ(found.dtype(), expected.dtype());
      EXPECT_EQ(found.shape(), expected.shape());
      EXPECT_TRUE(found.bytes == expected.bytes);
      EXPECT_FALSE(found.isLossy);
      if (sort.frames == 1) continue;
      const StoredPixels last = readStoredPixels(file, sort.frames - 1);
      EXPECT_TRUE(std::equal(last.bytes.rbegin(), last.bytes.rend(), expected.bytes.rbegin()));
    }
  }
  EXPECT_GE(done, least) << "combinations that the encoder took";
}

TEST(Codecs, LosslessJpegOfEveryPredictor) {
  if (!hasTool("dcmcjpeg")) GTEST_SKIP() << "no dcmcjpeg (package dcmtk)";
  expectLossless({"dcmcjpeg +e1", "dcmcjpeg +el +sv 2", "dcmcjpeg +el +sv 5", "dcmcjpeg +el +sv 7"},
                 100);
}

TEST(Codecs, LosslessJpegLsOfEveryInterleaving) {
  if (!hasTool("dcmcjpls")) GTEST_SKIP() << "no dcmcjpls (package dcmtk)";
  expectLossless({"dcmcjpls +el +il", "dcmcjpls +el +is", "dcmcjpls +el +in", "dcmcjpls +el +fs 1"},
                 100);
}

TEST(Codecs, RunLengths) {
  if (!hasTool("dcmcrle")) GTEST_SKIP() << "no dcmcrle (package dcmtk)";
  expectLossless({"dcmcrle", "dcmcrle +fs 1", "dcmcrle -ot"}, 32);
}

// Lossy JPEG: close to what went in, 8 and 12 bits, and said to be lossy.
TEST(Codecs, LossyJpegIsClose) {
  if (!hasTool("dcmcjpeg")) GTEST_SKIP() << "no dcmcjpeg (package dcmtk)";
  const TemporaryFolder folder;
  const auto native = folder.path() / "native.dcm", compressed = folder.path() / "compressed.dcm";
  Random random(12);
  for (const auto& [options, bits] : std::vector<std::pair<std::string, int>>{
           {"+eb +q 95", 8}, {"+ee +q 95", 12}, {"+ep +q 95", 12}, {"+es +q 95", 8}}) {
    SCOPED_TRACE(options);
    writeFile(native, nativeFile({bits, false, 1, 3}, random));
    const std::string line =
        "dcmcjpeg " + options + " '" + native.string() + "' '" + compressed.string() + "'";
    ASSERT_EQ(std::system(line.c_str()), 0);
    const StoredPixels expected = readStoredPixels(dicom::DicomFile::open(native));
    const StoredPixels found = readStoredPixels(dicom::DicomFile::open(compressed));
    EXPECT_TRUE(found.isLossy);
    ASSERT_EQ(found.shape(), expected.shape());
    const double mean = dicom::pixelStatistics(expected).mean;
    EXPECT_NEAR(dicom::pixelStatistics(found).mean, mean, 0.02 * mean);
  }
}

std::string jpegLs(const std::vector<std::uint8_t>& pixels, std::uint32_t width,
                   std::uint32_t height, std::int32_t components, int bits,
                   charls::interleave_mode mode) {
  charls::jpegls_encoder encoder;
  encoder.frame_info({width, height, bits, components}).interleave_mode(mode);
  std::vector<std::uint8_t> buffer(encoder.estimated_destination_size());
  encoder.destination(buffer);
  buffer.resize(encoder.encode(pixels));
  return {buffer.begin(), buffer.end()};
}

std::vector<int> read8(const std::string& file) {
  const StoredPixels pixels = readStoredPixels(parseDicom(file));
  std::vector<int> values;
  for (const std::byte b : pixels.bytes) values.push_back(static_cast<int>(b));
  return values;
}

// Planes in the codestream come back pixel by pixel whatever Planar Configuration says.
TEST(Codecs, JpegLsPlanesAreInterleaved) {
  const std::string stream = jpegLs({1, 2, 3, 4, 5, 6}, 2, 1, 3, 8, charls::interleave_mode::none);
  DicomBytes bytes;
  bytes.image(1, 2, 8, 8, false, 1, 3, "RGB").raw(encapsulated({stream}));
  EXPECT_THAT(read8(withMeta(bytes.bytes(), kJpegLsLossless)), ElementsAre(1, 3, 5, 2, 4, 6));
}

TEST(Codecs, SignsThatJpegLsDoesNotKnowComeFromTheHeader) {
  const std::string stream =
      jpegLs({0x00, 0x7F, 0x40, 0x3F}, 2, 2, 1, 7, charls::interleave_mode::none);
  DicomBytes bytes;
  bytes.image(2, 2, 8, 7, true).raw(encapsulated({stream}));
  EXPECT_THAT(read8(withMeta(bytes.bytes(), kJpegLsLossless)), ElementsAre(0, 255, 0xC0, 0x3F));
}

TEST(Codecs, TheCodestreamTellsItsCodingWhereTheTransferSyntaxIsWrong) {
  const std::string stream = jpegLs({1, 2, 3, 4}, 2, 2, 1, 8, charls::interleave_mode::none);
  DicomBytes bytes;
  bytes.image(2, 2, 8, 8).raw(encapsulated({stream}));
  for (const char* syntax : {kJpegBaseline, kJpeg2000Lossless, kExplicitLittle, "1.2.3.4"})
    EXPECT_THAT(read8(withMeta(bytes.bytes(), syntax)), ElementsAre(1, 2, 3, 4)) << syntax;
}

TEST(Codecs, NarrowCodestreamsFillWideSamples) {
  const std::string stream = jpegLs({1, 2, 3, 250}, 2, 2, 1, 8, charls::interleave_mode::none);
  DicomBytes bytes;
  bytes.image(2, 2, 16, 8).raw(encapsulated({stream}));
  const StoredPixels pixels =
      readStoredPixels(parseDicom(withMeta(bytes.bytes(), kJpegLsLossless)));
  EXPECT_EQ(pixels.dtype(), "uint16");
  EXPECT_EQ(static_cast<int>(pixels.bytes[6]), 250);
  EXPECT_EQ(static_cast<int>(pixels.bytes[7]), 0);
}

std::string rleFrame(const std::vector<std::string>& segments) {
  DicomBytes header(true);
  std::string offsets;
  const auto put = [&](std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) offsets += static_cast<char>(value >> shift);
  };
  put(static_cast<std::uint32_t>(segments.size()));
  std::uint32_t at = 64;
  std::string all;
  for (const std::string& segment : segments) {
    put(at);
    all += segment;
    at += static_cast<std::uint32_t>(segment.size());
  }
  offsets.resize(64, '\0');
  return offsets + all;
}

StoredPixels readRle(const std::string& frame, std::uint16_t columns, std::uint16_t allocated) {
  DicomBytes bytes;
  bytes.image(1, columns, allocated, allocated).raw(encapsulated({frame}));
  return readStoredPixels(parseDicom(withMeta(bytes.bytes(), kRleLossless)));
}

TEST(Codecs, RunsLiteralsAndPaddingOfRle) {
  const std::string segment = std::string(
      "\x01"
      "ab"
      "\xFE"
      "c"
      "\x80"
      "\x00"
      "d",
      8);
  const StoredPixels pixels = readRle(rleFrame({segment}), 6, 8);
  std::string text;
  for (const std::byte b : pixels.bytes) text += static_cast<char>(b);
  EXPECT_EQ(text, "abcccd");
}

TEST(Codecs, RleOfOneBit) {
  const StoredPixels pixels = readRle(rleFrame({std::string("\x00\x05", 2)}), 3, 1);
  EXPECT_EQ(pixels.bytes, (std::vector<std::byte>{std::byte{1}, std::byte{0}, std::byte{1}}));
}

TEST(Codecs, RleThatIsWrongIsRefused) {
  const auto problem = [](const std::string& frame) {
    try {
      readRle(frame, 6, 16);
    } catch (const Error& error) {
      return error.problem();
    }
    return std::string("nothing");
  };
  const std::string run =
      "\xFB"
      "a";  // 6 times
  EXPECT_EQ(problem(rleFrame({run, run})), "nothing");
  EXPECT_THAT(problem(rleFrame({run})), HasSubstr("1 segments where there should be 2"));
  EXPECT_THAT(problem(rleFrame({run,
                                "\xFD"
                                "a"})),
              HasSubstr("4 of 6 bytes"));
  EXPECT_THAT(problem("short"), HasSubstr("header is cut off"));
  std::string outside = rleFrame({run, run});
  outside[9] = 1;
  EXPECT_THAT(problem(outside), HasSubstr("outside of it"));
}

// A codestream's own size is compared before any memory is taken for it.
TEST(Codecs, ASizeThatContradictsTheHeaderIsRefused) {
  const std::string stream = jpegLs({1, 2, 3, 4}, 2, 2, 1, 8, charls::interleave_mode::none);
  DicomBytes bytes;
  bytes.image(2, 3, 8, 8).raw(encapsulated({stream}));
  try {
    readStoredPixels(parseDicom(withMeta(bytes.bytes(), kJpegLsLossless)));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.problem(),
              "contradicts itself: the compressed image is 2 x 2, the header says 3 x 2");
  }
}

TEST(Codecs, FewBytesThatClaimAHugeImageAreRefused) {
  const dicom::FrameFormat format{16000, 16000, 1, 8, "bomb.dcm"};
  EXPECT_THROW(dicom::checkFrameDensity(format, 1000), Error);
  EXPECT_NO_THROW(dicom::checkFrameDensity(format, 300000));
}

// 12-bit JPEG of values that have 10 bits: what overshoots is the largest value, not a dark one.
TEST(Codecs, LossyOvershootDoesNotWrapAround) {
  if (!hasTool("dcmcjpeg")) GTEST_SKIP() << "no dcmcjpeg (package dcmtk)";
  const TemporaryFolder folder;
  const auto native = folder.path() / "native.dcm", compressed = folder.path() / "compressed.dcm";
  DicomBytes bytes;
  bytes.text(dicom::kSopClass, "1.2.840.10008.5.1.4.1.1.7").text(dicom::kSopInstance, "1.2.3");
  bytes.image(64, 64, 16, 12);
  std::string pixels;
  Random random(3);
  for (int i = 0; i < 64 * 64; ++i) {
    // Black and white at the top, for the encoder spreads what range there is.
    const int top = i % 64 < 32 ? 0 : 4095;
    const int value = i < 8 * 64 ? top : random.chance(0.5) ? 1023 : 900;
    pixels += bytes.words({static_cast<std::uint16_t>(value)});
  }
  bytes.add(dicom::kPixels.number, "OW", pixels);
  writeFile(native, withMeta(bytes.bytes(), kExplicitLittle));
  const std::string line =
      "dcmcjpeg +ee +q 50 '" + native.string() + "' '" + compressed.string() + "'";
  ASSERT_EQ(std::system(line.c_str()), 0);

  const auto range = [](const StoredPixels& image) {
    std::vector<std::uint16_t> values(64 * 64);
    std::memcpy(values.data(), image.bytes.data(), image.bytes.size());
    const auto [least, most] = std::minmax_element(values.begin() + 16 * 64, values.end());
    return std::pair<int, int>(*least, *most);
  };
  const auto file = dicom::DicomFile::open(compressed);
  ASSERT_GT(range(readStoredPixels(file)).second, 1023) << "no overshoot to see";
  // The same codestream with 10 bits stored.
  std::vector<std::byte> joined;
  const dicom::EncapsulatedFrames frames(file, *file.dataSet().find(dicom::kPixels.number), 1);
  const auto stream = frames.frame(0, joined);
  DicomBytes narrow;
  narrow.image(64, 64, 16, 10)
      .raw(
          encapsulated({std::string(reinterpret_cast<const char*>(stream.data()), stream.size())}));
  const auto [least, most] =
      range(readStoredPixels(parseDicom(withMeta(narrow.bytes(), "1.2.840.10008.1.2.4.51"))));
  EXPECT_EQ(most, 1023);
  EXPECT_GT(least, 800);
}

// A start of image, a frame header of 3000 x 3000 samples and little more.
std::string hollowJpeg(char marker, char precision, int scans) {
  std::string jpeg = "\xFF\xD8\xFF";
  jpeg += marker;
  jpeg +=
      std::string("\x00\x0B", 2) + precision + std::string("\x0B\xB8\x0B\xB8\x01\x01\x11\x00", 8);
  for (int i = 0; i < scans; ++i)
    jpeg += std::string("\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00", 10);
  return jpeg + "\xFF\xD9";
}

TEST(Codecs, AJpegThatIsTooShortForItsSizeOrAllScansIsRefused) {
  const auto problem = [](const std::string& stream) {
    DicomBytes bytes;
    bytes.image(3000, 3000, 16, 12).raw(encapsulated({stream}));
    try {
      readStoredPixels(parseDicom(withMeta(bytes.bytes(), kJpegBaseline)));
    } catch (const Error& error) {
      return error.problem();
    }
    return std::string("nothing");
  };
  for (const char marker : {'\xC1', '\xC2', '\xC3'})
    EXPECT_THAT(problem(hollowJpeg(marker, 12, 1)), HasSubstr("too short for its size"));
  EXPECT_THAT(problem(hollowJpeg('\xC2', 12, 2000)), HasSubstr("more than 100 scans"));
}

TEST(Codecs, ATruncatedCodestreamIsRefused) {
  const std::string stream =
      jpegLs(std::vector<std::uint8_t>(10000, 7), 100, 100, 1, 8, charls::interleave_mode::none);
  const auto read = [](const std::string& fragment) {
    DicomBytes bytes;
    bytes.image(100, 100, 8, 8).raw(encapsulated({fragment}));
    return readStoredPixels(parseDicom(withMeta(bytes.bytes(), kJpegLsLossless)));
  };
  EXPECT_NO_THROW(read(stream));
  EXPECT_THROW(read(stream.substr(0, stream.size() / 2)), Error);
}

}  // namespace
}  // namespace mrm::testing
