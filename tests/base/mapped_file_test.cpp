#include "core/base/mapped_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string_view>

#include "core/base/error.h"
#include "core/base/files.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using mrm::testing::TemporaryFolder;

std::string_view textOf(const FileBytes& file) {
  return {reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size()};
}

TEST(MappedFile, OutlivesItsNameAndItsReplacement) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
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
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
  writeFileAtomically(path, "");
  EXPECT_TRUE(mapFile(path).bytes.empty());
}

TEST(MappedFile, WhatIsNoRegularFileIsRefusedWithoutWaiting) {
  const TemporaryFolder temporary;
  const auto& folder = temporary.path();
  EXPECT_THROW(mapFile(folder), Error);
  EXPECT_THROW(mapFile(folder / "absent"), Error);
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_THROW(mapFile(folder / "pipe"), Error);
  EXPECT_THROW(mapFile("/dev/null"), Error);
}

}  // namespace
}  // namespace mrm
