#include "core/run/preview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/random.h"
#include "tests/mutation.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Preview samplePreview(std::int64_t step) {
  PreviewRecord record;
  record.record = 17;
  record.original = "0-original.png";
  record.masked = "0-masked.png";
  record.restored = "0-restored.png";
  record.patchPixels = 32;
  record.patches = 196;
  record.visiblePatches = 49;
  record.imageLoss = 0.75;
  record.reportLoss = 3.5;
  record.words = {{"The", false, "", 0}, {"Lungs ü", true, "heart", 0.125}};
  return {step, {record}};
}

class PreviewTest : public ::testing::Test {
 protected:
  void write(std::int64_t step) {
    const auto into = beginPreview(run, step);
    const Preview preview = samplePreview(step);
    for (const std::string& name :
         {preview.records[0].original, preview.records[0].masked, preview.records[0].restored})
      std::ofstream(into / name) << "png of step " << step;
    commitPreview(run, preview);
  }

  testing::TemporaryFolder folder;
  RunPaths run{folder.path()};
};

TEST_F(PreviewTest, ReadsBack) {
  write(40);
  const Preview back = readPreview(run, 40);
  EXPECT_EQ(back.step, 40);
  ASSERT_EQ(back.records.size(), 1U);
  const PreviewRecord& record = back.records[0];
  EXPECT_EQ(record.record, 17);
  EXPECT_EQ(record.original, "0-original.png");
  EXPECT_EQ(record.masked, "0-masked.png");
  EXPECT_EQ(record.restored, "0-restored.png");
  EXPECT_EQ(record.patchPixels, 32);
  EXPECT_EQ(record.patches, 196);
  EXPECT_EQ(record.visiblePatches, 49);
  EXPECT_EQ(record.imageLoss, 0.75);
  EXPECT_EQ(record.reportLoss, 3.5);
  ASSERT_EQ(record.words.size(), 2U);
  EXPECT_EQ(record.words[0].text, "The");
  EXPECT_FALSE(record.words[0].masked);
  EXPECT_EQ(record.words[1].text, "Lungs ü");
  EXPECT_TRUE(record.words[1].masked);
  EXPECT_EQ(record.words[1].restored, "heart");
  EXPECT_EQ(record.words[1].probability, 0.125);
}

TEST_F(PreviewTest, IsListedOnceItIsWholeAndMayBeReplaced) {
  EXPECT_THAT(previewSteps(run), IsEmpty());
  beginPreview(run, 5);
  EXPECT_THAT(previewSteps(run), IsEmpty());
  write(5);
  write(300);
  write(5);
  EXPECT_THAT(previewSteps(run), ElementsAre(5, 300));
  EXPECT_THAT(std::distance(std::filesystem::directory_iterator(run.previews()), {}), 2)
      << "nothing temporary is left";
}

TEST_F(PreviewTest, FileNamesThatLeaveTheFolderAreRefused) {
  write(1);
  const auto file = previewFolder(run, 1) / "preview.json";
  const std::string valid = readFile(file, 10000);
  std::ofstream(folder.path() / "secret.png") << "x";
  std::filesystem::create_symlink(folder.path() / "secret.png", previewFolder(run, 1) / "link.png");
  for (const char* name : {"../../secret.png", "/etc/passwd", "..", ".", "", "a/b", "link.png",
                           "none.png", "0-original.png\\u0000"}) {
    std::string damaged = valid;
    damaged.replace(damaged.find("0-original.png"), 14, name);
    std::ofstream(file) << damaged;
    try {
      readPreview(run, 1);
      ADD_FAILURE() << name;
    } catch (const Error& error) {
      EXPECT_THAT(error.problem(), HasSubstr("'original'")) << name;
    }
  }
}

TEST_F(PreviewTest, MutatedPreviewsAreReadOrRefusedByName) {
  write(1);
  const auto file = previewFolder(run, 1) / "preview.json";
  const std::string valid = readFile(file, 10000);
  Random random(13);
  int refused = 0;
  for (int i = 0; i < 3000; ++i) {
    testing::writeFile(file, testing::mutate(valid, random, "{}[]\",:0123456789eE.-\\u/ \n"));
    try {
      for (const PreviewRecord& record : readPreview(run, 1).records) {
        ASSERT_LE(record.visiblePatches, record.patches);
        ASSERT_TRUE(std::filesystem::exists(previewFolder(run, 1) / record.original));
      }
    } catch (const Error& error) {
      ++refused;
      ASSERT_THAT(error.where(), HasSubstr("preview.json"));
    }
  }
  EXPECT_GT(refused, 1000);
}

}  // namespace
}  // namespace mrm
