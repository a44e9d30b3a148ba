// The window as a whole: start page, project, a run that is followed, commands, hostile folders.
#include <gtest/gtest.h>

#include <QAction>
#include <QDockWidget>
#include <QPushButton>

#include "core/base/random.h"
#include "core/run/run_lock.h"
#include "tests/gui/window_fixture.h"
#include "widgets/actions/action_registry.h"
#include "widgets/models/workspace.h"
#include "widgets/pretrain/run_list_view.h"

namespace mrm {
namespace {

using testing::text;
using testing::waitFor;

class Window : public testing::WindowFixture {};

TEST_F(Window, BeginsWithAPageThatOffersTheSampleProject) {
  MainWindow window;
  window.show();
  window.openLast();
  ASSERT_TRUE(waitFor([&] { return window.isAtStartPage(); }));
  bool offered = false;
  for (const auto* button : window.findChildren<QPushButton*>())
    offered |= button->isVisible() && button->text().contains("sample", Qt::CaseInsensitive);
  EXPECT_TRUE(offered);
}

TEST_F(Window, ShowsAProjectsRunWithItsValues) {
  const RunPaths run = makeRun("first", RunState::Finished, 40);
  MainWindow window;
  window.resize(1366, 768);
  window.show();
  window.openRun(text(run.root));
  ASSERT_TRUE(settled(window));
  ASSERT_TRUE(waitFor([&] { return window.pretrainStage()->runView()->isCaughtUp(); }));
  ASSERT_TRUE(window.workspace().project());
  EXPECT_EQ(window.workspace().project()->name, "Trial");
  EXPECT_EQ(window.workspace().runs().rowCount(), 1);
  EXPECT_EQ(window.pretrainStage()->currentRun(), text(run.root));
  const RunStatus& shown = window.pretrainStage()->runView()->run().status;
  EXPECT_EQ(shown.step, 40);
  EXPECT_EQ(shown.state, RunState::Finished);
  EXPECT_FALSE(window.actions().action("run.pause")->isEnabled());
}

TEST_F(Window, TheFirstRunLeavesTheListItsWidthWhateverTheWorkerSays) {
  MainWindow window;
  window.resize(1280, 708);
  window.show();
  window.openProject(text(project_.root));
  ASSERT_TRUE(settled(window));  // no run yet: the panels are not shown
  const RunPaths run = makeRun("first", RunState::Running, 3);
  const RunLock worker(run);
  RunStatus status = readStatus(run);
  status.activity = std::string(30, 'a') + " " + std::string(200, 'b');
  status.device = std::string(200, 'c');
  writeStatus(run, status);
  window.workspace().rescan();
  PretrainStage* stage = window.pretrainStage();
  ASSERT_TRUE(waitFor([&] { return stage->runView()->isCaughtUp(); }));
  testing::passTime(500);
  EXPECT_EQ(window.width(), 1280);
  QDockWidget* list = stage->docks().front();
  EXPECT_TRUE(list->isAncestorOf(stage->list()));
  EXPECT_GT(list->width(), 200);
}

TEST_F(Window, ARunWhoseWorkerIsGoneCanBeContinued) {
  const RunPaths run = makeRun("dead", RunState::Running, 20);
  MainWindow window;
  window.show();
  window.openRun(text(run.root));
  ASSERT_TRUE(settled(window));
  EXPECT_TRUE(waitFor([&] { return window.actions().action("run.continue")->isEnabled(); }));
  EXPECT_FALSE(window.actions().action("run.pause")->isEnabled());
}

TEST_F(Window, GarbageInARunFolderIsNoCrash) {
  const RunPaths run = makeRun("garbage", RunState::Finished, 5);
  Random random(7);
  for (const auto& file : {run.status(), run.metrics(), run.baselines(), run.log()}) {
    std::string bytes;
    // seven bits: what the fonts of the machine lack is not what is tried here
    for (int i = 0; i < 4000; ++i) bytes += static_cast<char>(random.below(128));
    writeFileAtomically(file, bytes);
  }
  std::filesystem::create_directories(run.previews() / "00000005");
  writeFileAtomically(run.previews() / "00000005" / "preview.json", "{\"records\": [[[");
  MainWindow window;
  window.show();
  window.openRun(text(run.root));
  testing::passTime(1000);
  EXPECT_TRUE(window.isVisible());
}

TEST_F(Window, SpeaksGermanWhenAsked) {
  MainWindow window;
  window.show();
  QAction* action = window.actions().action("project.new");
  window.actions().action("language.de")->trigger();
  EXPECT_TRUE(waitFor([&] { return action->text() == "&Neues Projekt…"; }))
      << action->text().toStdString();
  window.actions().action("language.en")->trigger();
  EXPECT_TRUE(waitFor([&] { return action->text() == "&New project…"; }))
      << action->text().toStdString();
}

TEST_F(Window, ChangesItsTheme) {
  MainWindow window;
  window.show();
  const auto brightness = [&] { return window.palette().color(QPalette::Window).lightness(); };
  window.actions().action("theme.light")->trigger();
  ASSERT_TRUE(waitFor([&] { return brightness() > 200; }));
  window.actions().action("theme.dark")->trigger();
  ASSERT_TRUE(waitFor([&] { return brightness() < 60; }));
}

}  // namespace
}  // namespace mrm
