#include "core/catalog/csv.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/trim.h"
#include "core/base/utf8.h"

namespace mrm {
namespace {

constexpr std::size_t kMostColumns = 10000;
constexpr std::size_t kFieldLimit = std::size_t{1} << 20;  // bytes
constexpr std::size_t kMostFields =
    std::size_t{20'000'000};  // of a table: each takes 32 bytes even if empty

// Reads one record after the other.
class Reader {
 public:
  Reader(std::string_view bytes, std::string fileName)
      : rest_(bytes), fileName_(std::move(fileName)) {}

  void setDelimiter(char delimiter) { delimiter_ = delimiter; }
  bool atEnd() const { return position_ >= rest_.size(); }
  std::int64_t line() const { return line_; }
  std::size_t position() const { return position_; }
  char delimiter() const { return delimiter_; }

  [[noreturn]] void fail(std::int64_t line, const std::string& problem,
                         const std::string& advice = {}) const {
    throw Error(problem, fileName_ + ":" + std::to_string(line), advice);
  }

  // The fields of the next record. An empty line gives one empty field.
  std::vector<std::string> record() {
    std::vector<std::string> fields;
    do {
      if (fields.size() == kMostColumns)
        fail(line_, "has more than " + std::to_string(kMostColumns) + " columns",
             "Is this a table of comma-separated values?");
      fields.push_back(utf8OrWindows1252(field()));
    } while (takeDelimiter());
    takeLineEnd();
    return fields;
  }

 private:
  char peek() const { return rest_[position_]; }
  bool atLineEnd() const { return atEnd() || peek() == '\n' || peek() == '\r'; }

  bool takeDelimiter() {
    if (atEnd() || peek() != delimiter_) return false;
    ++position_;
    return true;
  }

  // Counts LF, CR and CRLF as one line each.
  void takeLineEnd() {
    if (atEnd()) return;
    if (peek() == '\r' && position_ + 1 < rest_.size() && rest_[position_ + 1] == '\n') ++position_;
    ++position_;
    ++line_;
  }

  std::string field() {
    const std::int64_t start = line_;
    std::string text = !atEnd() && peek() == '"' ? quotedField() : plainField();
    if (text.size() > kFieldLimit)
      fail(start, "a field is longer than 1 MiB", "Is a quote missing before here?");
    return text;
  }

  std::string plainField() {
    const std::size_t start = position_;
    const char ends[] = {delimiter_, '\r', '\n'};
    position_ = std::min(rest_.find_first_of({ends, sizeof ends}, position_), rest_.size());
    return std::string(rest_.substr(start, position_ - start));
  }

  std::string quotedField() {
    const std::int64_t start = line_;
    std::string text;
    ++position_;
    while (!atEnd()) {
      const std::size_t from = position_;
      position_ = std::min(rest_.find_first_of("\"\r\n", position_), rest_.size());
      if (!atEnd() && peek() != '"') takeLineEnd();
      text += rest_.substr(from, position_ - from);
      if (atEnd() || peek() != '"') continue;
      ++position_;
      if (!atEnd() && peek() == '"') {  // a doubled quote stands for one
        text += rest_[position_++];
        continue;
      }
      if (!atLineEnd() && peek() != delimiter_)
        fail(line_, "text follows a closing quote",
             "A quote inside a quoted field is written twice.");
      return text;
    }
    fail(start, "a quote is opened here and never closed");
  }

  std::string_view rest_;
  std::string fileName_;
  std::size_t position_ = 0;
  std::int64_t line_ = 1;
  char delimiter_ = ',';
};

// The one of , ; tab and | that gives the first record most columns; the comma when all give one.
char detectDelimiter(std::string_view bytes, const std::string& fileName) {
  char best = ',';
  std::size_t most = 1;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    Reader reader(bytes, fileName);
    reader.setDelimiter(delimiter);
    try {
      const std::size_t columns = reader.record().size();
      if (columns <= most) continue;
      most = columns;
      best = delimiter;
    } catch (const Error&) {
      // With this delimiter the header is no record; should it be so with each, parsing says why.
    }
  }
  return best;
}

bool isEmptyLine(const std::vector<std::string>& fields) {
  return fields.size() == 1 && fields[0].empty();
}

}  // namespace

