#include "core/run/tensorboard.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/run/crc32c.h"
#include "tests/python.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

TEST(Crc32c, GivesThePublishedExamples) {
  EXPECT_EQ(crc32c("123456789"), 0xE3069283U);
  EXPECT_EQ(crc32c(""), 0U);
  // RFC 3720, B.4
  EXPECT_EQ(crc32c(std::string(32, '\0')), 0x8A9136AAU);
  EXPECT_EQ(crc32c(std::string(32, '\xff')), 0x62A8AB43U);
}

std::string onlyEventFile(const std::filesystem::path& folder) {
  std::string bytes;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    EXPECT_TRUE(entry.path().filename().string().starts_with("events.out.tfevents."));
    std::ifstream in(entry.path(), std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  return bytes;
}

TEST(Tensorboard, RecordsAreFramedWithMaskedCheckSums) {
  const testing::TemporaryFolder folder;
  TensorboardWriter writer(folder.path());
  writer.write(1, 2.0, {{"loss", 0.5}, {"bad", std::nan("")}});
  const std::string bytes = onlyEventFile(folder.path());
  const auto word = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (int i = 3; i >= 0; --i)
      value = value << 8 | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
    return value;
  };
  const auto masked = [](std::uint32_t sum) {
    return static_cast<std::uint32_t>((sum >> 15 | sum << 17) + 0xA282EAD8U);
  };
  std::size_t at = 0;
  int records = 0;
  std::string last;
  while (at < bytes.size()) {
    const std::size_t length = word(at);
    ASSERT_EQ(word(at + 4), 0U);
    ASSERT_EQ(word(at + 8), masked(crc32c(bytes.substr(at, 8))));
    last = bytes.substr(at + 12, length);
    ASSERT_EQ(word(at + 12 + length), masked(crc32c(last)));
    at += length + 16;
    ++records;
  }
  EXPECT_EQ(records, 3) << "version, start, scalars";
  EXPECT_NE(last.find("loss"), std::string::npos);
  EXPECT_EQ(last.find("bad"), std::string::npos);
}

TEST(Tensorboard, ItsOwnReaderGivesTheScalarsBackAndDropsWhatAResumeRepeats) {
  MRM_PYTHON_OR_SKIP(python, "tensorboard");
  const testing::TemporaryFolder folder;
  const auto events = folder.path() / "run";
  std::filesystem::create_directories(events);
  {
    TensorboardWriter writer(events);
    for (int step = 1; step <= 5; ++step)
      writer.write(step, 1000.5 + step, {{"loss", 1.0 / step}, {"rate", 1e-4}});
  }
  // A resumed worker has another process number and a later time: another file.
  for (const auto& entry : std::filesystem::directory_iterator(events))
    std::filesystem::rename(entry.path(), events / "events.out.tfevents.0000000001.host.1");
  {
    TensorboardWriter writer(events);
    for (int step = 4; step <= 6; ++step) writer.write(step, 2000 + step, {{"loss", 10.0 * step}});
  }
  const std::string output = testing::runPython(python, folder.path(), R"(
import json
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
reader = EventAccumulator('run', size_guidance={'scalars': 0})
reader.Reload()
print(json.dumps({tag: [[e.step, e.wall_time, e.value] for e in reader.Scalars(tag)] for tag in reader.Tags()['scalars']}))
)");
  const auto scalars = nlohmann::json::parse(output, nullptr, false);
  ASSERT_TRUE(scalars.is_object()) << output;
  ASSERT_EQ(scalars["loss"].size(), 6U);
  for (int step = 1; step <= 6; ++step) {
    const auto& event = scalars["loss"][static_cast<std::size_t>(step - 1)];
    EXPECT_EQ(event[0], step);
    EXPECT_EQ(event[1], step < 4 ? 1000.5 + step : 2000 + step);
    EXPECT_EQ(event[2].get<float>(), static_cast<float>(step < 4 ? 1.0 / step : 10.0 * step));
  }
  EXPECT_EQ(scalars["rate"].size(), 3U);
}

}  // namespace
}  // namespace mrm
