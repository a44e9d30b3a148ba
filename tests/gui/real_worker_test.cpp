// The window with a real worker: started, followed, paused, left alone, found again, killed and
// resumed.
#include <gtest/gtest.h>
#include <signal.h>

#include <QPushButton>
#include <QTest>
#include <cmath>

#include "core/options/yaml.h"
#include "core/run/control.h"
#include "core/run/pretrain_options.h"
#include "core/run/run_lock.h"
#include "core/sample/sample_project.h"
#include "tests/gui/window_fixture.h"
#include "widgets/actions/action_registry.h"
#include "widgets/common/notice.h"
#include "widgets/curves/curve_panel.h"
#include "widgets/curves/curves_view.h"
#include "widgets/models/worker.h"
#include "widgets/models/workspace.h"
#include "widgets/pretrain/log_view.h"
#include "widgets/pretrain/preview_view.h"
#include "widgets/shell/runs_strip.h"

namespace mrm {
namespace {

using testing::EventLoopGap;
using testing::text;
using testing::waitFor;

constexpr double kLongestGap = 50;  // ms

class RealWorker : public testing::WindowFixture {
 protected:
  RealWorker() {
    SampleOptions options;
    options.patients = 12;
    options.size = 64;
    project_ = makeSampleProject(folder_.path() / "sample", options);
  }
  ~RealWorker() override {
    window_.reset();
    killWorker();
  }
  void SetUp() override {
    if (Worker::program().isEmpty()) GTEST_SKIP() << "the program 'mrm' is not built";
  }

  // A run of a very small model, started as the dialog starts one.
  void start(std::int64_t steps) {
    PretrainOptions o;
    o.data.records = project_.records;
    o.data.imageColumn = project_.columns.image;
    o.data.reportColumn = project_.columns.report;
    o.data.patientColumn = project_.columns.patient;
    o.data.vocabularySize = 150;
    o.data.validationShare = 0.25;
    o.model.size = "tiny";
    o.model.imageSize = 32;
    o.model.patchSize = 8;
    o.model.width = o.model.decoderWidth = o.model.reportWidth = 32;
    o.model.depth = o.model.decoderDepth = o.model.reportDepth = 1;
    o.model.heads = o.model.decoderHeads = o.model.reportHeads = 2;
    o.model.reportIntermediate = 64;
    o.model.reportLength = 24;
    o.recipe.steps = steps;
    o.recipe.batch = 4;
    o.run.device = "cpu";
    o.run.precision = "fp32";
    o.run.threads = 1;
    o.run.checkpointEvery = 0.02;  // minutes
    o.run.validateEvery = o.run.previewEvery = 10;
    o.run.previewRecords = 2;
    run_ = RunPaths(newRunFolder(project_, "real"));
    Worker::startNew(run_, o);
  }
  void openWindow() {
    window_ = std::make_unique<MainWindow>();
    window_->resize(1366, 768);
    window_->show();
  }
  void openProjectInWindow() {
    openWindow();
    window_->openProject(text(project_.root));
    ASSERT_TRUE(waitFor([&] { return stage().currentRun() == text(run_.root); }));
  }
  PretrainStage& stage() { return *window_->pretrainStage(); }
  RunPhase phase() { return stage().runView()->run().phase; }
  std::size_t shownSteps() { return stage().runView()->curves()->panel(0)->training().size(); }
  std::vector<MetricRow> rows() const { return MetricsReader(run_.metrics()).poll(); }
  bool click(const char* action) {
    auto* button = stage().runView()->findChild<QPushButton*>(QString("button:") + action);
    if (!waitFor([&] { return button->isVisible() && button->isEnabled(); })) return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
  }
  // The window shows what the worker wrote, value by value.
  void expectCurvesOfTheFile() {
    constexpr std::array names{"image_loss", "report_loss", "loss", "learning_rate",
                               "images_per_second"};
    const std::vector<MetricRow> written = rows();
    for (int i = 0; i < 5; ++i) {
      const char* name = names[static_cast<std::size_t>(i)];
      std::vector<QPointF> expected;
      for (const MetricRow& row : written)  // those of a validation have other values
        if (const auto value = row.values.find(name); value != row.values.end())
          expected.emplace_back(static_cast<double>(row.step), value->second);
      const auto& points = stage().runView()->curves()->panel(i)->training().points();
      ASSERT_TRUE(waitFor([&] { return points.size() == expected.size(); })) << name;
      for (std::size_t k = 0; k < points.size(); ++k) {
        EXPECT_EQ(points[k].x(), expected[k].x());
        EXPECT_EQ(points[k].y(), expected[k].y()) << name << " at step " << expected[k].x();
      }
    }
  }
  void signalWorker(int number) const {
    const auto pid = static_cast<pid_t>(readStatus(run_).pid);
    if (pid > 1 && RunLock::isHeld(run_)) ::kill(pid, number);
  }
  void killWorker() const {
    if (run_.root.empty()) return;
    signalWorker(SIGKILL);
    for (int i = 0; i < 1000 && RunLock::isHeld(run_); ++i) ::usleep(5000);
  }