std::size_t CsvTable::column(std::string_view name, const std::string& fileName) const {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) {
    std::string columns;
    for (const std::string& column : header) columns += (columns.empty() ? "" : ", ") + column;
    throw Error("has no column '" + printable(name, 100) + "'", fileName,
                "Its columns are: " + printable(columns, 1000) + ".");
  }
  if (std::find(found + 1, header.end(), name) != header.end())
    throw Error("has two columns '" + printable(name, 100) + "'", fileName, "Rename one of them.");
  return static_cast<std::size_t>(found - header.begin());
}

struct CsvReader::Impl {
  explicit Impl(Reader bytes) : reader(std::move(bytes)) {}
  Reader reader;
  std::vector<std::string> header;
};

CsvReader::CsvReader(std::string_view bytes, std::string fileName, char delimiter) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    throw Error("is UTF-16 text", fileName, "Save it as UTF-8.");
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos)
    throw Error(
        "holds a NUL byte and so is no text",
        fileName + ":" +
            std::to_string(1 + std::count(bytes.begin(),
                                          bytes.begin() + static_cast<std::ptrdiff_t>(nul), '\n')),
        "Save the table as CSV in UTF-8.");
  impl_ = std::make_unique<Impl>(Reader(bytes, fileName));
  Reader& reader = impl_->reader;
  reader.setDelimiter(delimiter != 0 ? delimiter : detectDelimiter(bytes, fileName));
  while (!reader.atEnd() && impl_->header.empty()) {
    const std::vector<std::string> fields = reader.record();
    if (isEmptyLine(fields)) continue;
    for (const std::string& field : fields) impl_->header.emplace_back(trimmed(field));
  }
  if (impl_->header.empty()) throw Error("is empty", fileName);
}

CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader::~CsvReader() = default;

const std::vector<std::string>& CsvReader::header() const {
  return impl_->header;
}

char CsvReader::delimiter() const {
  return impl_->reader.delimiter();
}

std::size_t CsvReader::position() const {
  return impl_->reader.position();
}

bool CsvReader::next(Row& row) {
  Reader& reader = impl_->reader;
  while (!reader.atEnd()) {
    row.line = reader.line();
    row.fields = reader.record();
    if (isEmptyLine(row.fields)) continue;
    row.problem.clear();
    if (row.fields.size() != impl_->header.size()) {
      row.problem = "has " + std::to_string(row.fields.size()) + " fields where the header has " +
                    std::to_string(impl_->header.size());
      row.fields.resize(impl_->header.size());
    }
    return true;
  }
  return false;
}

CsvTable parseCsv(std::string_view bytes, const std::string& fileName) {
  CsvReader reader(bytes, fileName);
  CsvTable table;
  table.header = reader.header();
  CsvReader::Row row;
  while (reader.next(row)) {
    const std::string where = fileName + ":" + std::to_string(row.line);
    if (!row.problem.empty())
      throw Error(row.problem, where, "A field that holds the delimiter must stand in quotes.");
    if ((table.rows.size() + 1) * table.header.size() > kMostFields)
      throw Error("has more than " + std::to_string(kMostFields) + " fields up to here", where,
                  "Split the table.");
    table.rows.push_back(std::move(row.fields));
    table.lines.push_back(row.line);
  }
  return table;
}

std::string csvField(std::string_view text) {
  const bool isPlain = text.find_first_of("\",;\t\r\n") == std::string_view::npos &&
                       !text.starts_with(' ') && !text.ends_with(' ');
  if (isPlain) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace mrm
