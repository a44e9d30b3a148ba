// mrm pretrain as a program: killed and resumed, refused changes, hostile files.
#include <gtest/gtest.h>

#include <thread>

#include "core/base/files.h"
#include "core/base/random.h"
#include "core/options/yaml.h"
#include "core/run/metrics_log.h"
#include "core/run/run_folder.h"
#include "tests/cli/program.h"
#include "tests/temporary_folder.h"
#include "tests/train/small_data_set.h"

namespace mrm {
namespace {

using testing::Outcome;
using testing::runMrm;
using testing::startMrm;

class PretrainCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    table_ = testing::writeSmallDataSet(folder_.path() / "data", 40);
    PretrainOptions options = testing::smallRun(table_, 150);
    options.run.checkpointEvery = 0.01;  // minutes
    options.run.validateEvery = options.run.previewEvery = 5;
    OptionSet set;
    options.declare(set);
    writeFileAtomically(folder_.path() / "small.yaml", writeYaml(set));
  }

  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  std::vector<std::string> command(const std::string& run,
                                   const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"pretrain", "--run", path(run), "--config",
                                       path("small.yaml")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }
  // What an input that cannot be used must give: a sentence that names it, and exit code 1.
  void expectRefused(const std::vector<std::string>& more, const std::string& named) {
    const Outcome outcome = runMrm(command("refused", more));
    EXPECT_EQ(outcome.exitCode, 1) << outcome.output;
    EXPECT_NE(outcome.output.find("mrm: "), std::string::npos) << outcome.output;
    EXPECT_NE(outcome.output.find(named), std::string::npos) << outcome.output;
    std::filesystem::remove_all(folder_.path() / "refused");
  }

  testing::TemporaryFolder folder_;
  std::filesystem::path table_;
};

TEST_F(PretrainCommand, KilledAgainAndAgainItEndsWithTheSameNumbers) {
  const Outcome straight = runMrm(command("straight"));
  ASSERT_EQ(straight.exitCode, 0) << straight.output;

  const RunPaths run(folder_.path() / "killed");
  Random random(11);
  int kills = 0;
  for (int attempt = 0; attempt < 40; ++attempt) {
    int output = -1;
    const pid_t child = startMrm(command("killed"), &output);
    std::jthread killer([&, patience = 700 + static_cast<int>(random.below(900))] {
      std::this_thread::sleep_for(std::chrono::milliseconds(patience));
      ::kill(child, SIGKILL);
    });
    const Outcome outcome = testing::finishMrm(child, output);
    if (outcome.exitCode == 0) break;
    ASSERT_EQ(outcome.exitCode, -1) << outcome.output;
    ++kills;
    // Nobody ever sees a file that cannot be read.
    if (std::filesystem::exists(run.status())) readStatus(run);
    if (kills == 4) {
      const Outcome last = runMrm(command("killed"));
      ASSERT_EQ(last.exitCode, 0) << last.output;
      break;
    }
  }
  EXPECT_GE(kills, 2);
  for (const char* file : {"model.safetensors", "optimizer.safetensors"})
    EXPECT_TRUE(readFile(checkpointFolder(RunPaths(folder_.path() / "straight"), 150) / file,
                         1 << 28) == readFile(checkpointFolder(run, 150) / file, 1 << 28))
        << file;
  const auto a = MetricsReader(folder_.path() / "straight" / "metrics.jsonl").poll();
  const auto b = MetricsReader(run.metrics()).poll();
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    for (const char* key : {"loss", "validation_loss", "learning_rate"})
      if (a[i].values.count(key)) {
        EXPECT_EQ(a[i].values.at(key), b[i].values.at(key)) << a[i].step;
      }
}

