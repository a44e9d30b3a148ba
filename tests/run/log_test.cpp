#include "core/run/log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "core/base/files.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using ::testing::IsEmpty;
using ::testing::MatchesRegex;

class LogTest : public ::testing::Test {
 protected:
  testing::TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "log.txt";
};

TEST_F(LogTest, LinesHaveTimeLevelAndText) {
  std::vector<std::string> echoed;
  RunLog log(file, [&](const LogLine& line) { echoed.push_back(line.text); });
  log.info("Training starts");
  log.warning("two\nlines\tü");
  log.error("");
  EXPECT_THAT(readFile(file, 1000), MatchesRegex("....-..-..T..:..:..Z  INFO     Training starts\n"
                                                 "....-..-..T..:..:..Z  WARNING  two lines ü\n"
                                                 "....-..-..T..:..:..Z  ERROR    \n"));
  EXPECT_EQ(echoed, (std::vector<std::string>{"Training starts", "two lines ü", ""}));
  LogReader reader(file);
  const auto lines = reader.poll();
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].text, "Training starts");
  EXPECT_EQ(lines[0].time.size(), 20U);
  EXPECT_EQ(lines[1].level, LogLevel::Warning);
  EXPECT_EQ(lines[1].text, "two lines ü");
  EXPECT_EQ(lines[2].level, LogLevel::Error);
  EXPECT_EQ(lines[2].text, "");
  EXPECT_THAT(reader.poll(), IsEmpty());
}

TEST_F(LogTest, ThreadsDoNotMixTheirLines) {
  RunLog log(file);
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t)
    threads.emplace_back([&log, t] {
      for (int i = 0; i < 200; ++i) log.info(std::string(100, static_cast<char>('a' + t)));
    });
  for (std::thread& thread : threads) thread.join();
  LogReader reader(file);
  const auto lines = reader.poll();
  ASSERT_EQ(lines.size(), 1600U);
  for (const LogLine& line : lines) EXPECT_EQ(line.text, std::string(100, line.text[0]));
}

TEST_F(LogTest, OfALongLogTheEndIsRead) {
  {
    std::ofstream out(file);
    for (int i = 0; i < 200000; ++i) out << "2026-11-25T03:40:12Z  INFO     line " << i << "\n";
  }
  LogReader reader(file);
  const auto lines = reader.poll();
  ASSERT_GT(lines.size(), 1000U);
  ASSERT_LT(lines.size(), 10000U);
  EXPECT_EQ(lines.back().text, "line 199999");
  for (const LogLine& line : lines) ASSERT_EQ(line.time, "2026-11-25T03:40:12Z") << "no half line";
  std::ofstream(file, std::ios::app) << "2026-11-25T03:40:13Z  ERROR    next\n";
  const auto next = reader.poll();
  ASSERT_EQ(next.size(), 1U);
  EXPECT_EQ(next[0].level, LogLevel::Error);
}

TEST_F(LogTest, ForeignLinesAreShownAsTheyAre) {
  std::ofstream(file) << "no time\n2026-11-25T03:40:12Z  DEBUG  x\n\n"
                      << std::string(100000, 'x') << "\nlast\n";
  LogReader reader(file);
  const auto lines = reader.poll();
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0].text, "no time");
  EXPECT_EQ(lines[0].time, "");
  EXPECT_EQ(lines[1].text, "2026-11-25T03:40:12Z  DEBUG  x");
  EXPECT_EQ(lines[3].text, "last");
}

TEST_F(LogTest, AFullDiskStopsNothing) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  RunLog log("/dev/full");
  EXPECT_NO_THROW(log.info("lost"));
}

}  // namespace
}  // namespace mrm
