// The catalogue's edits.
#include <algorithm>
#include <bit>

#include "core/base/error.h"
#include "core/catalog/catalog_impl.h"
#include "core/catalog/id_list.h"
#include "core/catalog/source_paths.h"
#include "core/catalog/words.h"

namespace mrm {

std::int64_t Catalog::Impl::finish(StepRecorder& step, const std::string& what,
                                   const std::string& detail) {
  if (step.isEmpty()) return 0;
  const std::vector<RecordId> records = step.records();
  step.write(what, detail);
  announceChange(database, records);
  return static_cast<std::int64_t>(records.size());
}

template <class Change>
std::int64_t Catalog::Impl::edit(std::span<const RecordId> ids, const std::string& what,
                                 const std::string& detail, Change change) {
  return write([&] {
    StepRecorder step(database);
    {
      Query query(database, "SELECT present FROM record WHERE id=?1");
      for (const RecordId id : sortedIds(ids))
        if (query.with(id).next() && query.integer(0) == 1) change(step, id);
    }
    return finish(step, what, detail);
  });
}

namespace {

// Sets a field and remembers that a person did so.
void setByHand(Database& database, StepRecorder& step, RecordId id, Field field,
               const SqlValue& value, std::int64_t flag) {
  if (!step.set(id, field, value)) return;
  Query query(database, fieldSql(Field::ByHand).select, id);
  if (query.next()) step.set(id, Field::ByHand, query.integer(0) | flag);
}

std::int64_t setTag(Database& database, ValueSets& sets, StepRecorder& step, RecordId id,
                    std::int64_t tag, bool isSet) {
  std::vector<std::int64_t> tags;
  {
    Query query(database, fieldSql(Field::Tags).select, id);
    if (query.next()) tags = sets.tags(query.integer(0));
  }
  std::erase(tags, tag);
  if (isSet) tags.push_back(tag);
  setByHand(database, step, id, Field::Tags, sets.internTags(std::move(tags)), kTagsByHand);
  return 0;
}

}  // namespace

std::int64_t Catalog::exclude(std::span<const RecordId> ids, const std::string& reason) {
  return impl_->edit(ids, "exclude", reason, [&](StepRecorder& step, RecordId id) {
    if (reason.empty()) {  // a reason that was given before stays
      Query query(impl_->database, fieldSql(Field::Exclusion).select, id);
      if (query.next() && !query.isNull(0)) return;
    }
    step.set(id, Field::Exclusion, impl_->terms.intern(TermKind::Reason, reason));
  });
}

std::int64_t Catalog::restore(std::span<const RecordId> ids) {
  return impl_->edit(ids, "restore", {}, [&](StepRecorder& step, RecordId id) {
    for (const Field field : {Field::Exclusion, Field::Problem, Field::PixelProblem})
      step.set(id, field, {});
  });
}

std::int64_t Catalog::quarantine(std::span<const RecordId> ids, const std::string& reason) {
  return impl_->edit(ids, "quarantine", reason, [&](StepRecorder& step, RecordId id) {
    step.set(id, Field::Problem, impl_->terms.intern(TermKind::Reason, reason));
  });
}

std::int64_t Catalog::setView(std::span<const RecordId> ids, const std::string& view) {
  return impl_->edit(ids, "set view", view, [&](StepRecorder& step, RecordId id) {
    setByHand(impl_->database, step, id, Field::View, impl_->terms.intern(TermKind::View, view),
              kViewByHand);
  });
}

std::int64_t Catalog::setSplit(std::span<const RecordId> ids, Split split) {
  const std::string word = split == Split::None ? "none" : splitWord(split);
  return impl_->edit(ids, "set split", word, [&](StepRecorder& step, RecordId id) {
    setByHand(impl_->database, step, id, Field::Split, static_cast<std::int64_t>(split),
              kSplitByHand);
  });
}

std::int64_t Catalog::setSplits(std::span<const std::pair<RecordId, Split>> splits,
                                const std::string& detail) {
  std::vector<std::pair<RecordId, Split>> sorted(splits.begin(), splits.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<RecordId> ids;
  ids.reserve(sorted.size());
  for (const auto& [id, split] : sorted) ids.push_back(id);
  if (std::adjacent_find(ids.begin(), ids.end()) != ids.end())
    throw Error("a record was given two splits");
  std::size_t next = 0;
  return impl_->edit(ids, "split", detail, [&](StepRecorder& step, RecordId id) {
    while (sorted[next].first != id) ++next;
    setByHand(impl_->database, step, id, Field::Split,
              static_cast<std::int64_t>(sorted[next].second), kSplitByHand);
  });
}

std::int64_t Catalog::addTag(std::span<const RecordId> ids, const std::string& tag) {
  if (tag.empty()) throw Error("a tag needs a name");
  return impl_->edit(ids, "add tag", tag, [&](StepRecorder& step, RecordId id) {
    setTag(impl_->database, impl_->sets, step, id, impl_->terms.intern(TermKind::Tag, tag), true);
  });
}

std::int64_t Catalog::removeTag(std::span<const RecordId> ids, const std::string& tag) {
  const std::int64_t term = impl_->read([&] { return impl_->terms.find(TermKind::Tag, tag); });
  if (term <= 0) return 0;
  return impl_->edit(ids, "remove tag", tag, [&](StepRecorder& step, RecordId id) {
    setTag(impl_->database, impl_->sets, step, id, term, false);
  });
}

void Catalog::setImageFacts(std::span<const std::pair<RecordId, ImageFacts>> facts) {
  if (facts.empty()) return;
  impl_->write([&] {
    Query detail(impl_->database,
                 "UPDATE record_detail SET width=CASE WHEN ?2>0 THEN ?2 ELSE width END,"
                 " height=CASE WHEN ?3>0 THEN ?3 ELSE height END,"
                 " audit=CASE WHEN ?4<>'' THEN ?4 ELSE audit END,"
                 " image_hash=ifnull(?5, image_hash),"
                 " looks_inverted=ifnull(?6, looks_inverted) WHERE id=?1");
    Query problem(impl_->database, "UPDATE record SET pixel_problem=?2 WHERE id=?1");
    std::vector<RecordId> changed;
    for (const auto& [id, fact] : facts) {
      std::optional<std::int64_t> hash, inverted, reason;
      if (fact.imageHash) hash = std::bit_cast<std::int64_t>(*fact.imageHash);
      if (fact.looksInverted) inverted = *fact.looksInverted ? 1 : 0;
      if (!fact.problem.empty()) reason = impl_->terms.intern(TermKind::Reason, fact.problem);
      detail.with(id, fact.width, fact.height, fact.audit, hash, inverted).run();
      problem.with(id, reason).run();
      if (id > 0) changed.push_back(id);
    }
    return announceRecords(impl_->database, changed);
  });
}

void Catalog::setSourceRoot(std::int64_t source, const std::filesystem::path& root) {
  impl_->write([&] {
    const std::string stored =
        storedPath(impl_->folder(), std::filesystem::absolute(root).lexically_normal());
    Query(impl_->database, "UPDATE source SET root=?2 WHERE id=?1", source, stored).run();
    if (sqlite3_changes64(impl_->database.handle()) == 0)
      throw Error("there is no such source", impl_->file.string());
    return announceChange(impl_->database, {});
  });
}

}  // namespace mrm
