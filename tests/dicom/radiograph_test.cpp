// Files of every kind, told apart by what they hold, to what is seen and trained on.
#include "core/dicom/radiograph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/dicom/encapsulated_frames.h"
#include "core/dicom/image_probe.h"
#include "core/dicom/pixel_description.h"
#include "core/image/image_hash.h"
#include "tests/dicom/dicom_bytes.h"
#include "tests/shared_data.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using testing::DicomBytes;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::TemporaryFolder;
using testing::writeFile;

std::string dataSet(std::initializer_list<std::uint16_t> pixels) {
  DicomBytes data;
  data.text(dicom::kModality, "CR");
  data.image(2, static_cast<std::uint16_t>(pixels.size() / 2), 16, 12, false, 1, 1, "MONOCHROME1");
  data.text(dicom::kWindowCenter, "2048").text(dicom::kWindowWidth, "4096");
  data.add(dicom::kPixels.number, "OW", data.words(pixels));
  return data.bytes();
}

std::string gradientPng() {
  GrayImage image{16, 8, {}};
  for (int i = 0; i < 128; ++i) image.pixels.push_back(static_cast<std::uint8_t>(i * 2));
  return encodePng(image);
}

std::string problemOf(const fs::path& file, std::int64_t frame = 0) {
  try {
    loadRadiograph(file, frame);
    return "none";
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(Radiograph, KindIsToldByContentNotByName) {
  const TemporaryFolder folder;
  const fs::path named = folder.path() / "chest.png", nameless = folder.path() / "0001",
                 disguised = folder.path() / "scan.dcm", twofold = folder.path() / "both.tif";
  const std::string set = dataSet({0, 4095, 4095, 0});
  const std::string whole = testing::withMeta(set, testing::kExplicitLittle);
  writeFile(named, whole);
  writeFile(nameless, set);
  writeFile(disguised, gradientPng());
  writeFile(twofold,
            std::string("II*\0", 4) + whole.substr(4));  // a TIFF directory in the preamble
  for (const fs::path& dicom : {named, nameless, twofold}) {
    const Radiograph radiograph = loadRadiograph(dicom);
    EXPECT_THAT(radiograph.image.pixels, ElementsAre(255, 0, 0, 255)) << dicom;
    EXPECT_EQ(radiograph.audit, "window 2048/4096 (file 1 of 1); MONOCHROME1 inverted");
    EXPECT_EQ(readRadiographSize(dicom).width, 2);
  }
  const Radiograph radiograph = loadRadiograph(disguised);
  EXPECT_EQ(radiograph.image.pixels[5], 10);
  EXPECT_EQ(radiograph.audit, "8-bit values as they are");
  EXPECT_EQ(readRadiographSize(disguised).height, 8);
}

TEST(Radiograph, WhatCannotBeReadIsNamed) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "x.dcm";
  writeFile(file, "certainly no picture of a chest");
  EXPECT_THAT(problemOf(file), HasSubstr("neither a DICOM file nor a JPEG, PNG or TIFF image"));
  writeFile(file, gradientPng());
  EXPECT_THAT(problemOf(file, 1), HasSubstr("no frame 2"));
  writeFile(file, testing::withMeta(dataSet({0, 4095, 4095, 0}), testing::kExplicitLittle));
  EXPECT_THAT(problemOf(file, 3), HasSubstr("no frame 4"));
  EXPECT_THAT(problemOf(file, -1), HasSubstr("frame"));
  EXPECT_THAT(problemOf(folder.path() / "none"), HasSubstr("none"));
  EXPECT_THAT(problemOf(folder.path()), HasSubstr(folder.path().string()));
}

TEST(Radiograph, WideGrayImagesGoThroughThePolicy) {
  const TemporaryFolder folder;
  GrayImage16 wide{100, 100, {}};
  for (int i = 0; i < 10000; ++i) wide.pixels.push_back(static_cast<std::uint16_t>(1000 + i / 10));
  wide.pixels[0] = 0;
  wide.pixels[1] = 65535;  // what a marker of lead does
  const fs::path file = folder.path() / "wide.png";
  writeFile(file, encodePng(wide, 16));
  EXPECT_EQ(loadRadiograph(file).audit, "percentiles 0.5 to 99.5: 1005 to 1995");
  DisplayPolicy policy;
  policy.window = DisplayPolicy::Window::FullRange;
  EXPECT_EQ(loadRadiograph(file, 0, policy).image.pixels, decodeGray(file).pixels);
  EXPECT_EQ(loadStoredImage(file).values[1], 65535);
}

TEST(Radiograph, EightBitImagesAreWhatTheyAlwaysWere) {
  MRM_SHARED_OR_SKIP(folder, "data/covid-cxr/images");
  int count = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (++count % 8) continue;
    const GrayImage image = decodeGray(entry.path());
    const Radiograph radiograph = loadRadiograph(entry.path());
    ASSERT_EQ(radiograph.image.pixels, image.pixels) << entry.path();
    ASSERT_EQ(toDisplay(loadStoredImage(entry.path()), {}).image.pixels, image.pixels);
  }
  EXPECT_GT(count, 300);
}

