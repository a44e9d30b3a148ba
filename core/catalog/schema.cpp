#include "core/catalog/schema.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/printable.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

// Texts that repeat (patients, views, reasons…) are terms, and records refer to them by number;
// 0 is the empty text. Terms, label sets, tag sets and mask sets are never changed or removed, and
// a report's text is never changed: an edit of a record replaces numbers by others, and the history
// remembers numbers. What a list or a filter looks at lies in `record`, all numbers; the rest lies
// in `record_detail`, so that reading all of `record` stays quick.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE source(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, importer TEXT NOT NULL, root TEXT NOT NULL,
  rule TEXT NOT NULL, imported_at TEXT NOT NULL, UNIQUE(importer, root));
CREATE TABLE term(
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE(kind, text));
CREATE TABLE report(
  id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, key TEXT NOT NULL,
  is_blank INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX report_by_key ON report(source, key);
CREATE INDEX blank_report ON report(id) WHERE is_blank;
CREATE VIRTUAL TABLE report_words USING fts5(
  text, content='report', content_rowid='id', columnsize=0,
  tokenize='unicode61 remove_diacritics 2');
CREATE TABLE label_class(
  id INTEGER PRIMARY KEY, task TEXT NOT NULL, name TEXT NOT NULL, UNIQUE(task, name));
CREATE TABLE label_set(id INTEGER PRIMARY KEY, labels TEXT NOT NULL UNIQUE);
CREATE TABLE tag_set(id INTEGER PRIMARY KEY, tags TEXT NOT NULL UNIQUE);
CREATE TABLE mask(
  mask_set INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, file TEXT NOT NULL,
  run_lengths TEXT NOT NULL, author TEXT NOT NULL,
  PRIMARY KEY(mask_set, position)) WITHOUT ROWID;
CREATE TABLE record(
  id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, present INTEGER NOT NULL,
  patient INTEGER NOT NULL, study INTEGER NOT NULL, view INTEGER NOT NULL,
  modality INTEGER NOT NULL, sex INTEGER NOT NULL, date INTEGER NOT NULL, age REAL,
  split INTEGER NOT NULL, exclusion INTEGER, problem INTEGER, pixel_problem INTEGER,
  by_hand INTEGER NOT NULL, report INTEGER NOT NULL, labels INTEGER NOT NULL,
  masks INTEGER NOT NULL, tags INTEGER NOT NULL);
CREATE TABLE record_detail(
  id INTEGER PRIMARY KEY REFERENCES record ON DELETE CASCADE, source INTEGER NOT NULL,
  key TEXT NOT NULL, image TEXT NOT NULL, frame INTEGER NOT NULL, series TEXT NOT NULL,
  instance TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
  row_spacing REAL NOT NULL, column_spacing REAL NOT NULL, audit TEXT NOT NULL,
  image_hash INTEGER, looks_inverted INTEGER, provenance TEXT NOT NULL, UNIQUE(source, key));
CREATE INDEX record_by_image ON record_detail(image);
CREATE TABLE step(
  number INTEGER PRIMARY KEY, what TEXT NOT NULL, detail TEXT NOT NULL, records INTEGER NOT NULL,
  time TEXT NOT NULL, is_undone INTEGER NOT NULL, bytes INTEGER NOT NULL);
CREATE TABLE step_change(
  id INTEGER PRIMARY KEY, step INTEGER NOT NULL REFERENCES step ON DELETE CASCADE,
  field INTEGER NOT NULL, before, after, records BLOB NOT NULL);
CREATE INDEX step_change_by_step ON step_change(step);
CREATE TABLE change(revision INTEGER PRIMARY KEY, records BLOB);
CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO change VALUES(1, NULL);
)sql";

// Numbers of records are never given twice, not even after an import was taken back for good: what
// remembers a record by its number (runs, pictures in memory) never meets another one under it.
constexpr const char* kVersion2 = R"sql(
CREATE TABLE next_id(record INTEGER NOT NULL);
INSERT INTO next_id SELECT 1 + ifnull(max(id), 0) FROM record;
)sql";

