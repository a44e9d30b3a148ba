// previews/<step>/preview.json: what the model restores of the same few records as training goes
// on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/run/run_folder.h"

namespace mrm {

// One word of the report, in order. A masked word carries what the model puts in its place.
struct PreviewWord {
  std::string text;  // the report's own word
  bool masked = false;
  std::string restored;    // most probable pieces; empty when not masked
  double probability = 0;  // that the model gives to the true word (product over its pieces)
};

struct PreviewRecord {
  std::int64_t record = 0;                 // record number, never a name
  std::string original, masked, restored;  // 8-bit gray PNG files of one size, beside preview.json
  std::int64_t patchPixels = 0;            // side of a patch in those images
  std::int64_t visiblePatches = 0, patches = 0;
  double imageLoss = 0, reportLoss = 0;
  std::vector<PreviewWord> words;
};

struct Preview {
  std::int64_t step = 0;
  std::vector<PreviewRecord> records;
};

std::filesystem::path previewFolder(const RunPaths& run, std::int64_t step);
// Throws Error. File names inside are refused when they leave the folder.
Preview readPreview(const RunPaths& run, std::int64_t step);
// The PNG files are written before, into the temporary folder given by beginPreview();
// commitPreview() writes preview.json there and renames the folder, so that a reader sees it whole
// or not at all.
std::filesystem::path beginPreview(const RunPaths& run, std::int64_t step);
void commitPreview(const RunPaths& run, const Preview& preview);

}  // namespace mrm