  RunPaths run_{""};
  std::unique_ptr<MainWindow> window_;
};

TEST_F(RealWorker, IsFollowedLiveToItsEndWithoutHoldingUpTheWindow) {
  openWindow();
  window_->openProject(text(project_.root));
  ASSERT_TRUE(settled(*window_));
  EventLoopGap gap;
  start(800);
  sendCommand(run_, RunCommand::Pause);  // until it is in view, however fast the machine is
  ASSERT_TRUE(waitFor([&] { return phase() == RunPhase::Paused; })) << readStatus(run_).error;
  ASSERT_TRUE(click("run.resume"));
  ASSERT_TRUE(waitFor([&] { return phase() == RunPhase::Running && shownSteps() > 0; }));
  EXPECT_LT(shownSteps(), 800u);  // while it is at work, not afterwards
  std::size_t before = 0;
  int growths = 0;
  ASSERT_TRUE(waitFor(
      [&] {
        growths += shownSteps() > before;
        before = shownSteps();
        return phase() == RunPhase::Finished;
      },
      60000));
  EXPECT_GE(growths, 2);
  ASSERT_TRUE(waitFor([&] { return stage().isSettled(); }));
  EXPECT_LT(gap.longest(), kLongestGap) << gap.longestOnTheClock() << " ms on the clock";
  expectCurvesOfTheFile();
  EXPECT_EQ(shownSteps(), 800u);
  EXPECT_TRUE(stage().runView()->curves()->panel(0)->baseline().has_value());
  EXPECT_FALSE(stage().runView()->curves()->panel(0)->validation().isEmpty());
  EXPECT_GE(stage().previews()->step(), 1);
  EXPECT_FALSE(stage().log()->toPlainText().isEmpty());
}

TEST_F(RealWorker, PausesWritesACheckpointAndGoesOn) {
  start(1'000'000);
  openProjectInWindow();
  ASSERT_TRUE(waitFor([&] { return shownSteps() > 3; }));
  EventLoopGap gap;
  ASSERT_TRUE(click("run.pause"));
  ASSERT_TRUE(waitFor([&] { return phase() == RunPhase::Paused; }));
  const std::size_t paused = rows().size();
  testing::passTime(700);
  EXPECT_EQ(rows().size(), paused) << "it went on while it was paused";
  window_->actions().action("run.checkpoint")->trigger();
  const std::int64_t step = readStatus(run_).step;
  ASSERT_TRUE(waitFor([&] {
    const auto steps = checkpointSteps(run_);
    return !steps.empty() && steps.back() == step;
  })) << "no checkpoint of step "
      << step;
  ASSERT_TRUE(click("run.resume"));
  ASSERT_TRUE(waitFor([&] { return phase() == RunPhase::Running && rows().size() > paused + 3; }));
  ASSERT_TRUE(click("run.stop"));
  ASSERT_TRUE(waitFor([&] { return phase() == RunPhase::Stopped; }));
  EXPECT_LT(gap.longest(), kLongestGap) << gap.longestOnTheClock() << " ms on the clock";
  EXPECT_EQ(readStatus(run_).checkpointStep, readStatus(run_).step);
  EXPECT_TRUE(waitFor([&] { return !RunLock::isHeld(run_); }));
  expectCurvesOfTheFile();
}

TEST_F(RealWorker, GoesOnWhenTheWindowClosesAndIsFoundAgain) {
  start(400);
  openProjectInWindow();
  ASSERT_TRUE(waitFor([&] { return shownSteps() > 3; }));
  window_->close();
  window_.reset();
  finishBackgroundWork();
  const std::size_t closed = rows().size();
  ASSERT_TRUE(waitFor([&] { return rows().size() > closed + 5; }))
      << "the worker ended with the window";
  signalWorker(SIGSTOP);  // however fast the machine is, it is still at work when it is found
  ASSERT_LT(rows().back().step, 400);
  openWindow();
  window_->openLast();  // as the program does at its start
  ASSERT_TRUE(waitFor([&] { return phase() == RunPhase::Running && shownSteps() > closed; }));
  EXPECT_EQ(stage().currentRun(), text(run_.root));
  EXPECT_EQ(window_->strip()->shownRuns(), 1);
  const std::size_t found = shownSteps();
  signalWorker(SIGCONT);
  ASSERT_TRUE(waitFor([&] { return phase() == RunPhase::Finished; }, 60000));
  EXPECT_GT(shownSteps(), found);
  expectCurvesOfTheFile();
  EXPECT_EQ(shownSteps(), 400u);
}

TEST_F(RealWorker, KilledItIsShownAsInterruptedAndResumes) {
  start(400);
  ASSERT_TRUE(waitFor([&] { return rows().size() > 3; }));
  sendCommand(run_, RunCommand::Pause);  // which writes a checkpoint
  openProjectInWindow();
  ASSERT_TRUE(waitFor([&] { return phase() == RunPhase::Paused; }));
  const std::int64_t checkpoint = readStatus(run_).checkpointStep;
  ASSERT_GE(checkpoint, 1);
  EventLoopGap gap;
  ASSERT_TRUE(click("run.resume"));
  ASSERT_TRUE(waitFor([&] { return rows().back().step > checkpoint + 5; }));
  killWorker();
  ASSERT_LT(rows().back().step, 400);
  sendCommand(run_, RunCommand::Stop);  // a click that came too late: not for the next worker
  ASSERT_TRUE(waitFor([&] { return phase() == RunPhase::Interrupted; }));
  EXPECT_TRUE(stage().runView()->notice()->isVisible());
  EXPECT_EQ(stage().runView()->notice()->content().what, "This run was interrupted.");
  EXPECT_FALSE(window_->actions().action("run.pause")->isEnabled());
  ASSERT_TRUE(click("run.continue"));
  ASSERT_TRUE(waitFor([&] { return phase() == RunPhase::Finished; }, 60000));
  EXPECT_LT(gap.longest(), kLongestGap) << gap.longestOnTheClock() << " ms on the clock";
  EXPECT_FALSE(stage().runView()->notice()->isVisible());
  expectCurvesOfTheFile();
  ASSERT_EQ(shownSteps(), 400u);  // each step once, those after the checkpoint anew
}

}  // namespace
}  // namespace mrm
