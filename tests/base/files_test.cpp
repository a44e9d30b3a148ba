#include "core/base/files.h"

#include <gtest/gtest.h>

#include <chrono>

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

TEST(Files, AnAtomicFileAppearsOnlyWhenItIsCommitted) {
  const auto folder = freshFolder("mrm_files_stream");
  writeFileAtomically(folder / "a", "old");
  {
    AtomicFile dropped(folder / "a");
    dropped.write("half of a new one");
    EXPECT_EQ(readFile(folder / "a", 100), "old");
  }
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
  AtomicFile one(folder / "a"), other(folder / "a");
  one.write("in two ");
  other.write("by another thread");
  one.write("pieces");
  one.commit();
  EXPECT_EQ(readFile(folder / "a", 100), "in two pieces");
  other.commit();
  EXPECT_EQ(readFile(folder / "a", 100), "by another thread");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

TEST(Files, WhatAKilledWriterLeftIsRemovedAnHourLater) {
  const auto folder = freshFolder("mrm_files_leftovers");
  const auto now = std::filesystem::file_time_type::clock::now();
  for (const char* name : {"status.json.part12-0", "status.json", "log.part", "a.part3-1"})
    writeFileAtomically(folder / name, "x");
  for (const char* name : {"status.json.part12-0", "status.json", "log.part"})
    std::filesystem::last_write_time(folder / name, now - std::chrono::hours(2));
  removeLeftovers(folder);
  EXPECT_FALSE(std::filesystem::exists(folder / "status.json.part12-0"));
  for (const char* kept : {"status.json", "log.part", "a.part3-1"})
    EXPECT_TRUE(std::filesystem::exists(folder / kept)) << kept;
  removeLeftovers(folder / "not there");
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
