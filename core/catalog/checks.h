// What is wrong with a data set before it is trained on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"

namespace mrm {

struct CatalogProblem {
  enum class Kind {
    PatientInTwoSplits,
    SameImageAcrossSplits,  // identical or nearly (perceptual hash)
    DuplicateImage,         // within one split
    NoPositives,            // a class without positives in a split
    LooksInverted,
    NoSplit  // usable records in no split
  };
  Kind kind = Kind::NoSplit;
  bool blocksTraining = false;
  std::string text;  // what, for people: "Patient 17 is in training and test (5 records)."
  std::vector<RecordId> records;  // what to look at; duplicates side by side
};

// Usable records only. Images are compared by their perceptual hashes as far as these are known
// (`hashed` of `of`); near means at most `hashDistance` of 64 bits. Most serious first.
struct CatalogCheck {
  std::vector<CatalogProblem> problems;
  std::int64_t hashed = 0, of = 0;
  bool blocksTraining() const;
};
CatalogCheck checkCatalog(const Catalog& catalog, int hashDistance = 4,
                          const ProgressSink& progress = {}, std::stop_token stop = {});

}  // namespace mrm
