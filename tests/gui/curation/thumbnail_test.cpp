// The records as pictures: only what is in view is made, and it is kept.
#include <QKeyEvent>

#include "core/image/decode.h"
#include "tests/gui/curation/stage_fixture.h"
#include "widgets/curation/thumbnail_grid.h"
#include "widgets/curation/thumbnail_store.h"

namespace mrm {
namespace {

using testing::waitFor;

int filesBelow(const std::filesystem::path& folder) {
  int count = 0;
  if (std::filesystem::exists(folder))
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
      count += entry.is_regular_file();
  return count;
}

class Pictures : public testing::StageFixture {
 protected:
  ThumbnailGrid* grid() { return stage()->grid(); }
};

TEST_F(Pictures, OnlyThoseInViewAreMade) {
  open(5000, 300);
  run("records.grid");
  const int made = filesBelow(project_.root / "thumbnails");
  EXPECT_GT(made, 3);
  EXPECT_LT(made, 60);
  EXPECT_TRUE(grid()->indexAt(QPoint(30, 30)).isValid());
  EXPECT_EQ(grid()->indexAt(QPoint(30, 30)).row(), 0);
}

TEST_F(Pictures, EveryRecordHasItsPlaceAndIsFoundThere) {
  open(5000);
  run("records.grid");
  for (const int row : {0, 1, 17, 2500, 4999}) {
    grid()->scrollTo(session().table().index(row, 0));
    const QRect place = grid()->visualRect(session().table().index(row, 0));
    EXPECT_TRUE(grid()->viewport()->rect().contains(place)) << row;
    EXPECT_EQ(grid()->indexAt(place.center()).row(), row);
  }
}

TEST_F(Pictures, KeysAndClicksSelect) {
  open(500);
  run("records.grid");
  const int columns = grid()->columns();
  ASSERT_GT(columns, 1);
  const auto at = [&] { return session().selection().currentIndex().row(); };
  grid()->setFocus();
  QTest::keyClick(grid(), Qt::Key_Home);
  EXPECT_EQ(at(), 0);
  QTest::keyClick(grid(), Qt::Key_Down);
  EXPECT_EQ(at(), columns);
  QTest::keyClick(grid(), Qt::Key_Right);
  EXPECT_EQ(at(), columns + 1);
  QTest::keyClick(grid(), Qt::Key_Down, Qt::ShiftModifier);
  EXPECT_EQ(session().selectedRows(), (RowRanges{{columns + 1, 2 * columns + 1}}));
  QTest::keyClick(grid(), Qt::Key_End);
  EXPECT_EQ(at(), 499);
  EXPECT_EQ(session().selectedRows(), (RowRanges{{499, 499}}));
  grid()->scrollToTop();
  const auto center = [&](int row) {
    return grid()->visualRect(session().table().index(row, 0)).center();
  };
  QTest::mouseClick(grid()->viewport(), Qt::LeftButton, {}, center(0));
  QTest::mouseClick(grid()->viewport(), Qt::LeftButton, Qt::ShiftModifier, center(columns));
  EXPECT_EQ(session().selectedRows(), (RowRanges{{0, columns}}));
  QTest::mouseClick(grid()->viewport(), Qt::LeftButton, Qt::ControlModifier, center(1));
  EXPECT_EQ(session().selectedCount(), columns);
}

class Store : public ::testing::Test {
 protected:
  void TearDown() override { finishBackgroundWork(); }
  ImageKey picture(const char* name, int width, int height, std::uint8_t tone) {
    const GrayImage image{
        width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height), tone)};
    writeFileAtomically(folder_.path() / name, encodePng(image));
    return {folder_.path() / name, 0};
  }
  static const ThumbnailStore::Entry* make(ThumbnailStore& store, const ImageKey& key) {
    store.want({key});
    waitFor([&] { return store.find(key) != nullptr; });
    return store.find(key);
  }

  testing::TemporaryFolder folder_;
};

TEST_F(Store, PicturesAreKeptInTheFolderWhichMayBeDeleted) {
  const ImageKey key = picture("a.png", 600, 300, 80);
  const std::filesystem::path kept = folder_.path() / "thumbnails";
  {
    ThumbnailStore store;
    store.setFolder(kept);
    const auto* entry = make(store, key);
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->picture.size(), QSize(256, 128));
    EXPECT_EQ(filesBelow(kept), 1);
    // Taken from the folder the next time: what lies there is what is shown.
    QImage white(256, 128, QImage::Format_Grayscale8);
    white.fill(255);
    ASSERT_TRUE(white.save(testing::text(thumbnailFile(kept, key, {})), "jpg"));
  }
  {
    ThumbnailStore store;
    store.setFolder(kept);
    const auto* entry = make(store, key);
    ASSERT_TRUE(entry);
    EXPECT_GT(qGray(entry->picture.toImage().pixel(50, 50)), 250);
  }
  std::filesystem::remove_all(kept);
  ThumbnailStore store;
  store.setFolder(kept);
  const auto* entry = make(store, key);
  ASSERT_TRUE(entry);
  EXPECT_NEAR(qGray(entry->picture.toImage().pixel(50, 50)), 80, 3);
}

TEST_F(Store, AChangedImageGetsAnother) {
  ThumbnailStore store;
  const std::filesystem::path kept = folder_.path() / "thumbnails";
  const ImageKey key = picture("a.png", 100, 100, 80);
  const auto before = thumbnailFile(kept, key, {});
  picture("a.png", 1200, 1000, 90);  // of another size on the disk, whatever the clock says
  EXPECT_NE(thumbnailFile(kept, key, {}), before);
  EXPECT_NE(thumbnailFile(kept, {key.file, 1}, {}), thumbnailFile(kept, key, {}));
  DisplayPolicy other;
  other.window = DisplayPolicy::Window::FullRange;
  EXPECT_NE(thumbnailFile(kept, key, other), thumbnailFile(kept, key, {}));
}

TEST_F(Store, WhatCannotBeReadOrWrittenIsNoHarm) {
  writeFileAtomically(folder_.path() / "bad.png", "no image");
  writeFileAtomically(folder_.path() / "file", "a file in the place of the folder");
  ThumbnailStore store;
  store.setFolder(folder_.path() / "file");
  const auto* bad = make(store, {folder_.path() / "bad.png", 0});
  ASSERT_TRUE(bad);
  EXPECT_TRUE(bad->picture.isNull());
  EXPECT_FALSE(bad->problem.isEmpty());
  const auto* good = make(store, picture("good.png", 40, 40, 7));
  ASSERT_TRUE(good);
  EXPECT_FALSE(good->picture.isNull());
}

}  // namespace
}  // namespace mrm
