// Damaged and malicious image files: a named error or an image within bounds, nothing else.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/image/decode.h"
#include "core/image/display.h"
#include "tests/image/image_files.h"
#include "tests/image/tiff_files.h"
#include "tests/mutation.h"

namespace mrm {
namespace {

using testing::JpegColor;
using testing::makeJpeg;
using testing::makePng;
using testing::PngSpec;

std::vector<std::string> validFiles() {
  std::vector<std::string> files;
  for (const bool interlaced : {false, true})
    for (const auto& [depth, color] : {std::pair{1, 0},
                                       {4, 0},
                                       {8, 0},
                                       {16, 0},
                                       {8, 2},
                                       {16, 2},
                                       {1, 3},
                                       {2, 3},
                                       {8, 3},
                                       {8, 4},
                                       {16, 4},
                                       {8, 6},
                                       {16, 6}}) {
      PngSpec spec{.width = 29,
                   .height = 23,
                   .bitDepth = depth,
                   .colorType = color,
                   .interlaced = interlaced};
      const unsigned mask = (1U << depth) - 1;
      spec.sample = [mask](std::uint32_t x, std::uint32_t y, int channel) {
        return (x * x * 7 + y * 1031 + static_cast<unsigned>(channel) * 57) & mask;
      };
      if (color == 3) {
        spec.palette.assign(std::size_t{3} << depth, '\x55');
        spec.transparency = "\x11\x22";
      }
      files.push_back(makePng(spec));
      files.back().insert(33, testing::pngChunk("tEXt", std::string("Comment\0a chest", 15)));
    }
  for (const bool progressive : {false, true})
    for (const JpegColor color : {JpegColor::Gray, JpegColor::Rgb, JpegColor::Cmyk})
      files.push_back(
          makeJpeg({.width = 43,
                    .height = 37,
                    .color = color,
                    .progressive = progressive,
                    .quality = 80,
                    .sample = [](int x, int y, int c) { return (x * y + c * 40 + x) & 255; }}));
  return files;
}

std::vector<std::string> validTiffFiles() {
  std::vector<std::string> files;
  const auto add = [&](testing::TiffSpec spec) {
    spec.width = 43;
    spec.height = 37;
    spec.sample = [](std::uint32_t x, std::uint32_t y, int sample) {
      return (x * x * 7 + y * 1031 + static_cast<unsigned>(sample) * 57) & 0xFF;
    };
    files.push_back(testing::makeTiff(spec));
  };
  for (const int compression : {1, 5, 7, 8, 32773, 50000})
    for (const std::uint32_t tile : {0U, 32U}) add({.compression = compression, .tile = tile});
  for (const int bits : {1, 4, 12, 16, 32}) add({.bits = bits, .bigEndian = bits == 12});
  add({.bits = 16, .sampleFormat = 2, .compression = 8, .orientation = 6, .bigTiff = true});
  add({.bits = 32, .sampleFormat = 3, .pages = 2});
  add({.bits = 64, .sampleFormat = 3});
  add({.bits = 1, .photometric = 0, .compression = 4});
  add({.samples = 3, .photometric = 2, .compression = 5});
  add({.samples = 4, .photometric = 2, .separatePlanes = true});
  add({.photometric = 3, .compression = 32773});
  add({.samples = 3, .photometric = 6, .compression = 7});
  add({.samples = 4, .photometric = 5});
  return files;
}

// True when it was read.
bool tryDecoding(const std::string& bytes) {
  try {
    const GrayImage image = decodeGray(bytes, "hostile");
    EXPECT_GE(image.width, 1);
    EXPECT_EQ(image.pixels.size(), static_cast<std::size_t>(image.width * image.height));
    EXPECT_LE(image.width * image.height, kMaxImagePixels);
    const StoredImage stored = decodeStored(bytes, "hostile");
    EXPECT_EQ(stored.values.size(), image.pixels.size());
    EXPECT_EQ(toDisplay(stored, {}).image.pixels.size(), image.pixels.size());
    return true;
  } catch (const Error& error) {
    EXPECT_FALSE(error.problem().empty());
    EXPECT_EQ(error.where(), "hostile");
    return false;
  }
}

TEST(HostileImages, MutatedFilesAreReadOrRefusedByName) {
  const std::vector<std::string> files = validFiles();
  for (const std::string& file : files) ASSERT_TRUE(tryDecoding(file));
  Random random(2024);
  const std::string alphabet(
      "\0\1\2\3\4\6\x08\x10\x7F\x80\xFF\xFF\xFF\xC0\xC2\xC4\xD8\xD9\xDA\xDB\xDD\xEE", 22);
  const char* rounds = std::getenv("MRM_IMAGE_MUTATIONS");
  int read = 0, refused = 0;
  for (int round = 0; round < (rounds ? std::atoi(rounds) : 4000); ++round) {
    std::string bytes = testing::mutate(files[random.below(files.size())], random, alphabet);
    // Otherwise hardly a damaged PNG would get beyond its check sums.
    if (random.chance(0.7)) bytes = testing::withRightChecksums(std::move(bytes));
    ++(tryDecoding(bytes) ? read : refused);
  }
  // Both happen, or the test would show nothing.
  EXPECT_GT(read, 100);
  EXPECT_GT(refused, 1000);
}

// The directory is what libtiff believes: its entries are damaged one by one, too.
TEST(HostileImages, MutatedTiffFilesAreReadOrRefusedByName) {
  const std::vector<std::string> files = validTiffFiles();
  for (const std::string& file : files) ASSERT_TRUE(tryDecoding(file));
  const char* rounds = std::getenv("MRM_TIFF_MUTATIONS");
  Random random(2025);
  const std::string alphabet("\0\1\2\3\4\5\6\7\x08\x10\x20\x7F\x80\xFF\xFF\xFF", 16);
  int read = 0, refused = 0;
  for (int round = 0; round < (rounds ? std::atoi(rounds) : 3000); ++round) {
    std::string bytes = files[random.below(files.size())];
    if (random.chance(0.5)) {
      bytes = testing::mutate(std::move(bytes), random, alphabet);
    } else {
      // libtiff writes the directory at the file's end.
      const std::size_t tail = std::min<std::size_t>(bytes.size(), 260);
      for (std::uint64_t edits = 1 + random.below(3); edits > 0; --edits)
        bytes[bytes.size() - 1 - random.below(tail)] = alphabet[random.below(alphabet.size())];
    }
    ++(tryDecoding(bytes) ? read : refused);
  }
  std::printf("%d read, %d refused\n", read, refused);
  EXPECT_GT(read, 100);
  EXPECT_GT(refused, 500);
}

TEST(HostileImages, EveryByteOfTheHeadersMayBeWrong) {
  for (const std::string& file : validFiles())
    for (std::size_t at = 0; at < std::min<std::size_t>(file.size(), 180); ++at) {
      std::string bytes = file;
      bytes[at] = static_cast<char>(bytes[at] ^ 0x81);
      tryDecoding(testing::withRightChecksums(bytes));
    }
}

TEST(HostileImages, RandomBytesAreRefused) {
  Random random(7);
  for (int round = 0; round < 1000; ++round) {
    std::string bytes = round % 3 == 0   ? std::string("\xFF\xD8\xFF")
                        : round % 3 == 1 ? std::string("\x89PNG\r\n\x1a\n")
                                         : "";
    for (std::uint64_t length = random.below(600); length > 0; --length)
      bytes += static_cast<char>(random.below(256));
    EXPECT_FALSE(tryDecoding(bytes));
  }
}

TEST(HostileImages, RepeatedScansDoNotTakeForever) {
  const std::string file =
      makeJpeg({.width = 64, .height = 64, .twoScans = true, .sample = [](int x, int y, int) {
                  return x + y;
                }});
  const std::size_t lastScan = file.rfind("\xFF\xDA");
  const auto repeated = [&](int times) {
    std::string bytes = file.substr(0, lastScan);
    for (int i = 0; i < times; ++i) bytes += file.substr(lastScan, file.size() - 2 - lastScan);
    return bytes + "\xFF\xD9";
  };
  EXPECT_TRUE(tryDecoding(repeated(20)));
  EXPECT_FALSE(tryDecoding(repeated(200)));
}

}  // namespace
}  // namespace mrm
