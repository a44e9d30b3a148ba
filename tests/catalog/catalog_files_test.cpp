// Catalogues that are damaged, foreign, old, in use by others, killed while writing or out of disk.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <atomic>
#include <cstdlib>
#include <thread>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/random.h"
#include "core/catalog/catalog.h"
#include "core/catalog/checks.h"
#include "core/catalog/schema.h"
#include "core/catalog/splits.h"
#include "tests/catalog/catalog_samples.h"
#include "tests/run/child_process.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using testing::allIds;
using ::testing::HasSubstr;
using testing::makeBatch;
using testing::makeRecord;
using testing::TemporaryFolder;

std::vector<CatalogRecord> someRecords(int count, const std::string& prefix = "k") {
  std::vector<CatalogRecord> records;
  for (int i = 0; i < count; ++i) {
    CatalogRecord record =
        makeRecord(prefix + std::to_string(i), "p" + std::to_string(i / 3), i % 2 ? "PA" : "AP",
                   "No effusion in study " + std::to_string(i / 2) + ".");
    record.labels = {{"chexpert", "Edema", static_cast<LabelValue>(i % 4)}};
    record.imageHash = static_cast<std::uint64_t>(i) * 0x9E3779B97F4A7C15ULL;
    if (i % 5 == 0) record.masks = {{"lungs", "m.png", "", ""}};
    if (i % 7 == 0) record.tags = {"seven"};
    if (i % 11 == 0) {
      record.status = RecordStatus::Quarantined;
      record.reason = "no image";
    }
    records.push_back(std::move(record));
  }
  return records;
}

// A catalogue with some of everything in one file, its log written back.
std::string validBytes(const fs::path& file) {
  {
    Catalog catalog = Catalog::create(file);
    catalog.import(makeBatch(someRecords(60)));
    const auto ids = allIds(catalog);
    catalog.exclude({ids.data(), 10}, "blurred");
    catalog.setView({ids.data() + 5, 20}, "LATERAL");
    catalog.addTag({ids.data() + 3, 9}, "check");
    catalog.undo();
    catalog.setSetting("report-policy", "{}");
  }
  return readFile(file, 1 << 26);
}

void execute(const fs::path& file, const std::string& sql) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &handle), SQLITE_OK);
  char* message = nullptr;
  EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK) << message;
  sqlite3_free(message);
  sqlite3_close(handle);
}

void expectRefused(const fs::path& file, const std::string& problem) {
  try {
    Catalog catalog(file);
    ADD_FAILURE() << "opened";
  } catch (const Error& error) {
    EXPECT_THAT(error.problem(), HasSubstr(problem));
    EXPECT_EQ(error.where(), file.string());
  }
}

// Everything that the catalogue offers; errors by name are fine.
void useEverything(const fs::path& file) {
  try {
    Catalog catalog(file);
    const auto tried = [](const auto& work) {
      try {
        work();
      } catch (const Error& error) {
        EXPECT_FALSE(error.problem().empty());
      }
    };
    std::vector<RecordId> ids;
    tried([&] { ids = catalog.find({}); });
    for (int i = 0; i < 11; ++i) tried([&] { catalog.facetCounts(static_cast<Facet>(i), {}); });
    for (int i = 0; i < 11; ++i)
      tried([&] { catalog.find({}, {static_cast<RecordColumn>(i), true}); });
    for (const char* text : {"effusion", "stud*", "\"no effusion\"", "patient:p1", "file:k1"})
      tried([&] {
        RecordQuery query;
        query.text = text;
        catalog.find(query);
      });
    tried([&] { catalog.rows(ids); });
    tried([&] { catalog.forEach({}, [](const CatalogRecord&) {}); });
    tried([&] { catalog.sources(); });
    tried([&] { catalog.history(); });
    tried([&] { catalog.revision(); });
    tried([&] { catalog.setting("report-policy"); });
    tried([&] { checkCatalog(catalog); });
    tried([&] { planSplits(catalog, {}); });
    tried([&] { catalog.setView(ids, "PA"); });
    tried([&] { catalog.undo(); });
    tried([&] { catalog.redo(); });
    tried([&] { catalog.exclude(ids); });
    tried([&] { catalog.addTag(ids, "x"); });
    tried([&] { catalog.import(makeBatch(someRecords(20, "n"))); });
    tried([&] { catalog.undo(); });
    tried([&] { catalog.size(); });
  } catch (const Error& error) {
    EXPECT_FALSE(error.problem().empty());
  }
}

