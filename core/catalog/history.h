// What edits did to records, compactly, so that they can be undone and done again.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/catalog/record_fields.h"

namespace mrm {

// Remembered are the last 200 steps, and of these as many as fit into 64 MB; the newest always.
inline constexpr std::int64_t kStepsKept = 200;
inline constexpr std::int64_t kStepBytesKept = 64 << 20;

// The changes of one step, made and remembered. Changes that are alike (same field, same values
// before and after) take one or two bytes a record. Within a transaction of the caller.
class StepRecorder {
 public:
  explicit StepRecorder(Database& database) : database_(database) {}

  // Replaces a value that differs from `before`, which the caller has read.
  void change(RecordId record, Field field, const SqlValue& before, const SqlValue& after);
  // Reads the value first. Returns whether it was another one.
  bool set(RecordId record, Field field, const SqlValue& after);
  // The caller has inserted the record.
  void added(RecordId record);

  std::vector<RecordId> records() const;  // ascending: all that were changed
  bool isEmpty() const { return changes_.empty(); }
  // Steps that were undone are forgotten, and what the history no longer needs is removed.
  void write(const std::string& what, const std::string& detail);

 private:
  using Key = std::tuple<Field, SqlValue, SqlValue>;
  Database& database_;
  std::map<Key, std::vector<RecordId>> changes_;
};

// Forgets steps that were undone, and the records that only they know.
void dropUndoneSteps(Database& database);

std::vector<HistoryEntry> readHistory(Database& database, std::int64_t most);

// Takes the newest step back that is not undone, or does the oldest again that is. A value that was
// changed since by other means (what was found in the pixels) stays. Adds to `records` what was
// changed. Nothing when there is no such step.
std::optional<HistoryEntry> undoStep(Database& database, std::vector<RecordId>& records);
std::optional<HistoryEntry> redoStep(Database& database, std::vector<RecordId>& records);

// Other readers learn by this which records to read again. Returns the new revision.
std::int64_t announceChange(Database& database, std::span<const RecordId> ascending);
std::int64_t announceRecords(Database& database, std::span<const RecordId> inAnyOrder);

}  // namespace mrm
