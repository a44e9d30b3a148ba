#include "core/base/mapped_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string_view>

#include "core/base/error.h"
#include "core/base/files.h"

namespace mrm {
namespace {

std::filesystem::path freshFolder(const char* name) {
  const auto folder = std::filesystem::path(::testing::TempDir()) / name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

std::string_view textOf(const FileBytes& file) {
  return {reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size()};
}

TEST(MappedFile, OutlivesItsNameAndItsReplacement) {
  const auto path = freshFolder("mrm_mapped") / "a";
  writeFileAtomically(path, "first");
  const FileBytes first = mapFile(path);
  EXPECT_EQ(first.name, path.string());
  writeFileAtomically(path, "second");
  EXPECT_EQ(textOf(first), "first");
  FileBytes second = mapFile(path);
  std::filesystem::remove(path);
  const auto owner = second.owner;
  const auto bytes = second.bytes;
  second = {};
  EXPECT_EQ(textOf({"", owner, bytes}), "second");
}

TEST(MappedFile, AnEmptyFileHasNoBytes) {
  const auto path = freshFolder("mrm_mapped_empty") / "a";
  writeFileAtomically(path, "");
  EXPECT_TRUE(mapFile(path).bytes.empty());
}

TEST(MappedFile, WhatIsNoRegularFileIsRefusedWithoutWaiting) {
  const auto folder = freshFolder("mrm_mapped_refused");
  EXPECT_THROW(mapFile(folder), Error);
  EXPECT_THROW(mapFile(folder / "absent"), Error);
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_THROW(mapFile(folder / "pipe"), Error);
  EXPECT_THROW(mapFile("/dev/null"), Error);
}

}  // namespace
}  // namespace mrm
