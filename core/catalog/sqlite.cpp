#include "core/catalog/sqlite.h"

#include "core/base/error.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

constexpr int kWaitForOthers = 5000;        // ms that a writer waits for another
constexpr int kLongestValue = 256 << 20;    // bytes of one text
constexpr std::size_t kStatementsKept = 4;  // of the same text, when they are used at once

std::string place(const fs::path& file) {
  return file.empty() ? "catalogue" : file.string();
}

}  // namespace

Database::Database(const fs::path& file) : file_(file) {
  std::error_code code;
  if (!fs::is_regular_file(file, code))
    throw Error(fs::exists(file, code) ? "is no catalogue" : "there is no such catalogue",
                file.string(), "Choose the file catalog.db of a data set.");
  sqlite3* handle = nullptr;
  const int opened =
      sqlite3_open_v2(file.c_str(), &handle,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  handle_.reset(handle);
  if (opened != SQLITE_OK) fail(opened);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestValue);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_busy_timeout(handle, kWaitForOthers);
  execute(
      "PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
      "PRAGMA cache_size=-65536; PRAGMA synchronous=NORMAL;"
      "PRAGMA journal_size_limit=67108864");
}

Database::Database() {
  sqlite3* handle = nullptr;
  const int opened =
      sqlite3_open_v2(":memory:", &handle,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (opened != SQLITE_OK) fail(opened);
}

void Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::integer(const std::string& sql) {
  sqlite3_stmt* raw = nullptr;
  const int prepared = sqlite3_prepare_v2(handle_.get(), sql.c_str(), -1, &raw, nullptr);
  const StatementHandle statement(raw);
  if (prepared != SQLITE_OK) fail(prepared);
  const int code = sqlite3_step(raw);
  if (code == SQLITE_DONE) return 0;
  if (code != SQLITE_ROW) fail(code);
  return sqlite3_column_int64(raw, 0);
}

void Database::failDamaged(const std::string& what) const {
  throw Error("the catalogue is damaged: " + what, place(file_),
              "Take the last good copy of the file, or import the data set again.");
}

void Database::fail(int code) const {
  const std::string message =
      handle_ ? sqlite3_errmsg(handle_.get()) : std::string(sqlite3_errstr(code));
  switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      failDamaged(message);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error("another program is writing to the catalogue", place(file_),
                  "Wait until it is done, then try again.");
    case SQLITE_FULL:
      throw Error("the disk is full", place(file_), "Make room on the disk, then try again.");
    case SQLITE_IOERR:
      throw Error("the catalogue cannot be read or written: " + message, place(file_),
                  "Is the disk full, or was it taken away?");
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      throw Error("the catalogue cannot be opened for writing: " + message, place(file_),
                  "You need permission to write to the file and its folder.");
    case SQLITE_NOMEM:
      throw Error("the memory is used up", place(file_));
    default:
      throw Error("the catalogue cannot be used: " + message, place(file_));
  }
}

Database::StatementHandle Database::take(std::string_view sql) {
  std::vector<StatementHandle>& kept = statements_[sql];
  if (!kept.empty()) {
    StatementHandle statement = std::move(kept.back());
    kept.pop_back();
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) fail(code);
  return StatementHandle(statement);
}

void Database::giveBack(std::string_view sql, StatementHandle statement) {
  std::vector<StatementHandle>& kept = statements_[sql];
  if (kept.size() < kStatementsKept) kept.push_back(std::move(statement));
}

Query::~Query() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  database_.giveBack(sql_, std::move(statement_));
}

bool Query::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.fail(code);
  return false;
}

std::string_view Query::view(int column) const {
  const bool isBytes = sqlite3_column_type(statement_.get(), column) == SQLITE_BLOB;
  const auto* text = static_cast<const char*>(
      isBytes ? sqlite3_column_blob(statement_.get(), column)
              : static_cast<const void*>(sqlite3_column_text(statement_.get(), column)));
  if (!text) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

SqlValue Query::value(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return integer(column);
    case SQLITE_FLOAT:
      return number(column);
    default:
      return text(column);
  }
}

void Query::check(int code) const {
  if (code != SQLITE_OK) database_.fail(code);
}

void Query::bind(int index, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), index, value));
}
void Query::bind(int index, double value) {
  check(sqlite3_bind_double(statement_.get(), index, value));
}
void Query::bind(int index, std::string_view value) {
  // An empty view may have no address, which SQLite would take for NULL.
  check(sqlite3_bind_text64(statement_.get(), index, value.empty() ? "" : value.data(),
                            value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}
void Query::bind(int index, SqlBytes value) {
  check(sqlite3_bind_blob64(statement_.get(), index, value.bytes.empty() ? "" : value.bytes.data(),
                            value.bytes.size(), SQLITE_TRANSIENT));
}
void Query::bind(int index, std::nullptr_t) {
  check(sqlite3_bind_null(statement_.get(), index));
}
void Query::bind(int index, const SqlValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value))
    bind(index, *integer);
  else if (const auto* number = std::get_if<double>(&value))
    bind(index, *number);
  else if (const auto* text = std::get_if<std::string>(&value))
    bind(index, *text);
  else
    bind(index, nullptr);
}
void Query::bind(int index, const std::optional<std::int64_t>& value) {
  value ? bind(index, *value) : bind(index, nullptr);
}
void Query::bind(int index, const std::optional<double>& value) {
  value ? bind(index, *value) : bind(index, nullptr);
}

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
  database_.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}
Transaction::~Transaction() {
  if (!isOpen_) return;
  // SQLite has rolled back by itself after some errors (disk full).
  if (database_.isInTransaction())
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}
void Transaction::commit() {
  database_.execute("COMMIT");
  isOpen_ = false;
}

}  // namespace mrm