TEST(CatalogFiles, MutatedTruncatedAndRandomFilesAreReadOrRefusedByName) {
  const TemporaryFolder folder;
  const std::string valid = validBytes(folder.path() / "valid.db");
  const char* wanted = std::getenv("MRM_CATALOG_MUTATIONS");
  const int count = wanted ? std::atoi(wanted) : 300;
  Random random(4);
  const fs::path file = folder.path() / "bad.db";
  for (int i = 0; i < count; ++i) {
    std::string bytes = valid;
    const double draw = random.uniform();
    if (draw < 0.1) {
      bytes.resize(random.below(bytes.size()));
    } else if (draw < 0.15) {
      for (std::size_t at = 100; at < bytes.size(); ++at)
        bytes[at] = static_cast<char>(random.below(256));
    } else if (draw < 0.25) {  // a page in the place of another
      const std::size_t pages = bytes.size() / 4096;
      bytes.replace(random.below(pages) * 4096, 4096,
                    valid.substr(random.below(pages) * 4096, 4096));
    } else {
      for (std::uint64_t edits = 1 + random.below(20); edits > 0; --edits) {
        const std::size_t at = random.below(bytes.size());
        const std::size_t length = 1 + random.below(random.chance(0.2) ? 64 : 3);
        for (std::size_t j = at; j < std::min(at + length, bytes.size()); ++j)
          bytes[j] = static_cast<char>(random.chance(0.3) ? 0xFF : random.below(256));
      }
    }
    for (const char* end : {"-wal", "-shm"}) fs::remove(file.string() + end);
    testing::writeFile(file, bytes);
    useEverything(file);
    if (::testing::Test::HasFailure()) {
      ADD_FAILURE() << "mutation " << i;
      break;
    }
  }
}

TEST(CatalogFiles, ValuesThatMakeNoSenseAreRefusedByName) {
  const TemporaryFolder folder;
  const std::string valid = validBytes(folder.path() / "valid.db");
  const fs::path file = folder.path() / "bad.db";
  for (const char* sql : {"UPDATE record SET split=9",
                          "UPDATE record SET patient=99999999999",
                          "UPDATE record SET labels=-1",
                          "UPDATE record SET source=77",
                          "UPDATE label_set SET labels='nonsense' WHERE id=1",
                          "UPDATE label_set SET labels='999:1' WHERE id=1",
                          "UPDATE label_set SET id=id+4000000000",
                          "UPDATE term SET id=9000000000000 WHERE id=1",
                          "UPDATE tag_set SET tags='9 9' WHERE id=1",
                          "UPDATE step_change SET records=x'8080'",
                          "UPDATE step_change SET field=1000",
                          "UPDATE step_change SET records=x'FFFFFFFFFFFFFFFFFF'",
                          "DELETE FROM term",
                          "DELETE FROM report",
                          "DELETE FROM label_class",
                          "UPDATE record SET report=123456",
                          "UPDATE change SET records=x'FF'",
                          "DELETE FROM next_id",
                          "UPDATE next_id SET record=-5",
                          "DELETE FROM record_detail",
                          "UPDATE record SET id=-id",
                          "UPDATE report_words_data SET block=x'00'",
                          "UPDATE record SET age='old', patient='x', present=x'01'"}) {
    for (const char* end : {"-wal", "-shm"}) fs::remove(file.string() + end);
    testing::writeFile(file, valid);
    execute(file, std::string("PRAGMA foreign_keys=OFF;") + sql);
    useEverything(file);
  }
  testing::writeFile(file, valid);
  execute(file, "UPDATE record SET patient=99999999999");
  try {
    Catalog(file).find({});
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_THAT(error.problem(), HasSubstr("damaged"));
  }
}

