// Pre-training in a run folder, from the first step or from its newest checkpoint.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/run/pretrain_options.h"
#include "core/run/run_folder.h"

namespace mrm {

struct PretrainRequest {
  RunPaths run;
  PretrainOptions options;
  std::vector<std::string> commandLine;         // for provenance.json
  std::function<void(const std::string&)> say;  // lines for a terminal; may be empty
  std::stop_token stop;                         // stop: a checkpoint is written first
};

struct PretrainResult {
  RunState state = RunState::Finished;  // or Stopped
  std::int64_t step = 0;
  bool validated = false;                              // whether records were held back
  double imageLossAtStart = 0, reportLossAtStart = 0;  // on the records held back
  double imageLoss = 0, reportLoss = 0;
  Baselines baselines;
};

// Holds the run's lock meanwhile; obeys its control file. Throws Error after writing it to
// status.json: the folder is in use, the data cannot be used, the loss is not finite (naming the
// step; the last good checkpoint stays), the disk is full. A run that is finished already returns
// at once.
PretrainResult pretrain(const PretrainRequest& request);

}  // namespace mrm
