#include "core/run/metrics_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "core/base/files.h"
#include "core/base/random.h"
#include "tests/mutation.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

MetricRow rowOf(std::int64_t step) {
  return {step,
          static_cast<double>(step) / 10,
          1.5e9 + 0.125,
          {{"loss", 1.0 / 3}, {"learning_rate", 1e-7}}};
}

std::vector<std::int64_t> stepsOf(const std::vector<MetricRow>& rows) {
  std::vector<std::int64_t> steps;
  for (const MetricRow& row : rows) steps.push_back(row.step);
  return steps;
}

class MetricsLogTest : public ::testing::Test {
 protected:
  void append(const std::string& text) {
    std::ofstream(file, std::ios::app | std::ios::binary) << text;
  }
  testing::TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "metrics.jsonl";
};

TEST_F(MetricsLogTest, RowsReadBackToTheLastBitAsTheyAreWritten) {
  MetricsReader reader(file);
  EXPECT_THAT(reader.poll(), IsEmpty()) << "no file yet";
  MetricsWriter writer(file, -1);
  EXPECT_THAT(reader.poll(), IsEmpty());
  writer.write(rowOf(1));
  writer.write(rowOf(2));
  const auto rows = reader.poll();
  ASSERT_THAT(stepsOf(rows), ElementsAre(1, 2));
  EXPECT_EQ(rows[0].values, rowOf(1).values);
  EXPECT_EQ(rows[0].epoch, 0.1);
  EXPECT_EQ(rows[0].time, 1.5e9 + 0.125);
  writer.write(rowOf(3));
  EXPECT_THAT(stepsOf(reader.poll()), ElementsAre(3));
  EXPECT_THAT(reader.poll(), IsEmpty());
  EXPECT_FALSE(reader.restarted());
  EXPECT_EQ(reader.malformedLines(), 0);
}

TEST_F(MetricsLogTest, ValuesThatAreNotFiniteAreLeftOut) {
  MetricsWriter writer(file, -1);
  MetricRow row = rowOf(1);
  row.values = {{"loss", std::nan("")}, {"report_loss", INFINITY}, {"image_loss", 0.5}};
  writer.write(row);
  const auto rows = MetricsReader(file).poll();
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_THAT(rows[0].values, ElementsAre(std::pair("image_loss", 0.5)));
}

TEST_F(MetricsLogTest, AValueCannotTakeTheNameOfAField) {
  MetricsWriter writer(file, -1);
  MetricRow row = rowOf(1);
  row.values["step"] = 5;
  EXPECT_THROW(writer.write(row), std::logic_error);
}

TEST_F(MetricsLogTest, ResumeCutsLaterRowsAndATornLineAndTellsTheReader) {
  MetricsReader reader(file);
  {
    MetricsWriter writer(file, -1);
    for (int step = 1; step <= 5; ++step) writer.write(rowOf(step));
  }
  append("{\"step\": 6, \"lo");
  EXPECT_THAT(stepsOf(reader.poll()), ElementsAre(1, 2, 3, 4, 5));
  MetricsWriter writer(file, 3);
  writer.write(rowOf(4));
  EXPECT_THAT(stepsOf(reader.poll()), ElementsAre(1, 2, 3, 4));
  EXPECT_TRUE(reader.restarted());
  EXPECT_THAT(reader.poll(), IsEmpty());
  EXPECT_FALSE(reader.restarted());
}

TEST_F(MetricsLogTest, ResumeWithNothingToCutLeavesTheFileAlone) {
  MetricsReader reader(file);
  {
    MetricsWriter writer(file, -1);
    writer.write(rowOf(1));
  }
  EXPECT_EQ(reader.poll().size(), 1U);
  MetricsWriter writer(file, 1);
  writer.write(rowOf(2));
  EXPECT_THAT(stepsOf(reader.poll()), ElementsAre(2));
  EXPECT_FALSE(reader.restarted());
}

TEST_F(MetricsLogTest, ANegativeLastStepKeepsNoRow) {
  { MetricsWriter(file, -1).write(rowOf(0)); }
  const MetricsWriter writer(file, -1);
  EXPECT_EQ(readFile(file, 1000), "");
}

TEST_F(MetricsLogTest, TwoResumesBetweenTwoPollsAreNoticed) {
  MetricsReader reader(file);
  { MetricsWriter(file, -1).write(rowOf(1)); }
  EXPECT_EQ(reader.poll().size(), 1U);
  for (int resume = 0; resume < 2; ++resume) {
    MetricsWriter writer(file, 0);  // each makes the file anew, perhaps with a number used before
    for (int step = 1; step <= 3; ++step) writer.write(rowOf(step));
  }
  EXPECT_THAT(stepsOf(reader.poll()), ElementsAre(1, 2, 3));
  EXPECT_TRUE(reader.restarted());
}

TEST_F(MetricsLogTest, ALineIsGivenOnceItIsComplete) {
  MetricsReader reader(file);
  append("{\"step\": 1, \"loss\"");
  EXPECT_THAT(reader.poll(), IsEmpty());
  append(": 0.5}");
  EXPECT_THAT(reader.poll(), IsEmpty());
  append("\n{\"step\": 2}\n{");
  const auto rows = reader.poll();
  ASSERT_THAT(stepsOf(rows), ElementsAre(1, 2));
  EXPECT_EQ(rows[0].values.at("loss"), 0.5);
}

TEST_F(MetricsLogTest, MalformedAndOverlongLinesAreSkippedAndCounted) {
  append("nonsense\n[1]\n{\"step\": \"1\"}\n{\"step\": -1}\n{\"loss\": 1}\n");
  append(std::string(200000, 'x') + "\n{\"step\": 7, \"text\": \"ignored\", \"loss\": 2}\n");
  append(std::string(70000, '[') + "\n" + std::string(60000, '[') + "\n");
  MetricsReader reader(file);
  const auto rows = reader.poll();
  ASSERT_THAT(stepsOf(rows), ElementsAre(7));
  EXPECT_THAT(rows[0].values, ElementsAre(std::pair("loss", 2.0)));
  EXPECT_EQ(reader.malformedLines(), 8);
  const MetricsWriter writer(file, 7);
  MetricsReader again(file);
  EXPECT_THAT(stepsOf(again.poll()), ElementsAre(7));
}

TEST_F(MetricsLogTest, MutatedFilesGiveRowsOrNothingAndResumeCutsThem) {
  std::string valid;
  {
    MetricsWriter writer(file, -1);
    for (int step = 1; step <= 4; ++step) writer.write(rowOf(step));
    valid = readFile(file, 10000);
  }
  Random random(9);
  for (int i = 0; i < 3000; ++i) {
    testing::writeFile(file, testing::mutate(valid, random, "{}[]\",:0123456789eE.-\\u \n"));
    for (const MetricRow& row : MetricsReader(file).poll())
      for (const auto& [name, value] : row.values) ASSERT_TRUE(std::isfinite(value)) << name;
    if (i % 10 != 0) continue;  // cutting waits for the disk
    { MetricsWriter(file, 2).write(rowOf(3)); }
    const auto rows = MetricsReader(file).poll();
    ASSERT_FALSE(rows.empty());
    for (std::size_t r = 0; r + 1 < rows.size(); ++r) ASSERT_LE(rows[r].step, 2);
    ASSERT_EQ(rows.back().step, 3);
  }
}

}  // namespace
}  // namespace mrm
