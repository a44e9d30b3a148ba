#include "core/catalog/stored_record.h"

#include <bit>
#include <cmath>

#include "core/base/trim.h"

namespace mrm {
namespace {

constexpr std::string_view kSelect =
    "SELECT r.id, r.source, d.key,"
    " r.present, r.patient, r.study, r.view, r.modality, r.sex, r.date, r.age, r.split,"
    " r.exclusion, r.problem, r.pixel_problem, r.by_hand, r.report, r.labels, r.masks, r.tags,"
    " d.image, d.frame, d.series, d.instance, d.width, d.height, d.row_spacing, d.column_spacing,"
    " d.audit, d.image_hash, d.looks_inverted, d.provenance"
    " FROM record r JOIN record_detail d ON d.id=r.id WHERE r.id=?1 AND r.present=1";

constexpr std::string_view kInsertRecord =
    "INSERT INTO record(id, source, present, patient, study, view, modality, sex, date, age, split,"
    " exclusion, problem, pixel_problem, by_hand, report, labels, masks, tags)"
    " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19)";

constexpr std::string_view kInsertDetail =
    "INSERT INTO record_detail(id, source, key, image, frame, series, instance, width, height,"
    " row_spacing, column_spacing, audit, image_hash, looks_inverted, provenance)"
    " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)";

std::string textOf(const SqlValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? *text : std::string();
}

double numberOf(const SqlValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  const auto* integer = std::get_if<std::int64_t>(&value);
  return integer ? static_cast<double>(*integer) : 0;
}

double finiteOr0(double value) {
  return std::isfinite(value) && value > 0 ? value : 0;
}

}  // namespace

std::int64_t StoredRecord::integer(Field field) const {
  const auto* integer = std::get_if<std::int64_t>(&(*this)[field]);
  return integer ? *integer : 0;
}

RecordStatus StoredRecord::status() const {
  if (!isNull(Field::Exclusion)) return RecordStatus::Excluded;
  return isNull(Field::Problem) && isNull(Field::PixelProblem) ? RecordStatus::Usable
                                                               : RecordStatus::Quarantined;
}

std::int64_t StoredRecord::reason() const {
  for (const Field field : {Field::Exclusion, Field::Problem, Field::PixelProblem})
    if (!isNull(field)) return integer(field);
  return 0;
}

std::optional<StoredRecord> RecordStore::read(RecordId id) {
  Query query(database_, kSelect, id);
  if (!query.next()) return std::nullopt;
  StoredRecord record;
  record.id = query.integer(0);
  record.source = query.integer(1);
  record.key = query.text(2);
  for (std::size_t i = 0; i < kFieldCount; ++i)
    record.values[i] = query.value(static_cast<int>(i) + 3);
  return record;
}

RecordId RecordStore::insert(const StoredRecord& record) {
  RecordId id = 0;
  {
    Query next(database_, "UPDATE next_id SET record=record+1 RETURNING record-1");
    if (!next.next() || (id = next.integer(0)) <= 0)
      database_.failDamaged("its record numbers make no sense");
    next.next();  // to its end
  }
  {
    const auto& v = record.values;
    Query(database_, kInsertRecord, id, record.source, v[0], v[1], v[2], v[3], v[4], v[5], v[6],
          v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14], v[15], v[16])
        .run();
  }
  const auto& v = record.values;
  Query(database_, kInsertDetail, id, record.source, record.key, v[17], v[18], v[19], v[20], v[21],
        v[22], v[23], v[24], v[25], v[26], v[27], v[28])
      .run();
  return id;
}

std::optional<RecordId> RecordStore::find(std::int64_t source, const std::string& key) {
  Query query(database_, "SELECT id FROM record_detail WHERE source=?1 AND key=?2", source, key);
  if (!query.next()) return std::nullopt;
  return query.integer(0);
}

StoredRecord RecordStore::encode(const CatalogRecord& record) {
  StoredRecord stored;
  stored.key = record.key;
  const auto term = [this](TermKind kind, const std::string& text) {
    return terms_.intern(kind, text);
  };
  stored[Field::Present] = std::int64_t{1};
  stored[Field::Patient] = term(TermKind::Patient, record.patient);
  stored[Field::Study] = term(TermKind::Study, record.study);
  stored[Field::View] = term(TermKind::View, record.view);
  stored[Field::Modality] = term(TermKind::Modality, record.modality);
  stored[Field::Sex] = term(TermKind::Sex, record.sex);
  stored[Field::Date] = term(TermKind::Date, record.date);
  if (record.age && std::isfinite(*record.age)) stored[Field::Age] = *record.age;
  stored[Field::Split] = static_cast<std::int64_t>(record.split);
  if (record.status == RecordStatus::Excluded)
    stored[Field::Exclusion] = term(TermKind::Reason, record.reason);
  if (record.status == RecordStatus::Quarantined)
    stored[Field::Problem] = term(TermKind::Reason, record.reason);
  stored[Field::ByHand] = std::int64_t{0};
  stored[Field::Report] = stored[Field::Masks] = std::int64_t{0};
  stored[Field::Labels] = sets_.internLabels(record.labels);
  std::vector<std::int64_t> tags;
  for (const std::string& tag : record.tags)
    if (!tag.empty()) tags.push_back(term(TermKind::Tag, tag));
  stored[Field::Tags] = sets_.internTags(std::move(tags));
  stored[Field::Image] = record.image.generic_string();
  stored[Field::Frame] = record.frame;
  stored[Field::Series] = record.series;
  stored[Field::Instance] = record.instance;
  stored[Field::Width] = std::max<std::int64_t>(record.width, 0);
  stored[Field::Height] = std::max<std::int64_t>(record.height, 0);
  stored[Field::RowSpacing] = finiteOr0(record.spacing.row);
  stored[Field::ColumnSpacing] = finiteOr0(record.spacing.column);
  stored[Field::Audit] = record.audit;
  if (record.imageHash) stored[Field::ImageHash] = std::bit_cast<std::int64_t>(*record.imageHash);
  if (record.looksInverted) stored[Field::LooksInverted] = std::int64_t{*record.looksInverted};
  stored[Field::Provenance] = record.provenance;
  return stored;
}