TEST_F(PretrainCommand, SigtermWritesACheckpointFirst) {
  int output = -1;
  const pid_t child = startMrm(command("run"), &output);
  const RunPaths run(folder_.path() / "run");
  for (int i = 0; i < 3000 && MetricsReader(run.metrics()).poll().size() < 5; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  ::kill(child, SIGTERM);
  const Outcome outcome = testing::finishMrm(child, output);
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  const RunStatus status = readStatus(run);
  EXPECT_EQ(status.state, RunState::Stopped);
  EXPECT_GT(status.step, 0);
  EXPECT_EQ(status.checkpointStep, status.step);
}

TEST_F(PretrainCommand, ARunThatHasBegunKeepsItsOptions) {
  ASSERT_EQ(runMrm(command("run", {"--steps", "3"})).exitCode, 0);
  const Outcome other = runMrm({"pretrain", "--run", path("run"), "--batch", "4"});
  EXPECT_EQ(other.exitCode, 1);
  EXPECT_NE(other.output.find("recipe.batch"), std::string::npos) << other.output;
  EXPECT_EQ(runMrm({"pretrain", "--run", path("run"), "--threads", "1"}).exitCode, 0);
}

TEST_F(PretrainCommand, TheSameCommandGoesOnAlsoWithRelativePathsAndNamedSizes) {
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(folder_.path());
  const auto again =
      command("run", {"--records", "data/records.csv", "--steps", "3", "--width", "32"});
  const Outcome first = runMrm(again), second = runMrm(again);
  std::filesystem::current_path(here);
  EXPECT_EQ(first.exitCode, 0) << first.output;
  EXPECT_EQ(second.exitCode, 0) << second.output;
}

TEST_F(PretrainCommand, AnUnknownFlagNamesTheNearest) {
  const Outcome outcome = runMrm({"pretrain", "--image-raito", "0.5"});
  EXPECT_EQ(outcome.exitCode, 2);
  EXPECT_NE(outcome.output.find("--image-ratio"), std::string::npos) << outcome.output;
}

TEST_F(PretrainCommand, SaysWhatIsWrongWithItsInput) {
  expectRefused({"--records", path("nowhere.csv")}, "nowhere.csv");
  writeFileAtomically(path("bad.csv"), "image,report,patient_id\n\"never closed,1,2\n");
  expectRefused({"--records", path("bad.csv")}, "bad.csv");
  expectRefused({"--report-column", "notes"}, "report");  // names the columns there are
  Random random(3);
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += static_cast<char>(random.below(256));
  for (const char* name : {"noise.pth", "noise.json", "noise.safetensors"})
    writeFileAtomically(path(name), bytes);
  expectRefused({"--start-from", path("noise.pth")}, "noise.pth");
  expectRefused({"--start-from", path("noise.safetensors")}, "noise.safetensors");
  expectRefused({"--tokenizer", path("noise.json")}, "noise.json");
  writeFileAtomically(path("typo.yaml"), "masking:\n  image_raito: 0.5\n");
  const Outcome typo = runMrm({"pretrain", "--run", path("r"), "--config", path("typo.yaml")});
  EXPECT_EQ(typo.exitCode, 1);
  EXPECT_NE(typo.output.find("typo.yaml:2"), std::string::npos) << typo.output;
  EXPECT_NE(typo.output.find("image_ratio"), std::string::npos) << typo.output;
  EXPECT_EQ(runMrm(command("refused", {"--image-ratio", "2"})).exitCode, 2);
  EXPECT_EQ(runMrm({"pretrain", "--no-such-flag"}).exitCode, 2);
}

TEST_F(PretrainCommand, ATruncatedCheckpointIsRefusedByName) {
  ASSERT_EQ(runMrm(command("run", {"--steps", "2"})).exitCode, 0);
  const auto whole = checkpointFolder(RunPaths(folder_.path() / "run"), 2) / "model.safetensors";
  const std::string bytes = readFile(whole, 1 << 28);
  writeFileAtomically(path("cut.safetensors"), bytes.substr(0, bytes.size() / 2));
  expectRefused({"--start-from", path("cut.safetensors")}, "cut.safetensors");
  EXPECT_EQ(runMrm({"checkpoint", path("cut.safetensors")}).exitCode, 1);
  const Outcome listed = runMrm({"checkpoint", whole.string()});
  EXPECT_EQ(listed.exitCode, 0);
  EXPECT_NE(listed.output.find("decoder_pred.weight  F32 [768, 32]"), std::string::npos)
      << listed.output;
  EXPECT_EQ(runMrm(command("further", {"--steps", "2", "--start-from", whole.string()})).exitCode,
            0);
}

}  // namespace
}  // namespace mrm
