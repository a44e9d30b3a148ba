#include "core/run/run_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/random.h"
#include "core/run/host.h"
#include "core/run/iso_time.h"
#include "core/run/run_lock.h"
#include "core/run/step_folder.h"
#include "tests/mutation.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using namespace std::chrono_literals;

class RunFolderTest : public ::testing::Test {
 protected:
  testing::TemporaryFolder folder;
  RunPaths run{folder.path()};
};

RunStatus sampleStatus() {
  RunStatus status;
  status.state = RunState::Running;
  status.activity = "Training";
  status.step = 12;
  status.totalSteps = 1000;
  status.epoch = 0.1;
  status.totalEpochs = 3;
  status.imagesPerSecond = 2.85;
  status.secondsLeft = 1234.5;
  status.loss = 7.25;
  status.checkpointStep = 10;
  status.device = "CPU, 2 threads, fp32";
  status.error = "line\n\"quoted\" ü";
  status.pid = 4711;
  status.host = "node17";
  status.heartbeat = Clock::time_point(1795577412345ms);
  status.started = Clock::time_point(1795577000000ms);
  return status;
}

TEST_F(RunFolderTest, StatusReadsBack) {
  const RunStatus status = sampleStatus();
  writeStatus(run, status);
  const RunStatus back = readStatus(run);
  EXPECT_EQ(back.state, status.state);
  EXPECT_EQ(back.task, "pretrain");
  EXPECT_EQ(back.activity, status.activity);
  EXPECT_EQ(back.step, 12);
  EXPECT_EQ(back.totalSteps, 1000);
  EXPECT_EQ(back.epoch, 0.1);
  EXPECT_EQ(back.totalEpochs, 3);
  EXPECT_EQ(back.imagesPerSecond, 2.85);
  EXPECT_EQ(back.secondsLeft, 1234.5);
  EXPECT_EQ(back.loss, 7.25);
  EXPECT_EQ(back.checkpointStep, 10);
  EXPECT_EQ(back.device, status.device);
  EXPECT_EQ(back.error, status.error);
  EXPECT_EQ(back.pid, 4711);
  EXPECT_EQ(back.host, "node17");
  EXPECT_EQ(back.heartbeat, status.heartbeat);
  EXPECT_EQ(back.started, status.started);
}

TEST_F(RunFolderTest, ALossThatIsNotFiniteIsNullInTheFile) {
  RunStatus status = sampleStatus();
  for (const double loss : {std::nan(""), std::numeric_limits<double>::infinity()}) {
    status.loss = loss;
    writeStatus(run, status);
    EXPECT_THAT(readFile(run.status(), 10000), HasSubstr("\"loss\": null"));
    EXPECT_TRUE(std::isnan(readStatus(run).loss));
  }
}

TEST_F(RunFolderTest, HoweverLongTheTextsStatusStaysReadable) {
  RunStatus status = sampleStatus();
  status.error = std::string(3 << 20, '\x01') + "\xff";
  status.activity = std::string(100000, '\xe6');
  writeStatus(run, status);
  EXPECT_EQ(readStatus(run).step, 12);
}

TEST_F(RunFolderTest, StatesHaveNamesAndUnknownOnesAreRefused) {
  for (const RunState state : {RunState::Queued, RunState::Running, RunState::Paused,
                               RunState::Finished, RunState::Failed, RunState::Stopped})
    EXPECT_EQ(runStateFromString(toString(state)), state);
  EXPECT_EQ(toString(RunState::Running), "running");
  EXPECT_THROW(runStateFromString("Running"), Error);
}

TEST_F(RunFolderTest, DamagedStatusIsANamedError) {
  EXPECT_THROW(readStatus(run), Error) << "no file";
  writeStatus(run, sampleStatus());
  const std::string valid = readFile(run.status(), 10000);
  for (const char* damage :
       {"{}", R"({"state": 5})", R"({"state": "x"})", R"({"state": "running", "step": -1})",
        R"({"state": "running", "step": 1e30})", R"({"state": "running", "pid": "1"})",
        R"({"state": "running", "heartbeat": "yesterday"})",
        R"({"state": "running", "heartbeat": "2026-02-30T00:00:00Z"})"}) {
    std::ofstream(run.status()) << damage;
    EXPECT_THROW(readStatus(run), Error) << damage;
  }
  Random random(5);
  int refused = 0;
  for (int i = 0; i < 3000; ++i) {
    testing::writeFile(run.status(),
                       testing::mutate(valid, random, "{}[]\",:0123456789eE.-\\u \n"));
    try {
      const RunStatus status = readStatus(run);
      ASSERT_GE(status.step, 0);
    } catch (const Error& error) {
      ++refused;
      ASSERT_THAT(error.where(), HasSubstr("status.json"));
    }
  }
  EXPECT_GT(refused, 1000);
}

