// What is asked of a catalogue: which records, in which order, and how many of each kind.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/catalog/catalog_types.h"

namespace mrm {

enum class Facet {
  Source,
  Status,
  Split,
  View,
  Modality,
  Sex,
  Finding,
  Tag,
  HasReport,
  HasMask,
  Reason
};

// A record is selected when, for every facet named, it has one of the values. The values are those
// that facetCounts() gives: the data's own words (view, modality, sex, tag, reason; the source by
// its name), "usable", "quarantined", "excluded"; "training", "validation", "test", "" (none);
// "yes", "no"; a finding as "task/name" for its positives, "task/name?" for its uncertain ones. A
// facet with no values at all does not restrict.
struct RecordQuery {
  std::map<Facet, std::set<std::string>> facets;
  // Words that must all occur in the report, whatever their case and accents; "a phrase" in quotes;
  // word* by its beginning. patient: or study: before a word asks for those of that name (name* by
  // its beginning), file: for images whose path contains it.
  std::string text;
  std::vector<RecordId> only;  // of these alone, in any order; empty: of all
  bool isEmpty() const { return facets.empty() && text.empty() && only.empty(); }
  bool operator==(const RecordQuery&) const = default;
};

enum class RecordColumn { Id, Patient, Study, Date, View, Sex, Age, Split, Status, Source, Image };

// Names are sorted as people do, "2" before "10"; images by their paths' bytes. Records that are
// equal in the column are in order of ids.
struct RecordOrder {
  RecordColumn column = RecordColumn::Id;
  bool descending = false;
};

struct FacetCount {
  std::string value;
  std::int64_t count = 0;
};

// A row of the table: what is shown of a record without opening it.
struct RecordRow {
  RecordId id = 0;
  std::string patient, study, date, view, modality, sex;
  std::optional<double> age;
  Split split = Split::None;
  RecordStatus status = RecordStatus::Usable;
  std::string source, reason;
  std::filesystem::path image;  // absolute
  std::int64_t frame = 0;
  bool hasReport = false, hasMask = false;
  std::string reportStart;  // the first 200 characters, without line breaks
};

}  // namespace mrm
