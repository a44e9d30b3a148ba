// Decoded images are kept while there is room; DICOM files and images alike.
#include "core/cache/image_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/image/decode.h"
#include "tests/dicom/dicom_bytes.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;

class ImageStoreTest : public ::testing::Test {
 protected:
  ImageStoreTest() {
    testing::DicomBytes data;
    data.image(1, 2, 16, 16, false, 2);
    data.add(dicom::kPixels.number, "OW", data.words({0, 10, 500, 400}));
    testing::writeFile(scan_, testing::withMeta(data.bytes(), testing::kExplicitLittle));
    testing::writeFile(image_, encodePng(GrayImage{2, 1, {20, 30}}));
  }
  testing::TemporaryFolder folder_;
  std::filesystem::path scan_ = folder_.path() / "scan", image_ = folder_.path() / "image.png";
};

TEST_F(ImageStoreTest, GivesDisplayValuesOfImagesAndOfFrames) {
  ImageStore store({{image_}, {scan_, 0}, {scan_, 1}}, 1000);
  ASSERT_EQ(store.size(), 3u);
  EXPECT_THAT(store.get(0)->pixels, ElementsAre(20, 30));
  EXPECT_THAT(store.get(1)->pixels, ElementsAre(0, 255));
  EXPECT_THAT(store.get(2)->pixels, ElementsAre(255, 0));
  EXPECT_EQ(store.reference(2).frame, 1);
  DisplayPolicy policy;
  policy.window = DisplayPolicy::Window::FullRange;
  EXPECT_THAT(ImageStore({{image_}}, 1000, policy).get(0)->pixels, ElementsAre(0, 255));
}

TEST_F(ImageStoreTest, KeepsWhatFitsTheBudget) {
  ImageStore store({{image_}, {scan_, 0}}, 3);
  const auto first = store.get(0);
  EXPECT_EQ(store.get(0), first);
  EXPECT_NE(store.get(1), store.get(1));  // no room: decoded each time
  std::filesystem::remove(image_);
  EXPECT_EQ(store.get(0), first);
}

TEST_F(ImageStoreTest, AFileThatCannotBeDecodedThrowsEachTime) {
  ImageStore store({{folder_.path() / "none"}}, 1000);
  EXPECT_THROW(store.get(0), Error);
  EXPECT_THROW(store.get(0), Error);
}

}  // namespace
}  // namespace mrm
