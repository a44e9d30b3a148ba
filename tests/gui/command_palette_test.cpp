// Everything that can be done is found by typing.
#include <gtest/gtest.h>

#include <QLineEdit>
#include <QListWidget>
#include <QTest>

#include "tests/gui/window_fixture.h"
#include "widgets/actions/action_registry.h"
#include "widgets/actions/command_palette.h"
#include "widgets/curation/data_stage.h"
#include "widgets/models/workspace.h"

namespace mrm {
namespace {

using testing::passTime;
using testing::waitFor;

class Palette : public testing::WindowFixture {
 protected:
  Palette() {
    makeRun("first", RunState::Finished, 3);
    window_.resize(1366, 768);
    window_.show();
    window_.openProject(testing::text(project_.root));
    EXPECT_TRUE(settled(window_));
    window_.activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&window_));
  }

  CommandPalette* palette() {
    auto* found = window_.findChild<CommandPalette*>();
    return found && found->isVisible() ? found : nullptr;
  }
  bool open() {
    QTest::keyClick(&window_, Qt::Key_K, Qt::ControlModifier);
    return waitFor([&] { return palette() != nullptr; }, 2000);
  }
  void type(const QString& letters) { QTest::keyClicks(palette()->input(), letters); }
  void press(Qt::Key key) { QTest::keyClick(palette()->input(), key); }
  QString current() {
    const QListWidgetItem* item = palette()->list()->currentItem();
    return item ? item->text() : QString();
  }
  int triggered(const char* id) {
    passTime(50);
    return counts_.value(id);
  }
  void watch(const char* id) {
    QObject::connect(window_.actions().action(id), &QAction::triggered, &window_,
                     [this, id] { ++counts_[id]; });
  }

  QHash<QString, int> counts_;
  MainWindow window_;
};

TEST_F(Palette, OpensByItsKeysAndListsEveryAction) {
  ASSERT_TRUE(open());
  EXPECT_TRUE(palette()->input()->hasFocus());
  EXPECT_EQ(palette()->list()->count(), static_cast<int>(window_.actions().entries().size()));
  // What can be done stands before what cannot.
  bool below = false;
  for (int row = 0; row < palette()->list()->count(); ++row) {
    const bool enabled = palette()->list()->item(row)->flags() & Qt::ItemIsEnabled;
    EXPECT_FALSE(enabled && below) << row;
    below = below || !enabled;
  }
  press(Qt::Key_Escape);
  EXPECT_TRUE(waitFor([&] { return palette() == nullptr; }, 2000));
}

TEST_F(Palette, FiltersByLettersAndPutsTheBestFitFirst) {
  ASSERT_TRUE(open());
  type("res lay");
  EXPECT_EQ(current(), "Reset layout");
  palette()->input()->clear();
  type("DARK");
  EXPECT_TRUE(current().contains("dark", Qt::CaseInsensitive)) << current().toStdString();
  type("xyzzy");
  EXPECT_EQ(palette()->list()->count(), 0);
  EXPECT_FALSE(palette()->list()->isVisible());
  press(Qt::Key_Return);  // nothing to run: nothing happens
  ASSERT_NE(palette(), nullptr);
}

TEST_F(Palette, ReturnRunsTheChosenActionOnceAndCloses) {
  watch("stage.data");
  ASSERT_TRUE(open());
  EXPECT_FALSE(window_.dataStage()->isVisible());
  type("data");
  EXPECT_EQ(current(), "Data");
  press(Qt::Key_Return);
  EXPECT_EQ(triggered("stage.data"), 1);
  EXPECT_TRUE(waitFor([&] { return palette() == nullptr; }, 2000));
  EXPECT_TRUE(window_.dataStage()->isVisible());
}

TEST_F(Palette, ArrowsChooseAnother) {
  ASSERT_TRUE(open());
  type("theme");
  ASSERT_GE(palette()->list()->count(), 3);
  const QString first = current();
  press(Qt::Key_Down);
  const QString second = current();
  EXPECT_NE(first, second);
  press(Qt::Key_Up);
  EXPECT_EQ(current(), first);
  press(Qt::Key_Up);  // at the end it stays
  EXPECT_EQ(current(), first);
  press(Qt::Key_PageDown);
  press(Qt::Key_PageDown);
  EXPECT_EQ(palette()->list()->currentRow(), palette()->list()->count() - 1);
  press(Qt::Key_PageUp);
  press(Qt::Key_Down);
  for (const auto& entry : window_.actions().entries()) {
    if (QString(entry.action->text()).remove('&') != current()) continue;
    const QByteArray id = entry.spec.id.toUtf8();
    watch(id.constData());
    press(Qt::Key_Return);
    EXPECT_EQ(triggered(id.constData()), 1);
    return;
  }
  FAIL() << current().toStdString() << " is no action";
}

TEST_F(Palette, AClickRunsAnAction) {
  watch("view.resetLayout");
  ASSERT_TRUE(open());
  type("reset layout");
  QListWidget* list = palette()->list();
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                    list->visualItemRect(list->item(0)).center());
  EXPECT_EQ(triggered("view.resetLayout"), 1);
}

TEST_F(Palette, WhatCannotBeDoneNowIsShownAndNotRun) {
  watch("run.pause");
  ASSERT_FALSE(window_.actions().action("run.pause")->isEnabled());  // the run has finished
  ASSERT_TRUE(open());
  type("pause");
  ASSERT_EQ(current(), "Pause");
  press(Qt::Key_Return);
  EXPECT_EQ(triggered("run.pause"), 0);
  ASSERT_NE(palette(), nullptr);
  QListWidget* list = palette()->list();
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                    list->visualItemRect(list->item(0)).center());
  EXPECT_EQ(triggered("run.pause"), 0);
  EXPECT_FALSE(std::filesystem::exists(project_.runsFolder() / "first" / "control"));
}

}  // namespace
}  // namespace mrm
