// Tables of comma-separated values as spreadsheets and Python write them.
#pragma once

#include <cstdint>
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

// RFC 4180 with detection of , ; or tab, a BOM, and CR, LF or CRLF. Bytes that are not UTF-8 are
// taken as Windows-1252. Throws Error ("FILE:LINE") for unclosed quotes or rows of another length.
CsvTable parseCsv(std::string_view bytes, const std::string& fileName);

std::string csvField(std::string_view text);  // quoted where needed

}  // namespace mrm