std::int64_t RecordStore::reportFor(const CatalogRecord& record, std::int64_t source,
                                    std::int64_t current) {
  if (!record.report) return 0;
  const Report& report = *record.report;
  const auto isSame = [&](std::int64_t id) {
    if (id == 0) return false;
    Query query(database_, "SELECT source, key, text FROM report WHERE id=?1", id);
    return query.next() && query.integer(0) == source && query.view(1) == report.key &&
           query.view(2) == report.text;
  };
  if (isSame(current)) return current;
  const auto last = lastReports_.find(report.key);
  if (last != lastReports_.end() && isSame(last->second)) return last->second;
  std::int64_t id = 0;
  {
    Query query(database_, "SELECT id, text FROM report WHERE source=?1 AND key=?2", source,
                report.key);
    while (id == 0 && query.next())
      if (query.view(1) == report.text) id = query.integer(0);
  }
  if (id == 0) {
    Query(database_, "INSERT INTO report(source, key, is_blank, text) VALUES(?1, ?2, ?3, ?4)",
          source, report.key, trimmed(report.text).empty() ? 1 : 0, report.text)
        .run();
    id = database_.lastId();
    Query(database_, "INSERT INTO report_words(rowid, text) VALUES(?1, ?2)", id, report.text).run();
  }
  lastReports_[report.key] = id;
  return id;
}

std::int64_t RecordStore::masksFor(const CatalogRecord& record, std::int64_t current) {
  const auto isSame = [&] {
    const std::vector<Mask> known = sets_.masks(current);
    return known.size() == record.masks.size() &&
           std::equal(known.begin(), known.end(), record.masks.begin(),
                      [](const Mask& a, const Mask& b) {
                        return a.name == b.name && a.file == b.file &&
                               a.runLengths == b.runLengths && a.author == b.author;
                      });
  };
  return isSame() ? current : sets_.addMasks(record.masks);
}

CatalogRecord RecordStore::decode(const StoredRecord& stored) {
  CatalogRecord record;
  record.id = stored.id;
  record.source = stored.source;
  record.key = stored.key;
  record.image = textOf(stored[Field::Image]);
  record.frame = stored.integer(Field::Frame);
  record.patient = terms_.text(stored.integer(Field::Patient));
  record.study = terms_.text(stored.integer(Field::Study));
  record.series = textOf(stored[Field::Series]);
  record.instance = textOf(stored[Field::Instance]);
  record.view = terms_.text(stored.integer(Field::View));
  record.modality = terms_.text(stored.integer(Field::Modality));
  record.sex = terms_.text(stored.integer(Field::Sex));
  if (!stored.isNull(Field::Age)) record.age = numberOf(stored[Field::Age]);
  record.date = terms_.text(stored.integer(Field::Date));
  record.width = stored.integer(Field::Width);
  record.height = stored.integer(Field::Height);
  record.spacing = {numberOf(stored[Field::RowSpacing]), numberOf(stored[Field::ColumnSpacing])};
  record.status = stored.status();
  record.reason = terms_.text(stored.reason());
  const std::int64_t split = stored.integer(Field::Split);
  if (split < 0 || split > static_cast<std::int64_t>(Split::Test))
    database_.failDamaged("a record's values make no sense");
  record.split = static_cast<Split>(split);
  record.audit = textOf(stored[Field::Audit]);
  if (!stored.isNull(Field::ImageHash))
    record.imageHash = std::bit_cast<std::uint64_t>(stored.integer(Field::ImageHash));
  if (!stored.isNull(Field::LooksInverted))
    record.looksInverted = stored.integer(Field::LooksInverted) != 0;
  record.provenance = textOf(stored[Field::Provenance]);
  if (const std::int64_t report = stored.integer(Field::Report)) {
    Query query(database_, "SELECT key, text FROM report WHERE id=?1", report);
    if (!query.next()) database_.failDamaged("a report is missing");
    record.report = Report{query.text(0), query.text(1)};
  }
  record.labels = sets_.labels(stored.integer(Field::Labels));
  record.masks = sets_.masks(stored.integer(Field::Masks));
  for (const std::int64_t tag : sets_.tags(stored.integer(Field::Tags)))
    record.tags.push_back(terms_.text(tag));
  return record;
}

}  // namespace mrm
