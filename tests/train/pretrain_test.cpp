// A pre-training run as a whole: what it writes, how it stops, goes on and fails.
#include "core/train/pretrain.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/checkpoint/safetensors.h"
#include "core/run/control.h"
#include "core/run/metrics_log.h"
#include "core/run/preview.h"
#include "core/run/run_lock.h"
#include "tests/temporary_folder.h"
#include "tests/train/small_data_set.h"

namespace mrm {
namespace {

class Pretrain : public ::testing::Test {
 protected:
  void SetUp() override { table_ = testing::writeSmallDataSet(folder_.path() / "data", 40); }

  PretrainRequest request(const char* name, std::int64_t steps) const {
    return {RunPaths(folder_.path() / name), testing::smallRun(table_, steps), {"test"}, {}, {}};
  }
  PretrainResult carryOut(PretrainRequest request) const {
    std::filesystem::create_directories(request.run.root);
    return pretrain(request);
  }
  // Sends the command as soon as the run has logged `step`.
  std::jthread sendAt(const RunPaths& run, std::int64_t step, RunCommand command) const {
    return std::jthread([=](std::stop_token ended) {
      while (!ended.stop_requested()) {
        for (const MetricRow& row : MetricsReader(run.metrics()).poll())
          if (row.step >= step) return sendCommand(run, command);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
      }
    });
  }
  static std::vector<MetricRow> losses(const RunPaths& run) {
    std::vector<MetricRow> rows = MetricsReader(run.metrics()).poll();
    for (MetricRow& row : rows) {
      row.time = 0;
      row.values.erase("images_per_second");
      row.values.erase("data_wait");
    }
    return rows;
  }
  static void expectSameRun(const RunPaths& a, const RunPaths& b, std::int64_t step) {
    const auto rowsA = losses(a), rowsB = losses(b);
    ASSERT_EQ(rowsA.size(), rowsB.size());
    for (std::size_t i = 0; i < rowsA.size(); ++i) {
      EXPECT_EQ(rowsA[i].step, rowsB[i].step);
      EXPECT_EQ(rowsA[i].values, rowsB[i].values) << "step " << rowsA[i].step;
    }
    for (const char* file : {"model.safetensors", "optimizer.safetensors"})
      EXPECT_TRUE(readFile(checkpointFolder(a, step) / file, 1 << 28) ==
                  readFile(checkpointFolder(b, step) / file, 1 << 28))
          << file;
  }

