// The window as a whole: start page, project, a run that is followed, commands, hostile folders.
#include <gtest/gtest.h>

#include <QAction>
#include <QDockWidget>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTimer>
#include <ctime>
#include <thread>

#include "core/base/files.h"
#include "core/base/random.h"
#include "core/project/project.h"
#include "core/run/control.h"
#include "core/run/host.h"
#include "core/run/metrics_log.h"
#include "core/run/run_folder.h"
#include "core/run/run_lock.h"
#include "tests/temporary_folder.h"
#include "widgets/actions/action_registry.h"
#include "widgets/common/background.h"
#include "widgets/models/workspace.h"
#include "widgets/pretrain/pretrain_stage.h"
#include "widgets/pretrain/run_list_view.h"
#include "widgets/pretrain/run_view.h"
#include "widgets/shell/main_window.h"

namespace mrm {
namespace {

constexpr int kPatience = 10000;  // ms; what is waited for comes far sooner

QString text(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

class Window : public ::testing::Test {
 protected:
  void SetUp() override {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       text(folder_.path() / "settings"));
    QCoreApplication::setOrganizationName("MRM Workbench");
    QCoreApplication::setApplicationName("mrm-workbench-test");
    writeFileAtomically(folder_.path() / "records.csv", "image,report,patient_id\n");
    project_.root = folder_.path() / "project";
    project_.name = "Trial";
    project_.records = folder_.path() / "records.csv";
    saveProject(project_);
  }
  void TearDown() override { finishBackgroundWork(); }

  RunPaths makeRun(const char* name, RunState state, int steps) const {
    const RunPaths run(project_.runsFolder() / name);
    std::filesystem::create_directories(run.root);
    MetricsWriter metrics(run.metrics(), -1);
    for (int step = 1; step <= steps; ++step) metrics.write(row(step));
    RunStatus status;
    status.state = state;
    status.step = steps;
    status.totalSteps = 2 * steps;
    status.loss = 4.5;
    status.device = "CPU, 2 threads, fp32";
    status.host = hostName();
    status.heartbeat = status.started = Clock::now();
    writeStatus(run, status);
    return run;
  }
  static MetricRow row(int step) {
    MetricRow row;
    row.step = step;
    row.epoch = step / 10.0;
    row.values = {{"image_loss", 1.0 / step},
                  {"report_loss", 2.0 / step},
                  {"loss", 3.0 / step},
                  {"learning_rate", 1e-3},
                  {"images_per_second", 100}};
    return row;
  }
  static bool settled(MainWindow& window) {
    return QTest::qWaitFor([&] { return window.isSettled(); }, kPatience);
  }

  testing::TemporaryFolder folder_;
  Project project_;
};

TEST_F(Window, BeginsWithAPageThatOffersTheSampleProject) {
  MainWindow window;
  window.show();
  window.openLast();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.isAtStartPage(); }, kPatience));
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
  ASSERT_TRUE(
      QTest::qWaitFor([&] { return window.pretrainStage()->runView()->isCaughtUp(); }, kPatience));
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
  ASSERT_TRUE(QTest::qWaitFor([&] { return stage->runView()->isCaughtUp(); }, kPatience));
  QTest::qWait(500);
  EXPECT_EQ(window.width(), 1280);
  QDockWidget* list = stage->docks().front();
  EXPECT_TRUE(list->isAncestorOf(stage->list()));
  EXPECT_GT(list->width(), 200);
}

TEST_F(Window, PauseReachesTheWorkersControlFile) {
  const RunPaths run = makeRun("live", RunState::Running, 20);
  const RunLock worker(run);  // this process stands for the worker
  MainWindow window;
  window.show();
  window.openRun(text(run.root));
  ASSERT_TRUE(settled(window));
  QAction* pause = window.actions().action("run.pause");
  ASSERT_TRUE(QTest::qWaitFor([&] { return pause->isEnabled(); }, kPatience));
  pause->trigger();
  std::optional<RunCommand> command;
  ASSERT_TRUE(QTest::qWaitFor([&] { return (command = takeCommand(run)).has_value(); }, kPatience));
  EXPECT_EQ(*command, RunCommand::Pause);
}

TEST_F(Window, ARunWhoseWorkerIsGoneCanBeContinued) {
  const RunPaths run = makeRun("dead", RunState::Running, 20);
  MainWindow window;
  window.show();
  window.openRun(text(run.root));
  ASSERT_TRUE(settled(window));
  EXPECT_TRUE(QTest::qWaitFor([&] { return window.actions().action("run.continue")->isEnabled(); },
                              kPatience));
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
  QTest::qWait(1000);
  EXPECT_TRUE(window.isVisible());
}

TEST_F(Window, SpeaksGermanWhenAsked) {
  MainWindow window;
  window.show();
  QAction* action = window.actions().action("project.new");
  window.actions().action("language.de")->trigger();
  EXPECT_TRUE(QTest::qWaitFor([&] { return action->text() == "&Neues Projekt…"; }, kPatience))
      << action->text().toStdString();
  window.actions().action("language.en")->trigger();
  EXPECT_TRUE(QTest::qWaitFor([&] { return action->text() == "&New project…"; }, kPatience))
      << action->text().toStdString();
}

TEST_F(Window, ChangesItsTheme) {
  MainWindow window;
  window.show();
  const auto brightness = [&] { return window.palette().color(QPalette::Window).lightness(); };
  window.actions().action("theme.light")->trigger();
  ASSERT_TRUE(QTest::qWaitFor([&] { return brightness() > 200; }, kPatience));
  window.actions().action("theme.dark")->trigger();
  ASSERT_TRUE(QTest::qWaitFor([&] { return brightness() < 60; }, kPatience));
}

// The processor time of this thread: what the window itself needs, whatever else the machine is
// doing.
double threadSeconds() {
  timespec t{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

TEST_F(Window, StaysResponsiveWhileARunIsWrittenFast) {
  const RunPaths run = makeRun("fast", RunState::Running, 50);
  const RunLock worker(run);
  MainWindow window;
  window.resize(1366, 768);
  window.show();
  window.openRun(text(run.root));
  ASSERT_TRUE(settled(window));
  QTest::qWait(500);
  std::jthread writer([&](std::stop_token stop) {
    MetricsWriter metrics(run.metrics(), 50);
    RunStatus status = readStatus(run);
    for (int step = 51; !stop.stop_requested(); ++step) {
      metrics.write(row(step));
      if (step % 20 == 0) {
        status.step = step;
        status.heartbeat = Clock::now();
        writeStatus(run, status);
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  });
  double longest = 0, before = threadSeconds();
  int ticks = 0;
  QTimer heart;
  QObject::connect(&heart, &QTimer::timeout, &window, [&] {
    const double now = threadSeconds();
    longest = std::max(longest, now - before);
    before = now;
    ++ticks;
  });
  heart.start(5);
  QTest::qWait(4000);
  EXPECT_GT(ticks, 50);
  EXPECT_LT(longest, 0.050);
  EXPECT_GT(window.pretrainStage()->runView()->run().status.step, 50);
}

}  // namespace
}  // namespace mrm