TEST(CatalogFiles, ForeignTablesTriggersAndViewsAreRefused) {
  const TemporaryFolder folder;
  const std::string valid = validBytes(folder.path() / "valid.db");
  const fs::path file = folder.path() / "foreign.db";
  for (const char* sql :
       {"CREATE TRIGGER t AFTER UPDATE ON record BEGIN DELETE FROM report; END",
        "CREATE VIEW v AS SELECT * FROM record", "CREATE TABLE extra(a)", "DROP TABLE setting",
        "CREATE INDEX i ON record(view)", "ALTER TABLE term ADD COLUMN more",
        "DROP TABLE setting; CREATE VIEW setting AS SELECT 'a' AS name, 'b' AS value",
        "CREATE VIRTUAL TABLE w USING fts5(a)"}) {
    for (const char* end : {"-wal", "-shm"}) fs::remove(file.string() + end);
    testing::writeFile(file, valid);
    execute(file, sql);
    expectRefused(file, "damaged");
  }
  testing::writeFile(file, valid);
  execute(file, "PRAGMA application_id=1");
  expectRefused(file, "is no catalogue");
  testing::writeFile(file, valid);
  execute(file, "PRAGMA user_version=99");
  expectRefused(file, "newer version");
  testing::writeFile(file, valid);
  execute(file, "PRAGMA user_version=0");
  expectRefused(file, "damaged");
  testing::writeFile(file, valid);
  execute(file, "ANALYZE");
  EXPECT_EQ(Catalog(file).size(), 60) << "the planner's statistics do no harm";
  testing::writeFile(file, "");
  expectRefused(file, "is no catalogue");
}

TEST(CatalogFiles, AnOlderVersionIsBroughtUpToDateAfterACopy) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "catalog.db";
  execute(file, schemaOfVersion(1) + "PRAGMA application_id=" + std::to_string(kCatalogId) +
                    "; PRAGMA user_version=1;"
                    "INSERT INTO source VALUES(1, 'Old', 'csv', '/old', '{}', '2020');"
                    "INSERT INTO term VALUES(1, 1, 'patient');"
                    "INSERT INTO record VALUES(7, 1, 1, 1, 0, 0, 0, 0, 0, NULL, 1, NULL, NULL,"
                    " NULL, 0, 0, 0, 0, 0);"
                    "INSERT INTO record_detail VALUES(7, 1, 'a', 'a.png', 0, '', '', 0, 0, 0, 0,"
                    " '', NULL, NULL, 'old.csv:2');");
  const std::string before = readFile(file, 1 << 26);
  {
    Catalog catalog(file);
    ASSERT_EQ(allIds(catalog), std::vector<RecordId>{7});
    EXPECT_EQ(catalog.record(7)->patient, "patient");
    EXPECT_EQ(catalog.record(7)->split, Split::Training);
    catalog.import(makeBatch({makeRecord("b", "2")}));
    EXPECT_EQ(allIds(catalog), (std::vector<RecordId>{7, 8}));
  }
  EXPECT_EQ(Catalog(file).size(), 2) << "once is enough";
  const fs::path copy = folder.path() / "catalog.db.version-1";
  ASSERT_TRUE(fs::exists(copy));
  fs::rename(copy, folder.path() / "old.db");
  EXPECT_EQ(allIds(Catalog(folder.path() / "old.db")), std::vector<RecordId>{7});
}

TEST(CatalogFiles, NumbersOfRecordsAreNeverGivenTwice) {
  const TemporaryFolder folder;
  Catalog catalog = Catalog::create(folder.path() / "catalog.db");
  catalog.import(makeBatch(someRecords(5)));
  const RecordId last = allIds(catalog).back();
  catalog.undo();
  catalog.import(makeBatch(someRecords(3, "other")));
  EXPECT_GT(allIds(catalog).front(), last);
}

