// All data elements of a file as rows of text, for people to look through.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/dicom/dicom_file.h"

namespace mrm::dicom {

struct TagRow {
  std::uint32_t tag = 0;
  int level = 0;               // 0 for the data set's own; items and what is in them are deeper
  std::string vr;              // as in the file, else the dictionary's, else empty
  std::string keyword;         // "PatientID"; empty when not known
  std::string name;            // "Patient ID"
  std::string value;           // UTF-8, on one line, at most `limit` bytes; "3 items", "1024 bytes"
  std::string number() const;  // "(0010,0020)"
};

inline constexpr std::size_t kMaxTagRows = 200000;  // more are left out, which the last row says

// The meta header first. Values longer than `limit` bytes end in "…".
std::vector<TagRow> tagList(const DicomFile& file, std::size_t limit = 256);

// Whether every word of `words` is in the row's number, keyword, name or value; case and accents of
// ASCII letters alone are passed over.
bool matches(const TagRow& row, const std::string& words);

}  // namespace mrm::dicom