// The codestreams of JPEG files of 12 and 16 bits are those of DICOM files.
TEST(Radiograph, JpegFilesOfMoreThanEightBits) {
  MRM_SHARED_OR_SKIP(folder, "data/dicom");
  const TemporaryFolder temporary;
  for (const char* name :
       {"wg04_dcmqi__WG04__JPLY__RG3_JPLY", "wg04_dcmqi__WG04__JPLL__RG3_JPLL"}) {
    const auto file = dicom::DicomFile::open(folder / name);
    const auto description = dicom::describePixels(file);
    std::vector<std::byte> joined;
    const auto frame = dicom::EncapsulatedFrames(file, *description.element, 1).frame(0, joined);
    const std::string bytes(reinterpret_cast<const char*>(frame.data()), frame.size());
    const fs::path jpeg = temporary.path() / "wide.jpg";
    writeFile(jpeg, bytes);
    const StoredImage image = loadStoredImage(jpeg);
    // Lossy coding can go beyond the bits that a DICOM file says are stored; there they are
    // dropped.
    const StoredImage scan = loadStoredImage(folder / name);
    ASSERT_EQ(image.values.size(), scan.values.size());
    for (std::size_t i = 0; i < image.values.size(); ++i)
      ASSERT_TRUE(image.values[i] == scan.values[i] || image.values[i] >= 1 << scan.bitsStored);
    EXPECT_GT(image.bitsStored, 8);
    EXPECT_FALSE(image.isDisplayReady);
    EXPECT_EQ(readRadiographSize(jpeg).width, image.width);
    EXPECT_THAT(loadRadiograph(jpeg).audit, HasSubstr("percentiles"));
    writeFile(jpeg, bytes.substr(0, bytes.size() / 2));
    EXPECT_THAT(problemOf(jpeg), HasSubstr("wide.jpg"));
  }
}

TEST(ImageProbe, FindsWhatACatalogueKeepsAndNeverThrows) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "image";
  writeFile(file, gradientPng());
  const ImageProbe good = probeImage(file);
  EXPECT_EQ(good.width, 16);
  EXPECT_EQ(good.height, 8);
  EXPECT_EQ(good.problem, "");
  EXPECT_EQ(good.hash, imageHash(decodeGray(file)));
  EXPECT_EQ(good.thumbnail, thumbnailOf(decodeGray(file)));
  writeFile(file, testing::withMeta(dataSet({7, 7, 7, 7}), testing::kExplicitLittle));
  EXPECT_THAT(probeImage(file).problem, HasSubstr("blank"));
  EXPECT_EQ(probeImage(file).width, 2);
  writeFile(file, "nothing");
  EXPECT_THAT(probeImage(file).problem, HasSubstr("neither"));
  EXPECT_THAT(probeImage(file).problem, ::testing::Not(HasSubstr(folder.path().string())));
  EXPECT_FALSE(probeImage(folder.path() / "none").problem.empty());
  EXPECT_FALSE(probeImage(file).hash);
}

}  // namespace
}  // namespace mrm
