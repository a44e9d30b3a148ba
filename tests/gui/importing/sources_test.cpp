// Sources that are updated or have moved, and their images read in the background.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTreeWidget>

#include "core/base/files.h"
#include "core/image/decode.h"
#include "tests/gui/importing/wizard_fixture.h"
#include "widgets/common/notice.h"
#include "widgets/importing/image_reader.h"
#include "widgets/importing/sources_dialog.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class SourcesTest : public testing::WizardFixture {
 protected:
  void SetUp() override {
    WizardFixture::SetUp();
    Catalog catalog = Catalog::create(file_);
    ImportBatch batch;
    batch.source.name = "made";
    batch.source.importer = "csv";
    batch.source.root = folder_.path() / "before";
    for (int i = 0; i < 12; ++i) {
      CatalogRecord record;
      record.key = std::to_string(i);
      record.image = record.key + ".png";
      record.patient = record.key;
      batch.records.push_back(record);
    }
    catalog.import(batch);
  }
  // Radiographs in the folder, but for one that is none.
  void makeImages(const fs::path& folder) const {
    fs::create_directories(folder);
    for (int i = 0; i < 12; ++i) {
      GrayImage image;
      image.width = image.height = 64;
      image.pixels.resize(64 * 64);
      for (std::size_t p = 0; p < image.pixels.size(); ++p)
        image.pixels[p] = static_cast<std::uint8_t>((p * static_cast<std::size_t>(i + 3)) % 251);
      writeFileAtomically(folder / (std::to_string(i) + ".png"), encodePng(image));
    }
    testing::writeFile(folder / "7.png", "no image");
  }
  std::function<Catalog()> opener() const {
    return [file = file_] { return Catalog(file); };
  }
  fs::path file_ = folder_.path() / "catalog.db";
};

TEST_F(SourcesTest, MovedImagesAreTakenWhereTheyAreAndNowhereElse) {
  makeImages(folder_.path() / "after");
  fs::create_directories(folder_.path() / "empty");
  SourcesDialog dialog(opener());
  dialog.show();
  ASSERT_TRUE(wait([&] { return !dialog.isReading(); }));
  ASSERT_EQ(dialog.list()->topLevelItemCount(), 1);
  EXPECT_EQ(dialog.list()->topLevelItem(0)->text(0), "made");
  QSignalSpy moved(&dialog, &SourcesDialog::moved);
  dialog.moveTo(text(folder_.path() / "empty"));
  ASSERT_TRUE(wait([&] { return !dialog.isReading(); }));
  EXPECT_EQ(dialog.notice()->tone(), NoticeTone::Attention);
  EXPECT_EQ(Catalog(file_).sources().front().root, folder_.path() / "before");
  dialog.moveTo(text(folder_.path() / "after"));
  ASSERT_TRUE(wait([&] { return moved.count() == 1; }));
  EXPECT_EQ(dialog.notice()->tone(), NoticeTone::Success);
  EXPECT_EQ(Catalog(file_).sources().front().root, folder_.path() / "after");
  ASSERT_TRUE(wait([&] { return !dialog.isReading(); }));
  QSignalSpy update(&dialog, &SourcesDialog::updateRequested);
  click(dialog.updateButton());
  EXPECT_EQ(update.count(), 1);
}

TEST_F(SourcesTest, ImagesOfADiskThatIsNotThereAreLeftAlone) {
  ImageReader reader;
  QSignalSpy finished(&reader, &ImageReader::finished);
  reader.read(opener());
  ASSERT_TRUE(wait([&] { return finished.count() == 1; }));
  EXPECT_THAT(reader.message().toStdString(), HasSubstr("made"));
  RecordQuery usable;
  usable.facets[Facet::Status] = {"usable"};
  EXPECT_EQ(Catalog(file_).find(usable).size(), 12u);
}

TEST_F(SourcesTest, ImagesAreReadOnceAndWhatIsNoneIsQuarantined) {
  makeImages(folder_.path() / "before");
  ImageReader reader;
  QSignalSpy finished(&reader, &ImageReader::finished);
  reader.read(opener());
  ASSERT_TRUE(wait([&] { return finished.count() == 1; }));
  EXPECT_THAT(reader.message().toStdString(), HasSubstr("12"));
  const Catalog catalog(file_);
  int hashed = 0, quarantined = 0;
  catalog.forEach({}, [&](const CatalogRecord& record) {
    hashed += record.imageHash ? 1 : 0;
    quarantined += record.status == RecordStatus::Quarantined ? 1 : 0;
  });
  EXPECT_EQ(hashed, 11);
  EXPECT_EQ(quarantined, 1);
}

}  // namespace
}  // namespace mrm
