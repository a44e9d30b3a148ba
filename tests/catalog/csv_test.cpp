#include "core/catalog/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/base/utf8.h"
#include "tests/mutation.h"

namespace mrm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using Row = std::vector<std::string>;

void expectError(std::string_view bytes, const std::string& where, const std::string& problem) {
  try {
    parseCsv(bytes, "t.csv");
    ADD_FAILURE() << "accepted: " << bytes.substr(0, 100);
  } catch (const Error& error) {
    EXPECT_EQ(error.where(), where) << bytes.substr(0, 100);
    EXPECT_THAT(error.problem(), HasSubstr(problem)) << bytes.substr(0, 100);
  }
}

TEST(Csv, ReadsQuotesDoubledQuotesAndLineBreaksInsideFields) {
  const CsvTable table = parseCsv("a,b\n\"1,\"\"x\"\"\r\n2\",\"\"\n3\"4,5 6\n", "t.csv");
  EXPECT_THAT(table.header, ElementsAre("a", "b"));
  EXPECT_THAT(table.rows, ElementsAre(Row{"1,\"x\"\r\n2", ""}, Row{"3\"4", "5 6"}));
  EXPECT_THAT(table.lines, ElementsAre(2, 4));
}

TEST(Csv, DetectsDelimiterLineEndsAndByteOrderMark) {
  for (const std::string delimiter : {",", ";", "\t"})
    for (const std::string end : {"\n", "\r\n", "\r"})
      for (const std::string mark : {"", "\xEF\xBB\xBF"})
        for (const std::string& last : {std::string(), end, end + end}) {
          const std::string other = delimiter == "," ? ";" : ",";
          const CsvTable table = parseCsv(mark + " a " + delimiter + "b" + end + end + "1" + other +
                                              "2" + delimiter + "\"3" + delimiter + "4\"" + last,
                                          "t.csv");
          EXPECT_THAT(table.header, ElementsAre("a", "b"));
          EXPECT_THAT(table.rows, ElementsAre(Row{"1" + other + "2", "3" + delimiter + "4"}));
          EXPECT_THAT(table.lines, ElementsAre(3));
        }
  EXPECT_THAT(parseCsv("\"x,y\";b\n1;2\n", "t").header, ElementsAre("x,y", "b"))
      << "quotes are heeded";
  EXPECT_THAT(parseCsv("only\n1\n", "t").rows, ElementsAre(Row{"1"}));
}

TEST(Csv, BytesThatAreNoUtf8AreWindows1252) {
  const CsvTable table = parseCsv("a,b\n\xfc\x80\x96,\xC3\xBC\xE2\x82\xAC\xe9\n", "t");
  EXPECT_THAT(table.rows, ElementsAre(Row{"ü€–", "ü€é"}));
  std::string all = "a\n";
  for (int byte = 0x80; byte < 0x100; ++byte) all += static_cast<char>(byte);
  EXPECT_TRUE(isUtf8(parseCsv(all, "t").rows.at(0).at(0)));
}

TEST(Csv, RowsOfAnotherLengthAreHandedOverWithTheirLineWhenReadOneByOne) {
  const std::string bytes = "a|b\n1|2\n3\n\n\"x\ny\"|5|6\n7|8\n";
  CsvReader reader(bytes, "t.csv");
  EXPECT_EQ(reader.delimiter(), '|');
  EXPECT_THAT(reader.header(), ElementsAre("a", "b"));
  std::vector<std::pair<std::int64_t, std::string>> seen;
  CsvReader::Row row;
  while (reader.next(row)) {
    EXPECT_EQ(row.fields.size(), 2U);
    seen.emplace_back(row.line, row.problem);
  }
  using Seen = std::pair<std::int64_t, std::string>;
  EXPECT_THAT(seen, ElementsAre(Seen(2, ""), Seen(3, "has 1 fields where the header has 2"),
                                Seen(5, "has 3 fields where the header has 2"), Seen(7, "")));
  EXPECT_THAT(CsvReader("a,b;c\n", "t", ';').header(), ElementsAre("a,b", "c"))
      << "the delimiter can be named";
}

