// A worker killed at any moment leaves a run folder that every reader can read.
#include <gtest/gtest.h>

#include <fstream>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/run/host.h"
#include "core/run/metrics_log.h"
#include "core/run/preview.h"
#include "core/run/run_folder.h"
#include "core/run/run_lock.h"
#include "tests/run/child_process.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

// What a worker does, much faster than one would: every step a status, a row and a preview, the
// previews' steps repeating so that they are replaced also.
void work(const RunPaths& run, std::int64_t from) {
  const RunLock lock(run);
  MetricsWriter metrics(run.metrics(), from - 1);
  RunStatus status;
  status.state = RunState::Running;
  status.host = hostName();
  for (std::int64_t step = from;; ++step) {
    MetricRow row{step, 0, 0, {}};
    for (int value = 0; value < 20; ++value) row.values["value" + std::to_string(value)] = 1.0 / 3;
    metrics.write(row);
    Preview preview{step % 3, {}};
    PreviewRecord record;
    record.original = record.masked = record.restored = "image.png";
    preview.records.assign(3, record);
    std::ofstream(beginPreview(run, preview.step) / "image.png") << std::string(1000, 'x');
    commitPreview(run, preview);
    status.step = step;
    status.activity = std::string(static_cast<std::size_t>(step * 37 % 2000), 'a');
    writeStatus(run, status);
  }
}

// A window that follows the run.
struct Watcher {
  RunPaths run;
  MetricsReader metrics{run.metrics()};
  std::int64_t nextRow = 0, lastStep = 0;

  void expectReadable() {
    if (std::filesystem::exists(run.status())) {
      RunStatus status;
      ASSERT_NO_THROW(status = readStatus(run));
      ASSERT_GE(status.step, lastStep) << "a status went back in time";
      lastStep = std::max(lastStep, status.step);
    }
    for (const std::int64_t step : previewSteps(run)) {
      Preview preview;
      ASSERT_NO_THROW(preview = readPreview(run, step));
      ASSERT_EQ(preview.records.size(), 3U);
    }
    const std::vector<MetricRow> rows = metrics.poll();
    ASSERT_EQ(metrics.malformedLines(), 0);
    if (metrics.restarted()) nextRow = 0;
    for (const MetricRow& row : rows) {
      ASSERT_EQ(row.step, nextRow++);
      ASSERT_EQ(row.values.size(), 20U);
    }
  }
};

TEST(Crash, ARunKilledAtAnyMomentIsReadableAndIsResumed) {
  const testing::TemporaryFolder folder;
  const RunPaths run(folder.path());
  Random random(2026);
  Watcher watcher{run};
  for (int kills = 0; kills < 40; ++kills) {
    testing::ChildProcess worker([&] { work(run, watcher.lastStep); });
    const std::uint64_t microseconds = random.below(150000);
    for (std::uint64_t waited = 0; waited < microseconds; waited += 4000) {
      ASSERT_NO_FATAL_FAILURE(watcher.expectReadable()) << "while it is written";
      ::usleep(static_cast<useconds_t>(std::min<std::uint64_t>(4000, microseconds - waited)));
    }
    worker.kill();
    ASSERT_NO_FATAL_FAILURE(watcher.expectReadable()) << "after kill " << kills;
    ASSERT_FALSE(RunLock::isHeld(run));
    if (std::filesystem::exists(run.status())) {
      EXPECT_TRUE(isInterrupted(run, readStatus(run)));
    }
  }
  EXPECT_GT(watcher.lastStep, 20) << "the workers got nowhere";
}

}  // namespace
}  // namespace mrm
