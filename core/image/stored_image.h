// A radiograph's stored values, with everything its file says about how they are to be shown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mrm {

// A look-up table as DICOM has them (PS3.3 C.11.1.1): values below `first` take the first entry,
// those beyond the last the last.
struct ValueTable {
  std::int32_t first = 0;
  int bits = 16;  // of the entries
  std::vector<std::uint16_t> entries;
  std::string explanation;
};

struct ValueWindow {
  double center = 0, width = 0;
  enum class Function { Linear, LinearExact, Sigmoid } function = Function::Linear;
  std::string explanation;
};

struct StoredImage {
  std::int64_t width = 0, height = 0;
  std::vector<std::int32_t> values;  // row-major, top row first, sign extended; before any table
  int bitsStored = 16;
  bool isSigned = false;
  double slope = 1, intercept = 0;  // modality rescale
  bool hasRescale = false;
  std::optional<ValueTable> modalityTable;  // takes the place of the rescale
  std::vector<ValueTable> voiTables;
  std::vector<ValueWindow> windows;
  std::optional<std::int32_t> paddingFrom, paddingTo;  // values outside of the image, inclusive
  bool isMonochrome1 = false;                          // the smallest value is shown white
  bool isPresentationInverse = false;                  // Presentation LUT Shape INVERSE
  // 8-bit values that were made to be looked at (a JPEG, an 8-bit DICOM without tables or windows):
  // shown as they are unless a policy asks for percentiles or the full range.
  bool isDisplayReady = false;
  double rowSpacing = 0, columnSpacing = 0;  // mm; 0: unknown
  std::vector<std::string> notices;          // "colour turned to luminance", "frame 3 of 12"
};

}  // namespace mrm
