#include "core/catalog/run_lengths.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/random.h"
#include "core/catalog/csv.h"
#include "tests/mutation.h"
#include "tests/python.h"
#include "tests/shared_data.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

GrayImage randomMask(Random& random, std::int64_t width, std::int64_t height) {
  GrayImage mask{width, height,
                 std::vector<std::uint8_t>(static_cast<std::size_t>(width * height))};
  const double share = random.uniform();
  for (auto& pixel : mask.pixels) pixel = random.chance(share) ? 255 : 0;
  return mask;
}

TEST(RunLengths, GoDownTheColumnsWithOffsetsFromTheEndOfTheRunBefore) {
  // 3 wide, 4 high: pixels 1 and 2 of the first column, the last of the first and the first of the
  // second column as one run.
  const GrayImage mask = decodeRunLengths("1 1 1 2 6 1", 3, 4);
  std::vector<std::uint8_t> expected(12, 0);
  for (const auto& [x, y] : {std::pair{0, 1}, {0, 3}, {1, 0}, {2, 3}})
    expected[static_cast<std::size_t>(y * 3 + x)] = 255;
  EXPECT_EQ(mask.pixels, expected);
  EXPECT_EQ(encodeRunLengths(mask), "1 1 1 2 6 1");
}

TEST(RunLengths, TheEmptyMaskIsWrittenInSeveralWays) {
  for (const char* runs : {"", "-1", " -1", "  ", "-1\r"}) {
    EXPECT_EQ(runLengthsProblem(runs, 4, 4), "") << runs;
    EXPECT_EQ(decodeRunLengths(runs, 4, 4).pixels, std::vector<std::uint8_t>(16, 0)) << runs;
  }
  EXPECT_EQ(encodeRunLengths({2, 2, {0, 0, 0, 0}}), "");
}

TEST(RunLengths, WhatIsDecodedWasEncoded) {
  Random random(5);
  for (int i = 0; i < 300; ++i) {
    const GrayImage mask = randomMask(random, 1 + static_cast<std::int64_t>(random.below(30)),
                                      1 + static_cast<std::int64_t>(random.below(30)));
    const std::string runs = encodeRunLengths(mask);
    ASSERT_EQ(runLengthsProblem(runs, mask.width, mask.height), "");
    ASSERT_EQ(decodeRunLengths(runs, mask.width, mask.height).pixels, mask.pixels);
  }
}

TEST(RunLengths, RectanglesAreCutToTheImage) {
  Random random(6);
  for (int i = 0; i < 300; ++i) {
    const auto draw = [&] { return static_cast<std::int64_t>(random.below(24)) - 8; };
    const std::int64_t x = draw(), y = draw(), w = draw(), h = draw();
    GrayImage expected{9, 7, std::vector<std::uint8_t>(63)};
    for (std::int64_t row = 0; row < 7; ++row)
      for (std::int64_t column = 0; column < 9; ++column)
        if (column >= x && column < x + w && row >= y && row < y + h)
          expected.pixels[static_cast<std::size_t>(row * 9 + column)] = 255;
    ASSERT_EQ(decodeRunLengths(rectangleRunLengths(x, y, w, h, 9, 7), 9, 7).pixels,
              expected.pixels);
  }
  const std::int64_t far = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(rectangleRunLengths(far, far, far, far, 9, 7), "");
  EXPECT_EQ(decodeRunLengths(rectangleRunLengths(-1, -1, far, far, 9, 7), 9, 7).pixels,
            std::vector<std::uint8_t>(63, 255));
}

TEST(RunLengths, WhatDoesNotFitIsNamed) {
  EXPECT_EQ(runLengthsProblem("1 2 3", 4, 4), "an offset stands without its length");
  EXPECT_EQ(runLengthsProblem("1 x", 4, 4), "is no number of pixels: 'x'");
  EXPECT_EQ(runLengthsProblem("1 -2", 4, 4), "is no number of pixels: '-2'");
  EXPECT_EQ(runLengthsProblem("1 2.5", 4, 4), "is no number of pixels: '2.5'");
  EXPECT_EQ(runLengthsProblem("0 16", 4, 4), "");
  EXPECT_EQ(runLengthsProblem("0 17", 4, 4), "a run ends beyond the image's last pixel");
  EXPECT_EQ(runLengthsProblem("0 17"), "") << "of an image whose size is not known";
  EXPECT_NE(runLengthsProblem("99999999999999999999 1"), "");
  EXPECT_THROW(decodeRunLengths("8 9", 4, 4), Error);
  EXPECT_THROW(decodeRunLengths("", std::int64_t{1} << 40, std::int64_t{1} << 40), Error);
}

TEST(RunLengths, MutatedOnesAreDecodedOrRefused) {
  Random random(7);
  int refused = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string runs = testing::mutate("1 1 1 2 6 1 20 30 7 7", random, "0123456789 -");
    try {
      const GrayImage mask = decodeRunLengths(runs, 12, 12);
      ASSERT_EQ(runLengthsProblem(runs, 12, 12), "");
      ASSERT_EQ(decodeRunLengths(encodeRunLengths(mask), 12, 12).pixels, mask.pixels);
    } catch (const Error&) {
      ++refused;
      ASSERT_NE(runLengthsProblem(runs, 12, 12), "");
    }
  }
  EXPECT_GT(refused, 4000);
  EXPECT_LT(refused, 19000);
}

// The competition's own rows, decoded by a few lines of numpy.
TEST(RunLengths, RealMasksAreThoseThatNumpyDecodes) {
  MRM_SHARED_OR_SKIP(file, "data/label-files/siim_train-rle.head.csv");
  MRM_PYTHON_OR_SKIP(python, "numpy");
  const testing::TemporaryFolder folder;
  const std::string output = testing::runPython(python, folder.path(), R"(
import csv, numpy as np, zlib
rows = list(csv.reader(open(')" + file.string() + R"(')))[1:]
for name, runs in rows:
    flat = np.zeros(1024 * 1024, np.uint8)
    numbers = [int(n) for n in runs.split()]
    if numbers != [-1]:
        at = 0
        for offset, length in zip(numbers[::2], numbers[1::2]):
            at += offset
            flat[at:at + length] = 255
            at += length
    image = flat.reshape(1024, 1024).T
    ys, xs = np.nonzero(image)
    print(name, len(xs), int(xs.sum()), int(ys.sum()), int((xs * ys).sum()))
)");
  ASSERT_FALSE(output.empty());
  std::string ours;
  const CsvTable table = parseCsv(readFile(file, 1 << 24), file.string());
  for (const auto& row : table.rows) {
    const GrayImage mask = decodeRunLengths(row[1], 1024, 1024);
    std::int64_t count = 0, xs = 0, ys = 0, products = 0;
    for (std::int64_t y = 0; y < 1024; ++y)
      for (std::int64_t x = 0; x < 1024; ++x) {
        if (mask.at(x, y) == 0) continue;
        ++count;
        xs += x;
        ys += y;
        products += x * y;
      }
    ours += row[0];
    for (const std::int64_t number : {count, xs, ys, products})
      ours += " " + std::to_string(number);
    ours += "\n";
    if (count > 0) {
      EXPECT_EQ(encodeRunLengths(mask), row[1]);
    }
  }
  EXPECT_EQ(ours, output);
}

}  // namespace
}  // namespace mrm
