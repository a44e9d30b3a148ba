// mrm dicom and mrm bench index as a user's shell runs them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/program.h"
#include "tests/dicom/dicom_bytes.h"
#include "tests/python.h"
#include "tests/temporary_folder.h"

namespace mrm::testing {
namespace {

class DicomCommand : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& bytes) {
    const auto path = folder_.path() / name;
    writeFile(path, bytes);
    return path.string();
  }
  std::string goodFile() {
    DicomBytes bytes;
    bytes.text(dicom::kModality, "DX").text(dicom::kViewPosition, "PA").image(1, 2, 8, 8, false, 2);
    bytes.add(dicom::kPixels.number, "OB", "abcd");
    return write("gut ü.dcm", withMeta(bytes.bytes(), kExplicitLittle));
  }
  std::string badFile() { return write("bad.dcm", "this is no DICOM file at all"); }
  const std::string folder() const { return folder_.path().string(); }

 private:
  TemporaryFolder folder_;
};

TEST_F(DicomCommand, JsonIsALineForEachFileAndOneFailureStopsNoOther) {
  const std::string bad = badFile(), good = goodFile();
  const Outcome outcome = runMrm({"dicom", "--json", bad, good, folder() + "/absent"});
  EXPECT_EQ(outcome.exitCode, 1);
  std::istringstream lines(outcome.output);
  std::vector<nlohmann::json> reports;
  for (std::string line; std::getline(lines, line);) reports.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(reports.size(), 3u);
  EXPECT_EQ(reports[0]["file"], bad);
  EXPECT_EQ(reports[0]["error"], "is no DICOM file");
  EXPECT_EQ(reports[1]["file"], good);
  EXPECT_EQ(reports[1]["dtype"], "uint8");
  EXPECT_EQ(reports[1]["shape"], (std::vector<int>{2, 1, 2}));
  EXPECT_EQ(reports[1]["min"], 'a');
  EXPECT_EQ(reports[1]["max"], 'd');
  EXPECT_EQ(reports[1]["mean"], 98.5);
  // sha256sum of "abcd"
  EXPECT_EQ(reports[1]["sha256"],
            "88d4266fd4e6338d13b845fcf289579d209c897823b9217da3e161936f031589");
  EXPECT_FALSE(reports[1]["display"].get<std::string>().empty());
  EXPECT_TRUE(reports[2]["error"].get<std::string>().starts_with("cannot be opened"));
}

TEST_F(DicomCommand, GoodFilesEndWithZero) {
  const std::string good = goodFile();
  EXPECT_EQ(runMrm({"dicom", "--json", good}).exitCode, 0);
  const Outcome outcome = runMrm({"dicom", good});
  EXPECT_EQ(outcome.exitCode, 0);
  EXPECT_NE(outcome.output.find("2 x 1 x 2 uint8, 97 to 100, mean 98.5, MONOCHROME2"),
            std::string::npos)
      << outcome.output;
}

TEST_F(DicomCommand, OneFrameCanBePicked) {
  const Outcome outcome = runMrm({"dicom", "--json", "--frame", "2", goodFile()});
  EXPECT_EQ(outcome.exitCode, 0);
  const auto report = nlohmann::json::parse(outcome.output);
  EXPECT_EQ(report["shape"], (std::vector<int>{1, 2}));
  EXPECT_EQ(report["min"], 'c');
  EXPECT_EQ(runMrm({"dicom", "--frame", "3", goodFile()}).exitCode, 1);
}

TEST_F(DicomCommand, TagsAreListedAndFound) {
  const Outcome outcome = runMrm({"dicom", "--tags", "--find", "view", goodFile()});
  EXPECT_EQ(outcome.exitCode, 0);
  EXPECT_EQ(outcome.output, "(0018,5101) CS View Position  PA\n");
}

TEST_F(DicomCommand, TheIndexBenchmarkPrintsItsRateAndThatOfPydicom) {
  goodFile();
  badFile();
  std::vector<std::string> arguments = {"bench", "index", folder(), "--rounds", "1"};
  const Outcome outcome = runMrm(arguments);
  EXPECT_EQ(outcome.exitCode, 0);
  EXPECT_EQ(outcome.output.find("1 files, one thread: "), 0u) << outcome.output;
  MRM_PYTHON_OR_SKIP(python, "pydicom");
  arguments.insert(arguments.end(), {"--against", python});
  EXPECT_NE(runMrm(arguments).output.find("ratio"), std::string::npos);
}

}  // namespace
}  // namespace mrm::testing
