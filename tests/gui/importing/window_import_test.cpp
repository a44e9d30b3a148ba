// What the window does with what is dropped on it, and how the checks of its data set hold a start.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAction>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

#include "tests/gui/importing/wizard_fixture.h"
#include "widgets/actions/action_registry.h"
#include "widgets/common/notice.h"
#include "widgets/dataset/dataset_dialog.h"
#include "widgets/models/workspace.h"
#include "widgets/pretrain/start_dialog.h"
#include "widgets/shell/main_window.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

class WindowImportTest : public testing::WizardFixture {
 protected:
  void SetUp() override {
    WizardFixture::SetUp();
    table_ = folder_.path() / "data" / "records.csv";
    fs::create_directories(table_.parent_path());
    std::string rows = "image,report,patient_id\n";
    for (int i = 0; i < 8; ++i) {
      const std::string name = std::to_string(i) + ".png";
      testing::writeFile(table_.parent_path() / name, "x");
      rows += name + ",FINDINGS: Clear.," + std::to_string(i / 2) + "\n";
    }
    testing::writeFile(table_, rows);
  }
  static void drop(MainWindow& window, const fs::path& path) {
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(text(path))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    ASSERT_TRUE(enter.isAccepted());
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
  }
  fs::path table_;
};

TEST_F(WindowImportTest, ATableDroppedOnTheWindowBecomesAProjectThatIsOpen) {
  MainWindow window;
  window.show();
  drop(window, table_);
  ImportWizard* wizard = nullptr;
  ASSERT_TRUE(wait([&] { return (wizard = window.findChild<ImportWizard*>()) != nullptr; }));
  ASSERT_TRUE(wait([&] { return wizard->source()->isComplete(); }));
  click(wizard->nextButton());
  ASSERT_TRUE(wait([&] { return wizard->settings()->isComplete(); }));
  click(wizard->nextButton());
  ASSERT_TRUE(wait([&] { return wizard->check()->isComplete(); }));
  click(wizard->nextButton());
  nameProject(*wizard, folder_.path() / "project");
  ASSERT_TRUE(wait([&] { return wizard->nextButton()->isEnabled(); }));
  click(wizard->nextButton());
  ASSERT_TRUE(wait([&] { return wizard->target()->isDone(); }));
  click(wizard->nextButton());
  ASSERT_TRUE(wait([&] { return window.workspace().project().has_value(); }));
  EXPECT_EQ(window.workspace().project()->name, "Chest");
  ASSERT_TRUE(wait([&] { return window.isSettled(); }));
  // The pages of the data set are at hand.
  window.actions().action("data.splits")->trigger();
  ASSERT_TRUE(wait([&] { return window.findChild<DataSetDialog*>() != nullptr; }));
  ASSERT_TRUE(wait([&] { return window.findChild<DataSetDialog*>()->isSettled(); }));
}

TEST_F(WindowImportTest, APatientInTwoSplitsHoldsTheStart) {
  importAll(*makeWizard({findImporter("csv")}), table_, folder_.path() / "project");
  const Project project = openProject(folder_.path() / "project");
  {
    Catalog catalog(project.catalogFile());
    const std::vector<RecordId> ids = catalog.find({});
    catalog.setSplit(ids, Split::Training);
    catalog.setSplit(std::vector<RecordId>{ids[0]}, Split::Validation);
  }
  {
    StartDialog dialog(project);
    dialog.show();
    ASSERT_TRUE(wait([&] { return dialog.notice()->isVisible(); }));
    EXPECT_FALSE(dialog.startButton()->isEnabled());
    EXPECT_EQ(dialog.notice()->tone(), NoticeTone::Failure);
  }
  {
    Catalog catalog(project.catalogFile());
    const std::vector<RecordId> ids = catalog.find({});
    catalog.setSplit(std::vector<RecordId>{ids[0], ids[1]}, Split::Validation);
  }
  StartDialog dialog(project);
  dialog.show();
  ASSERT_TRUE(wait([&] { return backgroundWorkCount() == 0; }));
  EXPECT_FALSE(dialog.notice()->isVisible());
  EXPECT_TRUE(dialog.startButton()->isEnabled());
}

}  // namespace
}  // namespace mrm
