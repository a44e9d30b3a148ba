#include "core/checkpoint/zip_archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/checkpoint/pytorch_file.h"
#include "tests/checkpoint/tensors.h"
#include "tests/checkpoint/torch_files.h"

namespace mrm {
namespace {

using namespace mrm::testing;
using ::testing::HasSubstr;

std::string contentOf(const ZipArchive& archive, const std::string& name) {
  const auto bytes = archive.entry(name);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void expectRefused(const std::string& file, const std::string& because,
                   const std::string& entry = "a/1") {
  try {
    ZipArchive(inMemory(file)).entry(entry);
    FAIL() << "no error, but expected: " << because;
  } catch (const Error& e) {
    EXPECT_THAT(e.problem(), HasSubstr(because));
  }
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, what.size(), by);
}

const std::vector<NamedContent> kEntries{{"a/1", "first"}, {"a/empty", ""}, {"b", "second"}};

TEST(ZipArchive, EveryFormOfStoredEntryIsFound) {
  for (const bool zip64 : {false, true})
    for (const bool descriptor : {false, true})
      for (const char* comment : {"", "a comment"}) {
        SCOPED_TRACE(::testing::Message() << zip64 << descriptor << comment);
        const std::string file =
            zip(kEntries, {.zip64 = zip64, .dataDescriptor = descriptor, .comment = comment});
        const ZipArchive archive(inMemory(file));
        for (const auto& [name, content] : kEntries)
          EXPECT_EQ(contentOf(archive, name), content) << name;
        EXPECT_FALSE(archive.contains("a"));
      }
}

TEST(ZipArchive, WhatCannotBeReadIsRefusedByName) {
  expectRefused(zip(kEntries, {.method = 8}), "compressed (entry 'a/1')");
  expectRefused(zip(kEntries, {.flags = 1}), "encrypted (entry 'a/1')");
  expectRefused(zip(kEntries), "lacks the entry 'a/2'", "a/2");
  expectRefused(zip({{"a/1", ""}, {"a/1", ""}}), "'a/1' stands twice");
}

TEST(ZipArchive, EveryTruncationIsRefused) {
  for (const bool zip64 : {false, true}) {
    const std::string whole = zip(kEntries, {.zip64 = zip64});
    for (std::size_t length = 0; length < whole.size(); ++length)
      EXPECT_THROW(ZipArchive(inMemory(whole.substr(0, length))), Error) << length;
  }
}

TEST(ZipArchive, DirectoriesThatPointElsewhereAreRefused) {
  const std::string good = zip(kEntries);
  const std::size_t end = good.size() - 22;
  const auto with = [&](std::size_t at, std::uint32_t value) {
    std::string bad = good;
    return bad.replace(at, 4, littleEndian(value));
  };
  expectRefused(with(end + 16, 0xFFFFFFF0), "directory lies outside");  // its offset
  expectRefused(with(end + 12, 0xFFFFFFF0), "directory lies outside");  // its size
  expectRefused(with(end + 16, 0), "breaks off");
  expectRefused(replaced(good, "PK\x01\x02", "PK\x01\x03"), "breaks off");
  const std::size_t entry = good.find("PK\x01\x02");
  expectRefused(with(entry + 42, 1), "is not where the directory says");
  expectRefused(with(entry + 42, 0x7FFFFFFF), "is not where the directory says");
  std::string large = with(entry + 20, 0x7FFFFFFF);
  large.replace(entry + 24, 4, littleEndian(std::uint32_t{0x7FFFFFFF}));
  expectRefused(large, "is not where the directory says");
  expectRefused(replaced(good, "a/1", "a/2"), "is not where the directory says");
  // More entries than the directory has room for.
  std::string many = good;
  many.replace(end + 10, 2, "\xFF\xFF");
  expectRefused(many, "cannot hold 65535 entries");

  const std::string wide = zip(kEntries, {.zip64 = true});
  const std::size_t locator = wide.find("PK\x06\x07");
  std::string lost = wide;
  lost.replace(locator + 8, 8, std::string(8, '\xFF'));
  expectRefused(lost, "zip64 record is not where it should be");
  std::string outside = wide;
  outside.replace(wide.find("PK\x06\x06") + 48, 8, std::string(8, '\xFF'));
  expectRefused(outside, "directory lies outside");
  std::string countless = wide;
  countless.replace(wide.find("PK\x06\x06") + 32, 8, std::string(8, '\xFF'));
  expectRefused(countless, "cannot hold");
}

TEST(ZipArchive, ArchivesThatAreNoCheckpointAreRefused) {
  const auto because = [](const std::string& file) -> std::string {
    try {
      readCheckpointFile(inMemory(file));
    } catch (const Error& e) {
      return e.problem();
    }
    return "no error";
  };
  EXPECT_THAT(because(zip({{"word/document.xml", "<x/>"}})), HasSubstr("has no data.pkl"));
  EXPECT_THAT(because(zip({{"data.pkl", ""}})), HasSubstr("has no data.pkl"));
  EXPECT_THAT(because(zip({{"a/data.pkl", ""}, {"b/data.pkl", ""}})),
              HasSubstr("more than one data.pkl"));
  EXPECT_THAT(because(zip({{"a/data.pkl", ""}, {"a/constants.pkl", ""}})),
              HasSubstr("TorchScript program"));
  EXPECT_THAT(because(torchZip(pickle("N"), {}, "middle")), HasSubstr("byte order 'middle'"));
  EXPECT_THAT(because(torchZip(pickle("N"), {}, "little", {.method = 8})), HasSubstr("compressed"));
}

}  // namespace
}  // namespace mrm
