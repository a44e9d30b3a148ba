#include "core/importers/table_file.h"

#include <algorithm>
#include <fstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/printable.h"
#include "core/importers/field_values.h"
#include "core/importers/file_index.h"
#include "core/importers/gzip.h"
#include "core/importers/text_encoding.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTableLimit = std::size_t{1} << 30;    // bytes, unpacked
constexpr std::size_t kStartBytes = std::size_t{1} << 18;    // read for a preview
constexpr std::size_t kLongestStart = std::size_t{1} << 24;  // where a row is longer than that

char delimiterOf(const std::string& word, const std::string& name) {
  if (word.empty() || word == "auto") return 0;
  if (word == "comma") return ',';
  if (word == "semicolon") return ';';
  if (word == "tab") return '\t';
  if (word == "pipe") return '|';
  throw Error("there is no delimiter '" + printable(word, 20) + "'", name,
              "It may be auto, comma, semicolon, tab or pipe.");
}

std::string wordOf(char delimiter) {
  return delimiter == ';'    ? "semicolon"
         : delimiter == '\t' ? "tab"
         : delimiter == '|'  ? "pipe"
                             : "comma";
}

std::string readStart(const fs::path& file, std::size_t most) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(most, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(most));
  if (!in && !in.eof()) throw Error("cannot be read", file.string());
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

// Up to the last line end, so that the cut is no damage; UTF-16 units stay whole.
void cutToLine(std::string& text) {
  const std::size_t end = text.find_last_of("\r\n");
  if (end != std::string::npos) text.resize(end + 1);
}

DecodedText decodeStart(const fs::path& file, std::size_t most, const std::string& encoding,
                        bool& isCut) {
  const std::string name = file.string();
  std::string bytes = readStart(file, most);
  isCut = bytes.size() == most;
  if (isGzip(bytes)) {
    bytes = gunzipStart(bytes, most, name);
    isCut = true;
  }
  // Not inside a character: at a line's end, or between UTF-16 units.
  if (isCut && bytes.find('\0') == std::string::npos)
    cutToLine(bytes);
  else if (isCut)
    bytes.resize(bytes.size() - bytes.size() % 4);
  DecodedText decoded = decodeText(std::move(bytes), encoding, name);
  if (isCut) cutToLine(decoded.text);
  return decoded;
}

}  // namespace

std::string readTextStart(const fs::path& file, std::size_t most) {
  bool isCut = false;
  return decodeStart(file, most, "auto", isCut).text;
}

const std::vector<std::string>& tableDelimiters() {
  static const std::vector<std::string> delimiters = {"auto", "comma", "semicolon", "tab", "pipe"};
  return delimiters;
}

std::string readTextFile(const fs::path& file, std::size_t limit, const std::string& encoding) {
  const std::string name = file.string();
  std::string bytes = readFile(file, limit);
  if (isGzip(bytes)) bytes = gunzip(bytes, limit, name);
  return decodeText(std::move(bytes), encoding, name).text;
}

TableFile::TableFile(const fs::path& file, const TableFormat& format)
    : name_(file.filename().string()) {
  const std::string full = file.string();
  std::string bytes = readFile(file, kTableLimit);
  if (isGzip(bytes)) bytes = gunzip(bytes, kTableLimit, full);
  DecodedText decoded = decodeText(std::move(bytes), format.encoding, full);
  encoding_ = std::move(decoded.encoding);
  text_ = std::make_unique<std::string>(std::move(decoded.text));
  reader_ = std::make_unique<CsvReader>(*text_, full, delimiterOf(format.delimiter, full));
}

std::string TableFile::delimiter() const {
  return wordOf(reader_->delimiter());
}

std::optional<std::size_t> TableFile::find(const std::vector<std::string>& names) const {
  for (const std::string& name : names)
    for (std::size_t i = 0; i < header().size(); ++i)
      if (plainWord(header()[i]) == plainWord(name)) return i;
  return {};
}

std::size_t TableFile::require(const std::vector<std::string>& names) const {
  if (const auto found = find(names)) return *found;
  std::string columns;
  for (const std::string& column : header()) columns += (columns.empty() ? "" : ", ") + column;
  throw Error("has no column '" + names.front() + "'", name_,
              "Its columns are: " + printable(columns, 1000) + ".");
}

std::optional<std::size_t> TableFile::column(const std::string& name) const {
  const auto found = std::find(header().begin(), header().end(), name);
  if (name.empty() || found == header().end()) return {};
  if (std::find(found + 1, header().end(), name) != header().end())
    throw Error("has two columns '" + printable(name, 100) + "'", name_, "Rename one of them.");
  return static_cast<std::size_t>(found - header().begin());
}

TableStart readTableStart(const fs::path& file, const TableFormat& format, std::size_t rows) {
  const std::string name = file.string();
  TableStart start;
  for (std::size_t most = kStartBytes;; most *= 8) {
    bool isCut = false;
    const DecodedText decoded = decodeStart(file, most, format.encoding, isCut);
    start.encoding = decoded.encoding;
    try {
      CsvReader reader(decoded.text, name, delimiterOf(format.delimiter, name));
      start.header = reader.header();
      start.delimiter = wordOf(reader.delimiter());
      start.rows.clear();
      CsvReader::Row row;
      while (start.rows.size() < rows && reader.next(row)) start.rows.push_back(row.fields);
      if (start.rows.empty() && isCut && most < kLongestStart) continue;  // a row longer than that
      return start;
    } catch (const Error&) {
      // A quoted field that the cut went through; what came before it is enough.
      if (!start.rows.empty() && isCut) return start;
      if (!isCut || most >= kLongestStart) throw;
    }
  }
}

bool hasTableName(const fs::path& file) {
  fs::path path = file;
  if (fileEnding(path.string()) == "gz") path = path.stem();
  const std::string ending = fileEnding(path.string());
  return ending == "csv" || ending == "tsv" || ending == "txt" || ending == "tab";
}

}  // namespace mrm
