#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/image/decode.h"
#include "tests/image/image_files.h"

namespace mrm {
namespace {

using ::testing::HasSubstr;

TEST(EncodePng, GivesBackEveryPixel) {
  GrayImage image{31, 17, {}};
  for (int i = 0; i < 31 * 17; ++i) image.pixels.push_back(static_cast<std::uint8_t>(i * 29));
  const GrayImage back = decodeGray(encodePng(image), "test");
  EXPECT_EQ(back.width, 31);
  EXPECT_EQ(back.height, 17);
  EXPECT_EQ(back.pixels, image.pixels);
}

TEST(EncodePng, WideSamplesSayHowManyBitsCount) {
  GrayImage16 image{16, 16, {}};
  for (int i = 0; i < 256; ++i) image.pixels.push_back(static_cast<std::uint16_t>(i * 16));
  const std::string file = encodePng(image, 12);
  EXPECT_THAT(file, HasSubstr(testing::pngChunk("sBIT", "\x0C")));
  EXPECT_EQ(decodeGray(file, "test").pixels, wideToDisplay(image).pixels);
  EXPECT_THROW(encodePng(image, 0), Error);
  EXPECT_THROW(encodePng(image, 17), Error);
}

TEST(EncodePng, CarriesComments) {
  const GrayImage image{1, 1, {9}};
  EXPECT_THAT(encodePng(image, {{"Synthetic", "not a patient"}}),
              HasSubstr(testing::pngChunk("tEXt", std::string("Synthetic\0not a patient", 23))));
  EXPECT_THROW(encodePng(image, {{"", "no keyword"}}), Error);
  EXPECT_THROW(encodePng(image, {{std::string(80, 'k'), "long keyword"}}), Error);
}

TEST(EncodePng, RefusesPixelsThatDoNotMatchTheSize) {
  EXPECT_THROW(encodePng(GrayImage{3, 3, {1, 2}}), Error);
  EXPECT_THROW(encodePng(GrayImage{0, 0, {}}), Error);
}

}  // namespace
}  // namespace mrm
