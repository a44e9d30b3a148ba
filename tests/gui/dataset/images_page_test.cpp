// How images are shown, against a catalogue with images of 16 bits.
#include "widgets/dataset/images_page.h"

#include <gmock/gmock.h>

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>

#include "core/dicom/radiograph.h"
#include "core/importers/index_images.h"
#include "tests/gui/dataset/dataset_fixture.h"
#include "widgets/common/elided_label.h"
#include "widgets/dataset/display_choice.h"
#include "widgets/image/image_pane.h"

namespace mrm {
namespace {

using Window = DisplayPolicy::Window;
using ::testing::HasSubstr;

class ImagesPageTest : public testing::DataSetFixture {
 protected:
  static constexpr int kWidth = 64, kHeight = 48;

  // A gradient of 16 bits with a bright marker, another for each record; that of record 9 is
  // missing, records 3 and 4 look inverted.
  void SetUp() override {
    DataSetFixture::SetUp();
    Catalog catalog = set_.open();
    ids_ = catalog.find({});
    for (int i = 0; i < static_cast<int>(ids_.size()); ++i) {
      if (i == 9) continue;
      QImage image(kWidth, kHeight, QImage::Format_Grayscale16);
      for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
          reinterpret_cast<quint16*>(image.scanLine(y))[x] =
              static_cast<quint16>(x < 3 && y < 3 ? 60000 : 1000 + 10 * i + 100 * x + 7 * y);
      ASSERT_TRUE(image.save(
          QString::fromStdString((folder_.path() / ("r" + std::to_string(i) + ".png")).string())));
    }
    std::vector<std::pair<RecordId, Catalog::ImageFacts>> facts;
    for (std::size_t i = 0; i < 50; ++i) {
      facts.push_back({ids_[i], {kWidth, kHeight, "read", i, i == 3 || i == 4, {}}});
    }
    catalog.setImageFacts(facts);
  }
  // The gray levels of a pane are those that toDisplay() gives.
  void expectShown(const ImagePane& pane, RecordId id, const DisplayPolicy& policy) const {
    const Catalog catalog = set_.open();
    const auto record = catalog.record(id);
    const GrayImage wanted = toDisplay(loadStoredImage(catalog.imagePath(*record)), policy).image;
    ASSERT_TRUE(pane.hasImage());
    int compared = 0;
    for (int y = 0; y < pane.height(); y += 5)
      for (int x = 0; x < pane.width(); x += 5)
        if (const PixelReadout at = pane.readoutAt(QPointF(x, y)); at.inside) {
          ASSERT_EQ(at.stored, wanted.pixels[static_cast<std::size_t>(at.y * wanted.width + at.x)])
              << at.x << ", " << at.y;
          ++compared;
        }
    EXPECT_GT(compared, 500);
  }
  void open(ImagesPage& page) {
    page.resize(1100, 640);
    page.show();
    page.enter();
    ASSERT_TRUE(settle(page));
  }

