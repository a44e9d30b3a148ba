#include "core/base/files.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace mrm {
namespace {

std::filesystem::path freshFolder(const char* name) {
  const auto folder = std::filesystem::path(::testing::TempDir()) / name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

TEST(Files, AnAtomicWriteReplacesTheWholeFileAndLeavesNoTemporary) {
  const auto folder = freshFolder("mrm_files_replace");
  writeFileAtomically(folder / "a", "first, and longer");
  writeFileAtomically(folder / "a", "second");
  EXPECT_EQ(readFile(folder / "a", 100), "second");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

TEST(Files, ReadingRefusesAFileOverTheLimit) {
  const auto folder = freshFolder("mrm_files_limit");
  writeFileAtomically(folder / "a", std::string(101, 'x'));
  EXPECT_THROW(readFile(folder / "a", 100), Error);
  EXPECT_EQ(readFile(folder / "a", 101).size(), 101u);
}

TEST(Files, ErrorsNameTheFile) {
  try {
    writeFileAtomically("no/such/folder/file", "x");
    FAIL() << "no error";
  } catch (const Error& e) {
    EXPECT_EQ(e.where(), "no/such/folder/file");
  }
  EXPECT_THROW(readFile(freshFolder("mrm_files_folder"), 10), Error);
}

}  // namespace
}  // namespace mrm
