// Walks the bytes of a data set and lists its elements, within limits and without recursion.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/dicom/data_set.h"
#include "core/dicom/dicom_file.h"

namespace mrm::dicom {

struct Encoding {
  bool isImplicit = false, isBigEndian = false;
  bool operator==(const Encoding&) const = default;
};

struct ReadElements {
  std::vector<Element> elements;
  std::size_t end = 0;  // where reading stopped
  std::string damage;   // why, when it was not the end; empty otherwise
};

// Elements from `begin` to the end of `bytes`, or for the meta header (`metaOnly`) to the first
// outside group 0002. Lengths never reach beyond the bytes: an element that claims more is cut off
// and noted as damage.
ReadElements readElements(std::span<const std::byte> bytes, std::size_t begin, Encoding encoding,
                          Extent extent, bool metaOnly = false);

// How the first element at `begin` is encoded: by its look, `assumed` where that is no help.
Encoding detectEncoding(std::span<const std::byte> bytes, std::size_t begin, Encoding assumed);

// Whether something at `begin` looks like the first element of a data set without preamble.
bool looksLikeDataSet(std::span<const std::byte> bytes, std::size_t begin);

}  // namespace mrm::dicom