// What makes each version from the one before it; the first from nothing.
constexpr std::array kVersions = {kVersion1, kVersion2};
static_assert(kVersions.size() == kCatalogVersion);

// SQLite's own tables are spelt differently by its versions.
std::string normalized(std::string_view sql) {
  std::string text;
  for (const char c : sql)
    if (!std::isspace(static_cast<unsigned char>(c)) && c != '"' && c != '\'')
      text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

// The statistics of the query planner are no harm.
bool isStatistics(std::string_view name) {
  return name == "sqlite_stat1" || name == "sqlite_stat4";
}

std::set<std::string> partsOf(Database& database) {
  std::set<std::string> parts;
  Query query(database, "SELECT type, name, tbl_name, sql FROM sqlite_schema");
  while (query.next())
    if (!isStatistics(query.view(1)))
      parts.insert(query.text(0) + " " + query.text(1) + " " + query.text(2) + " " +
                   normalized(query.view(3)));
  return parts;
}

void requireParts(Database& database, std::int64_t version) {
  Database wanted;
  wanted.execute(schemaOfVersion(version));
  const std::set<std::string> ours = partsOf(wanted), theirs = partsOf(database);
  if (ours == theirs) return;
  for (const std::string& part : theirs)
    if (!ours.contains(part))
      database.failDamaged("it has a part that no catalogue has: " + printable(part, 60));
  for (const std::string& part : ours)
    if (!theirs.contains(part)) database.failDamaged("a part is missing: " + printable(part, 60));
}

// A copy of the whole catalogue, what lies in its log included.
void copyBeside(Database& database, const fs::path& copy) {
  fs::path part = copy;
  part += ".part";
  std::error_code ignored;
  fs::remove(part, ignored);
  writeFileAtomically(part, "");
  try {
    Database target(part);
    sqlite3_backup* backup =
        sqlite3_backup_init(target.handle(), "main", database.handle(), "main");
    if (!backup) target.fail(sqlite3_errcode(target.handle()));
    sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK) target.fail(code);
  } catch (...) {
    fs::remove(part, ignored);
    throw;
  }
  for (const char* end : {"-wal", "-shm"}) fs::remove(part.string() + end, ignored);
  fs::rename(part, copy);
}

void bringUpToDate(Database& database, std::int64_t version) {
  fs::path copy = database.file();
  copy += ".version-" + std::to_string(version);
  copyBeside(database, copy);
  Transaction transaction(database, Transaction::Kind::Write);
  // Another program may have been faster.
  version = database.integer("PRAGMA user_version");
  for (; version < kCatalogVersion; ++version)
    database.execute(kVersions[static_cast<std::size_t>(version)]);
  database.execute("PRAGMA user_version=" + std::to_string(kCatalogVersion));
  transaction.commit();
}

}  // namespace

void createSchema(Database& database) {
  Transaction transaction(database, Transaction::Kind::Write);
  database.execute(schemaOfVersion(kCatalogVersion));
  database.execute("PRAGMA application_id=" + std::to_string(kCatalogId) +
                   "; PRAGMA user_version=" + std::to_string(kCatalogVersion));
  transaction.commit();
}

void checkSchema(Database& database) {
  if (database.integer("PRAGMA application_id") != kCatalogId)
    throw Error("is no catalogue", database.file().string(),
                "Choose the file catalog.db of a data set.");
  const std::int64_t version = database.integer("PRAGMA user_version");
  if (version > kCatalogVersion)
    throw Error("was made by a newer version of the program", database.file().string(),
                "Update the program.");
  if (version < 1) database.failDamaged("it has no version");
  requireParts(database, version);
  if (version == kCatalogVersion) return;
  bringUpToDate(database, version);
  requireParts(database, kCatalogVersion);
}

std::string schemaOfVersion(std::int64_t version) {
  std::string sql;
  for (std::int64_t i = 0; i < version; ++i) sql += kVersions[static_cast<std::size_t>(i)];
  return sql;
}

}  // namespace mrm
