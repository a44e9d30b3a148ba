// mrm catalog images as a program: reading images again, another display policy, refusals.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/image/decode.h"
#include "tests/cli/program.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using ::testing::HasSubstr;
using testing::Outcome;
using testing::runMrm;

class CatalogImagesCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string table = "image,report,patient\n";
    for (int i = 0; i < 12; ++i) {
      GrayImage16 image{16, 16, {}};
      for (int k = 0; k < 256; ++k) image.pixels.push_back(static_cast<std::uint16_t>(k * 100 + i));
      const std::string name = std::to_string(i) + ".png";
      testing::writeFile(folder_.path() / name, encodePng(image, 16));
      table += name + ",Clear.,p" + std::to_string(i) + "\n";
    }
    testing::writeFile(folder_.path() / "t.csv", table);
    const Outcome imported = runMrm(
        {"import", "csv", (folder_.path() / "t.csv").string(), "--into", data_, "--no-pixels"});
    ASSERT_EQ(imported.exitCode, 0) << imported.output;
  }
  nlohmann::json images(std::vector<std::string> more) const {
    std::vector<std::string> command = {"catalog", "images", data_, "--json"};
    command.insert(command.end(), more.begin(), more.end());
    const Outcome outcome = runMrm(command);
    EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
    return nlohmann::json::parse(outcome.output.substr(outcome.output.find('{')), nullptr, false);
  }
  std::string exported() const {
    const std::string file = (folder_.path() / "out.csv").string();
    runMrm({"catalog", "export", data_, "--output", file});
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  testing::TemporaryFolder folder_;
  std::string data_ = (folder_.path() / "data").string();
};

TEST_F(CatalogImagesCommand, ReadsOnceAndAgainWhenTheDisplayIsAnother) {
  EXPECT_EQ(images({})["read"], 12);
  EXPECT_THAT(exported(), HasSubstr("percentiles 0.5 to 99.5"));
  EXPECT_EQ(images({})["known"], 12);
  EXPECT_EQ(images({"--again"})["read"], 12);
  const auto other = images({"--window", "full-range"});
  EXPECT_EQ(other["read"], 12);
  EXPECT_EQ(other["display_policy"]["window"], "full-range");
  EXPECT_THAT(exported(), HasSubstr("full range"));
  EXPECT_EQ(images({})["known"], 12);  // the policy stays
}

TEST_F(CatalogImagesCommand, APolicyWithoutSenseIsRefused) {
  const Outcome outcome = runMrm({"catalog", "images", data_, "--low", "60", "--high", "40"});
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_THAT(outcome.output, HasSubstr("low below high"));
  EXPECT_NE(runMrm({"catalog", "images", data_, "--window", "best"}).exitCode, 0);
}

}  // namespace
}  // namespace mrm
