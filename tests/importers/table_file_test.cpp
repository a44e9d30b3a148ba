// Tables on disk: compression, encodings, starts of large files; and patterns of paths.
#include "core/importers/table_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/importers/gzip.h"
#include "core/importers/path_pattern.h"
#include "core/importers/text_encoding.h"
#include "tests/importers/gzip_bytes.h"
#include "tests/mutation.h"
#include "tests/temporary_folder.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using testing::gzipped;
using ::testing::HasSubstr;

std::string problemOf(const std::function<void()>& call) {
  try {
    call();
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(Gzip, ReadsMembersOneAfterTheOther) {
  EXPECT_EQ(gunzip(gzipped("abc"), 100, "f"), "abc");
  EXPECT_EQ(gunzip(gzipped("abc") + gzipped("") + gzipped("def"), 100, "f"), "abcdef");
  EXPECT_EQ(gunzip(gzipped("abc") + std::string(512, '\0'), 100, "f"), "abc") << "padding";
  EXPECT_TRUE(isGzip(gzipped("")));
  EXPECT_FALSE(isGzip("image,report"));
}

TEST(Gzip, DamagedAndEndlessOnesAreRefused) {
  const std::string whole = gzipped(std::string(5000, 'a') + "b");
  EXPECT_THAT(problemOf([&] { gunzip(whole.substr(0, whole.size() - 9), 10000, "f.gz"); }),
              HasSubstr("f.gz: is cut off"));
  EXPECT_THAT(problemOf([&] { gunzip("\x1F\x8B\x08 nothing of the kind", 10000, "f.gz"); }),
              HasSubstr("f.gz: is damaged"));
  EXPECT_EQ(gunzip(whole, 5001, "f").size(), 5001U);
  EXPECT_THAT(problemOf([&] { gunzip(whole, 5000, "f.gz"); }), HasSubstr("more than"));
  // 1 GiB of zeros in 1 MiB, of which 8 MiB are made.
  std::string bomb;
  const std::string part = gzipped(std::string(std::size_t{64} << 20, '\0'));
  for (int i = 0; i < 16; ++i) bomb += part;
  EXPECT_THAT(problemOf([&] { gunzip(bomb, std::size_t{8} << 20, "bomb.gz"); }),
              HasSubstr("more than 8 MiB"));
  EXPECT_EQ(gunzipStart(bomb, 100, "bomb.gz").size(), 100U);
  EXPECT_EQ(gunzipStart(whole.substr(0, whole.size() - 9), 10000, "f").substr(0, 3), "aaa");
}

TEST(Gzip, MutatedOnesAreReadOrRefused) {
  const std::string valid = gzipped("image,patient\n1.png,2\n3.png,4\n") + gzipped("5.png,6\n");
  Random random(3);
  int refused = 0;
  for (int i = 0; i < 5000; ++i) {
    const std::string bytes = testing::mutate(valid, random, std::string("\x1F\x8B\x08\0\xFF", 5));
    try {
      ASSERT_LE(gunzip(bytes, 1 << 20, "f").size(), std::size_t{1} << 20);
    } catch (const Error&) {
      ++refused;
    }
    ASSERT_LE(gunzipStart(bytes, 1000, "f").size(), 1000U);
  }
  EXPECT_GT(refused, 2000);
}

TEST(TextEncoding, IsToldByMarksZerosAndLetters) {
  const auto decoded = [](const std::string& bytes, const std::string& encoding = "auto") {
    const DecodedText text = decodeText(bytes, encoding, "f");
    return text.encoding + ": " + text.text;
  };
  EXPECT_EQ(decoded("\xEF\xBB\xBF"
                    "a"),
            "UTF-8: a");
  EXPECT_EQ(decoded("ü"), "UTF-8: ü");
  EXPECT_EQ(decoded(std::string("\xFE\xFF\0a\0\xFC", 6)), "UTF-16BE: aü");
  EXPECT_EQ(decoded(std::string("a\0,\0b\0\n\0\xFC\0", 10)), "UTF-16LE: a,b\nü");
  EXPECT_EQ(decoded("Patient M\xFCller \x96 unauff\xE4llig"),
            "windows-1252: Patient Müller – unauffällig");
  EXPECT_EQ(decoded("\xCF\xE0\xF6\xE8\xE5\xED\xF2", "windows-1251"), "windows-1251: Пациент");
  EXPECT_EQ(decoded("ü and \xFC, ö"), "UTF-8: ü and ü, ö") << "merged from several sources";
  EXPECT_THAT(problemOf([&] { decoded("a", "EBCDIC-of-mine"); }), HasSubstr("no encoding"));
  EXPECT_THAT(problemOf([&] { decoded(std::string("\x01\0\x02\0\0\0\0", 7)); }),
              HasSubstr("zero bytes"));
  for (const std::string& encoding : textEncodings())
    EXPECT_NO_THROW(decodeText("plain!", encoding, "f"));
}

TEST(TextEncoding, LongerRussianTextIsDetected) {
  std::string text;
  for (int i = 0; i < 20; ++i)
    text +=
        "\xCB\xE5\xE3\xEA\xE8\xE5 \xE1\xE5\xE7 \xEE\xF7\xE0\xE3\xEE\xE2\xFB\xF5 "
        "\xE8\xE7\xEC\xE5\xED\xE5\xED\xE8\xE9. ";
  EXPECT_EQ(decodeText(text, "auto", "f").encoding, "windows-1251");
}

TEST(TableFile, StartsOfLargeTablesAreReadQuickly) {
  const testing::TemporaryFolder folder;
  std::string table = "image,text\n";
  for (int i = 0; i < 20000; ++i) table += std::to_string(i) + ".png,\"a\nb ü\"\n";
  for (const std::string& bytes : {table, gzipped(table)}) {
    testing::writeFile(folder.path() / "t.csv.gz", bytes);
    const TableStart start = readTableStart(folder.path() / "t.csv.gz", {}, 1000000);
    EXPECT_THAT(start.header, ElementsAre("image", "text"));
    EXPECT_GT(start.rows.size(), 1000U);
    EXPECT_EQ(start.rows[1000][1], "a\nb ü");
    TableFile file(folder.path() / "t.csv.gz");
    CsvReader::Row row;
    int rows = 0;
    while (file.next(row)) ++rows;
    EXPECT_EQ(rows, 20000);
  }
  // One row that is longer than what is read at first.
  testing::writeFile(folder.path() / "long.csv", "a,b\n\"" + std::string(400000, 'x') + "\n\",2\n");
  EXPECT_EQ(readTableStart(folder.path() / "long.csv").rows.size(), 1U);
}

TEST(PathPattern, FindsNamesInFoldersAndFiles) {
  const std::vector<std::string> names = {"patient", "study", "view"};
  using Names = std::map<std::string, std::string>;
  EXPECT_EQ(PathPattern("{patient}/{any}", names).match("p1/a/b/c"), (Names{{"patient", "p1"}}));
  EXPECT_EQ(PathPattern("{any}/{patient}_{study}-{view}", names).match("x/y/p_s-PA"),
            (Names{{"patient", "p"}, {"study", "s"}, {"view", "PA"}}));
  EXPECT_EQ(PathPattern("train/patient{patient}/study{study}/{any}", names)
                .match("train/patient00001/study2/view1"),
            (Names{{"patient", "00001"}, {"study", "2"}}));
  EXPECT_EQ(PathPattern("{patient}", names).match("a/b"), Names{}) << "not across folders";
  EXPECT_EQ(PathPattern("{patient}/{any}", names).match("top"), Names{});
  EXPECT_EQ(PathPattern("{patient}_x", names).match("p_xy"), Names{});
  for (const char* wrong : {"{patient", "{name}", "{patient}{study}"})
    EXPECT_NE(problemOf([&] { PathPattern(wrong, names); }), "") << wrong;
}

}  // namespace
}  // namespace mrm