  std::vector<RecordId> ids_;
};

TEST_F(ImagesPageTest, AChoiceChangesThePreviewAsTheModelWouldSeeIt) {
  set_.current = ids_[5];
  ImagesPage page(set_);
  open(page);
  EXPECT_EQ(page.shown(), ids_[5]);
  EXPECT_TRUE(page.choice()->file()->isChecked());
  expectShown(*page.before(), ids_[5], {});
  expectShown(*page.after(), ids_[5], {});
  EXPECT_FALSE(page.applyButton()->isEnabled());

  page.choice()->fullRange()->click();
  ASSERT_TRUE(settle(page));
  DisplayPolicy policy;
  policy.window = Window::FullRange;
  expectShown(*page.before(), ids_[5], {});
  expectShown(*page.after(), ids_[5], policy);
  EXPECT_NE(page.beforeAudit()->fullText(), page.afterAudit()->fullText());
  EXPECT_EQ(page.afterAudit()->fullText().toStdString(),
            toDisplay(loadStoredImage(folder_.path() / "r5.png"), policy).audit);

  page.choice()->percentile()->click();
  page.choice()->low()->setValue(20);
  page.choice()->high()->setValue(70);
  ASSERT_TRUE(settle(page));
  policy.window = Window::Percentile;
  policy.low = 20;
  policy.high = 70;
  expectShown(*page.after(), ids_[5], policy);
  EXPECT_TRUE(set_.open().setting(kDisplayPolicySetting).empty()) << "nothing is in force yet";

  click(page.resetButton());
  ASSERT_TRUE(settle(page));
  EXPECT_TRUE(page.choice()->file()->isChecked());
  expectShown(*page.after(), ids_[5], {});
}

TEST_F(ImagesPageTest, ApplyStoresTheChoiceAndAsksForTheImagesToBeRead) {
  ImagesPage page(set_);
  open(page);
  QSignalSpy changed(&page, &DataSetPage::catalogChanged);
  QSignalSpy read(&page, &ImagesPage::readRequested);
  page.choice()->tableFirst()->setChecked(false);
  page.choice()->fileWindow()->setValue(2);
  ASSERT_TRUE(page.applyButton()->isEnabled());
  click(page.applyButton());
  ASSERT_TRUE(settle(page));
  EXPECT_EQ(changed.count(), 1);
  EXPECT_EQ(read.count(), 1);
  const DisplayPolicy policy = displayPolicyOf(set_.open());
  EXPECT_EQ(policy.window, Window::File);
  EXPECT_EQ(policy.fileWindow, 1);
  EXPECT_FALSE(policy.preferTable);
  EXPECT_TRUE(wantsReadingAgain(set_.open()));
  EXPECT_FALSE(page.applyButton()->isEnabled());

  ImagesPage other(set_);
  open(other);
  EXPECT_EQ(other.choice()->fileWindow()->value(), 2);
  EXPECT_FALSE(other.choice()->tableFirst()->isChecked());
}

TEST(DisplayChoiceTest, WhatTheFileOffersIsSaid) {
  DisplayChoice choice;
  const auto said = [&] { return choice.findChild<QLabel*>("offeredWindows")->text(); };
  StoredImage image;
  choice.setImage(&image);
  EXPECT_EQ(said(), "This file has neither.");
  image.windows = {{550, 1024, {}, {}}, {40.5, 350, {}, "LUNG"}};
  image.voiTables.resize(1);
  choice.setImage(&image);
  EXPECT_THAT(said().toStdString(), HasSubstr("window 1: 550/1024, window 2: 40.5/350 LUNG"));
  EXPECT_THAT(said().toStdString(), HasSubstr("1 table"));
  choice.setImage(nullptr);
  EXPECT_TRUE(said().isEmpty());
}

TEST(DisplayChoiceTest, EveryPolicyComesBackAsItWasSet) {
  DisplayChoice choice;
  for (const Window window : {Window::Percentile, Window::FullRange, Window::File}) {
    const DisplayPolicy policy{window, 3, false, 2.25, 97.5};
    choice.setPolicy(policy);
    EXPECT_EQ(displayPolicyJson(choice.policy()), displayPolicyJson(policy));
    EXPECT_EQ(choice.fileWindow()->isEnabled(), window == Window::File);
    EXPECT_EQ(choice.low()->isEnabled(), window == Window::Percentile);
  }
}

TEST_F(ImagesPageTest, PercentilesThatMakeNoSenseCannotBeApplied) {
  ImagesPage page(set_);
  open(page);
  page.choice()->percentile()->click();
  page.choice()->low()->setValue(60);
  page.choice()->high()->setValue(40);
  EXPECT_FALSE(page.applyButton()->isEnabled());
  EXPECT_TRUE(page.findChild<QLabel*>("percentileProblem")->isVisible());
  ASSERT_TRUE(settle(page));
  EXPECT_TRUE(page.before()->hasImage());
  EXPECT_FALSE(page.after()->hasImage());
  page.choice()->high()->setValue(61);
  ASSERT_TRUE(settle(page));
  EXPECT_TRUE(page.after()->hasImage());
  EXPECT_TRUE(page.applyButton()->isEnabled());
  EXPECT_FALSE(page.findChild<QLabel*>("percentileProblem")->isVisible());
  page.choice()->low()->setValue(90);
  page.choice()->fullRange()->click();  // where they say nothing, they are no hindrance
  EXPECT_TRUE(page.applyButton()->isEnabled());
  click(page.applyButton());
  ASSERT_TRUE(settle(page));
  EXPECT_EQ(displayPolicyOf(set_.open()).window, Window::FullRange);
}

TEST_F(ImagesPageTest, OneGoesThroughTheRecordsAndAMissingImageIsNoEnd) {
  set_.current = ids_[8];
  ImagesPage page(set_);
  open(page);
  click(page.next());
  ASSERT_TRUE(settle(page));
  EXPECT_EQ(page.shown(), ids_[9]);
  EXPECT_FALSE(page.before()->hasImage());
  EXPECT_TRUE(page.afterAudit()->fullText().isEmpty());
  click(page.next());
  ASSERT_TRUE(settle(page));
  expectShown(*page.after(), ids_[10], {});
  for (int i = 0; i < 4; ++i) click(page.previous());  // faster than they are read
  ASSERT_TRUE(settle(page));
  EXPECT_EQ(page.shown(), ids_[6]);
  expectShown(*page.after(), ids_[6], {});
  page.showRecord(ids_.front());
  EXPECT_FALSE(page.previous()->isEnabled());
  ASSERT_TRUE(settle(page));
}

TEST_F(ImagesPageTest, ImagesThatLookInvertedAreListedAndShown) {
  ImagesPage page(set_);
  open(page);
  ASSERT_EQ(page.inverted()->count(), 2);
  EXPECT_THAT(page.invertedTitle()->text().toStdString(), HasSubstr("2"));
  EXPECT_THAT(page.invertedTitle()->text().toStdString(), HasSubstr("10"));  // not read yet
  EXPECT_FALSE(page.inverted()->item(1)->icon().isNull());
  const QRect place = page.inverted()->visualItemRect(page.inverted()->item(1));
  QTest::mouseClick(page.inverted()->viewport(), Qt::LeftButton, {}, place.center());
  ASSERT_TRUE(settle(page));
  EXPECT_EQ(page.shown(), ids_[4]);
  expectShown(*page.before(), ids_[4], {});

  Catalog catalog = set_.open();
  Catalog::ImageFacts fact;
  fact.looksInverted = false;
  catalog.setImageFacts(std::vector<std::pair<RecordId, Catalog::ImageFacts>>{{ids_[3], fact}});
  page.imagesRead();
  ASSERT_TRUE(settle(page));
  EXPECT_EQ(page.inverted()->count(), 1);
}

}  // namespace
}  // namespace mrm
