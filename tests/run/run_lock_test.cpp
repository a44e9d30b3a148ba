#include "core/run/run_lock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <optional>

#include "core/base/error.h"
#include "core/run/host.h"
#include "tests/run/child_process.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using ::testing::HasSubstr;

class RunLockTest : public ::testing::Test {
 protected:
  testing::TemporaryFolder folder;
  RunPaths run{folder.path()};
};

TEST_F(RunLockTest, IsHeldForItsLife) {
  EXPECT_FALSE(RunLock::isHeld(run));
  {
    const RunLock lock(run);
    EXPECT_TRUE(RunLock::isHeld(run));
    EXPECT_TRUE(RunLock::isHeld(run)) << "asking changes nothing";
  }
  EXPECT_FALSE(RunLock::isHeld(run));
  const RunLock again(run);
}

TEST_F(RunLockTest, ASecondWorkerIsRefusedWithTheHoldersName) {
  const RunLock lock(run);
  try {
    const RunLock second(run);
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.problem(), HasSubstr("in use by another worker: process " +
                                           std::to_string(::getpid()) + " on " + hostName()));
    EXPECT_EQ(error.where(), run.root.string());
  }
}

TEST_F(RunLockTest, TheKernelFreesItWhenTheWorkerIsKilled) {
  testing::ChildProcess worker([&] {
    const RunLock lock(run);
    for (;;) ::pause();
  });
  ASSERT_TRUE(testing::becomesTrue([&] { return RunLock::isHeld(run); }));
  try {
    const RunLock second(run);
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.problem(), HasSubstr("another worker"));
  }
  worker.kill();
  EXPECT_FALSE(RunLock::isHeld(run));
  const RunLock lock(run);
  EXPECT_TRUE(RunLock::isHeld(run));
}

TEST_F(RunLockTest, WatchersNeverKeepAWorkerFromStarting) {
  testing::ChildProcess watcher([&] {
    for (;;) RunLock::isHeld(run);
  });
  for (int i = 0; i < 2000; ++i) ASSERT_NO_THROW(RunLock{run});
}

TEST_F(RunLockTest, DamagedContentsOfTheLockFileDoNotMatter) {
  std::ofstream(run.lock(), std::ios::binary) << std::string(1 << 20, '\xff');
  const RunLock lock(run);
  EXPECT_TRUE(RunLock::isHeld(run));
}

TEST_F(RunLockTest, AFolderThatIsNotThereIsANamedError) {
  EXPECT_THROW(RunLock{RunPaths(folder.path() / "none")}, Error);
  EXPECT_FALSE(RunLock::isHeld(RunPaths(folder.path() / "none")));
}

}  // namespace
}  // namespace mrm