TEST_F(RunFolderTest, InterruptedMeansRunningWithoutAWorker) {
  RunStatus status = sampleStatus();
  status.host = hostName();
  writeStatus(run, status);
  EXPECT_TRUE(isInterrupted(run, status)) << "no lock at all";
  {
    const RunLock lock(run);
    EXPECT_FALSE(isInterrupted(run, status));
  }
  EXPECT_TRUE(isInterrupted(run, status));
  for (const RunState state :
       {RunState::Queued, RunState::Finished, RunState::Failed, RunState::Stopped}) {
    status.state = state;
    EXPECT_FALSE(isInterrupted(run, status)) << toString(state);
  }
}

TEST_F(RunFolderTest, AWorkerThatJustEndedInOrderIsNotInterrupted) {
  RunStatus seen = sampleStatus();
  seen.host = hostName();
  RunStatus written = seen;
  written.state = RunState::Finished;
  writeStatus(run, written);  // after `seen` was read, before the look at the lock
  EXPECT_FALSE(isInterrupted(run, seen));
}

TEST_F(RunFolderTest, AWorkerOnAnotherHostIsGoneAfterAMinuteOfSilence) {
  RunStatus status = sampleStatus();
  status.host = "elsewhere";
  status.heartbeat = Clock::now() - 30s;
  EXPECT_FALSE(isInterrupted(run, status));
  status.heartbeat = Clock::now() - 61s;
  EXPECT_TRUE(isInterrupted(run, status));
}

TEST_F(RunFolderTest, BaselinesReadBackAndMayBeAbsent) {
  EXPECT_FALSE(readBaselines(run));
  writeBaselines(run, {1.0, 6.125});
  const auto back = readBaselines(run);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->imageLoss, 1.0);
  EXPECT_EQ(back->reportLoss, 6.125);
}

TEST_F(RunFolderTest, OnlyWholeCheckpointsAreListedInOrderOfStep) {
  EXPECT_TRUE(checkpointSteps(run).empty());
  for (const std::int64_t step :
       {std::int64_t{1200}, std::int64_t{0}, std::int64_t{1234567890}, std::int64_t{900}}) {
    beginFolder(checkpointFolder(run, step));
    std::ofstream(temporaryFolder(checkpointFolder(run, step)) / "state.json") << "{}";
    commitFolder(checkpointFolder(run, step));
  }
  const std::filesystem::path begun = beginFolder(checkpointFolder(run, 7));
  std::ofstream(begun / "state.json") << "{}";
  for (const char* name : {"00000005", "5", "0000000900", "-0000001", "99999999999999999999", "x"})
    std::filesystem::create_directories(run.checkpoints() / name);
  std::ofstream(run.checkpoints() / "5" / "state.json") << "{}";
  EXPECT_THAT(checkpointSteps(run), ElementsAre(0, 900, 1200, 1234567890));
}

TEST_F(RunFolderTest, AFolderCommittedAgainReplacesTheOld) {
  const auto target = checkpointFolder(run, 3);
  for (const char* content : {"old", "new"}) {
    std::ofstream(beginFolder(target) / "state.json") << content;
    if (content == std::string("old")) std::ofstream(temporaryFolder(target) / "more") << "x";
    commitFolder(target);
    EXPECT_EQ(readFile(target / "state.json", 10), content);
    EXPECT_FALSE(std::filesystem::exists(temporaryFolder(target)));
  }
  EXPECT_FALSE(std::filesystem::exists(target / "more"));
  EXPECT_THROW(commitFolder(target), Error) << "nothing was begun";
}

TEST(IsoTime, ReadsWhatItWritesAndNothingElse) {
  const Clock::time_point time(1795577412345ms);
  EXPECT_EQ(isoMilliseconds(time), "2026-11-25T03:30:12.345Z");
  EXPECT_EQ(isoSeconds(time), "2026-11-25T03:30:12Z");
  EXPECT_EQ(parseIsoTime(isoMilliseconds(time)), time);
  EXPECT_EQ(parseIsoTime(isoSeconds(time)), Clock::time_point(1795577412s));
  EXPECT_EQ(isoMilliseconds(Clock::time_point(-1ms)), "1969-12-31T23:59:59.999Z");
  for (const char* text :
       {"", "2026-11-25", "2026-13-01T00:00:00Z", "2026-11-25T24:00:00Z", "2026-11-25 03:40:12Z",
        "2026-11-25T03:40:12", "0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z"})
    EXPECT_FALSE(parseIsoTime(text)) << text;
}

}  // namespace
}  // namespace mrm