TEST(Csv, RefusesWhatIsNoTableNamingTheLine) {
  expectError("", "t.csv", "is empty");
  expectError("\n\n", "t.csv", "is empty");
  expectError("a,b\n1,2\n3\n", "t.csv:3", "has 1 fields where the header has 2");
  expectError("a,b\n\"1\n1\",2,3\n", "t.csv:2", "has 3 fields where the header has 2");
  expectError("a,b\n1,\"2\n3\n4", "t.csv:2", "a quote is opened here and never closed");
  expectError("a,b\n1,2\n\"x\"y,2\n", "t.csv:3", "text follows a closing quote");
  expectError(std::string_view("a,b\n1,\0\n", 8), "t.csv:2", "NUL");
  expectError(
      "\xFF\xFE"
      "a",
      "t.csv", "UTF-16");
}

TEST(Csv, HostileSizesAreRefused) {
  expectError(std::string(1000000, ','), "t.csv:1", "more than 10000 columns");
  expectError("a\n" + std::string(2 << 20, 'x'), "t.csv:2", "longer than 1 MiB");
  expectError("a,b\n1,\"" + std::string(2 << 20, '\n'), "t.csv:2", "never closed");
  expectError("a\n\"" + std::string(2 << 20, '\n') + "\"", "t.csv:2", "longer than 1 MiB");
  std::string wide(9999, ',');
  std::string many = wide + "\n";
  for (int row = 0; row < 2001; ++row) many += wide + "\n";
  expectError(many, "t.csv:2002", "more than 20000000 fields");
  EXPECT_THAT(parseCsv("a\n" + std::string(1 << 20, 'x'), "t").rows.at(0).at(0).size(), 1U << 20);
}

TEST(Csv, ColumnsAreFoundByNameAndMissingOnesNameThoseThereAre) {
  const CsvTable table = parseCsv("image,notes,x,x\n", "t.csv");
  EXPECT_EQ(table.column("notes", "t.csv"), 1U);
  try {
    table.column("report", "t.csv");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "t.csv: has no column 'report'. Its columns are: image, notes, x, x.");
  }
  EXPECT_THROW(table.column("x", "t.csv"), Error) << "which of the two?";
}

TEST(Csv, WrittenFieldsReadBack) {
  Random random(4);
  const std::string alphabet = "ab\",;\t\n\r ü'";
  for (int i = 0; i < 2000; ++i) {
    Row row(3);
    for (std::string& field : row)
      for (std::uint64_t n = random.below(6); n > 0; --n) field += alphabet[random.below(9)];
    const CsvTable table = parseCsv(
        "a,b,c\n" + csvField(row[0]) + "," + csvField(row[1]) + "," + csvField(row[2]) + "\n", "t");
    ASSERT_THAT(table.rows, ElementsAre(row));
  }
  EXPECT_EQ(csvField("plain text"), "plain text");
}

TEST(Csv, MutatedTablesAreReadOrRefusedByName) {
  const std::string valid =
      "image,notes,patient_id\r\nimages/1.jpg,\"Two\nlines, "
      "\"\"quoted\"\"\",7\r\nimages/2.jpg;,n\xC3\xB6,8\r\n";
  Random random(8);
  int refused = 0;
  for (int i = 0; i < 5000; ++i) {
    const std::string bytes = testing::mutate(valid, random, ",;\t\"\r\n\"\xEF");
    try {
      const CsvTable table = parseCsv(bytes, "t.csv");
      ASSERT_EQ(table.rows.size(), table.lines.size());
      for (const Row& row : table.rows) {
        ASSERT_EQ(row.size(), table.header.size());
        for (const std::string& field : row) ASSERT_TRUE(isUtf8(field));
      }
    } catch (const Error& error) {
      ++refused;
      ASSERT_THAT(error.where(), StartsWith("t.csv"));
    }
  }
  EXPECT_GT(refused, 1000);
  EXPECT_LT(refused, 5000);
}

}  // namespace
}  // namespace mrm