TEST(CatalogFiles, AnImportKilledInTheMiddleLeavesTheCatalogueAsItWas) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "catalog.db";
  {
    Catalog catalog = Catalog::create(file);
    catalog.import(makeBatch(someRecords(200)));
  }
  const auto more = someRecords(20000, "more");
  Random random(9);
  int killed = 0;
  std::int64_t size = 200;
  for (int i = 0; i < 12; ++i) {
    // The child says when it is in the middle.
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    {
      testing::ChildProcess child([&] {
        Catalog catalog(file);
        catalog.import(makeBatch(more), [&](const Progress& progress) {
          if (progress.done == 2000) static_cast<void>(::write(ends[1], "x", 1));
        });
      });
      ::close(ends[1]);
      char byte = 0;
      ASSERT_EQ(::read(ends[0], &byte, 1), 1);
      ::usleep(static_cast<useconds_t>(random.below(20000)));
    }  // killed here
    ::close(ends[0]);
    Catalog catalog(file);
    const std::int64_t now = catalog.size();
    if (now != 200) {
      ASSERT_EQ(now, 20200) << "half of an import";
      size = now;
      break;
    }
    ++killed;
    std::size_t reports = 0;
    catalog.forEach({}, [&](const CatalogRecord& record) { reports += record.report.has_value(); });
    ASSERT_EQ(reports, 200U);
    ASSERT_EQ(catalog.history().size(), 1U);
  }
  EXPECT_GT(killed, 5);
  Catalog catalog(file);
  if (size == 200) catalog.import(makeBatch(more));
  EXPECT_EQ(catalog.size(), 20200);
  EXPECT_EQ(catalog.exclude(allIds(catalog)), 20200);
}

TEST(CatalogFiles, AFullDiskChangesNothingAndIsNamed) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "catalog.db";
  {
    Catalog catalog = Catalog::create(file);
    catalog.import(makeBatch(someRecords(200)));
  }
  {
    testing::ChildProcess child([&] {
      // A file that may not grow stands for a disk that is full.
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{400000, 400000};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      Catalog catalog(file);
      try {
        catalog.import(makeBatch(someRecords(20000, "more")));
        ::_exit(2);
      } catch (const Error& error) {
        const std::string what = error.what();
        if (what.find("disk") == std::string::npos) ::_exit(3);
      }
      // The same connection goes on.
      if (catalog.size() != 200) ::_exit(4);
      if (catalog.exclude(std::vector<RecordId>{1}) != 1) ::_exit(5);
      ::_exit(0);
    });
    int status = -1;
    ::waitpid(child.pid(), &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
  }
  Catalog catalog(file);
  EXPECT_EQ(catalog.size(), 200);
  EXPECT_EQ(catalog.record(1)->status, RecordStatus::Excluded);
}

TEST(CatalogFiles, ReadersAndWritersWorkAtTheSameTime) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "catalog.db";
  std::vector<RecordId> ids;
  {
    Catalog catalog = Catalog::create(file);
    catalog.import(makeBatch(someRecords(2000)));
    ids = allIds(catalog);
  }
  std::atomic<bool> ended = false;
  std::atomic<int> failures = 0, reads = 0;
  const auto writer = [&](unsigned number) {
    try {
      Catalog catalog(file);
      for (int i = 0; i < 25; ++i) {
        // All or nothing: readers must never see some of them.
        catalog.setView(ids, number == 0 ? "A" : "B");
        catalog.setSplit({ids.data(), 10}, i % 2 ? Split::Test : Split::Training);
      }
    } catch (const std::exception& error) {
      ADD_FAILURE() << error.what();
      ++failures;
    }
  };
  const auto reader = [&] {
    try {
      Catalog catalog(file);
      std::int64_t revision = 0;
      while (!ended) {
        const auto views = catalog.facetCounts(Facet::View, {});
        std::int64_t all = 0;
        for (const FacetCount& count : views) all += count.count;
        if (all != 2000) ++failures;
        if (views.size() > 1 && (views[0].value == "A" || views[0].value == "B")) ++failures;
        const std::int64_t now = catalog.revision();
        if (now < revision) ++failures;
        revision = now;
        ++reads;
      }
    } catch (const std::exception& error) {
      ADD_FAILURE() << error.what();
      ++failures;
    }
  };
  {
    std::jthread readerThread(reader);
    { std::jthread one(writer, 0U), two(writer, 1U); }
    ended = true;
  }
  EXPECT_EQ(failures, 0);
  EXPECT_GT(reads, 10);
}

}  // namespace
}  // namespace mrm
