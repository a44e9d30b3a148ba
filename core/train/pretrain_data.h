// From the table or catalogue of records to the sources that training and validation draw from.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/cache/sample_source.h"
#include "core/run/pretrain_options.h"
#include "core/run/run_folder.h"

namespace mrm {

struct PretrainData {
  std::unique_ptr<SampleSource> training, validation;  // split by patient
  std::vector<RejectedRecord> rejected;                // with their reasons
  std::int64_t vocabularySize = 0;
  std::filesystem::path dataSet;  // the table or the catalogue
  std::string dataSetSha256;      // of what is learnt from: another when the data set has changed
};

// Reads the table or the catalogue, checks that every image file can be opened, splits by patient
// (by a catalogue's splits, which must be sound: see checkCatalog()), and takes or
// trains the vocabulary, which is kept as tokenizer.json in the run folder. Rejected records are
// listed in rejected.csv there. `say` gets a sentence at each stage. Throws Error when no record is
// left; Stopped when asked to stop.
PretrainData preparePretrainData(const RunPaths& run, const PretrainOptions& options,
                                 const std::function<void(const std::string&)>& say,
                                 std::stop_token stop);

}  // namespace mrm
