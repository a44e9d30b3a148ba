#include "widgets/image/image_link.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

#include "tests/gui/image/pane_pictures.h"
#include "widgets/image/image_pane.h"

namespace mrm {
namespace {

using testing::phantom16;
using testing::phantom8;

std::unique_ptr<ImagePane> paneOf(int width, int height, ImageLink* link) {
  auto pane = std::make_unique<ImagePane>(ImageBackendKind::Raster, nullptr);
  pane->resize(width, height);
  pane->setLink(link);
  pane->show();
  return pane;
}

class ImageLinkTest : public ::testing::Test {
 protected:
  ImageLink link;
  std::unique_ptr<ImagePane> first = paneOf(300, 300, &link), second = paneOf(300, 300, &link);
  void SetUp() override {
    first->setImage(phantom8(200, 200));
    second->setImage(phantom8(200, 200));
  }
};

TEST_F(ImageLinkTest, PanesShareCameraWindowAndInversion) {
  QSignalSpy changed(second.get(), &ImagePane::viewChanged);
  QTest::keyClick(first.get(), Qt::Key_Plus);
  QTest::keyClick(first.get(), Qt::Key_Right);
  EXPECT_EQ(second->view().placement(), first->view().placement());
  EXPECT_EQ(changed.count(), 2);
  QTest::keyClick(second.get(), Qt::Key_I);
  EXPECT_TRUE(first->inverted());
  QTest::mousePress(second.get(), Qt::LeftButton, Qt::NoModifier, {100, 100});
  QTest::mouseRelease(second.get(), Qt::LeftButton, Qt::NoModifier, {140, 120});
  EXPECT_FALSE(first->view().windowIsDefault());
  EXPECT_EQ(first->view().window(), second->view().window());
  first->resetWindow();
  EXPECT_TRUE(second->view().windowIsDefault());
  second->fit();
  EXPECT_TRUE(first->view().fitted());
}

TEST_F(ImageLinkTest, EachPaneKeepsItsImage) {
  const auto image = phantom8(50, 50);
  second->setImage(image);
  first->setImage(phantom8(200, 200));
  EXPECT_EQ(second->view().imageWidth(), 50);
}

TEST_F(ImageLinkTest, AnUnlinkedPaneStaysBehind) {
  second->setLink(nullptr);
  first->zoomBy(2);
  first->setInverted(true);
  EXPECT_TRUE(second->view().fitted());
  EXPECT_FALSE(second->inverted());
  second->setLink(&link);  // and takes over the others' view when it comes back
  EXPECT_EQ(second->view().placement(), first->view().placement());
  EXPECT_TRUE(second->inverted());
}

TEST_F(ImageLinkTest, ImagesOfOtherResolutionsShowTheSameField) {
  second->setImage(phantom8(50, 50));
  first->zoomBy(4);
  QTest::keyClick(first.get(), Qt::Key_Right);
  const ViewPoint a = first->view().widgetToImage({10, 290});
  const ViewPoint b = second->view().widgetToImage({10, 290});
  EXPECT_NEAR(a.x / 200, b.x / 50, 0.01);
  EXPECT_NEAR(a.y / 200, b.y / 50, 0.01);
}

TEST_F(ImageLinkTest, FittedPanesOfOtherSizesAreFittedEach) {
  first->resize(600, 600);
  first->zoomBy(2);
  first->fit();
  EXPECT_DOUBLE_EQ(first->view().zoom(), 3);
  EXPECT_DOUBLE_EQ(second->view().zoom(), 1.5);
}

TEST_F(ImageLinkTest, AWindowCrossesDepthsInSharesOfTheRange) {
  second->setImage(std::make_shared<GrayImage16>(GrayImage16{2, 1, {1000, 3550}}));
  first->setDisplayWindow({127.5 + 51, 51});
  EXPECT_NEAR(second->view().window().centre, 2275 + 510, 1e-9);
  EXPECT_NEAR(second->view().window().width, 510, 1e-9);
}

TEST_F(ImageLinkTest, WithinADepthTheWindowIsTheStoredValues) {
  first->setImage(phantom16(10, 10));
  second->setImage(std::make_shared<GrayImage16>(GrayImage16{2, 1, {0, 65535}}));
  first->setDisplayWindow({1500, 300});
  EXPECT_EQ(second->view().window(), (DisplayWindow{1500, 300}));
}

TEST_F(ImageLinkTest, APaneThatGetsItsFirstImageTakesOverTheView) {
  const auto third = paneOf(300, 300, &link);
  first->zoomBy(3);
  first->setDisplayWindow({50, 60});
  EXPECT_TRUE(third->view().fitted());
  third->setImage(phantom8(200, 200));
  EXPECT_EQ(third->view().placement(), first->view().placement());
  EXPECT_EQ(third->view().window(), (DisplayWindow{50, 60}));
}

TEST_F(ImageLinkTest, AnotherImageOfTheSameSizeLeavesTheViewToAll) {
  first->zoomBy(3);
  second->setImage(phantom8(200, 200));
  EXPECT_EQ(second->view().placement(), first->view().placement());
  EXPECT_FALSE(first->view().fitted());
}

TEST_F(ImageLinkTest, PanesAndLinkMayGoInAnyOrder) {
  second.reset();
  EXPECT_EQ(link.panes().size(), 1u);
  first->zoomBy(2);
  auto other = std::make_unique<ImageLink>();
  first->setLink(other.get());
  EXPECT_TRUE(link.panes().empty());
  other.reset();
  EXPECT_EQ(first->link(), nullptr);
  first->zoomBy(2);
}

}  // namespace
}  // namespace mrm
