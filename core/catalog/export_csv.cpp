#include "core/catalog/export_csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json_fields.h"
#include "core/catalog/csv.h"
#include "core/catalog/record_columns.h"
#include "core/catalog/words.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr std::size_t kMostValues = 60;  // that the dictionary counts one by one
constexpr std::size_t kPiece = 1 << 20;  // bytes written at once

std::string numberText(double value) {
  std::array<char, 32> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::string(text.data(), end) : std::string();
}

std::string positive(double value) {
  return value > 0 ? numberText(value) : std::string();
}

std::string known(std::int64_t value) {
  return value > 0 ? std::to_string(value) : std::string();
}

std::string jsonText(const ordered_json& value) {
  return value.empty() ? std::string()
                       : value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string hexText(std::uint64_t value) {
  std::array<char, 16> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, 16).ptr;
  std::string digits(text.data(), end);
  return digits.insert(0, 16 - digits.size(), '0');
}

std::string tagsText(const CatalogRecord& record) {
  return jsonText(ordered_json(record.tags));
}

std::string masksText(const Catalog& catalog, const CatalogRecord& record) {
  ordered_json masks = ordered_json::array();
  for (const Mask& mask : record.masks)
    masks.push_back({{"name", mask.name},
                     {"file", mask.file.empty() ? "" : catalog.maskPath(record, mask).string()},
                     {"run_lengths", mask.runLengths},
                     {"author", mask.author}});
  return jsonText(masks);
}

struct Column {
  const char* name;
  const char* type;     // "integer", "number", "text", "date", "choice", "json", "path"
  const char* meaning;  // one sentence
  bool isCounted;       // its values are counted in the dictionary
  std::string (*value)(const Catalog&, const std::map<std::int64_t, std::string>& sources,
                       const CatalogRecord&);
};

#define MRM_VALUE(expression)                                                    \
  [](const Catalog& catalog, const std::map<std::int64_t, std::string>& sources, \
     const CatalogRecord& r) -> std::string {                                    \
    static_cast<void>(catalog);                                                  \
    static_cast<void>(sources);                                                  \
    return expression;                                                           \
  }

const std::vector<Column>& columns() {
  static const std::vector<Column> all = {
      {"record", "integer", "Number of the record in the catalogue.", false,
       MRM_VALUE(std::to_string(r.id))},
      {"source", "text", "Name of the import that the record came from.", true,
       MRM_VALUE(sources.at(r.source))},
      {"key", "text", "The record's name within its source.", false, MRM_VALUE(r.key)},
      {"image", "path", "File of the image.", false, MRM_VALUE(catalog.imagePath(r).string())},
      {"frame", "integer", "Frame of a file with several, from 0.", false,
       MRM_VALUE(std::to_string(r.frame))},
      {"patient", "text", "The patient.", false, MRM_VALUE(r.patient)},
      {"study", "text", "The study.", false, MRM_VALUE(r.study)},
      {"series", "text", "The series (DICOM UID).", false, MRM_VALUE(r.series)},
      {"instance", "text", "The image (DICOM UID).", false, MRM_VALUE(r.instance)},
      {"view", "text", "View: PA, AP, LATERAL…", true, MRM_VALUE(r.view)},
      {"modality", "text", "Modality: CR, DX…", true, MRM_VALUE(r.modality)},
      {"sex", "text", "Sex: F, M, O.", true, MRM_VALUE(r.sex)},
      {"age", "number", "Age in years.", false, MRM_VALUE(r.age ? numberText(*r.age) : "")},
      {"date", "date", "Date of the study, as far as it is known.", false, MRM_VALUE(r.date)},
      {"width", "integer", "Width of the image in pixels.", false, MRM_VALUE(known(r.width))},
      {"height", "integer", "Height of the image in pixels.", false, MRM_VALUE(known(r.height))},
      {"row_spacing", "number", "Distance of neighbouring rows in mm.", false,
       MRM_VALUE(positive(r.spacing.row))},
      {"column_spacing", "number", "Distance of neighbouring columns in mm.", false,
       MRM_VALUE(positive(r.spacing.column))},
      {"status", "choice",
       "usable; quarantined: it cannot be used; excluded: a person set it aside.", true,
       MRM_VALUE(statusWord(r.status))},
      {"reason", "text", "Why the record is quarantined or excluded.", true, MRM_VALUE(r.reason)},
      {"split", "choice", "training, validation, test; empty: in no split.", true,
       MRM_VALUE(splitWord(r.split))},
      {"tags", "json", "Tags: an array of texts.", false, MRM_VALUE(tagsText(r))},
      {"audit", "text", "How stored values became display values.", false, MRM_VALUE(r.audit)},
      {"image_hash", "text", "Perceptual hash of the image: 16 hexadecimal digits.", false,
       MRM_VALUE(r.imageHash ? hexText(*r.imageHash) : "")},
      {"looks_inverted", "choice", "Whether light and dark look swapped.", true,
       MRM_VALUE(r.looksInverted ? (*r.looksInverted ? "yes" : "no") : "")},
      {"provenance", "text", "Line or file of the source that the record came from.", false,
       MRM_VALUE(r.provenance)},
      {"report_key", "text", "Name of the report in its source; records can share one.", false,
       MRM_VALUE(r.report ? r.report->key : "")},
      {"report", "text", "The report as the source gave it.", false,
       MRM_VALUE(r.report ? r.report->text : "")},
      {"masks", "json", "Masks: an array of objects with name, file, run_lengths and author.",
       false, MRM_VALUE(masksText(catalog, r))},
  };
  return all;
}

