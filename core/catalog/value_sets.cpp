#include "core/catalog/value_sets.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace mrm {
namespace {

// "3:1 7:0 12:u 13:b": class and value; "4 9": tags.
constexpr std::string_view kValueLetters = "01ub";

bool readNumber(std::string_view& rest, std::int64_t& number) {
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (error != std::errc() || number <= 0) return false;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return true;
}

bool skipSpace(std::string_view& rest) {
  if (rest.empty()) return true;
  if (rest[0] != ' ') return false;
  rest.remove_prefix(1);
  return !rest.empty();
}

}  // namespace

std::int64_t ValueSets::internSet(std::string_view select, std::string_view insert,
                                  std::unordered_map<std::string, std::int64_t>& known,
                                  const std::string& text) {
  if (text.empty()) return 0;
  const auto found = known.find(text);
  if (found != known.end()) return found->second;
  Query query(database_, select, text);
  std::int64_t id = 0;
  if (query.next()) {
    id = query.integer(0);
  } else {
    Query(database_, insert, text).run();
    id = database_.lastId();
  }
  return known[text] = id;
}

std::int64_t ValueSets::internLabels(const std::vector<Label>& labels) {
  std::map<std::int64_t, LabelValue> values;  // by class; the last word on a class counts
  std::string key;
  for (const Label& label : labels) {
    key.assign(label.task).append(1, '\0').append(label.name);
    auto known = classIds_.find(key);
    if (known == classIds_.end()) {
      Query query(database_, "SELECT id FROM label_class WHERE task=?1 AND name=?2", label.task,
                  label.name);
      std::int64_t id = 0;
      if (query.next()) {
        id = query.integer(0);
      } else {
        Query(database_, "INSERT INTO label_class(task, name) VALUES(?1, ?2)", label.task,
              label.name)
            .run();
        id = database_.lastId();
      }
      known = classIds_.emplace(key, id).first;
    }
    values[known->second] = label.value;
  }
  std::string text;
  for (const auto& [id, value] : values) {
    if (!text.empty()) text += ' ';
    text += std::to_string(id) + ":" + kValueLetters[static_cast<std::size_t>(value)];
  }
  return internSet("SELECT id FROM label_set WHERE labels=?1",
                   "INSERT INTO label_set(labels) VALUES(?1)", labelSets_, text);
}

std::vector<ValueSets::ClassValue> ValueSets::classValues(std::string_view text) const {
  std::vector<ClassValue> values;
  while (!text.empty()) {
    ClassValue value;
    std::size_t letter = 0;
    if (!readNumber(text, value.labelClass) || text.size() < 2 || text[0] != ':' ||
        (letter = kValueLetters.find(text[1])) == std::string_view::npos ||
        (!values.empty() && values.back().labelClass >= value.labelClass))
      database_.failDamaged("a set of labels makes no sense");
    value.value = static_cast<LabelValue>(letter);
    values.push_back(value);
    text.remove_prefix(2);
    if (!skipSpace(text)) database_.failDamaged("a set of labels makes no sense");
  }
  return values;
}

const ValueSets::LabelClass& ValueSets::labelClass(std::int64_t id) {
  const auto known = classes_.find(id);
  if (known != classes_.end()) return known->second;
  Query query(database_, "SELECT task, name FROM label_class WHERE id=?1", id);
  if (!query.next()) database_.failDamaged("a class of labels is missing");
  return classes_[id] = {query.text(0), query.text(1)};
}

std::vector<Label> ValueSets::labels(std::int64_t set) {
  if (set == 0) return {};
  Query query(database_, "SELECT labels FROM label_set WHERE id=?1", set);
  if (!query.next()) database_.failDamaged("a set of labels is missing");
  std::vector<Label> labels;
  for (const ClassValue& value : classValues(query.view(0))) {
    const LabelClass& labelled = labelClass(value.labelClass);
    labels.push_back({labelled.task, labelled.name, value.value});
  }
  return labels;
}

std::int64_t ValueSets::internTags(std::vector<std::int64_t> tags) {
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  std::string text;
  for (const std::int64_t tag : tags) {
    if (!text.empty()) text += ' ';
    text += std::to_string(tag);
  }
  return internSet("SELECT id FROM tag_set WHERE tags=?1", "INSERT INTO tag_set(tags) VALUES(?1)",
                   tagSets_, text);
}

std::vector<std::int64_t> ValueSets::tagTerms(std::string_view text) const {
  std::vector<std::int64_t> tags;
  while (!text.empty()) {
    std::int64_t tag = 0;
    if (!readNumber(text, tag) || !skipSpace(text) || (!tags.empty() && tags.back() >= tag))
      database_.failDamaged("a set of tags makes no sense");
    tags.push_back(tag);
  }
  return tags;
}

std::vector<std::int64_t> ValueSets::tags(std::int64_t set) {
  if (set == 0) return {};
  Query query(database_, "SELECT tags FROM tag_set WHERE id=?1", set);
  if (!query.next()) database_.failDamaged("a set of tags is missing");
  return tagTerms(query.view(0));
}

std::int64_t ValueSets::addMasks(const std::vector<Mask>& masks) {
  if (masks.empty()) return 0;
  std::int64_t set = 1;
  {
    Query last(database_, "SELECT max(mask_set) FROM mask");
    if (last.next()) set += last.integer(0);
  }
  std::int64_t position = 0;
  for (const Mask& mask : masks)
    Query(database_,
          "INSERT INTO mask(mask_set, position, name, file, run_lengths, author)"
          " VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
          set, position++, mask.name, mask.file.generic_string(), mask.runLengths, mask.author)
        .run();
  return set;
}

std::vector<Mask> ValueSets::masks(std::int64_t set) {
  std::vector<Mask> masks;
  if (set == 0) return masks;
  Query query(database_,
              "SELECT name, file, run_lengths, author FROM mask WHERE mask_set=?1"
              " ORDER BY position",
              set);
  while (query.next())
    masks.push_back({query.text(0), query.text(1), query.text(2), query.text(3)});
  return masks;
}

void ValueSets::forget() {
  labelSets_.clear();
  tagSets_.clear();
  classIds_.clear();
  classes_.clear();
}

}  // namespace mrm
