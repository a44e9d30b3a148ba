// The exported table and its dictionary say what the catalogue holds, to us and to Python.
#include "core/catalog/export_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/catalog/csv.h"
#include "tests/catalog/catalog_samples.h"
#include "tests/python.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::allIds;
using testing::makeBatch;
using testing::makeRecord;
using testing::TemporaryFolder;

class ExportTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  fs::path csv_ = folder_.path() / "records.csv";
  Catalog catalog_ = Catalog::create(folder_.path() / "catalog.db");

  void SetUp() override {
    CatalogRecord a = makeRecord("a,\"1\"", "=HYPERLINK(\"x\")", "PA",
                                 "FINDINGS: \"Edema\",\r\nno effusion.\n\nÜber \xE2\x82\xAC");
    a.labels = {{"chexpert", "Edema", LabelValue::Positive},
                {"chexpert", "Fracture", LabelValue::Blank},
                {"siim", "Pneumothorax, left", LabelValue::Uncertain}};
    a.masks = {{"lungs", "masks/a;1.png", "", "me"}, {"air", {}, "3 4", ""}};
    a.tags = {"one", "two; three"};
    a.imageHash = 0x0123456789ABCDEFULL;
    a.looksInverted = false;
    a.width = 3000;
    a.height = 2000;
    a.spacing = {0.139, 0.139};
    a.age = 41.5;
    CatalogRecord b = makeRecord("b", "-2", "", "");
    b.age.reset();
    b.status = RecordStatus::Quarantined;
    b.reason = "@missing";
    b.labels = {{"chexpert", "Edema", LabelValue::Negative}};
    CatalogRecord c = makeRecord("c", "3");
    c.split = Split::Test;
    catalog_.import(makeBatch({a, b, c}));
  }
};

TEST_F(ExportTest, EveryValueComesBackFromTheTable) {
  const ExportedCatalog written = exportCatalog(catalog_, {}, csv_);
  EXPECT_EQ(written.records, 3);
  EXPECT_EQ(written.dictionary, folder_.path() / "records.dictionary.json");
  const CsvTable table = parseCsv(readFile(csv_, 1 << 20), "records.csv");
  ASSERT_EQ(table.rows.size(), 3U);
  const auto cell = [&](std::size_t row, const char* column) {
    return table.rows[row][table.column(column, "records.csv")];
  };
  const CatalogRecord a = *catalog_.record(allIds(catalog_)[0]);
  EXPECT_EQ(cell(0, "record"), std::to_string(a.id));
  EXPECT_EQ(cell(0, "source"), "Set");
  EXPECT_EQ(cell(0, "key"), a.key);
  EXPECT_EQ(cell(0, "image"), catalog_.imagePath(a).string());
  EXPECT_EQ(cell(0, "patient"), "=HYPERLINK(\"x\")");
  EXPECT_EQ(cell(0, "report"), a.report->text);
  EXPECT_EQ(cell(0, "age"), "41.5");
  EXPECT_EQ(cell(0, "row_spacing"), "0.139");
  EXPECT_EQ(cell(0, "image_hash"), "0123456789abcdef");
  EXPECT_EQ(cell(0, "looks_inverted"), "no");
  EXPECT_EQ(cell(1, "looks_inverted"), "");
  EXPECT_EQ(cell(0, "chexpert/Edema"), "positive");
  EXPECT_EQ(cell(1, "chexpert/Edema"), "negative");
  EXPECT_EQ(cell(2, "chexpert/Edema"), "");
  EXPECT_EQ(cell(0, "chexpert/Fracture"), "blank");
  EXPECT_EQ(cell(0, "siim/Pneumothorax, left"), "uncertain");
  EXPECT_EQ(cell(1, "status"), "quarantined");
  EXPECT_EQ(cell(1, "reason"), "@missing");
  EXPECT_EQ(cell(1, "age"), "");
  EXPECT_EQ(cell(2, "split"), "test");
  EXPECT_EQ(json::parse(cell(0, "tags")), (json{"one", "two; three"}));
  const json masks = json::parse(cell(0, "masks"));
  EXPECT_EQ(masks[0]["file"], "/data/set/masks/a;1.png");
  EXPECT_EQ(masks[1]["run_lengths"], "3 4");
  EXPECT_EQ(cell(2, "masks"), "");
  const std::string bytes = readFile(csv_, 1 << 20);
  EXPECT_NE(bytes.find(",\"-2\","), std::string::npos) << "what looks like a formula is in quotes";
}