#undef MRM_VALUE

// How often a column's values occur.
struct Tally {
  std::int64_t filled = 0;
  std::map<std::string, std::int64_t> counts;
  bool isOverflown = false;

  void add(const std::string& value) {
    filled += !value.empty();
    if (isOverflown) return;
    ++counts[value];
    if (counts.size() > kMostValues) {
      isOverflown = true;
      counts.clear();
    }
  }
};

bool looksLikeFormula(const std::string& cell) {
  return !cell.empty() && (cell[0] == '=' || cell[0] == '+' || cell[0] == '-' || cell[0] == '@' ||
                           cell[0] == '\t' || cell[0] == '\r');
}

// A cell in quotes where it needs them.
std::string cellText(const std::string& cell) {
  std::string text = csvField(cell);
  if (looksLikeFormula(cell) && text[0] != '"') text = '"' + text + '"';
  return text;
}

class Writer {
 public:
  Writer(const Catalog& catalog, std::vector<std::string> findings, const fs::path& csv)
      : catalog_(catalog),
        findings_(std::move(findings)),
        file_(csv),
        tallies_(columns().size() + findings_.size()) {
    for (const CatalogSource& source : catalog.sources()) sources_[source.id] = source.name;
    for (std::size_t i = 0; i < findings_.size(); ++i) place_[findings_[i]] = i;
    for (const Column& column : columns()) cell(column.name);
    for (const std::string& finding : findings_) cell(finding);
    endRow();
  }

  void write(const CatalogRecord& record) {
    // A source that another program has just added.
    if (!sources_.contains(record.source)) sources_[record.source] = "";
    std::size_t tally = 0;
    for (const Column& column : columns()) {
      const std::string value = column.value(catalog_, sources_, record);
      if (column.isCounted)
        tallies_[tally].add(value);
      else
        tallies_[tally].filled += !value.empty();
      ++tally;
      cell(value);
    }
    std::vector<const char*> values(findings_.size(), "");
    for (const Label& label : record.labels) {
      const auto found = place_.find(findingName(label.task, label.name));
      if (found != place_.end()) values[found->second] = labelValueWord(label.value);
    }
    for (const char* value : values) {
      tallies_[tally++].add(value);
      cell(value);
    }
    endRow();
    ++records_;
  }

  void commit() {
    file_.write(row_);
    file_.commit();
  }

