#include "core/catalog/terms.h"

namespace mrm {
namespace {

constexpr std::size_t kKept = 1'000'000;

}  // namespace

std::int64_t Terms::find(TermKind kind, const std::string& text) {
  if (text.empty()) return 0;
  std::string key(1, static_cast<char>(kind));
  key += text;
  const auto known = ids_.find(key);
  if (known != ids_.end()) return known->second;
  Query query(database_, "SELECT id FROM term WHERE kind=?1 AND text=?2",
              static_cast<std::int64_t>(kind), text);
  if (!query.next()) return -1;
  if (ids_.size() >= kKept) ids_.clear();
  return ids_[std::move(key)] = query.integer(0);
}

std::int64_t Terms::intern(TermKind kind, const std::string& text) {
  const std::int64_t known = find(kind, text);
  if (known >= 0) return known;
  Query(database_, "INSERT INTO term(kind, text) VALUES(?1, ?2)", static_cast<std::int64_t>(kind),
        text)
      .run();
  std::string key(1, static_cast<char>(kind));
  key += text;
  return ids_[std::move(key)] = database_.lastId();
}

const std::string& Terms::text(std::int64_t id) {
  static const std::string kEmpty;
  if (id == 0) return kEmpty;
  const auto known = texts_.find(id);
  if (known != texts_.end()) return known->second;
  if (texts_.size() >= kKept) texts_.clear();
  Query query(database_, "SELECT text FROM term WHERE id=?1", id);
  if (!query.next()) database_.failDamaged("a text is missing");
  return texts_[id] = query.text(0);
}

void Terms::forget() {
  ids_.clear();
  texts_.clear();
}

}  // namespace mrm
