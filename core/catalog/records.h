// Records (radiograph, report, patient) read from a table, with their split by patient.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mrm {

struct Record {
  std::int64_t number =
      0;  // line of the table, counted from 1 without the header: how messages name it
  std::filesystem::path image;  // absolute
  std::string report;           // UTF-8; never empty
  std::string patient;
  std::int64_t frame = 0;  // of a multi-frame image file
};

struct RejectedRecord {
  std::int64_t number = 0;
  std::string reason;
};

// Which columns of a table hold what.
struct ColumnMapping {
  std::string image = "image", report = "report", patient = "patient_id";
};

struct RecordTable {
  std::vector<Record> records;
  std::vector<RejectedRecord> rejected;  // never dropped in silence
};

// Reads a CSV file (RFC 4180 quoting, embedded newlines, UTF-8 with or without BOM; delimiter , ;
// or tab by detection). Image paths are relative to the file's folder and must stay inside it
// unless absolute. A record without image file, report or patient is rejected with its reason.
// Throws Error for a file that is no such table or lacks a mapped column (naming the columns there
// are).
RecordTable readRecords(const std::filesystem::path& csv, const ColumnMapping& columns);

struct PatientSplit {
  std::vector<std::size_t> training, validation;  // indices into the records, ascending
};

// Holds back `validationShare` (0 to <1) of the patients. A patient's side depends on seed and
// patient id only, so that it stays when records are added. At least one patient on each side if
// there are two and the share is > 0.
PatientSplit splitByPatient(const std::vector<Record>& records, double validationShare,
                            std::uint64_t seed);

}  // namespace mrm
