// Another way to show the images, chosen in the window: what is seen and known of them follows.
#include <QPushButton>
#include <QRadioButton>

#include "core/dicom/radiograph.h"
#include "core/importers/index_images.h"
#include "tests/gui/curation/stage_fixture.h"
#include "widgets/dataset/dataset_dialog.h"
#include "widgets/dataset/display_choice.h"
#include "widgets/dataset/images_page.h"
#include "widgets/importing/image_reader.h"

namespace mrm {
namespace {

class DisplayPolicyInTheWindow : public testing::StageFixture {
 protected:
  static DisplayPolicy fullRange() {
    DisplayPolicy policy;
    policy.window = DisplayPolicy::Window::FullRange;
    return policy;
  }
  std::string auditOf(RecordId id) const { return database().record(id)->audit; }
  bool isRead() {
    return testing::waitFor(
        [&] {
          return !window_.imageReader()->isBusy() && !wantsReadingAgain(database()) &&
                 window_.isSettled();
        },
        60'000);
  }
};

TEST_F(DisplayPolicyInTheWindow, AppliedItIsWhatTheStageShowsAndTheImagesAreReadAgain) {
  open(12, 12);
  ASSERT_TRUE(isRead());
  selectRows(2, 2);
  const RecordId id = session().current();
  const std::string before = auditOf(id);
  action("data.images")->trigger();
  auto* dialog = window_.findChild<DataSetDialog*>();
  ASSERT_NE(dialog, nullptr);
  ASSERT_TRUE(testing::waitFor([&] { return dialog->isSettled(); }));
  ImagesPage* page = dialog->images();
  ASSERT_TRUE(page->isVisible());
  EXPECT_EQ(page->shown(), id) << "the record that was looked at";
  page->choice()->fullRange()->click();
  page->applyButton()->click();
  ASSERT_TRUE(testing::waitFor([&] { return dialog->isSettled(); }));
  ASSERT_TRUE(isRead());

  EXPECT_EQ(displayPolicyOf(database()).window, DisplayPolicy::Window::FullRange);
  const auto record = database().record(id);
  const DisplayImage wanted =
      toDisplay(loadStoredImage(database().imagePath(*record)), fullRange());
  ASSERT_NE(stage()->details()->shown(), nullptr);
  EXPECT_EQ(stage()->details()->shown()->image->pixels, wanted.image.pixels);
  EXPECT_NE(record->audit, before);
  EXPECT_EQ(record->audit, wanted.audit);
  dialog->accept();
}

TEST_F(DisplayPolicyInTheWindow, ReadingThatWasCutOffIsDoneWhenTheProjectIsOpened) {
  testing::generateCatalog(file(), 12, 12);
  {
    Catalog catalog = database();
    const auto ids = catalog.find({});
    indexImages(catalog, ids, {}, 1);
    catalog.setSetting(kDisplayPolicySetting, displayPolicyJson(fullRange()));
    EXPECT_TRUE(wantsReadingAgain(catalog));
    indexImages(catalog, std::vector<RecordId>{ids[0]}, fullRange(), 1, {}, {}, true);
  }
  open();
  ASSERT_TRUE(isRead());
  RecordQuery usable;
  usable.facets[Facet::Status] = {"usable"};
  for (const RecordId id : database().find(usable))
    EXPECT_EQ(auditOf(id).substr(0, 10), "full range") << id;
}

}  // namespace
}  // namespace mrm
