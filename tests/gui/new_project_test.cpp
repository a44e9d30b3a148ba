// A project is made from a table of one's own, whatever its columns are called; what cannot be used
// is said with its reason.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "tests/gui/window_fixture.h"
#include "tests/train/small_data_set.h"
#include "widgets/actions/action_registry.h"
#include "widgets/common/notice.h"
#include "widgets/curation/data_stage.h"
#include "widgets/curation/record_table_view.h"
#include "widgets/models/workspace.h"
#include "widgets/shell/new_project_dialog.h"

namespace mrm {
namespace {

using testing::text;
using testing::waitFor;

class NewProject : public testing::WindowFixture {
 protected:
  NewProject() {
    testing::writeSmallDataSet(data_, 6);
    window_.show();
    window_.actions().action("project.new")->trigger();
    dialog_ = window_.findChild<NewProjectDialog*>();
  }

  std::filesystem::path table(const char* name, const std::string& csv) const {
    writeFileAtomically(data_ / name, csv);
    return data_ / name;
  }
  // Types the path, which is read a moment after the last key.
  void type(const std::filesystem::path& csv) {
    dialog_->tableField()->clear();
    QTest::keyClicks(dialog_->tableField(), text(csv));
  }
  bool says(const QString& part) {
    return waitFor([&] { return dialog_->result()->text().contains(part); });
  }
  // The notice of an error, with a sentence and the file that it is about.
  void expectNotice(const QString& what, const std::filesystem::path& where) {
    const ErrorText& content = dialog_->notice()->content();
    ASSERT_TRUE(waitFor([&] {
      return dialog_->notice()->isVisible() && content.where.contains(text(where));
    })) << content.where.toStdString();
    EXPECT_TRUE(content.what.contains(what, Qt::CaseInsensitive)) << content.what.toStdString();
    EXPECT_FALSE(dialog_->createButton()->isEnabled());
    EXPECT_TRUE(dialog_->result()->text().isEmpty());
  }
  void choose(int column, const QString& name) {
    QComboBox* box = dialog_->column(column);
    QTest::keyClick(box, Qt::Key_Home);
    // A combo box without a choice takes its first at any key.
    while (box->currentText() != name && box->currentIndex() + 1 < box->count())
      QTest::keyClick(box, Qt::Key_Down);
    ASSERT_EQ(box->currentText(), name);
  }
  void setFolder(const std::filesystem::path& folder) {
    dialog_->folderField()->selectAll();
    QTest::keyClicks(dialog_->folderField(), text(folder));
  }

  const std::filesystem::path data_ = folder_.path() / "data";
  MainWindow window_;
  NewProjectDialog* dialog_ = nullptr;
};

TEST_F(NewProject, BeginsEmptyAndCannotBeMadeYet) {
  ASSERT_NE(dialog_, nullptr);
  EXPECT_TRUE(dialog_->isVisible());
  EXPECT_FALSE(dialog_->createButton()->isEnabled());
  EXPECT_FALSE(dialog_->notice()->isVisible());
}

TEST_F(NewProject, AGoodTableMakesAProjectAndOpensIt) {
  type(data_ / "records.csv");
  ASSERT_TRUE(says("6 records can be used."));
  EXPECT_EQ(dialog_->column(0)->currentText(), "image");
  EXPECT_EQ(dialog_->column(1)->currentText(), "report");
  EXPECT_EQ(dialog_->column(2)->currentText(), "patient_id");
  EXPECT_EQ(dialog_->nameField()->text(), "data");
  dialog_->nameField()->selectAll();
  QTest::keyClicks(dialog_->nameField(), "Stripes");
  EXPECT_TRUE(dialog_->folderField()->text().endsWith("MRM Workbench/Stripes"));
  setFolder(folder_.path() / "new" / "stripes");
  ASSERT_TRUE(dialog_->createButton()->isEnabled());
  QTest::mouseClick(dialog_->createButton(), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return window_.workspace().project().has_value(); }));
  EXPECT_EQ(window_.workspace().project()->name, "Stripes");
  EXPECT_EQ(openProject(folder_.path() / "new" / "stripes").records, data_ / "records.csv");
  ASSERT_TRUE(settled(window_));
  EXPECT_TRUE(window_.dataStage()->isVisible());
  EXPECT_TRUE(waitFor([&] { return window_.dataStage()->table()->model()->rowCount() == 6; }));
  EXPECT_TRUE(window_.windowTitle().startsWith("Stripes"));
}

