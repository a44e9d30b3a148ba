// DICOM files to records, by their headers alone and on several threads.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/catalog/catalog_types.h"

namespace mrm {

struct IndexedFile {
  enum class Kind {
    Image,    // has a record
    Report,   // a structured report: `text` belongs to `study`
    Other,    // a DICOM object without an image: `what` says which ("PR", "RTPLAN")
    Index,    // a DICOMDIR
    NoDicom,  // `what` is its kind: its ending, or "without ending"
  };
  Kind kind = Kind::NoDicom;
  std::string what, text;
  std::string study, accession;
  CatalogRecord record;  // of Image: everything but report, labels and masks
  std::int64_t frames = 1;
  bool hasBurnedInText = false;
};

// One result for each file (relative to `root`), in their order. Throws Stopped.
std::vector<IndexedFile> indexDicom(const std::filesystem::path& root,
                                    const std::vector<std::string>& files,
                                    const ProgressSink& progress, std::stop_token stop);

// What the text items of a structured report say, with their headings ("FINDINGS: …"); empty when
// there are none. Throws Error for a file that cannot be read.
std::string structuredReportText(const std::filesystem::path& file);

}  // namespace mrm
