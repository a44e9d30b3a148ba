#include "core/catalog/record_columns.h"

#include <algorithm>
#include <limits>

#include "core/catalog/id_list.h"

namespace mrm {
namespace {

#define MRM_COLUMNS                                                                               \
  "SELECT id, source, patient, study, view, modality, sex, date, age, split, exclusion, problem," \
  " pixel_problem, report, labels, masks, tags FROM record"

constexpr std::string_view kAll = MRM_COLUMNS " WHERE present=1 ORDER BY id";
constexpr std::string_view kOne = MRM_COLUMNS " WHERE id=?1 AND present=1";

#undef MRM_COLUMNS

constexpr std::int64_t kMostNumbers = 1 << 27;  // of terms, sets, classes, sources

}  // namespace

std::size_t RecordColumns::rowOf(RecordId record) const {
  // Numbers are given in turn: most often this is the place.
  if (id.empty() || record < id.front()) return size();
  const auto guess = static_cast<std::uint64_t>(record - id.front());
  if (guess < size() && id[guess] == record) return guess;
  const auto found = std::lower_bound(id.begin(), id.end(), record);
  return found != id.end() && *found == record ? static_cast<std::size_t>(found - id.begin())
                                               : size();
}

void RecordColumns::refresh() {
  const std::int64_t now = database_.integer("SELECT max(revision) FROM change");
  if (now == revision_) return;
  // What has changed since, if the file still tells; else everything is read.
  bool isKnown = revision_ > 0 && now > revision_;
  std::vector<RecordId> changed;
  if (isKnown) {
    std::int64_t next = revision_ + 1;
    Query query(database_,
                "SELECT revision, records, records IS NULL FROM change WHERE revision>?1"
                " ORDER BY revision",
                revision_);
    while (isKnown && query.next()) {
      const auto ids = unpackIds(query.view(1));
      isKnown = query.integer(0) == next++ && query.integer(2) == 0 && ids;
      if (isKnown) changed.insert(changed.end(), ids->begin(), ids->end());
    }
    isKnown = isKnown && next == now + 1;
  }
  revision_ = 0;  // in case of an error below
  isReportChanged_ = false;
  changed = sortedIds(changed);
  if (isKnown && changed.size() <= size() / 4 + 100) {
    readSets(false);
    readRecords(changed);
  } else {
    readAll();
  }
  revision_ = now;
  if (isReportChanged_ || reportRevision_ == 0) reportRevision_ = now;
}

void RecordColumns::readSets(bool isComplete) {
  // Numbers are given in turn and nothing is removed: others have been tampered with, and could ask
  // for any amount of memory. Counting takes milliseconds: it is done when everything is read.
  const auto limitOf = [&](std::string_view count, std::string_view last) {
    Query query(database_, isComplete ? count : last);
    query.next();
    if ((isComplete && query.integer(0) != query.integer(1)) || query.integer(0) < 0 ||
        query.integer(0) > kMostNumbers)
      database_.failDamaged("the numbers of its texts make no sense");
    return static_cast<std::size_t>(query.integer(0)) + 1;
  };
  termLimit = static_cast<std::uint32_t>(
      limitOf("SELECT ifnull(max(id), 0), count(*) FROM term", "SELECT max(id) FROM term"));

  const std::size_t known = std::max<std::size_t>(labelSets.size(), 1);
  labelSets.resize(limitOf("SELECT ifnull(max(id), 0), count(*) FROM label_set",
                           "SELECT max(id) FROM label_set"));
  {
    Query query(database_, "SELECT id, labels FROM label_set WHERE id>=?1",
                static_cast<std::int64_t>(known));
    while (query.next()) {
      const std::int64_t set = query.integer(0);
      if (set < 1 || static_cast<std::size_t>(set) >= labelSets.size())
        database_.failDamaged("a set of labels makes no sense");
      labelSets[static_cast<std::size_t>(set)] = sets_.classValues(query.view(1));
    }
  }
  const std::size_t knownTags = std::max<std::size_t>(tagSets.size(), 1);
  tagSets.resize(
      limitOf("SELECT ifnull(max(id), 0), count(*) FROM tag_set", "SELECT max(id) FROM tag_set"));
  {
    Query query(database_, "SELECT id, tags FROM tag_set WHERE id>=?1",
                static_cast<std::int64_t>(knownTags));
    while (query.next()) {
      const std::int64_t set = query.integer(0);
      if (set < 1 || static_cast<std::size_t>(set) >= tagSets.size())
        database_.failDamaged("a set of tags makes no sense");
      tagSets[static_cast<std::size_t>(set)] = sets_.tagTerms(query.view(1));
    }
  }
  classes.assign(limitOf("SELECT ifnull(max(id), 0), count(*) FROM label_class",
                         "SELECT max(id) FROM label_class"),
                 {});
  {
    Query query(database_, "SELECT id, task, name FROM label_class");
    while (query.next()) {
      const std::int64_t which = query.integer(0);
      if (which < 1 || static_cast<std::size_t>(which) >= classes.size())
        database_.failDamaged("a class of labels makes no sense");
      classes[static_cast<std::size_t>(which)] = {query.text(1), query.text(2)};
    }
  }
  for (std::size_t set = std::min(known, labelSets.size()); set < labelSets.size(); ++set)
    for (const ValueSets::ClassValue& value : labelSets[set])
      if (static_cast<std::size_t>(value.labelClass) >= classes.size())
        database_.failDamaged("a class of labels is missing");
  for (std::size_t set = std::min(knownTags, tagSets.size()); set < tagSets.size(); ++set)
    for (const std::int64_t tag : tagSets[set])
      if (tag >= termLimit) database_.failDamaged("a tag is missing");
  sourceNames.assign(
      limitOf("SELECT ifnull(max(id), 0), count(*) FROM source", "SELECT max(id) FROM source"), {});
  {
    Query query(database_, "SELECT id, name FROM source");
    while (query.next()) {
      const std::int64_t which = query.integer(0);
      if (which < 1 || static_cast<std::size_t>(which) >= sourceNames.size())
        database_.failDamaged("a source makes no sense");
      sourceNames[static_cast<std::size_t>(which)] = query.text(1);
    }
  }
  blankReports_.clear();
  Query query(database_, "SELECT id FROM report WHERE is_blank ORDER BY id");
  while (query.next()) blankReports_.push_back(query.integer(0));
}

void RecordColumns::readAll() {
  labelSets.clear();
  tagSets.clear();
  readSets(true);
  resize(0);
  Query query(database_, kAll);
  while (query.next()) appendRow(query);
}

void RecordColumns::readRecords(std::span<const RecordId> ids) {
  Query query(database_, kOne);
  std::vector<std::size_t> gone;
  std::vector<RecordId> late;  // came (back) among others
  for (const RecordId record : ids) {
    const std::size_t row = rowOf(record);
    if (!query.with(record).next()) {
      if (row < size()) gone.push_back(row);
    } else if (row < size()) {
      setRow(row, query);
    } else if (id.empty() || id.back() < record) {
      appendRow(query);
    } else {
      late.push_back(record);
    }
  }
  if (!gone.empty() || !late.empty()) readAll();
}

std::uint32_t RecordColumns::number(const Query& query, int column, std::size_t limit) const {
  const std::int64_t value = query.integer(column);
  if (value < 0 || static_cast<std::uint64_t>(value) >= limit)
    database_.failDamaged("a record's values make no sense");
  return static_cast<std::uint32_t>(value);
}

void RecordColumns::resize(std::size_t rows) {
  id.resize(rows);
  for (auto* column :
       {&source, &patient, &study, &view, &modality, &sex, &date, &reason, &labels, &tags})
    column->resize(rows);
  report.resize(rows);
  age.resize(rows);
  for (auto* column : {&split, &status, &hasReport, &hasMask}) column->resize(rows);
}

void RecordColumns::appendRow(const Query& query) {
  if (!id.empty() && query.integer(0) <= id.back())
    database_.failDamaged("its records are out of order");
  resize(size() + 1);
  setRow(size() - 1, query);
}

void RecordColumns::setRow(std::size_t row, const Query& query) {
  id[row] = query.integer(0);
  if (id[row] <= 0) database_.failDamaged("a record's values make no sense");
  source[row] = number(query, 1, sourceNames.size());
  patient[row] = number(query, 2, termLimit);
  study[row] = number(query, 3, termLimit);
  view[row] = number(query, 4, termLimit);
  modality[row] = number(query, 5, termLimit);
  sex[row] = number(query, 6, termLimit);
  date[row] = number(query, 7, termLimit);
  age[row] = query.isNull(8) ? std::numeric_limits<float>::quiet_NaN()
                             : static_cast<float>(query.number(8));
  split[row] = static_cast<std::uint8_t>(number(query, 9, 4));
  status[row] = static_cast<std::uint8_t>(RecordStatus::Usable);
  reason[row] = 0;
  for (const int column : {10, 11, 12}) {
    if (query.isNull(column)) continue;
    status[row] = static_cast<std::uint8_t>(column == 10 ? RecordStatus::Excluded
                                                         : RecordStatus::Quarantined);
    reason[row] = number(query, column, termLimit);
    break;
  }
  isReportChanged_ = isReportChanged_ || report[row] != query.integer(13);
  report[row] = query.integer(13);
  hasReport[row] = report[row] != 0 &&
                   !std::binary_search(blankReports_.begin(), blankReports_.end(), report[row]);
  labels[row] = number(query, 14, labelSets.size());
  hasMask[row] = query.integer(15) != 0;
  tags[row] = number(query, 16, tagSets.size());
}

}  // namespace mrm
