// The import wizard with real clicks: from what was dropped to records in a catalogue.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTreeWidget>

#include "core/base/files.h"
#include "tests/gui/importing/fake_importer.h"
#include "tests/gui/importing/wizard_fixture.h"
#include "widgets/common/notice.h"
#include "widgets/importing/findings_view.h"
#include "widgets/importing/import_field_editor.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class ImportWizardTest : public testing::WizardFixture {
 protected:
  void SetUp() override {
    WizardFixture::SetUp();
    fs::create_directories(source_);
  }
  std::unique_ptr<ImportWizard> wizard(std::optional<Project> open = {}) {
    return makeWizard({&importer_}, std::move(open));
  }

  fs::path source_ = folder_.path() / "source";
  fs::path root_ = folder_.path() / "projects" / "chest";
  testing::FakeImporter importer_;
};

TEST_F(ImportWizardTest, BringsRecordsIntoANewProject) {
  const auto made = wizard();
  EXPECT_FALSE(made->nextButton()->isEnabled());
  goToTarget(*made, source_);
  nameProject(*made, root_);
  ASSERT_TRUE(wait([&] { return made->nextButton()->isEnabled(); }));
  EXPECT_THAT(made->nextButton()->text().toStdString(), HasSubstr("12"));
  QSignalSpy imported(made.get(), &ImportWizard::imported);
  click(made->nextButton());
  ASSERT_TRUE(wait([&] { return imported.count() == 1; }));
  const Project project = openProject(root_);
  EXPECT_EQ(project.name, "Chest");
  const Catalog catalog(project.catalogFile());
  EXPECT_EQ(catalog.size(), 12);
  RecordQuery quarantined;
  quarantined.facets[Facet::Status] = {"quarantined"};
  EXPECT_EQ(catalog.find(quarantined).size(), 2u);
  EXPECT_THAT(made->target()->summary()->toPlainText().toStdString(),
              HasSubstr("table.csv:2: image-0.png"));
  QSignalSpy shown(made.get(), &ImportWizard::showRecordsRequested);
  click(made->nextButton());  // "Show records"
  EXPECT_EQ(shown.count(), 1);
}

TEST_F(ImportWizardTest, ASourceIsUpdatedAndNothingIsDoubled) {
  importAll(*wizard(), source_, root_);
  importer_.records = 15;
  const Project project = openProject(root_);
  const auto made = wizard(project);
  ASSERT_TRUE(made->updateFrom(Catalog(project.catalogFile()).sources().front()));
  EXPECT_EQ(made->currentIndex(), 2);  // nothing is asked again
  ASSERT_TRUE(wait([&] { return made->check()->isComplete(); }));
  click(made->nextButton());
  click(made->nextButton());
  ASSERT_TRUE(wait([&] { return made->target()->isDone(); }));
  EXPECT_EQ(Catalog(project.catalogFile()).size(), 15);
  const std::string summary = made->target()->summary()->toPlainText().toStdString();
  EXPECT_THAT(summary, HasSubstr("\n3 record"));
  EXPECT_THAT(summary, HasSubstr("\n12 record"));
}

TEST_F(ImportWizardTest, CancellingTheImportLeavesNothingBehind) {
  importer_.records = 40000;
  const auto made = wizard();
  goToTarget(*made, source_);
  nameProject(*made, root_);
  ASSERT_TRUE(wait([&] { return made->nextButton()->isEnabled(); }));
  QSignalSpy cancelled(&made->target()->job(), &Job::cancelled);
  bool isAsked = false;
  QObject::connect(&made->target()->job(), &Job::progressed, made.get(),
                   [&](const JobProgress& progress) {
                     if (progress.progress.done == 0 || std::exchange(isAsked, true)) return;
                     click(made->target()->findChild<QPushButton*>("cancelJob"));
                   });
  click(made->nextButton());
  ASSERT_TRUE(wait([&] { return cancelled.count() == 1 || made->target()->isDone(); }));
  ASSERT_EQ(cancelled.count(), 1);
  EXPECT_FALSE(fs::exists(folder_.path() / "projects"));
  EXPECT_TRUE(wait([&] { return made->nextButton()->isEnabled(); }));  // it can be begun again
}

TEST_F(ImportWizardTest, ClosingDuringTheImportLeavesNothingBehind) {
  importer_.records = 40000;
  auto made = wizard();
  goToTarget(*made, source_);
  nameProject(*made, root_);
  ASSERT_TRUE(wait([&] { return made->nextButton()->isEnabled(); }));
  click(made->nextButton());
  ASSERT_TRUE(wait([&] { return fs::exists(root_ / "catalog.db"); }));
  QTest::keyClick(made.get(), Qt::Key_Escape);
  EXPECT_FALSE(made->isVisible());
  made.reset();
  ASSERT_TRUE(wait([&] { return backgroundWorkCount() == 0; }));
  EXPECT_FALSE(fs::exists(folder_.path() / "projects"));
}