  ordered_json dictionary(const std::string& csvName) const {
    ordered_json list = ordered_json::array();
    std::size_t tally = 0;
    for (const Column& column : columns()) {
      ordered_json entry = {
          {"name", column.name}, {"type", column.type}, {"meaning", column.meaning}};
      describe(entry, tallies_[tally++], column.isCounted);
      list.push_back(std::move(entry));
    }
    for (const std::string& finding : findings_) {
      ordered_json entry = {{"name", finding},
                            {"type", "choice"},
                            {"meaning", "What the data set says of this class (task/name)."},
                            {"values",
                             {{"positive", "It is there."},
                              {"negative", "It is not there."},
                              {"uncertain", "It may be there."},
                              {"blank", "The data set leaves the class open."},
                              {"", "The data set does not speak of the class for this record."}}}};
      describe(entry, tallies_[tally++], true);
      list.push_back(std::move(entry));
    }
    return {{"format", "MRM Workbench catalogue export"},
            {"version", 1},
            {"table", csvName},
            {"records", records_},
            {"encoding", "UTF-8; fields separated by commas, quoted as in RFC 4180"},
            {"notes",
             {"An empty cell means that the value is not known.",
              "Texts are written as they are, formulas too: a cell that begins with = + - or @ is "
              "in quotes, but a spreadsheet may still run it. Import the columns as text."}},
            {"columns", std::move(list)}};
  }

  std::int64_t records() const { return records_; }

 private:
  static void describe(ordered_json& entry, const Tally& tally, bool isCounted) {
    entry["filled"] = tally.filled;
    if (!isCounted) return;
    if (tally.isOverflown) {
      entry["counts"] = nullptr;  // too many values
      return;
    }
    ordered_json counts = ordered_json::object();
    for (const auto& [value, count] : tally.counts) counts[value] = count;
    entry["counts"] = std::move(counts);
  }

  void cell(const std::string& value) {
    if (!isFirst_) row_ += ',';
    isFirst_ = false;
    row_ += cellText(value);
  }
  void endRow() {
    row_ += '\n';
    isFirst_ = true;
    if (row_.size() < kPiece) return;
    file_.write(row_);
    row_.clear();
  }

  const Catalog& catalog_;
  std::vector<std::string> findings_;
  std::map<std::string, std::size_t> place_;
  std::map<std::int64_t, std::string> sources_;
  AtomicFile file_;
  std::vector<Tally> tallies_;
  std::string row_;
  bool isFirst_ = true;
  std::int64_t records_ = 0;
};

// The classes that the selected records speak of, in the order in which the data named them first.
std::vector<std::string> findingsOf(const Catalog& catalog, const RecordQuery& query) {
  std::vector<std::string> findings;
  catalog.withColumns(query, [&](const RecordColumns& all, std::span<const std::uint32_t> rows) {
    std::vector<std::uint8_t> isUsed(all.labelSets.size(), 0), isSpoken(all.classes.size(), 0);
    for (const std::uint32_t row : rows) isUsed[all.labels[row]] = 1;
    for (std::size_t set = 0; set < isUsed.size(); ++set)
      if (isUsed[set])
        for (const auto& value : all.labelSets[set])
          isSpoken[static_cast<std::size_t>(value.labelClass)] = 1;
    for (std::size_t i = 1; i < all.classes.size(); ++i)
      if (isSpoken[i]) findings.push_back(findingName(all.classes[i].task, all.classes[i].name));
  });
  return findings;
}

}  // namespace

ExportedCatalog exportCatalog(const Catalog& catalog, const RecordQuery& query, const fs::path& csv,
                              const ProgressSink& progress, std::stop_token stop) {
  ExportedCatalog result;
  result.csv = csv;
  result.dictionary = csv.parent_path() / (csv.stem().string() + ".dictionary.json");
  if (csv.filename().empty() || result.dictionary == csv)
    throw Error("a table cannot have this name", csv.string(),
                "Choose a name such as records.csv.");
  const auto total = static_cast<std::int64_t>(catalog.find(query).size());
  Writer writer(catalog, findingsOf(catalog, query), csv);
  catalog.forEach(
      query,
      [&](const CatalogRecord& record) {
        if (progress && writer.records() % 1000 == 0)
          progress({writer.records(), total, "Writing records"});
        writer.write(record);
      },
      std::move(stop));
  writer.commit();
  writeJsonAtomically(result.dictionary, writer.dictionary(csv.filename().string()));
  result.records = writer.records();
  if (progress) progress({result.records, result.records, "Writing records"});
  return result;
}

}  // namespace mrm
