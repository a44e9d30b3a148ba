// The catalogue's imports.
#include <unordered_set>

#include "core/base/error.h"
#include "core/catalog/catalog_impl.h"
#include "core/catalog/source_paths.h"

namespace mrm {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReportEvery = 500;
constexpr const char* kGone = "no longer in the source";

std::string nameOf(std::size_t index) {
  return "record " + std::to_string(index + 1) + " of the import";
}

bool isEmptyValue(const SqlValue& value) {
  if (std::holds_alternative<std::monostate>(value)) return true;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer == 0;
  if (const auto* number = std::get_if<double>(&value)) return *number == 0;
  return std::get<std::string>(value).empty();
}

// What an update leaves as it is although the source says something else.
void keepWhatAPersonDid(const StoredRecord& before, StoredRecord& after) {
  const std::int64_t byHand = before.integer(Field::ByHand);
  after[Field::ByHand] = before[Field::ByHand];
  after[Field::Exclusion] = before[Field::Exclusion];
  if (byHand & kViewByHand) after[Field::View] = before[Field::View];
  if (byHand & kSplitByHand) after[Field::Split] = before[Field::Split];
  if (byHand & kTagsByHand) after[Field::Tags] = before[Field::Tags];
}

// What was found out from the pixels holds as long as the image is the same.
void keepWhatPixelsSaid(const StoredRecord& before, StoredRecord& after) {
  if (before[Field::Image] != after[Field::Image] || before[Field::Frame] != after[Field::Frame])
    return;
  after[Field::PixelProblem] = before[Field::PixelProblem];
  for (const Field field : {Field::Width, Field::Height, Field::RowSpacing, Field::ColumnSpacing,
                            Field::Audit, Field::ImageHash, Field::LooksInverted})
    if (isEmptyValue(after[field])) after[field] = before[field];
}

}  // namespace

ImportResult Catalog::import(const ImportBatch& batch, const ProgressSink& progress,
                             std::stop_token stop) {
  Impl& impl = *impl_;
  Database& database = impl.database;
  const fs::path root = fs::absolute(batch.source.root).lexically_normal();
  const fs::path rootFolder = root.has_filename() ? root : root.parent_path();
  impl.store.forget();
  return impl.write([&] {
    dropUndoneSteps(database);
    ImportResult result;
    const std::string storedRoot = storedPath(impl.folder(), rootFolder);
    Query(database,
          "INSERT INTO source(name, importer, root, rule, imported_at)"
          " VALUES(?1, ?2, ?3, ?4, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"
          " ON CONFLICT(importer, root) DO UPDATE SET name=excluded.name, rule=excluded.rule,"
          " imported_at=excluded.imported_at",
          batch.source.name, batch.source.importer, storedRoot, batch.source.rule)
        .run();
    {
      Query query(database, "SELECT id FROM source WHERE importer=?1 AND root=?2",
                  batch.source.importer, storedRoot);
      query.next();
      result.source = query.integer(0);
    }
    StepRecorder step(database);
    std::unordered_set<RecordId> seen;
    seen.reserve(batch.records.size());
    for (std::size_t i = 0; i < batch.records.size(); ++i) {
      if (i % kReportEvery == 0) {
        if (stop.stop_requested()) throw Stopped();
        if (progress)
          progress({static_cast<std::int64_t>(i), static_cast<std::int64_t>(batch.records.size()),
                    "Storing records"});
      }
      CatalogRecord record = batch.records[i];
      if (record.key.empty()) throw Error("a record has no key", nameOf(i));
      if (!record.image.empty()) record.image = storedPath(rootFolder, record.image);
      for (Mask& mask : record.masks)
        if (!mask.file.empty()) mask.file = storedPath(rootFolder, mask.file);
      StoredRecord after = impl.store.encode(record);
      after.source = result.source;
      const std::optional<RecordId> known = impl.store.find(result.source, record.key);
      if (!known) {
        after[Field::Report] = impl.store.reportFor(record, result.source, 0);
        after[Field::Masks] = impl.store.masksFor(record, 0);
        const RecordId id = impl.store.insert(after);
        seen.insert(id);
        step.added(id);
        ++result.added;
      } else {
        if (!seen.insert(*known).second)
          throw Error("two records have the same key", nameOf(i),
                      "Each record needs a key of its own, such as its image's file.");
        const std::optional<StoredRecord> before = impl.store.read(*known);
        if (!before) database.failDamaged("a record is missing");
        after[Field::Report] =
            impl.store.reportFor(record, result.source, before->integer(Field::Report));
        after[Field::Masks] = impl.store.masksFor(record, before->integer(Field::Masks));
        keepWhatAPersonDid(*before, after);
        keepWhatPixelsSaid(*before, after);
        bool isChanged = false;
        for (std::size_t f = 0; f < kFieldCount; ++f) {
          if (before->values[f] == after.values[f]) continue;
          step.change(*known, fieldAt(f), before->values[f], after.values[f]);
          isChanged = true;
        }
        ++(isChanged ? result.updated : result.unchanged);
      }
      if (after.status() == RecordStatus::Quarantined) ++result.quarantined;
    }
    if (batch.isWhole) {
      std::vector<RecordId> gone;
      {
        Query query(database, "SELECT id FROM record WHERE source=?1", result.source);
        while (query.next())
          if (!seen.contains(query.integer(0))) gone.push_back(query.integer(0));
      }
      const std::int64_t reason = impl.terms.intern(TermKind::Reason, kGone);
      for (const RecordId id : gone)
        if (step.set(id, Field::Problem, reason)) ++result.gone;
    }
    if (step.isEmpty())
      announceChange(database, {});
    else
      impl.finish(step, "import", batch.source.name);
    if (progress) {
      const auto count = static_cast<std::int64_t>(batch.records.size());
      progress({count, count, "Storing records"});
    }
    return result;
  });
}

}  // namespace mrm
