#include "core/base/json_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

TEST(JsonFields, GivesFieldsOfTheRightTypeAndTheDefaultOfAbsentOnes) {
  const json object =
      json::parse(R"({"a": true, "b": -5, "c": 2, "d": "x", "e": null, "f": [1], "g": {"h": 1}})");
  const JsonFields fields(object, "file");
  EXPECT_TRUE(fields.boolean("a", false));
  EXPECT_EQ(fields.integer("b", 0), -5);
  EXPECT_EQ(fields.number("c", 0), 2.0);
  EXPECT_EQ(fields.text("d", ""), "x");
  EXPECT_EQ(fields.text("e", "absent"), "absent");
  EXPECT_TRUE(std::isnan(fields.number("none", std::nan(""))));
  EXPECT_EQ(fields.array("f", 1).size(), 1U);
  EXPECT_EQ(fields.array("none", 1).size(), 0U);
  EXPECT_EQ(fields.object("g").integer("h", 0), 1);
  EXPECT_EQ(fields.object("none").integer("h", 7), 7);
}

TEST(JsonFields, RefusesWrongTypesRangesAndSizesByName) {
  const json object = json::parse(
      R"({"a": 1, "b": 1.5, "c": "2", "d": 3, "e": 18446744073709551615, "f": [1, 2], "g": []})");
  const JsonFields fields(object, "file");
  EXPECT_THROW(fields.boolean("a", false), Error);
  EXPECT_THROW(fields.integer("b", 0), Error);
  EXPECT_THROW(fields.integer("e", 0), Error);
  EXPECT_THROW(fields.integer("a", 0, 2, 3), Error);
  EXPECT_THROW(fields.number("c", 0), Error);
  EXPECT_THROW(fields.text("d", ""), Error);
  EXPECT_THROW(fields.text("c", "", 0), Error);
  EXPECT_THROW(fields.array("f", 1), Error);
  EXPECT_THROW(fields.array("a", 1), Error);
  EXPECT_THROW(fields.object("g"), Error);
  EXPECT_THROW(JsonFields(object["g"], "file"), Error);
  try {
    fields.integer("b", 0);
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "file: 'b' must be a whole number");
  }
}

TEST(ReadJsonObject, RefusesWhatIsNoObjectOrNoRegularFile) {
  const testing::TemporaryFolder folder;
  const auto file = folder.path() / "x.json";
  const std::string deep(200000, '[');
  for (const std::string& text :
       {std::string(""), std::string("[1]"), std::string("{\"a\": 1"), std::string("{} {}"),
        std::string("{\"a\": \"\xff\"}"), std::string("{\"a\": 1e999}"), deep}) {
    std::ofstream(file, std::ios::binary) << text;
    EXPECT_THROW(readJsonObject(file, 1 << 20), Error) << text.substr(0, 50);
  }
  std::ofstream(file) << "{\"a\": 1}";
  EXPECT_EQ(readJsonObject(file, 100)["a"], 1);
  EXPECT_THROW(readJsonObject(file, 3), Error);
  EXPECT_THROW(readJsonObject(folder.path(), 100), Error);
  EXPECT_THROW(readJsonObject(folder.path() / "none", 100), Error);
  ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
  EXPECT_THROW(readJsonObject(folder.path() / "pipe", 100), Error) << "would wait for ever";
}

TEST(WriteJson, WritesDamagedTextWithReplacementCharacters) {
  const testing::TemporaryFolder folder;
  writeJsonAtomically(folder.path() / "x", {{"z", "a\xff"}, {"a", 1}});
  const json back = readJsonObject(folder.path() / "x", 100);
  EXPECT_EQ(back["z"], "a\uFFFD");
}

}  // namespace
}  // namespace mrm
