#include "core/catalog/record_fields.h"

#include <array>

#include "core/base/error.h"

namespace mrm {
namespace {

#define MRM_FIELD(field, table, column)                                       \
  FieldSql {                                                                  \
    Field::field, "SELECT " column " FROM " table " WHERE id=?1",             \
        "UPDATE " table " SET " column "=?1 WHERE id=?2",                     \
        "UPDATE " table " SET " column "=?1 WHERE id=?2 AND " column " IS ?3" \
  }

constexpr std::array kFields = {
    MRM_FIELD(Present, "record", "present"),
    MRM_FIELD(Patient, "record", "patient"),
    MRM_FIELD(Study, "record", "study"),
    MRM_FIELD(View, "record", "view"),
    MRM_FIELD(Modality, "record", "modality"),
    MRM_FIELD(Sex, "record", "sex"),
    MRM_FIELD(Date, "record", "date"),
    MRM_FIELD(Age, "record", "age"),
    MRM_FIELD(Split, "record", "split"),
    MRM_FIELD(Exclusion, "record", "exclusion"),
    MRM_FIELD(Problem, "record", "problem"),
    MRM_FIELD(PixelProblem, "record", "pixel_problem"),
    MRM_FIELD(ByHand, "record", "by_hand"),
    MRM_FIELD(Report, "record", "report"),
    MRM_FIELD(Labels, "record", "labels"),
    MRM_FIELD(Masks, "record", "masks"),
    MRM_FIELD(Tags, "record", "tags"),
    MRM_FIELD(Image, "record_detail", "image"),
    MRM_FIELD(Frame, "record_detail", "frame"),
    MRM_FIELD(Series, "record_detail", "series"),
    MRM_FIELD(Instance, "record_detail", "instance"),
    MRM_FIELD(Width, "record_detail", "width"),
    MRM_FIELD(Height, "record_detail", "height"),
    MRM_FIELD(RowSpacing, "record_detail", "row_spacing"),
    MRM_FIELD(ColumnSpacing, "record_detail", "column_spacing"),
    MRM_FIELD(Audit, "record_detail", "audit"),
    MRM_FIELD(ImageHash, "record_detail", "image_hash"),
    MRM_FIELD(LooksInverted, "record_detail", "looks_inverted"),
    MRM_FIELD(Provenance, "record_detail", "provenance"),
};

#undef MRM_FIELD

static_assert(kFields.size() == kFieldCount);
static_assert(kFields[kRecordFields - 1].field == Field::Tags);

}  // namespace

const FieldSql& fieldSql(Field field) {
  return kFields[fieldIndex(field)];
}

Field fieldAt(std::size_t index) {
  return kFields.at(index).field;
}

std::size_t fieldIndex(Field field) {
  for (std::size_t i = 0; i < kFields.size(); ++i)
    if (kFields[i].field == field) return i;
  throw Error("there is no field " + std::to_string(static_cast<std::int64_t>(field)));
}

bool isField(std::int64_t number) {
  for (const FieldSql& sql : kFields)
    if (static_cast<std::int64_t>(sql.field) == number) return true;
  return false;
}

}  // namespace mrm
