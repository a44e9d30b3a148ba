#include "core/catalog/history.h"

#include <algorithm>

#include "core/catalog/id_list.h"

namespace mrm {
namespace {

constexpr std::int64_t kChangesKept = 64;  // for readers that are behind; others read everything

HistoryEntry entryOf(const Query& query) {
  return {query.integer(0), query.text(1), query.text(2),
          query.integer(3), query.text(4), query.integer(5) != 0};
}

// Records that only a step of the past or future knows, and reports that nobody refers to.
void removeUnreachable(Database& database) {
  database.execute("DELETE FROM record WHERE present=0");
  const std::string field = std::to_string(static_cast<std::int64_t>(Field::Report));
  const std::string unused =
      "id NOT IN (SELECT report FROM record)"
      " AND id NOT IN (SELECT before FROM step_change WHERE field=" +
      field +
      " AND before IS NOT NULL)"
      " AND id NOT IN (SELECT after FROM step_change WHERE field=" +
      field + " AND after IS NOT NULL)";
  database.execute(
      "INSERT INTO report_words(report_words, rowid, text)"
      " SELECT 'delete', id, text FROM report WHERE " +
      unused +
      ";"
      "DELETE FROM report WHERE " +
      unused);
}

void forgetOld(Database& database) {
  // The oldest step that is kept.
  std::int64_t bytes = 0, steps = 0, oldest = 0;
  {
    Query query(database, "SELECT number, bytes FROM step ORDER BY number DESC");
    while (query.next()) {
      bytes += std::max<std::int64_t>(0, query.integer(1));
      if (steps > 0 && (steps >= kStepsKept || bytes > kStepBytesKept)) break;
      ++steps;
      oldest = query.integer(0);
    }
  }
  Query old(database, "SELECT count(*), sum(what='import') FROM step WHERE number<?1", oldest);
  old.next();
  if (old.integer(0) == 0) return;
  const bool touchesReports = old.integer(1) > 0;
  Query(database, "DELETE FROM step WHERE number<?1", oldest).run();
  if (touchesReports) removeUnreachable(database);
}

void applyStep(Database& database, std::int64_t number, bool back, std::vector<RecordId>& records) {
  Query changes(database,
                back ? std::string_view("SELECT field, before, after, records FROM step_change"
                                        " WHERE step=?1 ORDER BY id DESC")
                     : std::string_view("SELECT field, before, after, records FROM step_change"
                                        " WHERE step=?1 ORDER BY id"),
                number);
  while (changes.next()) {
    if (!isField(changes.integer(0))) database.failDamaged("the history makes no sense");
    const auto ids = unpackIds(changes.view(3));
    if (!ids) database.failDamaged("the history makes no sense");
    const SqlValue from = changes.value(back ? 2 : 1), to = changes.value(back ? 1 : 2);
    Query update(database, fieldSql(static_cast<Field>(changes.integer(0))).updateIfEqual);
    for (const RecordId id : *ids) update.with(to, id, from).run();
    records.insert(records.end(), ids->begin(), ids->end());
  }
}

std::optional<HistoryEntry> moveStep(Database& database, std::string_view select, bool back,
                                     std::vector<RecordId>& records) {
  std::optional<HistoryEntry> entry;
  {
    Query query(database, select);
    if (!query.next()) return std::nullopt;
    entry = entryOf(query);
  }
  applyStep(database, entry->number, back, records);
  Query(database, "UPDATE step SET is_undone=?1 WHERE number=?2", back ? 1 : 0, entry->number)
      .run();
  entry->isUndone = back;
  return entry;
}

}  // namespace

void StepRecorder::change(RecordId record, Field field, const SqlValue& before,
                          const SqlValue& after) {
  Query(database_, fieldSql(field).update, after, record).run();
  changes_[{field, before, after}].push_back(record);
}

bool StepRecorder::set(RecordId record, Field field, const SqlValue& after) {
  SqlValue before;
  {
    Query query(database_, fieldSql(field).select, record);
    if (!query.next()) return false;
    before = query.value(0);
  }
  if (before == after) return false;
  change(record, field, before, after);
  return true;
}

void StepRecorder::added(RecordId record) {
  changes_[{Field::Present, std::int64_t{0}, std::int64_t{1}}].push_back(record);
}

std::vector<RecordId> StepRecorder::records() const {
  std::vector<RecordId> all;
  for (const auto& [key, ids] : changes_) all.insert(all.end(), ids.begin(), ids.end());
  return sortedIds(all);
}

void StepRecorder::write(const std::string& what, const std::string& detail) {
  dropUndoneSteps(database_);
  const std::int64_t number = 1 + database_.integer("SELECT max(number) FROM step");
  Query(database_,
        "INSERT INTO step(number, what, detail, records, time, is_undone, bytes)"
        " VALUES(?1, ?2, ?3, ?4, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 0, 0)",
        number, what, detail, static_cast<std::int64_t>(records().size()))
      .run();
  std::int64_t bytes = 0;
  Query insert(database_,
               "INSERT INTO step_change(step, field, before, after, records)"
               " VALUES(?1, ?2, ?3, ?4, ?5)");
  for (const auto& [key, ids] : changes_) {
    const auto& [field, before, after] = key;
    const std::string packed = packIds(sortedIds(ids));
    insert.with(number, static_cast<std::int64_t>(field), before, after, SqlBytes{packed}).run();
    bytes += static_cast<std::int64_t>(packed.size()) + 16;
    for (const SqlValue* value : {&before, &after})
      if (const auto* text = std::get_if<std::string>(value))
        bytes += static_cast<std::int64_t>(text->size());
  }
  Query(database_, "UPDATE step SET bytes=?1 WHERE number=?2", bytes, number).run();
  forgetOld(database_);
}

void dropUndoneSteps(Database& database) {
  if (database.integer("SELECT count(*) FROM step WHERE is_undone<>0") == 0) return;
  const bool touchesRecords =
      database.integer("SELECT count(*) FROM step WHERE is_undone<>0 AND what='import'") > 0;
  database.execute("DELETE FROM step WHERE is_undone<>0");
  if (touchesRecords) removeUnreachable(database);
}

std::vector<HistoryEntry> readHistory(Database& database, std::int64_t most) {
  std::vector<HistoryEntry> entries;
  Query query(database,
              "SELECT number, what, detail, records, time, is_undone FROM step"
              " ORDER BY number DESC LIMIT ?1",
              most);
  while (query.next()) entries.push_back(entryOf(query));
  return entries;
}

std::optional<HistoryEntry> undoStep(Database& database, std::vector<RecordId>& records) {
  return moveStep(database,
                  "SELECT number, what, detail, records, time, is_undone FROM step"
                  " WHERE is_undone=0 ORDER BY number DESC LIMIT 1",
                  true, records);
}

std::optional<HistoryEntry> redoStep(Database& database, std::vector<RecordId>& records) {
  return moveStep(database,
                  "SELECT number, what, detail, records, time, is_undone FROM step"
                  " WHERE is_undone<>0 ORDER BY number LIMIT 1",
                  false, records);
}

std::int64_t announceChange(Database& database, std::span<const RecordId> ascending) {
  const std::int64_t revision = 1 + database.integer("SELECT max(revision) FROM change");
  const std::string packed = packIds(ascending);
  Query(database, "INSERT INTO change(revision, records) VALUES(?1, ?2)", revision,
        SqlBytes{packed})
      .run();
  Query(database, "DELETE FROM change WHERE revision<=?1", revision - kChangesKept).run();
  return revision;
}

std::int64_t announceRecords(Database& database, std::span<const RecordId> inAnyOrder) {
  return announceChange(database, sortedIds(inAnyOrder));
}

}  // namespace mrm
