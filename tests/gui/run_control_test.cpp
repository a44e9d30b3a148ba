// The buttons of a run say to its worker what is written on them, and nothing else.
#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "core/run/control.h"
#include "core/run/run_lock.h"
#include "tests/gui/window_fixture.h"
#include "widgets/actions/action_registry.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/notice.h"
#include "widgets/models/workspace.h"
#include "widgets/shell/runs_strip.h"

namespace mrm {
namespace {

using testing::waitFor;

class RunControl : public testing::WindowFixture {
 protected:
  // This process stands for the worker of a run in the given state.
  void begin(RunState state) {
    run_ = makeRun("live", state, 20);
    lock_ = std::make_unique<RunLock>(run_);
    ASSERT_TRUE(shows(window_, run_));
    ASSERT_TRUE(waitFor([&] { return window_.strip()->isVisible(); }));
  }
  void say(RunState state) {
    RunStatus status = readStatus(run_);
    status.state = state;
    status.heartbeat = Clock::now();
    writeStatus(run_, status);
  }
  QPushButton* button(const char* action) {
    return window_.pretrainStage()->runView()->findChild<QPushButton*>(QString("button:") + action);
  }
  QList<QToolButton*> stripButtons() {  // pause or go on, and stop
    QList<QToolButton*> shown;
    for (auto* candidate : window_.strip()->findChildren<QToolButton*>())
      if (candidate->isVisible()) shown << candidate;
    return shown;
  }
  // What the click left in the control file, byte by byte.
  std::string written() {
    std::error_code code;
    if (!waitFor([&] { return std::filesystem::exists(run_.control(), code); })) return "nothing";
    std::string bytes = readFile(run_.control(), 1000);
    std::filesystem::remove(run_.control());
    testing::passTime(100);
    EXPECT_FALSE(std::filesystem::exists(run_.control())) << "a second command followed";
    return bytes;
  }
  void click(QWidget* widget) {
    ASSERT_NE(widget, nullptr);
    ASSERT_TRUE(waitFor([&] { return widget->isVisible() && widget->isEnabled(); }))
        << widget->objectName().toStdString();
    QTest::mouseClick(widget, Qt::LeftButton);
  }

  RunPaths run_{""};
  std::unique_ptr<RunLock> lock_;
  MainWindow window_;
};

TEST_F(RunControl, PauseGoOnAndStopEachWriteTheirCommand) {
  begin(RunState::Running);
  EXPECT_FALSE(button("run.resume")->isVisible());
  EXPECT_FALSE(button("run.continue")->isVisible());
  click(button("run.pause"));
  EXPECT_EQ(written(), "pause\n");
  say(RunState::Paused);
  click(button("run.resume"));
  EXPECT_EQ(written(), "resume\n");
  EXPECT_FALSE(button("run.pause")->isVisible());
  say(RunState::Running);
  click(button("run.stop"));
  EXPECT_EQ(written(), "stop\n");
}

TEST_F(RunControl, ThePhaseSaysWhatWasAskedUntilTheWorkerHasDoneIt) {
  begin(RunState::Running);
  const auto phase = [&] {
    return window_.pretrainStage()->runView()->findChild<ElidedLabel*>("runPhase")->fullText();
  };
  click(button("run.pause"));
  EXPECT_EQ(phase(), "Pausing…");
  testing::passTime(600);  // further looks at the folder, which still says running
  EXPECT_EQ(phase(), "Pausing…");
  say(RunState::Paused);
  EXPECT_TRUE(waitFor([&] { return phase() == "Paused"; })) << phase().toStdString();
}

TEST_F(RunControl, TheStripsButtonsWriteTheSameCommandsFromAnyStage) {
  begin(RunState::Running);
  window_.actions().action("stage.data")->trigger();
  ASSERT_EQ(stripButtons().size(), 2);
  click(stripButtons()[0]);
  EXPECT_EQ(written(), "pause\n");
  say(RunState::Paused);
  ASSERT_TRUE(waitFor([&] { return stripButtons()[0]->toolTip().contains("Go on"); }));
  click(stripButtons()[0]);
  EXPECT_EQ(written(), "resume\n");
  click(stripButtons()[1]);
  EXPECT_EQ(written(), "stop\n");
}

TEST_F(RunControl, KeysAndMenuWriteACheckpointNow) {
  begin(RunState::Running);
  window_.activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window_));
  QTest::keyClick(&window_, Qt::Key_S, Qt::ControlModifier);
  EXPECT_EQ(written(), "checkpoint-now\n");
  QTest::keyClick(&window_, Qt::Key_P, Qt::ControlModifier);
  EXPECT_EQ(written(), "pause\n");
}

TEST_F(RunControl, OfCommandsInQuickSuccessionTheLastCounts) {
  begin(RunState::Running);
  for (int i = 0; i < 20; ++i) {
    window_.workspace().send(testing::text(run_.root), RunCommand::Stop);
    window_.workspace().send(testing::text(run_.root), RunCommand::Resume);
    window_.workspace().send(testing::text(run_.root), RunCommand::Pause);
    window_.workspace().send(testing::text(run_.root), RunCommand::CheckpointNow);
    ASSERT_TRUE(waitFor([&] { return backgroundWorkCount() == 0; }));
    EXPECT_EQ(written(), "pause\n");
  }
}

TEST_F(RunControl, ARunThatEndedTakesNoCommand) {
  begin(RunState::Running);
  say(RunState::Finished);
  lock_.reset();
  for (const char* id : {"run.pause", "run.resume", "run.stop", "run.checkpoint", "run.continue"})
    EXPECT_TRUE(waitFor([&] { return !window_.actions().action(id)->isEnabled(); })) << id;
  for (const char* id : {"run.pause", "run.resume", "run.stop", "run.continue"})
    EXPECT_FALSE(button(id)->isVisible()) << id;
  EXPECT_TRUE(waitFor([&] { return window_.strip()->message().contains("Finished"); }))
      << window_.strip()->message().toStdString();
}

TEST_F(RunControl, ACommandThatCannotBeWrittenIsSaidInTheWindow) {
  begin(RunState::Running);
  std::filesystem::create_directories(run_.control() / "in the way");
  click(button("run.pause"));
  EXPECT_TRUE(waitFor([&] { return window_.notice()->isVisible(); }));
  EXPECT_FALSE(window_.notice()->content().what.isEmpty());
}

}  // namespace
}  // namespace mrm
