#include "core/run/control.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/temporary_folder.h"

namespace mrm {
namespace {

class ControlTest : public ::testing::Test {
 protected:
  testing::TemporaryFolder folder;
  RunPaths run{folder.path()};
};

TEST_F(ControlTest, ACommandIsTakenOnce) {
  EXPECT_FALSE(takeCommand(run));
  for (const RunCommand command :
       {RunCommand::Pause, RunCommand::Resume, RunCommand::Stop, RunCommand::CheckpointNow}) {
    sendCommand(run, command);
    EXPECT_EQ(takeCommand(run), command);
    EXPECT_FALSE(takeCommand(run));
  }
}

TEST_F(ControlTest, TheLatestCommandCounts) {
  sendCommand(run, RunCommand::Pause);
  sendCommand(run, RunCommand::Stop);
  EXPECT_EQ(takeCommand(run), RunCommand::Stop);
  EXPECT_FALSE(takeCommand(run));
}

TEST_F(ControlTest, ACheckpointTakesNoOtherCommandsPlace) {
  for (const RunCommand before : {RunCommand::Pause, RunCommand::Resume, RunCommand::Stop}) {
    sendCommand(run, before);
    sendCommand(run, RunCommand::CheckpointNow);
    EXPECT_EQ(takeCommand(run), before);
  }
  sendCommand(run, RunCommand::CheckpointNow);
  sendCommand(run, RunCommand::Pause);
  EXPECT_EQ(takeCommand(run), RunCommand::Pause);
}

TEST_F(ControlTest, APersonMayWriteItByHand) {
  std::ofstream(run.control()) << "stop\r\n";
  EXPECT_EQ(takeCommand(run), RunCommand::Stop);
  std::ofstream hand(run.control());  // opened and not written to yet
  EXPECT_FALSE(takeCommand(run));
  hand << "pause";
  hand.close();
  EXPECT_EQ(takeCommand(run), RunCommand::Pause);
}

TEST_F(ControlTest, UnknownContentsAreRemovedAndIgnored) {
  std::ofstream(run.control()) << "explode";
  EXPECT_FALSE(takeCommand(run));
  EXPECT_FALSE(std::filesystem::exists(run.control()));
  std::ofstream(run.control()) << std::string(1 << 20, 's');
  EXPECT_FALSE(takeCommand(run));
  std::filesystem::create_directories(run.control() / "below");
  EXPECT_FALSE(takeCommand(run));
  ASSERT_EQ(::mkfifo(run.control().c_str(), 0600), 0);
  EXPECT_FALSE(takeCommand(run)) << "must not wait for the pipe's other end";
  std::ofstream(folder.path() / "target") << "stop";
  std::filesystem::create_symlink(folder.path() / "target", run.control());
  EXPECT_FALSE(takeCommand(run));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "target"));
  sendCommand(run, RunCommand::Pause);
  EXPECT_EQ(takeCommand(run), RunCommand::Pause);
}

}  // namespace
}  // namespace mrm
