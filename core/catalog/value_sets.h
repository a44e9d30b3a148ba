// The labels, tags and masks of a record, by the number of their combination.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/catalog/catalog_types.h"
#include "core/catalog/sqlite.h"
#include "core/catalog/terms.h"

namespace mrm {

// Combinations repeat: hundreds of thousands of records have some thousand sets of labels. A set is
// never changed or removed; 0 is the empty one.
class ValueSets {
 public:
  ValueSets(Database& database, Terms& terms) : database_(database), terms_(terms) {}

  struct ClassValue {
    std::int64_t labelClass = 0;
    LabelValue value = LabelValue::Blank;
  };
  struct LabelClass {
    std::string task, name;
  };

  std::int64_t internLabels(const std::vector<Label>& labels);
  std::vector<Label> labels(std::int64_t set);
  // Ascending classes. Throws Error when the set is missing or damaged.
  std::vector<ClassValue> classValues(std::string_view text) const;
  const LabelClass& labelClass(std::int64_t id);

  std::int64_t internTags(std::vector<std::int64_t> tags);  // of terms
  std::vector<std::int64_t> tags(std::int64_t set);         // ascending terms
  std::vector<std::int64_t> tagTerms(std::string_view text) const;

  std::int64_t addMasks(const std::vector<Mask>& masks);  // a new set, unless empty
  std::vector<Mask> masks(std::int64_t set);

  void forget();  // see Terms

 private:
  std::int64_t internSet(std::string_view select, std::string_view insert,
                         std::unordered_map<std::string, std::int64_t>& known,
                         const std::string& text);

  Database& database_;
  Terms& terms_;
  std::unordered_map<std::string, std::int64_t> labelSets_, tagSets_, classIds_;
  std::unordered_map<std::int64_t, LabelClass> classes_;
};

}  // namespace mrm
