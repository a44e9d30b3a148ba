// A data set on disk: the SQLite file catalog.db with its records, and everything done to them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/catalog/catalog_query.h"
#include "core/catalog/catalog_types.h"
#include "core/catalog/import_batch.h"

namespace mrm {

class RecordColumns;

// An edit that can be undone, for "Undo: exclude 12 records".
struct HistoryEntry {
  std::int64_t number = 0;
  std::string what;  // "import", "exclude", "restore", "set view", "set split", "add tag", "remove
                     // tag", "split"
  std::string detail;  // "PA", "by patient 80/10/10, seed 1"
  std::int64_t records = 0;
  std::string time;  // ISO 8601, UTC
  bool isUndone = false;
};

// One connection; used by one thread at a time. Several programs may have the same catalogue open:
// readers never wait, a writer waits a few seconds for another. Every call throws Error when the
// file is damaged, locked or on a full disk; a change is made whole or not at all.
class Catalog {
 public:
  // Opens the catalogue, bringing one of an older version up to date (after copying it beside
  // itself). Throws Error when it is no catalogue, or of a newer version.
  explicit Catalog(const std::filesystem::path& file);
  // Makes an empty one. Throws Error when the file is there already.
  static Catalog create(const std::filesystem::path& file);
  Catalog(Catalog&&) noexcept;
  Catalog& operator=(Catalog&&) noexcept;
  ~Catalog();

  const std::filesystem::path& file() const;
  // Grows with every change, by whichever program: views that remember it know when to read again.
  std::int64_t revision() const;

  // Queries.
  std::int64_t size() const;
  std::vector<RecordId> find(const RecordQuery& query, const RecordOrder& order = {}) const;
  std::vector<RecordRow> rows(std::span<const RecordId> ids) const;  // in the order asked for
  // How many records the query selects for each value of the facet, the query's own values of
  // this facet left aside (so that another value can be chosen). Most frequent first.
  std::vector<FacetCount> facetCounts(Facet facet, const RecordQuery& query) const;
  std::optional<CatalogRecord> record(RecordId id) const;
  std::filesystem::path imagePath(const CatalogRecord& record) const;  // absolute
  std::filesystem::path maskPath(const CatalogRecord& record, const Mask& mask) const;
  std::vector<CatalogSource> sources() const;
  // Calls `use` with every record that the query selects, reports, labels and masks with it, in
  // order of ids, without holding them all.
  void forEach(const RecordQuery& query, const std::function<void(const CatalogRecord&)>& use,
               std::stop_token stop = {}) const;
  // For what looks at a little of every record (splits, checks, counts of labels): the columns in
  // memory (core/catalog/record_columns.h) and the rows of them that the query selects, ascending.
  // Both are valid within `use`, which must not call the catalogue.
  void withColumns(const RecordQuery& query,
                   const std::function<void(const RecordColumns&,
                                            std::span<const std::uint32_t> rows)>& use) const;
  // A term of the columns (a patient's name, a view…); see withColumns().
  std::string termText(std::uint32_t term) const;
  // Perceptual hashes and polarity as far as known, in order of ids, of all records.
  struct ImageHash {
    RecordId id = 0;
    std::optional<std::uint64_t> hash;
    bool looksInverted = false;
  };
  std::vector<ImageHash> imageHashes() const;

  // Imports. One undoable step.
  ImportResult import(const ImportBatch& batch, const ProgressSink& progress = {},
                      std::stop_token stop = {});
  // Moved images: the source's records are looked for under another folder from now on.
  void setSourceRoot(std::int64_t source, const std::filesystem::path& root);

  // Edits; each is one undoable step. They return how many records were changed by it.
  std::int64_t exclude(std::span<const RecordId> ids, const std::string& reason = {});
  // Excluded and quarantined records become usable; what made a record be quarantined is checked
  // again by whoever can (see retry in core/importers).
  std::int64_t restore(std::span<const RecordId> ids);
  std::int64_t quarantine(std::span<const RecordId> ids, const std::string& reason);
  std::int64_t setView(std::span<const RecordId> ids, const std::string& view);
  std::int64_t setSplit(std::span<const RecordId> ids, Split split);
  // Many records, each with its own split: what a splitter made (see core/catalog/splits.h). Like
  // those set one by one they stay when the source is imported again.
  std::int64_t setSplits(std::span<const std::pair<RecordId, Split>> splits,
                         const std::string& detail);
  std::int64_t addTag(std::span<const RecordId> ids, const std::string& tag);
  std::int64_t removeTag(std::span<const RecordId> ids, const std::string& tag);

  // What was found out about an image when its pixels were read. Not a step of the history.
  struct ImageFacts {
    std::int64_t width = 0, height = 0;
    std::string audit;
    std::optional<std::uint64_t> imageHash;
    std::optional<bool> looksInverted;
    std::string problem;  // not empty: the record is quarantined with it
  };
  void setImageFacts(std::span<const std::pair<RecordId, ImageFacts>> facts);

  // The history, newest first: the last 200 steps, of which as many are kept as fit into 64 MB (a
  // step takes one or two bytes a record). undo() and redo() return what they did, or nothing. An
  // edit or import after undo() ends what could be done again. What was found out about images
  // since a step is kept by undo().
  std::vector<HistoryEntry> history(std::int64_t most = 100) const;
  std::optional<HistoryEntry> undo();
  std::optional<HistoryEntry> redo();

  // Choices that belong to the data set (report policy, display policy, label policies): JSON by
  // name; empty when never set.
  std::string setting(const std::string& name) const;
  void setSetting(const std::string& name, const std::string& json);

 private:
  struct Impl;
  explicit Catalog(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace mrm