TEST_F(ExportTest, TheDictionaryExplainsEveryColumnAndCounts) {
  exportCatalog(catalog_, {}, csv_);
  const json dictionary =
      json::parse(readFile(folder_.path() / "records.dictionary.json", 1 << 20));
  const CsvTable table = parseCsv(readFile(csv_, 1 << 20), "records.csv");
  ASSERT_EQ(dictionary["columns"].size(), table.header.size());
  EXPECT_EQ(dictionary["records"], 3);
  EXPECT_EQ(dictionary["table"], "records.csv");
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    const json& column = dictionary["columns"][i];
    EXPECT_EQ(column["name"], table.header[i]);
    EXPECT_FALSE(column["meaning"].get<std::string>().empty());
    EXPECT_FALSE(column["type"].get<std::string>().empty());
    std::int64_t filled = 0;
    std::map<std::string, std::int64_t> counts;
    for (const auto& row : table.rows) {
      filled += !row[i].empty();
      ++counts[row[i]];
    }
    EXPECT_EQ(column["filled"], filled) << table.header[i];
    if (column.contains("counts")) {
      EXPECT_EQ(column["counts"], json(counts)) << table.header[i];
    }
  }
}

TEST_F(ExportTest, AQuerySelectsAndAStopLeavesWhatWasThere) {
  RecordQuery usable;
  usable.facets[Facet::Status] = {"quarantined"};
  EXPECT_EQ(exportCatalog(catalog_, usable, csv_).records, 1);
  const std::string before = readFile(csv_, 1 << 20);
  const CsvTable table = parseCsv(before, "records.csv");
  EXPECT_EQ(table.header.back(), "chexpert/Edema") << "classes that the records speak of";
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(exportCatalog(catalog_, {}, csv_, {}, stop.get_token()), Stopped);
  EXPECT_EQ(readFile(csv_, 1 << 20), before);
  EXPECT_THROW(exportCatalog(catalog_, {}, folder_.path() / "no" / "folder.csv"), Error);
}

TEST_F(ExportTest, PythonReadsTheSame) {
  MRM_PYTHON_OR_SKIP(python, "csv");
  exportCatalog(catalog_, {}, csv_);
  const std::string output = testing::runPython(python, folder_.path(), R"(
import csv, json
with open('records.csv', newline='', encoding='utf-8') as f:
    rows = list(csv.DictReader(f))
d = json.load(open('records.dictionary.json', encoding='utf-8'))
assert len(rows) == d['records'] == 3
assert [c['name'] for c in d['columns']] == list(rows[0])
for c in d['columns']:
    values = [r[c['name']] for r in rows]
    assert sum(v != '' for v in values) == c['filled'], c
    if c.get('counts') is not None:
        assert {v: values.count(v) for v in values} == c['counts'], c
    if c['type'] == 'integer': [int(v) for v in values if v]
    if c['type'] == 'number': [float(v) for v in values if v]
    if c['type'] == 'json': [json.loads(v) for v in values if v]
print(json.dumps([rows[0]['report'], rows[0]['patient'], rows[0]['key'], rows[1]['patient']]))
)");
  ASSERT_FALSE(output.empty());
  const CatalogRecord a = *catalog_.record(allIds(catalog_)[0]);
  EXPECT_EQ(json::parse(output), (json{a.report->text, a.patient, a.key, "-2"}));
}

}  // namespace
}  // namespace mrm
