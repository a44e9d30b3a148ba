// A connection to an SQLite file that nobody vouches for, and prepared statements on it.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace mrm {

// NULL, INTEGER, REAL, TEXT.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

// Bytes that are no text.
struct SqlBytes {
  std::string_view bytes;
};

// Every call throws Error naming the file: damaged, locked by another program, disk full…
class Database {
 public:
  // Opens a regular file that is there. Nothing in the file is run: no trigger or view is trusted,
  // internal tables cannot be written to, and what is read is checked against damage.
  explicit Database(const std::filesystem::path& file);
  Database();  // in memory, empty

  const std::filesystem::path& file() const { return file_; }
  void execute(const std::string& sql);
  std::int64_t integer(const std::string& sql);  // of the first row; 0 when NULL or no row
  std::int64_t lastId() const { return sqlite3_last_insert_rowid(handle_.get()); }
  bool isInTransaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
  sqlite3* handle() const { return handle_.get(); }

  [[noreturn]] void fail(int code) const;
  [[noreturn]] void failDamaged(const std::string& what) const;

 private:
  friend class Query;
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  using StatementHandle = std::unique_ptr<sqlite3_stmt, Finalize>;
  StatementHandle take(std::string_view sql);  // a prepared one that is not in use
  void giveBack(std::string_view sql, StatementHandle statement);

  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Close> handle_;
  std::unordered_map<std::string_view, std::vector<StatementHandle>> statements_;
};

// A statement with its values. `sql` must be a literal, or outlive the database: statements are
// kept and found again by it.
class Query {
 public:
  template <class... Values>
  explicit Query(Database& database, std::string_view sql, const Values&... values)
      : database_(database), sql_(sql), statement_(database.take(sql)) {
    bindAll(values...);
  }
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  // Starts again with other values.
  template <class... Values>
  Query& with(const Values&... values) {
    sqlite3_reset(statement_.get());
    bindAll(values...);
    return *this;
  }
  bool next();                  // to the next row
  void run() { (void)next(); }  // of a statement that gives no rows

  bool isNull(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
  }
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  double number(int column) const { return sqlite3_column_double(statement_.get(), column); }
  // Text or bytes, valid until the next row.
  std::string_view view(int column) const;
  std::string text(int column) const { return std::string(view(column)); }
  SqlValue value(int column) const;

 private:
  template <class... Values>
  void bindAll(const Values&... values) {
    int index = 0;
    (bind(++index, values), ...);
  }
  void bind(int index, std::int64_t value);
  void bind(int index, int value) { bind(index, std::int64_t{value}); }
  void bind(int index, double value);
  void bind(int index, std::string_view value);
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  void bind(int index, const char* value) { bind(index, std::string_view(value)); }
  void bind(int index, SqlBytes value);
  void bind(int index, std::nullptr_t);
  void bind(int index, const SqlValue& value);
  void bind(int index, const std::optional<std::int64_t>& value);
  void bind(int index, const std::optional<double>& value);
  void check(int code) const;

  Database& database_;
  std::string_view sql_;
  Database::StatementHandle statement_;
};

// A span of work on one state of the file. A write that is not committed is undone.
class Transaction {
 public:
  enum class Kind { Read, Write };
  Transaction(Database& database, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool isOpen_ = true;
};

}  // namespace mrm