TEST_F(ImportWizardTest, ACancelledCheckCanBeRepeated) {
  importer_.millisecondsEach = 50;
  const auto made = wizard();
  made->setPath(text(source_));
  ASSERT_TRUE(wait([&] { return made->source()->isComplete(); }));
  click(made->nextButton());
  ASSERT_TRUE(wait([&] { return made->settings()->isComplete(); }));
  click(made->nextButton());
  ASSERT_TRUE(made->check()->isBusy());
  EXPECT_FALSE(made->backButton()->isEnabled());
  click(made->check()->findChild<QPushButton*>("cancelJob"));
  ASSERT_TRUE(wait([&] { return !made->check()->isBusy(); }));
  EXPECT_FALSE(made->nextButton()->isEnabled());
  EXPECT_TRUE(made->check()->notice()->isVisible());
  importer_.millisecondsEach = 0;
  made->check()->check();
  ASSERT_TRUE(wait([&] { return made->nextButton()->isEnabled(); }));
  const QTreeWidget* findings = made->check()->findings()->tree();
  ASSERT_EQ(findings->topLevelItemCount(), 2);
  EXPECT_EQ(findings->topLevelItem(1)->child(0)->text(1), "table.csv:2: image-0.png");
  EXPECT_FALSE(made->list()->item(2)->toolTip().isEmpty());  // wants a look
}

TEST_F(ImportWizardTest, WhatIsWrongIsSaidBesideItsField) {
  const auto made = wizard();
  made->setPath(text(source_));
  ASSERT_TRUE(wait([&] { return made->source()->isComplete(); }));
  click(made->nextButton());
  ASSERT_TRUE(wait([&] { return made->settings()->isComplete(); }));
  SettingsPage* page = made->settings();
  auto* folder = qobject_cast<QLineEdit*>(page->editor("folder")->editor());
  type(folder, text(folder_.path() / "none"));
  ASSERT_TRUE(wait([&] { return !page->editor("folder")->problem().isEmpty(); }));
  EXPECT_FALSE(made->nextButton()->isEnabled());
  EXPECT_EQ(folder->text(), text(folder_.path() / "none"));
  type(folder, text(source_));
  ASSERT_TRUE(wait([&] { return made->nextButton()->isEnabled(); }));
  // A switch that asks for one more thing.
  qobject_cast<QCheckBox*>(page->editor("more")->editor())->setChecked(true);
  ASSERT_TRUE(wait([&] { return page->editor("extra") != nullptr; }));
  EXPECT_FALSE(made->nextButton()->isEnabled());
  EXPECT_FALSE(page->editor("extra")->problem().isEmpty());
  QTest::keyClicks(page->editor("extra")->editor(), "x");
  ASSERT_TRUE(wait([&] { return made->nextButton()->isEnabled(); }));
}

TEST_F(ImportWizardTest, TheTableIsShownWithWhatItsColumnsAreTakenFor) {
  const auto made = wizard();
  made->setPath(text(source_));
  ASSERT_TRUE(wait([&] { return made->source()->isComplete(); }));
  click(made->nextButton());
  ASSERT_TRUE(wait([&] { return made->settings()->isComplete(); }));
  const QTableWidget* table = made->settings()->preview();
  ASSERT_EQ(table->columnCount(), 2);
  EXPECT_EQ(table->item(0, 0)->text(), "Heart enlarged.");
  EXPECT_THAT(table->horizontalHeaderItem(0)->text().toStdString(), HasSubstr("Report column"));
  auto* list = qobject_cast<QListWidget*>(made->settings()->editor("label-columns")->editor());
  ASSERT_EQ(list->count(), 3);
  EXPECT_EQ(list->item(0)->checkState(), Qt::Checked);
  EXPECT_EQ(list->item(1)->checkState(), Qt::Unchecked);
  EXPECT_EQ(list->item(2)->checkState(), Qt::Checked);
  list->item(1)->setCheckState(Qt::Checked);
  EXPECT_EQ(made->settings()->editor("label-columns")->value(), "a|b|lungs=c");
}

TEST_F(ImportWizardTest, AFolderThatHoldsAProjectIsRefused) {
  Project other;
  other.root = root_;
  other.name = "Other";
  other.records = folder_.path() / "records.csv";
  saveProject(other);
  const auto made = wizard();
  goToTarget(*made, source_);
  nameProject(*made, root_);
  auto* problem = made->target()->findChild<QLabel*>("folderProblem");
  ASSERT_TRUE(wait([&] { return problem->isVisible(); }));
  EXPECT_FALSE(made->nextButton()->isEnabled());
  QTest::keyClicks(made->target()->folderField(), "-2");
  ASSERT_TRUE(wait([&] { return made->nextButton()->isEnabled(); }));
  EXPECT_FALSE(problem->isVisible());
}

TEST_F(ImportWizardTest, WhatNoImporterKnowsIsSaidAndCanBeChosenAllTheSame) {
  const auto made = wizard();
  fs::create_directories(folder_.path() / "unknown");
  made->setPath(text(folder_.path() / "unknown"));
  ASSERT_TRUE(wait([&] { return !made->source()->isLooking(); }));
  EXPECT_FALSE(made->nextButton()->isEnabled());
  EXPECT_THAT(made->source()->verdict()->text().toStdString(), HasSubstr("not clear"));
  made->source()->chooseImporter(&importer_);
  ASSERT_TRUE(wait([&] { return made->nextButton()->isEnabled(); }));
}

TEST_F(ImportWizardTest, FindingsAreCopiedAndSaved) {
  const auto made = wizard();
  goToCheck(*made, source_);
  FindingsView* findings = made->check()->findings();
  click(findings->copyButton());
  EXPECT_THAT(QApplication::clipboard()->text().toStdString(), HasSubstr("2: The image file"));
  const fs::path file = folder_.path() / "list.csv";
  findings->saveTo(text(file));
  ASSERT_TRUE(wait([&] { return fs::exists(file); }));
  EXPECT_THAT(readFile(file, 10000), HasSubstr("quarantined record,1,"));
  EXPECT_THAT(readFile(file, 10000), HasSubstr("table.csv:3"));
}

}  // namespace
}  // namespace mrm
