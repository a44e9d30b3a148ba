#include "core/run/provenance.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/base/error.h"
#include "core/run/host.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

TEST(Provenance, ReadsBack) {
  const testing::TemporaryFolder folder;
  const RunPaths run(folder.path());
  Provenance written;
  written.programVersion = "0.1.0";
  written.gitCommit = "abc";
  written.libtorchVersion = "2.11.0+cpu";
  written.device = "CPU, 2 threads, fp32";
  written.host = hostName();
  written.hostCpu = cpuModel();
  written.dataSet = "/data/records.csv";
  written.dataSetSha256 = std::string(64, 'a');
  written.vocabularySha256 = std::string(64, 'b');
  written.seed = -3;
  written.commandLine = {"mrm", "pretrain", "--note", "a \"b\" ü"};
  written.started = Clock::time_point(std::chrono::milliseconds(1795577412345));
  writeProvenance(run, written);
  const Provenance back = readProvenance(run);
  EXPECT_EQ(back.programVersion, written.programVersion);
  EXPECT_EQ(back.gitCommit, written.gitCommit);
  EXPECT_EQ(back.libtorchVersion, written.libtorchVersion);
  EXPECT_EQ(back.device, written.device);
  EXPECT_EQ(back.host, written.host);
  EXPECT_EQ(back.hostCpu, written.hostCpu);
  EXPECT_EQ(back.dataSet, written.dataSet);
  EXPECT_EQ(back.dataSetSha256, written.dataSetSha256);
  EXPECT_EQ(back.vocabularySha256, written.vocabularySha256);
  EXPECT_EQ(back.seed, written.seed);
  EXPECT_EQ(back.commandLine, written.commandLine);
  EXPECT_EQ(back.started, written.started);
}

TEST(Provenance, DamageIsANamedError) {
  const testing::TemporaryFolder folder;
  const RunPaths run(folder.path());
  for (const char* text : {R"({"seed": "x"})", R"({"command_line": [1]})",
                           R"({"command_line": "x"})", R"({"started": "now"})"}) {
    std::ofstream(run.provenance()) << text;
    EXPECT_THROW(readProvenance(run), Error) << text;
  }
}

}  // namespace
}  // namespace mrm
