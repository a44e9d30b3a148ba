// The columns of a record that edits change, as the history numbers them.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/catalog/sqlite.h"

namespace mrm {

// These numbers are in files: they never change their meaning.
enum class Field : std::int64_t {
  Present = 1,  // 0: an import that was undone had added it
  Patient = 2,
  Study = 3,
  View = 4,
  Modality = 5,
  Sex = 6,
  Date = 7,
  Age = 8,
  Split = 9,
  Exclusion = 10,     // NULL: not excluded by a person; else the reason's term
  Problem = 11,       // NULL: none; else why the source's record cannot be used
  PixelProblem = 12,  // NULL: none; else why its pixels cannot be read
  ByHand = 13,        // what a person set: HandFlag
  Report = 14,
  Labels = 15,
  Masks = 16,
  Tags = 17,
  Image = 32,
  Frame = 33,
  Series = 34,
  Instance = 35,
  Width = 36,
  Height = 37,
  RowSpacing = 38,
  ColumnSpacing = 39,
  Audit = 40,
  ImageHash = 41,
  LooksInverted = 42,
  Provenance = 43
};

enum HandFlag : std::int64_t { kViewByHand = 1, kSplitByHand = 2, kTagsByHand = 4 };

// Statements on one field; they last as long as the program. Throws Error for a number that is no
// field's.
struct FieldSql {
  Field field;
  std::string_view select;         // value by ?1 = id
  std::string_view update;         // to ?1 where id = ?2
  std::string_view updateIfEqual;  // to ?1 where id = ?2 and the value is ?3
};
const FieldSql& fieldSql(Field field);
bool isField(std::int64_t number);

inline constexpr std::size_t kFieldCount = 29;
inline constexpr std::size_t kRecordFields = 17;  // those of the table record; the rest: its detail
Field fieldAt(std::size_t index);                 // in the order of the enumerators
std::size_t fieldIndex(Field field);

}  // namespace mrm