  testing::TemporaryFolder folder_;
  std::filesystem::path table_;
};

TEST_F(Pretrain, LearnsAndLeavesAWholeRunFolder) {
  PretrainRequest run = request("run", 240);
  run.options.run.validateEvery = run.options.run.previewEvery = 20;
  const PretrainResult result = carryOut(run);
  EXPECT_EQ(result.state, RunState::Finished);
  EXPECT_EQ(result.step, 240);
  ASSERT_TRUE(result.validated);
  EXPECT_LT(result.imageLoss, 0.9 * result.imageLossAtStart);
  EXPECT_LT(result.reportLoss, 0.5 * result.reportLossAtStart);
  EXPECT_LT(result.reportLoss, result.baselines.reportLoss);
  EXPECT_NEAR(result.baselines.imageLoss, 1, 0.05);  // patches of deviation 1 around their mean

  const RunStatus status = readStatus(run.run);
  EXPECT_EQ(status.state, RunState::Finished);
  EXPECT_EQ(status.checkpointStep, 240);
  EXPECT_FALSE(RunLock::isHeld(run.run));
  const std::vector<MetricRow> rows = losses(run.run);
  std::int64_t training = 0;
  for (const MetricRow& row : rows) training += row.values.count("loss") ? 1 : 0;
  EXPECT_EQ(training, 240);
  const std::vector<std::int64_t> previews = previewSteps(run.run);
  ASSERT_GE(previews.size(), 3u);
  EXPECT_EQ(previews.front(), 0);
  EXPECT_EQ(previews.back(), 240);
  const Preview preview = readPreview(run.run, 240);
  ASSERT_EQ(preview.records.size(), 2u);
  EXPECT_EQ(preview.records[0].patches, 16);
  EXPECT_EQ(preview.records[0].visiblePatches, 4);
  const GrayImage original = decodeGray(previewFolder(run.run, 240) / preview.records[0].original);
  const GrayImage masked = decodeGray(previewFolder(run.run, 240) / preview.records[0].masked);
  EXPECT_EQ(original.width, 64);
  std::int64_t shown = 0;
  for (std::int64_t y = 0; y < 64; y += 16)
    for (std::int64_t x = 0; x < 64; x += 16) {
      bool same = true;
      for (std::int64_t i = 0; i < 256; ++i)
        same &= original.at(x + i % 16, y + i / 16) == masked.at(x + i % 16, y + i / 16);
      shown += same;
    }
  EXPECT_EQ(shown, 4);
  for (const auto& file : {run.run.provenance(), run.run.log(), run.run.tokenizer()})
    EXPECT_TRUE(std::filesystem::exists(file)) << file;
}

TEST_F(Pretrain, AStoppedRunGoesOnToTheSameLastBit) {
  const PretrainRequest straight = request("straight", 24), stopped = request("stopped", 24);
  carryOut(straight);
  {
    const auto watcher = sendAt(stopped.run, 7, RunCommand::Stop);
    const PretrainResult first = carryOut(stopped);
    EXPECT_EQ(first.state, RunState::Stopped);
    ASSERT_LT(first.step, 24);
    EXPECT_EQ(readStatus(stopped.run).state, RunState::Stopped);
    EXPECT_EQ(readStatus(stopped.run).checkpointStep, first.step);
  }
  EXPECT_EQ(carryOut(stopped).state, RunState::Finished);
  expectSameRun(straight.run, stopped.run, 24);
}

TEST_F(Pretrain, AMeasurementThatAStopBrokeOffIsMadeWhenTheRunGoesOn) {
  const PretrainRequest straight = request("straight", 12);
  carryOut(straight);
  PretrainRequest stopped = request("stopped", 12);
  std::stop_source stop;
  stopped.stop = stop.get_token();
  stopped.say = [&stop](const std::string& text) {
    if (text.starts_with("Baselines"))
      stop.request_stop();  // said just before the first measurement
  };
  const PretrainResult first = carryOut(stopped);
  EXPECT_EQ(first.state, RunState::Stopped);
  stopped.stop = {};
  stopped.say = {};
  carryOut(stopped);
  expectSameRun(straight.run, stopped.run, 12);
}

TEST_F(Pretrain, WithAccumulationAndClippingToo) {
  PretrainRequest straight = request("straight", 12), stopped = request("stopped", 12);
  for (PretrainRequest* run : {&straight, &stopped}) {
    run->options.recipe.accumulation = 2;
    run->options.recipe.batch = 4;
    run->options.recipe.clipNorm = 0.5;
    run->options.masking.reportLoss = "all";
  }
  carryOut(straight);
  {
    const auto watcher = sendAt(stopped.run, 4, RunCommand::Stop);
    ASSERT_LT(carryOut(stopped).step, 12);
  }
  carryOut(stopped);
  expectSameRun(straight.run, stopped.run, 12);
}

TEST_F(Pretrain, PauseWritesACheckpointAndResumeGoesOn) {
  const PretrainRequest run = request("run", 30);
  const auto pause = sendAt(run.run, 5, RunCommand::Pause);
  std::jthread resume([&] {
    while (true) {
      try {
        if (readStatus(run.run).state == RunState::Paused) break;
      } catch (const Error&) {
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_GE(readStatus(run.run).checkpointStep, 5);
    sendCommand(run.run, RunCommand::Resume);
  });
  const PretrainResult result = carryOut(run);
  EXPECT_EQ(result.state, RunState::Finished);
  EXPECT_EQ(result.step, 30);
}

TEST_F(Pretrain, ALossThatIsNotFiniteNamesItsStepAndKeepsTheCheckpoint) {
  PretrainRequest run = request("run", 40);
  {
    const auto watcher = sendAt(run.run, 3, RunCommand::Stop);
    carryOut(run);
  }
  const std::int64_t kept = readStatus(run.run).checkpointStep;
  ASSERT_GT(kept, 0);
  run.options.recipe.baseRate = 1e30;
  try {
    carryOut(run);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("at step "), std::string::npos) << error.what();
    EXPECT_NE(error.advice().find("checkpoint of step " + std::to_string(kept)), std::string::npos);
  }
  const RunStatus status = readStatus(run.run);
  EXPECT_EQ(status.state, RunState::Failed);
  EXPECT_NE(status.error.find("not a number"), std::string::npos);
  EXPECT_EQ(checkpointSteps(run.run).back(), kept);
  readSafetensors(checkpointFolder(run.run, kept) / "model.safetensors");
}

TEST_F(Pretrain, TwoWorkersOnOneFolderIsAnError) {
  const PretrainRequest run = request("run", 4);
  std::filesystem::create_directories(run.run.root);
  const RunLock lock(run.run);
  EXPECT_THROW(pretrain(run), Error);
}

TEST_F(Pretrain, ADamagedCheckpointIsPassedOverForTheOneBefore) {
  PretrainRequest run = request("run", 20);
  for (const std::int64_t step : {4, 9}) {
    const auto watcher = sendAt(run.run, step, RunCommand::Stop);
    carryOut(run);
  }
  const std::vector<std::int64_t> steps = checkpointSteps(run.run);
  ASSERT_EQ(steps.size(), 2u);
  std::filesystem::resize_file(checkpointFolder(run.run, steps[1]) / "optimizer.safetensors", 1000);
  EXPECT_EQ(carryOut(run).state, RunState::Finished);
  EXPECT_NE(readFile(run.run.log(), 1 << 20).find("passed over"), std::string::npos);
}

TEST_F(Pretrain, UnreadableImagesAreCountedAndLeftOut) {
  writeFileAtomically(folder_.path() / "data/images/3.png", "no image");
  // whole in its header, truncated in its pixels: seen only when it is decoded
  const auto truncated = folder_.path() / "data/images/10.png";
  std::filesystem::resize_file(truncated, std::filesystem::file_size(truncated) / 2);
  const PretrainRequest run = request("run", 12);
  EXPECT_EQ(carryOut(run).state, RunState::Finished);
  EXPECT_NE(readFile(run.run.root / "rejected.csv", 1 << 20).find("\n4,"), std::string::npos);
  EXPECT_NE(readFile(run.run.log(), 1 << 20).find("Record 11 is left out"), std::string::npos);
}

TEST_F(Pretrain, NothingToTrainOnIsAnErrorThatSaysWhy) {
  PretrainRequest run = request("run", 4);
  run.options.data.records = folder_.path() / "nowhere.csv";
  EXPECT_THROW(carryOut(run), Error);
  run.options.data.records.clear();
  EXPECT_THROW(carryOut(run), Error);
}

}  // namespace
}  // namespace mrm
