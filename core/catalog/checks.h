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

// Usable records only. A class without positives in a split blocks where it could have some, for
// there are patients enough; otherwise it is a remark. Images are compared by their perceptual
// hashes as far as these are known
// (`hashed` of `of`); near means at most `hashDistance` (0 to 16) of 64 bits differ, and all such
// pairs are found. Images that are near through others are one problem. Most serious first.
struct CatalogCheck {
  std::vector<CatalogProblem> problems;
  std::int64_t hashed = 0, of = 0;
  bool blocksTraining() const;
  // What blocks a training that reads no labels: leaks between the splits.
  bool blocksPretraining() const;
  // "2 patients are in two splits; 1 image is in two splits": no patient is named.
  enum class Which { All, BlocksTraining, BlocksPretraining };
  std::string summary(Which which) const;
};
CatalogCheck checkCatalog(const Catalog& catalog, int hashDistance = 4,
                          const ProgressSink& progress = {}, std::stop_token stop = {});

}  // namespace mrm
