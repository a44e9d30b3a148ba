// How a data set becomes records: an importer looks at what there is, says what it found, and hands
// over a batch.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/catalog/import_batch.h"

namespace mrm {

// One thing an importer needs to know, asked by the wizard and by `mrm import` in the same words.
struct ImportField {
  // Columns: several, as "a|b|c" (a comma does, too, where no name holds one). Switch: "yes", "no".
  enum class Kind { File, Folder, Column, Choice, Text, Switch, Columns };
  std::string name;   // "report-column": the flag, and the key in the rule
  std::string label;  // "Report column"
  std::string help;   // one sentence
  Kind kind = Kind::Text;
  bool isRequired = false;
  std::string value;                 // the default
  std::vector<std::string> choices;  // of Choice; of Column and Columns once the table is known
};

// The settings of an import, by the fields' names.
using ImportSettings = std::map<std::string, std::string>;

// Something that was found, counted, with a few examples: "12 rows name images that are not there".
struct ImportFinding {
  enum class Severity { Good, Note, Problem };
  Severity severity = Severity::Note;
  // "matched", "counts"; "quarantined"; "image-without-row", "row-without-image",
  // "image-without-report", "report-without-image", "image-without-mask", "mask-without-image",
  // "image-without-split", "image-without-labels"; "conflict", "duplicate"; "bad-label",
  // "bad-mask", "bad-report", "bad-row", "bad-value"; "unknown-patient", "multi-frame",
  // "burned-in-text", "skipped"
  std::string kind;
  std::string text;  // one sentence without the count
  std::int64_t count = 0;
  std::vector<std::string> examples;  // at most 10, each naming file and line where there is one
};

// What an import would do, before it does anything.
struct ImportPlan {
  ImportBatch batch;
  std::vector<ImportFinding> findings;
  std::vector<std::vector<std::string>> preview;  // of a table: header and first rows, as read
};

class Importer {
 public:
  virtual ~Importer() = default;
  virtual std::string id() const = 0;     // "csv", "mimic-cxr-jpg"
  virtual std::string title() const = 0;  // "Table of records (CSV)"
  virtual std::string help() const = 0;   // what it expects, one or two sentences
  // The fields, with defaults and choices that follow from what is set so far (an empty map at
  // first): columns are offered and guessed once the table is named. Quick: reads a table's head.
  virtual std::vector<ImportField> fields(const ImportSettings& settings) const = 0;
  // How surely this importer is the one for a file or folder: 0 (no) to 1, for drag and drop.
  virtual double suits(const std::filesystem::path& path) const = 0;
  // The settings with which it would read that path.
  virtual ImportSettings settingsFor(const std::filesystem::path& path) const = 0;
  // Header and first rows of the table that it reads, as they are read with the settings so far;
  // empty for what is no table, and as long as no table is named. Quick. Throws Error.
  virtual std::vector<std::vector<std::string>> preview(const ImportSettings& settings,
                                                        std::size_t rows) const {
    (void)settings, (void)rows;
    return {};
  }
  // Reads everything but pixels. Throws Error when the settings or files do not do; Stopped.
  virtual ImportPlan plan(const ImportSettings& settings, const ProgressSink& progress,
                          std::stop_token stop) const = 0;
};

// All of them, in the order in which they are offered.
const std::vector<std::unique_ptr<Importer>>& importers();
const Importer* findImporter(const std::string& id);  // null when there is none
// The importer that suits a path best, or null.
const Importer* importerFor(const std::filesystem::path& path);

}  // namespace mrm
