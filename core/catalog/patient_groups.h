// The records that must stay together: those of one patient.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/catalog/record_columns.h"

namespace mrm {

struct PatientGroup {
  std::uint32_t patient = 0;        // a term; 0: not known
  std::uint32_t study = 0;          // a term, where the patient is not known
  std::vector<std::uint32_t> rows;  // ascending
};

// Groups of rows by patient; without one by study; without one a row is alone. In the order of
// their first rows.
std::vector<PatientGroup> groupByPatient(const RecordColumns& columns,
                                         std::span<const std::uint32_t> rows);

// A number in [0, 1) that depends on the seed and on who it is alone, so that what is drawn for a
// patient stays when others come. `name` is the patient's, the study's or the record's.
double patientDraw(std::uint64_t seed, std::uint64_t purpose, std::string_view name);

// FNV-1a (Fowler, Noll, Vo), 64 bits.
std::uint64_t hashOfText(std::string_view text);

}  // namespace mrm
