// The window answers at any time: its event loop is never held up for 50 ms.
#include <gtest/gtest.h>

#include "core/run/run_lock.h"
#include "tests/gui/window_fixture.h"
#include "tests/run/child_process.h"
#include "widgets/pretrain/log_view.h"

namespace mrm {
namespace {

using testing::EventLoopGap;
using testing::passTime;
using testing::waitFor;

constexpr double kLongestGap = 50;  // ms

class Responsiveness : public testing::WindowFixture {};

TEST_F(Responsiveness, WhileAnotherProcessWritesARunFast) {
  const RunPaths run = makeRun("fast", RunState::Running, 50);
  const testing::ChildProcess worker([&] {
    const RunLock lock(run);
    MetricsWriter metrics(run.metrics(), 50);
    RunStatus status = readStatus(run);
    for (int step = 51;; ++step) {
      metrics.write(row(step));
      if (step % 20 == 0) {
        status.step = step;
        status.heartbeat = Clock::now();
        writeStatus(run, status);
      }
      ::usleep(2000);
    }
  });
  MainWindow window;
  ASSERT_TRUE(shows(window, run));
  passTime(500);
  EventLoopGap gap;
  passTime(4000);
  EXPECT_GT(gap.ticks(), 50);
  EXPECT_LT(gap.longest(), kLongestGap) << gap.longestOnTheClock() << " ms on the clock";
  EXPECT_GT(window.pretrainStage()->runView()->run().status.step, 500);
}

TEST_F(Responsiveness, WhileALongLogIsOpened) {
  const RunPaths run = makeRun("talkative", RunState::Finished, 50);
  std::string log;
  for (int i = 0; i < 20000; ++i)
    log += "2026-11-25T03:40:12Z  " + std::string(i % 3 == 0 ? "WARNING  " : "INFO     ") +
           "The loader waited for the disk, " + std::to_string(i) + "\n";
  writeFileAtomically(run.log(), log);
  MainWindow window;
  window.resize(1366, 768);
  window.show();
  passTime(500);
  EventLoopGap gap;
  ASSERT_TRUE(shows(window, run));
  passTime(500);
  EXPECT_LT(gap.longest(), kLongestGap) << gap.longestOnTheClock() << " ms on the clock";
  EXPECT_TRUE(window.pretrainStage()->log()->toPlainText().endsWith("19999"));
}

}  // namespace
}  // namespace mrm
