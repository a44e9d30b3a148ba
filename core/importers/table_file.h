// A table on disk, whatever its compression, encoding and delimiter, read row by row.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/csv.h"

namespace mrm {

struct TableFormat {
  std::string delimiter = "auto";  // or one of tableDelimiters()
  std::string encoding = "auto";   // or one of textEncodings()
};

const std::vector<std::string>& tableDelimiters();  // "auto", "comma", "semicolon", "tab", "pipe"

class TableFile {
 public:
  // Reads the file, which may be compressed by gzip. Throws Error when it is no table, or larger
  // than 1 GiB when it is unpacked.
  explicit TableFile(const std::filesystem::path& file, const TableFormat& format = {});

  const std::string& name() const { return name_; }          // the file's name, for findings
  const std::string& encoding() const { return encoding_; }  // as it was told
  std::string delimiter() const;                             // likewise, "comma"
  const std::vector<std::string>& header() const { return reader_->header(); }
  // The first column with one of the names, however they are spelled ("Patient ID", "patient_id").
  std::optional<std::size_t> find(const std::vector<std::string>& names) const;
  std::size_t require(const std::vector<std::string>& names) const;  // throws Error
  std::optional<std::size_t> column(const std::string& name) const;  // exactly; "" gives none

  bool next(CsvReader::Row& row) { return reader_->next(row); }
  std::string where(std::int64_t line) const { return name_ + ":" + std::to_string(line); }

 private:
  std::string name_, encoding_;
  std::unique_ptr<std::string> text_;  // that the reader looks into
  std::unique_ptr<CsvReader> reader_;
};

// The header and the first rows, for previews and guesses; quick however large the file is.
struct TableStart {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  // as long as the header
  std::string delimiter, encoding;             // as they were told
};
TableStart readTableStart(const std::filesystem::path& file, const TableFormat& format = {},
                          std::size_t rows = 200);

// The whole text of a file (a report, a list), decoded; throws Error beyond `limit` bytes.
std::string readTextFile(const std::filesystem::path& file, std::size_t limit,
                         const std::string& encoding = "auto");

// Likewise its first `most` bytes up to the last line's end.
std::string readTextStart(const std::filesystem::path& file, std::size_t most);

// Whether it looks like a table by its name: .csv, .tsv, .txt, each also with .gz.
bool hasTableName(const std::filesystem::path& file);

}  // namespace mrm