TEST_F(NewProject, OddColumnNamesAreGuessedOrChosen) {
  std::string csv = "Fall, Nr.;\"Pfad \"\"neu\"\"\";Was der Arzt schrieb;Größe\n";
  for (int i = 0; i < 6; ++i)
    csv += "K" + std::to_string(i) + ";images/" + std::to_string(i) +
           ".png;\"Die Streifen sind so breit wie zuvor; kein neuer Befund, keine Änderung.\";3\n";
  type(table("odd.csv", csv));
  ASSERT_TRUE(says("Choose the three columns."));
  EXPECT_EQ(dialog_->column(0)->currentText(), "Pfad \"neu\"");  // by what is in it
  EXPECT_EQ(dialog_->column(1)->currentText(), "Was der Arzt schrieb");
  EXPECT_EQ(dialog_->column(2)->currentIndex(), -1);
  EXPECT_FALSE(dialog_->createButton()->isEnabled());
  choose(2, "Fall, Nr.");
  ASSERT_TRUE(says("6 records can be used."));
  EXPECT_TRUE(dialog_->createButton()->isEnabled());
  setFolder(folder_.path() / "odd");
  QTest::mouseClick(dialog_->createButton(), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return window_.workspace().project().has_value(); }));
  EXPECT_EQ(window_.workspace().project()->columns.patient, "Fall, Nr.");
  ASSERT_TRUE(settled(window_));
  EXPECT_TRUE(waitFor([&] { return window_.dataStage()->table()->model()->rowCount() == 6; }));
}

TEST_F(NewProject, AWrongColumnSetsAllAsideWithTheReason) {
  type(data_ / "records.csv");
  ASSERT_TRUE(says("6 records can be used."));
  choose(0, "patient_id");
  ASSERT_TRUE(says("0 records can be used."));
  EXPECT_TRUE(
      says("6 records will be set aside; the first, record 1: there is no such image file: P0"))
      << dialog_->result()->text().toStdString();
  EXPECT_FALSE(dialog_->createButton()->isEnabled());
  choose(0, "image");
  ASSERT_TRUE(says("6 records can be used."));
  EXPECT_TRUE(dialog_->createButton()->isEnabled());
}

TEST_F(NewProject, ATableThatIsNotThereIsNamed) {
  type(data_ / "nowhere.csv");
  expectNotice("", data_ / "nowhere.csv");
  type(data_);
  expectNotice("", data_);
}

TEST_F(NewProject, ATableThatIsNoneIsNamedWithItsLine) {
  type(table("torn.csv", "image,report,patient_id\n1.png,\"never closed,P1\n"));
  expectNotice("quot", data_ / "torn.csv:2");
  type(table("empty.csv", ""));
  expectNotice("empty", data_ / "empty.csv");
}

TEST_F(NewProject, ATableWithoutRowsSaysSo) {
  type(table("header.csv", "image,report,patient_id\n"));
  ASSERT_TRUE(says("no rows")) << dialog_->result()->text().toStdString();
  EXPECT_FALSE(dialog_->createButton()->isEnabled());
}

TEST_F(NewProject, ATableWithNothingUsableNamesTheFirstReason) {
  type(table("reports.csv", "image,report,patient_id\nimages/0.png,,P1\nimages/1.png, ,P2\n"));
  ASSERT_TRUE(says("0 records can be used."));
  EXPECT_TRUE(says("2 records will be set aside; the first, record 1: it has no report"))
      << dialog_->result()->text().toStdString();
  EXPECT_FALSE(dialog_->createButton()->isEnabled());
}

TEST_F(NewProject, AFolderThatCannotBeWrittenIsSaidAndAnotherCanBeChosen) {
  type(data_ / "records.csv");
  ASSERT_TRUE(says("6 records can be used."));
  const std::filesystem::path below = data_ / "records.csv" / "project";  // a file is in the way
  setFolder(below);
  QTest::mouseClick(dialog_->createButton(), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return dialog_->notice()->isVisible(); }));
  EXPECT_TRUE(dialog_->notice()->content().what.contains("cannot be made"))
      << dialog_->notice()->content().what.toStdString();
  EXPECT_EQ(dialog_->notice()->content().where, text(below));
  EXPECT_TRUE(dialog_->isVisible());
  EXPECT_FALSE(window_.workspace().project());
  setFolder(folder_.path() / "good");
  ASSERT_TRUE(dialog_->createButton()->isEnabled());
  QTest::mouseClick(dialog_->createButton(), Qt::LeftButton);
  EXPECT_TRUE(waitFor([&] { return window_.workspace().project().has_value(); }));
}

TEST_F(NewProject, AProjectThatIsThereIsNotOverwritten) {
  type(data_ / "records.csv");
  ASSERT_TRUE(says("6 records can be used."));
  setFolder(project_.root);
  QTest::mouseClick(dialog_->createButton(), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return dialog_->notice()->isVisible(); }));
  EXPECT_TRUE(dialog_->notice()->content().what.contains("Holds a project already"));
  EXPECT_EQ(openProject(project_.root).name, "Trial");
}

}  // namespace
}  // namespace mrm
