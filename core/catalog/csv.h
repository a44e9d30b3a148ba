// Tables of comma-separated values as spreadsheets and Python write them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mrm {

struct CsvTable {
  std::vector<std::string> header;             // surrounding white space removed
  std::vector<std::vector<std::string>> rows;  // each as long as the header
  std::vector<std::int64_t> lines;             // line of the file on which each row starts, from 1
  // Column by name; throws Error naming the columns there are.
  std::size_t column(std::string_view name, const std::string& fileName) const;
};

// A table row by row, for files of hundreds of thousands of rows: one row is in memory at a time.
// What it reads is what parseCsv() reads, but a row of another length than the header is handed
// over with its problem, so that the rest of the table can be used. `bytes` must outlive it.
class CsvReader {
 public:
  struct Row {
    std::vector<std::string> fields;  // padded or cut to the header's length
    std::int64_t line = 0;            // of the file, from 1: where the row starts
    std::string problem;              // "has 3 fields where the header has 5"; empty when it fits
  };

  // Delimiter 0: one of , ; tab and |, detected. Throws Error when there is no header.
  CsvReader(std::string_view bytes, std::string fileName, char delimiter = 0);
  CsvReader(CsvReader&&) noexcept;
  ~CsvReader();

  const std::vector<std::string>& header() const;  // surrounding white space removed
  char delimiter() const;
  std::size_t position() const;  // bytes read so far, for progress
  // Reads the next row that is not an empty line; false at the end. Throws Error ("FILE:LINE") for
  // quotes that are not closed and absurd sizes: what follows cannot be told apart.
  bool next(Row& row);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// RFC 4180 with detection of , ; tab or |, a BOM, and CR, LF or CRLF. Bytes that are not UTF-8 are
// taken as Windows-1252. Throws Error ("FILE:LINE") for unclosed quotes or rows of another length.
CsvTable parseCsv(std::string_view bytes, const std::string& fileName);

std::string csvField(std::string_view text);  // quoted where needed

}  // namespace mrm
